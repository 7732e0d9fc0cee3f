using CsCheck;
using Glasshouse.Acting;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Glasshouse.Tests.Societies;
using Xunit;

namespace Glasshouse.Tests.Tallying;

/// <summary>
/// A sheet keeps events by lane and stocks by cell, and derives the rest when it is read. A plain count keeps one number for each
/// period, stratum and measure, and adds to each that a person belongs to. Both agree, whatever happens in whatever order.
/// </summary>
public sealed class SheetTests
{
    private static readonly SocietyTables Tables = new(ChinaUrban.Load());
    private static readonly MeasureSet Measures = Tables.Measures;

    private static readonly Gen<Happening> Happenings = Gen.OneOf(
        Gen.Select(Gen.Int[0, Sheet.Periods - 1], Gen.Int[0, Strata.Cells - 1], Gen.Int[(int)Measure.BadActsFinancial, Measures.Count - 1],
            (period, cell, measure) => (Happening)new Event(period, cell, measure)),
        Gen.Select(Gen.Int[0, Sheet.Periods - 1], Gen.Int[0, Tables.Conducts.Count - 1], Gen.Int[0, Strata.Cells - 1].Array[0, 20],
            (period, conduct, cells) => (Happening)new Run(period, conduct, cells)),
        Gen.Select(Gen.Int[0, Sheet.Periods - 1],
            Gen.Select(Gen.Int[0, Strata.Cells - 1], Gen.Long[0, 1L << 30].Array[(int)Measure.BadActsFinancial]).Array[0, 8],
            (period, people) => (Happening)new Quarter(period, people)));

    private abstract record Happening;

    private sealed record Event(int Period, int Cell, int Measure) : Happening;

    private sealed record Run(int Period, int Conduct, int[] Cells) : Happening;

    private sealed record Quarter(int Period, (int Cell, long[] Stocks)[] People) : Happening;

    [Fact]
    public void A_sheet_counts_what_a_plain_count_by_stratum_counts() =>
        Happenings.Array[0, 60].Sample(
            week =>
            {
                var sheet = Sheeted(week);
                Assert.Equal(Counted(week), sheet.Complete());
            },
            iter: 60);

    [Fact]
    public void Sheets_of_two_districts_add_up_to_one_sheet_of_both() =>
        Gen.Select(Happenings.Array[0, 30], Happenings.Array[0, 30]).Sample(
            (here, there) =>
            {
                var sum = Sheeted(here);
                sum.Add(Sheeted(there).Counts);
                Assert.Equal(Sheeted([.. there, .. here]).Complete(), sum.Complete());
            },
            iter: 30);

    [Fact]
    public void Every_stratum_has_a_lane_or_follows_from_those_of_its_dimension()
    {
        var lanes = 1 + Strata.Dimensions.Sum(d => d.Values.Length - 1);
        Assert.InRange(lanes, 1, Strata.Lanes);
        for (var cell = 0; cell < Strata.Cells; cell++)
        {
            var counts = Enumerable.Range(0, Strata.Lanes).Select(lane => (long)(Strata.LanesOf(cell) >> lane & 1)).ToArray();
            Assert.Equal(0, Strata.LanesOf(cell) >> lanes);
            var mine = Belongs(cell);
            Assert.All(Enumerable.Range(0, Strata.Count), s => Assert.Equal(mine.Contains(s) ? 1 : 0, Strata.Sum(counts, s)));
        }
    }

    private static Sheet Sheeted(Happening[] happenings)
    {
        var sheet = new Sheet(Measures);
        foreach (var happening in happenings)
        {
            switch (happening)
            {
                case Event one:
                    sheet.Count(one.Period, one.Cell, one.Measure);
                    break;
                case Run run:
                    // Slot i lives in cell i of the run.
                    Act[] acts = [.. run.Cells.Select((_, i) => new Act((ushort)i, (byte)run.Conduct, 0, 0, Said.Nothing, 0))];
                    sheet.Count(run.Period, acts, [.. run.Cells.Select(c => (ushort)c)], Measures.ActsOf(run.Conduct));
                    break;
                case Quarter quarter:
                    foreach (var (cell, stocks) in quarter.People)
                    {
                        var row = new long[Sheet.StockCount];
                        stocks.CopyTo(row, 0);
                        row[(int)Measure.Adults] = 1;
                        sheet.Add(cell, row);
                    }
                    sheet.Fold(quarter.Period);
                    break;
                default:
                    break;
            }
        }
        return sheet;
    }

    private static long[] Counted(Happening[] happenings)
    {
        var plain = new long[Sheet.Periods * Strata.Count * Measures.Count];
        void Add(int period, int cell, int measure, long value)
        {
            foreach (var stratum in Belongs(cell))
            {
                plain[(period * Strata.Count + stratum) * Measures.Count + measure] += value;
            }
        }
        foreach (var happening in happenings)
        {
            switch (happening)
            {
                case Event one:
                    Add(one.Period, one.Cell, one.Measure, 1);
                    break;
                case Run run:
                    Array.ForEach(run.Cells, cell => Add(run.Period, cell, Measures.ActsOf(run.Conduct), 1));
                    break;
                case Quarter quarter:
                    foreach (var (cell, stocks) in quarter.People)
                    {
                        for (var measure = 0; measure < stocks.Length; measure++)
                        {
                            Add(quarter.Period, cell, measure, measure == (int)Measure.Adults ? 1 : stocks[measure]);
                        }
                    }
                    break;
                default:
                    break;
            }
        }
        for (var row = 0; row < plain.Length; row += Measures.Count)
        {
            Measures.Derive(plain.AsSpan(row, Measures.Count));
        }
        return plain;
    }

    // The whole and one value of each dimension, digit by digit from the last.
    private static HashSet<int> Belongs(int cell)
    {
        HashSet<int> strata = [0];
        var end = Strata.Count;
        foreach (var (_, values) in Strata.Dimensions.Reverse())
        {
            end -= values.Length;
            strata.Add(end + cell % values.Length);
            cell /= values.Length;
        }
        return strata;
    }
}
