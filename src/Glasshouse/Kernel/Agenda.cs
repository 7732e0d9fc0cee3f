using System.Runtime.InteropServices;

namespace Glasshouse.Kernel;

/// <summary>An entry of an agenda.</summary>
/// <param name="Kind">What falls due, in the words of the phase that owns the agenda.</param>
/// <param name="Slot">Whom it concerns.</param>
/// <param name="Generation">Occupant of the slot at the time; an entry about an earlier occupant is void.</param>
/// <param name="Datum">What else it needs.</param>
public readonly record struct DueEntry(byte Kind, ushort Slot, ushort Generation, int Datum);

/// <summary>A calendar of things that fall due, by week: a ring of chains through one array of entries, oldest first.</summary>
public sealed class Agenda
{
    /// <summary>Weeks ahead that can be entered; more than the longest term plus the longest conduct.</summary>
    public const int Horizon = 1024;

    private const int None = -1;

    private readonly int[] _first = new int[Horizon];
    private readonly int[] _last = new int[Horizon];
    private readonly List<DueEntry> _due = [];
    private DueEntry[] _entries = new DueEntry[64];
    private int[] _next = new int[64];
    private int _used;
    private int _free = None;

    public Agenda() => Clear();

    /// <summary>Enters something for a later week.</summary>
    public void Enter(int week, in DueEntry entry)
    {
        var at = Take();
        _entries[at] = entry;
        _next[at] = None;
        var w = week & (Horizon - 1);
        if (_first[w] == None)
        {
            _first[w] = at;
        }
        else
        {
            _next[_last[w]] = at;
        }
        _last[w] = at;
    }

    /// <summary>What falls due in a week. The span holds until the next call; entries stay until <see cref="Done"/>.</summary>
    public ReadOnlySpan<DueEntry> At(int week)
    {
        _due.Clear();
        for (var at = _first[week & (Horizon - 1)]; at != None; at = _next[at])
        {
            _due.Add(_entries[at]);
        }
        return CollectionsMarshal.AsSpan(_due);
    }

    /// <summary>Ends a week.</summary>
    public void Done(int week)
    {
        var w = week & (Horizon - 1);
        if (_first[w] != None)
        {
            _next[_last[w]] = _free;
            _free = _first[w];
            _first[w] = None;
        }
    }

    /// <summary>Rewrites the data of all entries; entries whose datum becomes null are dropped.</summary>
    public void Rewrite(Func<DueEntry, int?> datum)
    {
        var old = new Agenda();
        old.CopyFrom(this);
        Clear();
        for (var week = 0; week < Horizon; week++)
        {
            foreach (ref readonly var entry in old.At(week))
            {
                if (datum(entry) is { } rewritten)
                {
                    Enter(week, entry with { Datum = rewritten });
                }
            }
        }
    }

    /// <summary>Takes over all entries of another agenda.</summary>
    public void CopyFrom(Agenda other)
    {
        other._first.CopyTo(_first, 0);
        other._last.CopyTo(_last, 0);
        _entries = (DueEntry[])other._entries.Clone();
        _next = (int[])other._next.Clone();
        (_used, _free) = (other._used, other._free);
    }

    /// <summary>Writes all entries.</summary>
    public void Save(BinaryWriter writer)
    {
        for (var week = 0; week < Horizon; week++)
        {
            var due = At(week);
            writer.Write(due.Length);
            foreach (ref readonly var entry in due)
            {
                writer.Write(entry.Kind);
                writer.Write(entry.Slot);
                writer.Write(entry.Generation);
                writer.Write(entry.Datum);
            }
        }
    }

    /// <summary>Takes all entries from a checkpoint.</summary>
    public void Load(BinaryReader reader)
    {
        Clear();
        for (var week = 0; week < Horizon; week++)
        {
            for (var n = reader.ReadInt32(); n > 0; n--)
            {
                Enter(week, new DueEntry(reader.ReadByte(), reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadInt32()));
            }
        }
    }

    private void Clear()
    {
        Array.Fill(_first, None);
        _used = 0;
        _free = None;
    }

    private int Take()
    {
        if (_free != None)
        {
            var at = _free;
            _free = _next[at];
            return at;
        }
        if (_used == _entries.Length)
        {
            Array.Resize(ref _entries, _used * 2);
            Array.Resize(ref _next, _used * 2);
        }
        return _used++;
    }
}
