using Glasshouse.Population;

namespace Glasshouse.Tallying;

/// <summary>
/// Counts of one twin by period, stratum cell and measure. Integers only, so sheets add up to the same in any order. Period 0 is the
/// roll-out, the middle and the mature years follow.
/// </summary>
public sealed class Sheet(MeasureSet measures)
{
    /// <summary>Periods: roll-out (years 1 to 5), between, mature state (last three years).</summary>
    public const int Periods = 3;

    private readonly long[] _counts = new long[Periods * Strata.Cells * measures.Count];

    public MeasureSet Measures { get; } = measures;

    /// <summary>Counts of one cell in one period.</summary>
    public Span<long> Row(int period, int cell) => _counts.AsSpan((period * Strata.Cells + cell) * Measures.Count, Measures.Count);

    /// <summary>All counts.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Adds another sheet.</summary>
    public void Add(ReadOnlySpan<long> counts)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] = checked(_counts[i] + counts[i]);
        }
    }

    /// <summary>Sums a measure over the cells of a stratum; all cells if the dimension is negative.</summary>
    public long Sum(int period, int measure, int dimension = -1, int value = 0)
    {
        var sum = 0L;
        for (var cell = 0; cell < Strata.Cells; cell++)
        {
            if (dimension < 0 || Strata.Digit(cell, dimension) == value)
            {
                sum += _counts[(period * Strata.Cells + cell) * Measures.Count + measure];
            }
        }
        return sum;
    }
}
