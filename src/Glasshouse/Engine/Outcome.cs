using Glasshouse.Population;
using Glasshouse.Tallying;

namespace Glasshouse.Engine;

/// <summary>What one history (one seed) came to: integer counts of every twin, by period, stratum and measure.</summary>
public sealed class Outcome
{
    /// <summary>
    /// Strata: all adults first, then each value of each dimension of <see cref="Strata.Dimensions"/> in order.
    /// </summary>
    public static readonly IReadOnlyList<(int Dimension, int Value, string Name)> StrataList =
        [(-1, 0, "all"), .. Strata.Dimensions.SelectMany((d, i) => d.Values.Select((v, j) => (i, j, d.Name + ":" + v)))];

    public required ulong Seed { get; init; }

    /// <summary>Names of the twins: the one compared against first.</summary>
    public required IReadOnlyList<string> Twins { get; init; }

    /// <summary>Counts by twin, then period x strata x measures.</summary>
    public required long[][] Totals { get; init; }

    /// <summary>Counts of all adults by twin, then exchange x measures.</summary>
    public required long[][] Series { get; init; }

    /// <summary>Counts of all adults by twin, then district x periods x measures: for the spread between districts.</summary>
    public required long[][] ByDistrict { get; init; }

    /// <summary>Measures of the society.</summary>
    public required MeasureSet Measures { get; init; }

    /// <summary>Districts of the society.</summary>
    public required int Districts { get; init; }

    /// <summary>
    /// Marks of every slot of the last twin at the end, by district, with <see cref="MarkBits.GrownUp"/>: who is of which
    /// kind.
    /// </summary>
    public required uint[][] Marks { get; init; }

    /// <summary>Candidates whose actual hazard lay above its upper bound, by twin.</summary>
    public required long[] Faults { get; init; }

    /// <summary>Phases that a fall of support began in the last twin, and the week after the start of each.</summary>
    public IReadOnlyList<(string Phase, int Week)> Responses { get; init; } = [];

    /// <summary>The tree of all digests.</summary>
    public required ulong Digest { get; init; }

    /// <summary>Person-weeks simulated, twins and burn-in counted.</summary>
    public required long PersonWeeks { get; init; }

    /// <summary>The count of a measure.</summary>
    public long Total(int twin, int period, int stratum, int measure) =>
        Totals[twin][(period * StrataList.Count + stratum) * Measures.Count + measure];

    /// <summary>The count of a measure in one district.</summary>
    public long OfDistrict(int twin, int district, int period, int measure) =>
        ByDistrict[twin][(district * Sheet.Periods + period) * Measures.Count + measure];
}
