using Glasshouse.Engine;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Outcome = Glasshouse.Living.Outcome;

namespace Glasshouse.Tests.TurnedOff;

/// <summary>What can be seen of a run of two twins: ordinary law (0) and a regime (1).</summary>
internal sealed class Seen(History history, long[,,] met, SocietyTables tables)
{
    private readonly Glasshouse.Engine.Outcome _outcome = history.Outcome();

    public SocietyTables Tables => tables;

    public IReadOnlyList<District> Districts => history.Districts;

    /// <summary>Digest of everything that a twin's future depends on.</summary>
    public IEnumerable<ulong> Digests(int twin) => history.Districts.Select(d => d.Twins[twin].Digest());

    /// <summary>All counts of a twin, all adults, added up over the years.</summary>
    public long[] Counts(int twin)
    {
        var (series, n) = (_outcome.Series[twin], _outcome.Measures.Count);
        var sums = new long[n];
        for (var i = 0; i < series.Length; i++)
        {
            sums[i % n] += series[i];
        }
        return sums;
    }

    public double Count(int twin, params IEnumerable<Measure> measures) => measures.Sum(m => Counts(twin)[(int)m]);

    /// <summary>Acts of these conducts.</summary>
    public double Acts(int twin, params IEnumerable<string> conducts) =>
        conducts.Sum(c => Counts(twin)[_outcome.Measures.ActsOf(tables.Conducts.IndexOf(c))]);

    /// <summary>Acts of a group of conducts.</summary>
    public double Group(int twin, string group) => Counts(twin)[_outcome.Measures.GroupNamed(group)];

    /// <summary>Acts by conduct.</summary>
    public ReadOnlySpan<long> Acts(int twin) => Counts(twin).AsSpan(_outcome.Measures.ActsOf(0), tables.Conducts.Count);

    /// <summary>Occasions of a kind with an outcome.</summary>
    public double Met(int twin, Occasion occasion, Outcome outcome) => met[twin, (int)occasion, (int)outcome];

    /// <summary>A sum over all who live at the end.</summary>
    public double Sum(int twin, Func<Twin, Roster, int, double> of) => history.Districts.Sum(d =>
        Enumerable.Range(0, d.Roster.Slots).Where(d.Roster.Lives).Sum(slot => of(d.Twins[twin], d.Roster, slot)));

    /// <summary>People at the end for whom something holds.</summary>
    public double People(int twin, Func<Twin, int, bool> which) => Sum(twin, (t, _, slot) => which(t, slot) ? 1 : 0);

    public static bool Has(Twin twin, int slot, Mark mark) => (twin.Situation.Marks[slot] & MarkBits.Of(mark)) != 0;
}
