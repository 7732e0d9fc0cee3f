namespace Glasshouse.Kernel;

/// <summary>An entry of an agenda.</summary>
/// <param name="Kind">What falls due, in the words of the phase that owns the agenda.</param>
/// <param name="Slot">Whom it concerns.</param>
/// <param name="Generation">Occupant of the slot at the time; an entry about an earlier occupant is void.</param>
/// <param name="Datum">What else it needs.</param>
public readonly record struct DueEntry(byte Kind, ushort Slot, ushort Generation, int Datum);

/// <summary>A calendar of things that fall due, by week: a ring of lists, oldest first.</summary>
public sealed class Agenda
{
    /// <summary>Weeks ahead that can be entered; more than the longest term plus the longest conduct.</summary>
    public const int Horizon = 1024;

    private readonly List<DueEntry>[] _weeks = [.. Enumerable.Range(0, Horizon).Select(_ => new List<DueEntry>())];

    /// <summary>Enters something for a later week.</summary>
    public void Enter(int week, in DueEntry entry) => _weeks[week & (Horizon - 1)].Add(entry);

    /// <summary>What falls due in a week; cleared by <see cref="Done"/>.</summary>
    public List<DueEntry> At(int week) => _weeks[week & (Horizon - 1)];

    /// <summary>Ends a week.</summary>
    public void Done(int week) => _weeks[week & (Horizon - 1)].Clear();

    /// <summary>Rewrites the data of all entries; entries whose datum becomes negative are dropped.</summary>
    public void Rewrite(Func<DueEntry, int> datum)
    {
        foreach (var list in _weeks)
        {
            var kept = 0;
            for (var i = 0; i < list.Count; i++)
            {
                var rewritten = datum(list[i]);
                if (rewritten >= 0)
                {
                    list[kept++] = list[i] with { Datum = rewritten };
                }
            }
            list.RemoveRange(kept, list.Count - kept);
        }
    }

    /// <summary>All entries in the order of weeks from the one given.</summary>
    public IEnumerable<(int WeeksAhead, DueEntry Entry)> From(int week)
    {
        for (var ahead = 0; ahead < Horizon; ahead++)
        {
            foreach (var entry in At(week + ahead))
            {
                yield return (ahead, entry);
            }
        }
    }
}
