using System.Runtime.InteropServices;

namespace Glasshouse.Recording;

/// <summary>Whether a record counts.</summary>
public enum RecordState : byte
{
    /// <summary>Counts until it expires.</summary>
    Counting,

    /// <summary>Its term is over: kept as archive.</summary>
    Expired,

    /// <summary>Removed on appeal.</summary>
    Removed,

    /// <summary>Replaced by a lighter record, or closed by a repair.</summary>
    Repaired,

    /// <summary>Counts no more and outlived a fold, because a cap still remembers it.</summary>
    Kept,

    /// <summary>Expired or repaired, and outlived a fold because a condition asks for what has ever been.</summary>
    Past,

    /// <summary>Kept about somebody who does not consent to be scored: it counts for nothing while that is so.</summary>
    Aside,

    /// <summary>Closed when its subject withdrew consent.</summary>
    Withdrawn,

    /// <summary>Removed on appeal, and to be reported anew by its source: it counts for nothing until then.</summary>
    Lifted,
}

/// <summary>
/// All records of one district and twin: append-only columns, 16 bytes a record, chained by subject from the newest back. The week of
/// entry follows from the record's number. It holds nothing of whether a record is true.
/// </summary>
public sealed class Ledger
{
    // Levels are few: the top bit of theirs says that the subject knows of the record.
    private const byte Known = 0x80;

    private ushort[] _subject = new ushort[1024];
    private ushort[] _row = new ushort[1024];
    private ushort[] _expires = new ushort[1024];
    private RecordState[] _state = new RecordState[1024];
    private byte[] _level = new byte[1024];
    private int[] _points = new int[1024];
    private int[] _previous = new int[1024];

    // First record of each week from week 0.
    private readonly List<int> _weekStart = [];

    /// <summary>Records held.</summary>
    public int Count { get; private set; }

    /// <summary>Records that were folded away after they had expired.</summary>
    public long Folded { get; private set; }

    /// <summary>Bytes of one record.</summary>
    public const int BytesPerRecord = 2 + 2 + 2 + 1 + 1 + 4 + 4;

    public ushort Subject(int record) => _subject[record];

    /// <summary>Index of the row or ground in the rule table.</summary>
    public ushort Row(int record) => _row[record];

    /// <summary>First week in which it no longer counts.</summary>
    public ushort Expires(int record) => _expires[record];

    public RecordState State(int record) => _state[record];

    /// <summary>Level of gravity claimed.</summary>
    public byte Level(int record) => (byte)(_level[record] & ~Known);

    /// <summary>True if the subject knows of the record.</summary>
    public bool IsKnown(int record) => (_level[record] & Known) != 0;

    /// <summary>Notes that the subject knows of it.</summary>
    public void LetKnow(int record) => _level[record] |= Known;

    /// <summary>Points, thousandths.</summary>
    public int Points(int record) => _points[record];

    /// <summary>The subject's record before this one, or -1.</summary>
    public int Previous(int record) => _previous[record];

    /// <summary>Opens a week: records appended from now on belong to it.</summary>
    public void Open(int week)
    {
        while (_weekStart.Count <= week)
        {
            _weekStart.Add(Count);
        }
    }

    /// <summary>Week in which a record was entered.</summary>
    public int Week(int record)
    {
        int low = 0, high = _weekStart.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _weekStart[middle] <= record ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    /// <summary>Appends a record and returns its number.</summary>
    public int Append(ushort subject, ushort row, ushort expires, byte level, int points, int previous)
    {
        if (Count == _subject.Length)
        {
            Grow(Count * 2);
        }
        var record = Count++;
        _subject[record] = subject;
        _row[record] = row;
        _expires[record] = expires;
        _state[record] = RecordState.Counting;
        _level[record] = level;
        _points[record] = points;
        _previous[record] = previous;
        return record;
    }

    /// <summary>Records held that no longer count.</summary>
    public int Closed { get; private set; }

    /// <summary>Closes a record: expired, removed or repaired.</summary>
    public void Close(int record, RecordState state)
    {
        _state[record] = state;
        Closed++;
    }

    /// <summary>Lets a record that counts be kept without counting.</summary>
    public void SetAside(int record) => _state[record] = RecordState.Aside;

    /// <summary>Removes a record that will be reported anew.</summary>
    public void Lift(int record) => _state[record] = RecordState.Lifted;

    /// <summary>Lets a record that was kept aside or lifted count.</summary>
    public void Recall(int record) => _state[record] = RecordState.Counting;

    /// <summary>Writes all records held.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write(Closed);
        writer.Write(Folded);
        writer.Write(_weekStart.Count);
        foreach (var start in _weekStart)
        {
            writer.Write(start);
        }
        writer.Write(MemoryMarshal.AsBytes(_subject.AsSpan(0, Count)));
        writer.Write(MemoryMarshal.AsBytes(_row.AsSpan(0, Count)));
        writer.Write(MemoryMarshal.AsBytes(_expires.AsSpan(0, Count)));
        writer.Write(MemoryMarshal.AsBytes(_state.AsSpan(0, Count)));
        writer.Write(_level.AsSpan(0, Count));
        writer.Write(MemoryMarshal.AsBytes(_points.AsSpan(0, Count)));
        writer.Write(MemoryMarshal.AsBytes(_previous.AsSpan(0, Count)));
    }

    /// <summary>Takes all records from a checkpoint.</summary>
    public void Load(BinaryReader reader)
    {
        Count = reader.ReadInt32();
        Closed = reader.ReadInt32();
        Folded = reader.ReadInt64();
        _weekStart.Clear();
        for (var weeks = reader.ReadInt32(); weeks > 0; weeks--)
        {
            _weekStart.Add(reader.ReadInt32());
        }
        Grow(Math.Max(1024, Count));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_subject.AsSpan(0, Count)));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_row.AsSpan(0, Count)));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_expires.AsSpan(0, Count)));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_state.AsSpan(0, Count)));
        reader.BaseStream.ReadExactly(_level.AsSpan(0, Count));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_points.AsSpan(0, Count)));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_previous.AsSpan(0, Count)));
    }

    /// <summary>Digest of all records held.</summary>
    public ulong Digest()
    {
        var digest = Kernel.Digest.Of<int>(_points.AsSpan(0, Count));
        digest = Kernel.Digest.Combine(digest, Kernel.Digest.Of<ushort>(_subject.AsSpan(0, Count)));
        digest = Kernel.Digest.Combine(digest, Kernel.Digest.Of<ushort>(_row.AsSpan(0, Count)));
        digest = Kernel.Digest.Combine(digest, Kernel.Digest.Of<ushort>(_expires.AsSpan(0, Count)));
        digest = Kernel.Digest.Combine(digest, Kernel.Digest.Of<byte>(_level.AsSpan(0, Count)));
        return Kernel.Digest.Combine(digest, Kernel.Digest.Of<RecordState>(_state.AsSpan(0, Count)));
    }

    private void Grow(int size)
    {
        Array.Resize(ref _subject, size);
        Array.Resize(ref _row, size);
        Array.Resize(ref _expires, size);
        Array.Resize(ref _state, size);
        Array.Resize(ref _level, size);
        Array.Resize(ref _points, size);
        Array.Resize(ref _previous, size);
    }

    /// <summary>True for a record that stood and does no longer; one removed on appeal never stood.</summary>
    public static bool IsPast(RecordState state) => state is RecordState.Expired or RecordState.Repaired or RecordState.Past;

    /// <summary>Drops records that neither count nor are kept aside, and keeps the order of the rest.</summary>
    /// <param name="keepFrom">Week from which closed records are kept as well.</param>
    /// <param name="remembered">By rule: true for rules whose past records are kept; empty for none.</param>
    public Fold Fold(int keepFrom = int.MaxValue, ReadOnlySpan<bool> remembered = default)
    {
        var first = keepFrom < _weekStart.Count ? _weekStart[Math.Max(0, keepFrom)] : int.MaxValue;
        var to = new int[Count];
        var survivor = new int[Count];
        var kept = 0;
        var week = 0;
        for (var r = 0; r < Count; r++)
        {
            for (; week < _weekStart.Count && _weekStart[week] <= r; week++)
            {
                _weekStart[week] = kept;
            }
            var previous = _previous[r] < 0 ? -1 : survivor[_previous[r]];
            var stands = _state[r] is RecordState.Counting or RecordState.Aside or RecordState.Lifted;
            var past = IsPast(_state[r]) && _row[r] < remembered.Length && remembered[_row[r]];
            if (stands || past || r >= first)
            {
                _state[r] = stands ? _state[r] : past ? RecordState.Past : RecordState.Kept;
                Move(r, kept, previous);
                survivor[r] = to[r] = kept++;
            }
            else
            {
                to[r] = -1;
                survivor[r] = previous;
            }
        }
        for (; week < _weekStart.Count; week++)
        {
            _weekStart[week] = kept;
        }
        Folded += Count - kept;
        Count = kept;
        Closed = 0;
        return new Fold(to, survivor);
    }

    private void Move(int from, int to, int previous) =>
        (_subject[to], _row[to], _expires[to], _state[to], _level[to], _points[to], _previous[to]) =
            (_subject[from], _row[from], _expires[from], _state[from], _level[from], _points[from], previous);
}

/// <summary>Where records went when a ledger was folded.</summary>
/// <param name="To">New number of every record, -1 for those dropped.</param>
/// <param name="Survivor">New number of the newest kept record at or before each in its subject's chain, -1 if none.</param>
public readonly record struct Fold(int[] To, int[] Survivor)
{
    /// <summary>New number of a record, null if it was dropped.</summary>
    public int? Kept(int record) => To[record] is >= 0 and var to ? to : null;
}
