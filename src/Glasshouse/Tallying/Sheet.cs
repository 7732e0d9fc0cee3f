using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Glasshouse.Acting;
using Glasshouse.Population;

namespace Glasshouse.Tallying;

/// <summary>
/// Counts of one twin by period, stratum and measure. Integers only, so sheets add up to the same in any order. Everything counts in
/// the whole and in one value of each dimension. An event is one addition over the lanes of its measure; stocks are added by cell
/// and folded into strata once a quarter.
/// </summary>
public sealed class Sheet
{
    /// <summary>Periods: roll-out (years 1 to 5), between, mature state (last three years).</summary>
    public const int Periods = 3;

    /// <summary>Stocks: the measures before <see cref="Measure.BadActsFinancial"/>, rounded up to whole vectors.</summary>
    public const int StockCount = ((int)Measure.BadActsFinancial + 7) / 8 * 8;

    private const int Lanes = Strata.Lanes;

    // Events: periods x measures x lanes; behind them stocks: periods x strata x stocks.
    private readonly long[] _counts;
    private readonly int _stocksAt;
    private readonly long[] _cells = new long[Strata.Cells * StockCount];

    public Sheet(MeasureSet measures)
    {
        Measures = measures;
        _stocksAt = Periods * measures.Count * Lanes;
        _counts = new long[_stocksAt + Periods * Strata.Count * StockCount];
    }

    public MeasureSet Measures { get; }

    /// <summary>All counts, in an order of the sheet's own.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Counts one event of a person in a cell.</summary>
    public void Count(int period, int cell, int measure)
    {
        var counts = _counts.AsSpan((period * Measures.Count + measure) * Lanes, Lanes);
        var (low, high) = (Vector512.Create<long>(counts), Vector512.Create<long>(counts[8..]));
        Count(cell, ref low, ref high);
        low.CopyTo(counts);
        high.CopyTo(counts[8..]);
    }

    /// <summary>Counts several events of persons in a cell.</summary>
    public void Count(int period, int cell, int measure, int number)
    {
        var (low, high) = (Vector512<long>.Zero, Vector512<long>.Zero);
        Count(cell, ref low, ref high);
        var counts = _counts.AsSpan((period * Measures.Count + measure) * Lanes, Lanes);
        (Vector512.Create<long>(counts) + low * number).CopyTo(counts);
        (Vector512.Create<long>(counts[8..]) + high * number).CopyTo(counts[8..]);
    }

    /// <summary>Counts acts of persons whose cells stand by slot.</summary>
    public void Count(int period, ReadOnlySpan<Act> acts, ReadOnlySpan<ushort> cells, int measure)
    {
        var counts = _counts.AsSpan((period * Measures.Count + measure) * Lanes, Lanes);
        var (low, high) = (Vector512.Create<long>(counts), Vector512.Create<long>(counts[8..]));
        foreach (ref readonly var act in acts)
        {
            Count(cells[act.Slot], ref low, ref high);
        }
        low.CopyTo(counts);
        high.CopyTo(counts[8..]);
    }

    // Lanes that the cell belongs to compare as -1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count(int cell, ref Vector512<long> low, ref Vector512<long> high)
    {
        var bits = Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128);
        var member = Vector512.Create((long)Strata.LanesOf(cell));
        low -= Vector512.Equals(member & bits, bits);
        high -= Vector512.Equals(member & (bits << 8), bits << 8);
    }

    /// <summary>Adds the stocks of a person in a cell; they count once <see cref="Fold"/> is called.</summary>
    public void Add(int cell, ReadOnlySpan<long> stocks) => AddTo(_cells.AsSpan(cell * StockCount, StockCount), stocks);

    /// <summary>Folds stocks by cell into strata.</summary>
    public void Fold(int period)
    {
        var strata = _counts.AsSpan(_stocksAt + period * Strata.Count * StockCount, Strata.Count * StockCount);
        for (var cell = 0; cell < Strata.Cells; cell++)
        {
            var stocks = _cells.AsSpan(cell * StockCount, StockCount);
            if (stocks[(int)Measure.Adults] == 0)
            {
                continue;
            }
            AddTo(strata[..StockCount], stocks);
            foreach (var stratum in Strata.Of(cell))
            {
                AddTo(strata.Slice(stratum * StockCount, StockCount), stocks);
            }
            stocks.Clear();
        }
    }

    /// <summary>Adds the <see cref="Counts"/> of another sheet.</summary>
    public void Add(ReadOnlySpan<long> counts)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] = checked(_counts[i] + counts[i]);
        }
    }

    /// <summary>All counts as periods x strata x measures, with the measures that follow from acts by conduct.</summary>
    public long[] Complete()
    {
        var complete = new long[Periods * Strata.Count * Measures.Count];
        for (var period = 0; period < Periods; period++)
        {
            for (var stratum = 0; stratum < Strata.Count; stratum++)
            {
                var row = complete.AsSpan((period * Strata.Count + stratum) * Measures.Count, Measures.Count);
                for (var measure = (int)Measure.BadActsFinancial; measure < row.Length; measure++)
                {
                    row[measure] = Strata.Sum(_counts.AsSpan((period * Measures.Count + measure) * Lanes, Lanes), stratum);
                }
                _counts.AsSpan(_stocksAt + (period * Strata.Count + stratum) * StockCount, (int)Measure.BadActsFinancial).CopyTo(row);
                Measures.Derive(row);
            }
        }
        return complete;
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
