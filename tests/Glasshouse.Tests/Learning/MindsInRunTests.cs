using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Tallying;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Learning;

/// <summary>The minds of a whole run: the same bits however it is run, and what a reader can read off its counts.</summary>
public sealed class MindsInRunTests
{
    private static readonly Lazy<Outcome> Years = new(() => Shipped.Run(Shipped.Plan(people: 5_000, years: 4)).Outcome());

    [Fact]
    public void At_every_exchange_threads_kernels_checkpoints_and_replays_change_no_bit() =>
        SameBits.CheckEveryExchange(Shipped.Plan(people: 5_000, years: 1));

    [Fact]
    public void Those_who_do_not_know_that_they_are_scored_approve_and_can_be_asked()
    {
        Assert.True(Total(1, Measure.AskedUnaware) > Total(1, Measure.Asked) / 2);
        Assert.InRange(Mean(1, Measure.ApprovalUnaware, Measure.AskedUnaware), 0.7, 0.9);
        Assert.True(Mean(1, Measure.ApprovalStated, Measure.Asked) > Mean(1, Measure.ApprovalHeld, Measure.Asked));
        Assert.Equal(0, Total(0, Measure.Informed));
    }

    [Fact]
    public void Where_nobody_is_told_of_records_about_a_tenth_knows_after_four_years()
    {
        // Calibrated: 11 percent of residents of pilot areas knew (awareness_pilot_11).
        var redress = Shipped.Regime.Redress!;
        var silent = Shipped.Regime with { Redress = redress with { Notice = redress.Notice with { Value = 0 } } };
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, silent), people: 2_500, years: 4);
        var district = Weekly.Run(plan, 6);
        // Heads of firms were told by letter, and are left out.
        var untold = Enumerable.Range(0, district.Roster.Slots)
            .Where(s => district.Roster.Lives(s) && district.Roster.Is(s, Role.Adult) && district.Roster.Firms.Of(s) < 0).ToList();
        var aware = MarkBits.Of(Mark.Aware);
        Assert.InRange(untold.Average(s => (district.Twins[1].Situation.Marks[s] & aware) != 0 ? 1.0 : 0), 0.07, 0.15);
    }

    private static double Total(int twin, Measure measure)
    {
        var (series, count) = (Years.Value.Series[twin], Years.Value.Measures.Count);
        return Enumerable.Range(0, series.Length / count).Sum(e => (double)series[e * count + (int)measure]);
    }

    private static double Mean(int twin, Measure sum, Measure of) => Total(twin, sum) / Fixed.One / Total(twin, of);
}
