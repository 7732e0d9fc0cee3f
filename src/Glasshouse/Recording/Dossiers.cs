using Glasshouse.Kernel;

namespace Glasshouse.Recording;

/// <summary>
/// What the regime believes of the subjects of one district: the ledger and its index by subject. No origin is in it.
/// </summary>
/// <param name="slab">Where the columns lie.</param>
/// <param name="slots">Subjects.</param>
/// <param name="counters">Yearly counters.</param>
public sealed class Dossiers(Slab slab, int slots, int counters = RuleTable.FewestCounters)
{
    /// <summary>Records of the district.</summary>
    public Ledger Ledger { get; } = new();

    public Agenda Agenda { get; } = new();

    /// <summary>Appeals ripe for a decision, oldest first.</summary>
    public Line Appeals { get; } = new();

    /// <summary>Newest record of a subject plus one, so that zero means none.</summary>
    public Column<int> Newest { get; } = slab.Add<int>(slots);

    /// <summary>Yearly amounts of a subject's deeds, by ladder.</summary>
    public Column<ushort>[] Counters { get; } = [.. Enumerable.Range(0, counters).Select(_ => slab.Add<ushort>(slots))];

    /// <summary>Subjects whose records changed this week, each once.</summary>
    public TouchList Touched { get; } = new(slots);

    /// <summary>Newest record of a subject, or -1.</summary>
    public int Head(int slot) => Newest[slot] - 1;

    /// <summary>Lets a slot's new occupant begin without records.</summary>
    public void Forget(int slot)
    {
        Newest[slot] = 0;
        foreach (var counter in Counters)
        {
            counter[slot] = 0;
        }
        Touched.Add(slot);
    }

    /// <summary>Removes all that is on record, and starts counters anew.</summary>
    public void Erase()
    {
        for (var record = 0; record < Ledger.Count; record++)
        {
            if (Ledger.State(record) is RecordState.Counting or RecordState.Aside)
            {
                Ledger.Close(record, RecordState.Removed);
            }
        }
        NewYear();
    }

    /// <summary>Has everybody reckoned anew.</summary>
    public void TouchAll()
    {
        for (var slot = 0; slot < slots; slot++)
        {
            Touched.Add(slot);
        }
    }

    /// <summary>Drops records that no longer count once they are most of the ledger; null if they are not.</summary>
    /// <param name="keepFrom">Week from which closed records are kept, for the caps that they have used.</param>
    /// <param name="remembered">By rule: true for rules whose past records are kept; empty for none.</param>
    public Fold? Fold(int keepFrom = int.MaxValue, ReadOnlySpan<bool> remembered = default)
    {
        if (Ledger.Closed < 1024 || Ledger.Closed * 2 < Ledger.Count)
        {
            return null;
        }
        var fold = Ledger.Fold(keepFrom, remembered);
        foreach (ref var newest in Newest.Span)
        {
            newest = newest == 0 ? 0 : fold.Survivor[newest - 1] + 1;
        }
        Agenda.Rewrite(entry => entry.Kind == (byte)Due.Unit ? entry.Datum : fold.Kept(entry.Datum));
        Appeals.Rewrite(entry => fold.Kept(entry.Datum));
        return fold;
    }

    /// <summary>Starts the yearly counters anew.</summary>
    public void NewYear()
    {
        foreach (var counter in Counters)
        {
            counter.Span.Clear();
        }
    }
}

/// <summary>A set of slots in the order in which they were added.</summary>
public sealed class TouchList(int slots)
{
    private readonly bool[] _in = new bool[slots];
    private readonly ushort[] _list = new ushort[slots];
    private int _count;

    public ReadOnlySpan<ushort> Slots => _list.AsSpan(0, _count);

    public void Add(int slot)
    {
        if (!_in[slot])
        {
            _in[slot] = true;
            _list[_count++] = (ushort)slot;
        }
    }

    public void Clear()
    {
        foreach (var slot in Slots)
        {
            _in[slot] = false;
        }
        _count = 0;
    }
}
