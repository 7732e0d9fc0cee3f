using System.Runtime.Intrinsics;
using Glasshouse.Population;

namespace Glasshouse.Tallying;

/// <summary>
/// Counts of one twin by period, stratum and measure. Integers only, so sheets add up to the same in any order. Everything counts in
/// the whole and in one value of each dimension.
/// </summary>
public sealed class Sheet(MeasureSet measures)
{
    /// <summary>Periods: roll-out (years 1 to 5), between, mature state (last three years).</summary>
    public const int Periods = 3;

    /// <summary>Stocks, rounded up to whole vectors; the measures before <see cref="Measure.BadActsFinancial"/>.</summary>
    public const int StockCount = ((int)Measure.BadActsFinancial + 7) / 8 * 8;

    private readonly long[] _counts = new long[Periods * Strata.Count * measures.Count];

    public MeasureSet Measures { get; } = measures;

    /// <summary>All counts: periods x strata x measures.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Counts one event of a person in a cell.</summary>
    public void Count(int period, int cell, int measure)
    {
        var first = period * Strata.Count;
        _counts[first * Measures.Count + measure]++;
        foreach (var stratum in Strata.Of(cell))
        {
            _counts[(first + stratum) * Measures.Count + measure]++;
        }
    }

    /// <summary>Adds the stocks of a person in a cell.</summary>
    public void Add(int period, int cell, ReadOnlySpan<long> stocks)
    {
        var first = period * Strata.Count;
        AddTo(_counts.AsSpan(first * Measures.Count, StockCount), stocks);
        foreach (var stratum in Strata.Of(cell))
        {
            AddTo(_counts.AsSpan((first + stratum) * Measures.Count, StockCount), stocks);
        }
    }

    /// <summary>Adds another sheet.</summary>
    public void Add(ReadOnlySpan<long> counts)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] = checked(_counts[i] + counts[i]);
        }
    }

    /// <summary>All counts, with the measures that follow from acts by conduct.</summary>
    public long[] Complete()
    {
        var counts = (long[])_counts.Clone();
        for (var s = 0; s < Periods * Strata.Count; s++)
        {
            Measures.Derive(counts.AsSpan(s * Measures.Count, Measures.Count));
        }
        return counts;
    }

    /// <summary>Adds values to sums, whole vectors at a time; integer addition is the same in any order.</summary>
    public static void AddTo(Span<long> sums, ReadOnlySpan<long> values)
    {
        for (var i = 0; i < values.Length; i += Vector512<long>.Count)
        {
            (Vector512.Create<long>(sums[i..]) + Vector512.Create(values[i..])).CopyTo(sums[i..]);
        }
    }
}
