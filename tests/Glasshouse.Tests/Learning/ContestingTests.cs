using Glasshouse.Engine;
using Glasshouse.Learning;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Glasshouse.Tests.Engine;
using Xunit;
using static Glasshouse.Tests.Learning.StrainTests;

namespace Glasshouse.Tests.Learning;

/// <summary>Finding an error, disputing it, giving up, and its return.</summary>
public class ContestingTests
{
    private static readonly RedressFigures Figures = Shipped.Society.Learning.Redress!;

    [Fact]
    public void Three_steps_are_got_through_with_the_chance_of_each_to_the_third_power()
    {
        Assert.Equal(Math.Pow(1 - 0.05, 3), Contesting.Through(Figures, 20, 0), 5);
        Assert.Equal(Math.Pow(1 - 0.05 - 0.1 - 0.05, 3), Contesting.Through(Figures, 0, 0.5f), 5);
    }

    [Fact]
    public void The_poor_and_the_strained_give_up_sooner()
    {
        for (var stress = 0f; stress < 0.95f; stress += 0.1f)
        {
            for (var savings = 0f; savings < 12; savings += 1)
            {
                Assert.True(Contesting.Through(Figures, savings, stress) < Contesting.Through(Figures, savings + 1, stress));
                Assert.True(Contesting.Through(Figures, savings, stress) > Contesting.Through(Figures, savings, stress + 0.05f));
            }
        }
    }

    [Fact]
    public void Each_part_ends_with_its_mechanism_and_without_all_three_only_the_regime_decides()
    {
        var whole = Run();
        Assert.All([Measure.Found, Measure.GaveUp, Measure.Returned], m => Assert.True(Total(whole, 1, m) > 0, m.ToString()));
        Assert.Equal(0, Total(Run(Mechanism.Checking), 1, Measure.Found));
        Assert.Equal(0, Total(Run(Mechanism.Hurdles), 1, Measure.GaveUp));
        Assert.Equal(0, Total(Run(Mechanism.Reinsertion), 1, Measure.Returned));

        // Ordinary law keeps no file that could be looked into.
        var without = Run(Mechanism.Checking, Mechanism.Hurdles, Mechanism.Reinsertion);
        foreach (var measure in Enum.GetValues<Measure>())
        {
            Assert.Equal(Total(without, 0, measure), Total(whole, 0, measure));
        }

        // As if the society said nothing of redress.
        var silent = Shipped.Society with { Learning = Shipped.Society.Learning with { Redress = null } };
        Assert.Equal(Shipped.Run(Shipped.Plan(Shipped.Solved(silent), people: 10_000)).Outcome().Totals, without.Totals);
    }

    [Fact]
    public void What_is_lifted_survives_a_fold_counts_for_nothing_and_comes_back_as_it_was()
    {
        var ledger = new Ledger();
        ledger.Open(0);
        var first = ledger.Append(7, 3, 100, 2, -5000, -1);
        var second = ledger.Append(7, 4, 100, 1, -1000, first);
        ledger.LetKnow(first);
        ledger.Lift(first);
        ledger.Close(second, RecordState.Removed);
        Assert.NotEqual(RecordState.Counting, ledger.State(first));
        var fold = ledger.Fold();
        Assert.Equal([0, -1], fold.To);
        Assert.Equal((RecordState.Lifted, (byte)2, true), (ledger.State(0), ledger.Level(0), ledger.IsKnown(0)));
        ledger.Recall(0);
        Assert.Equal((RecordState.Counting, -5000), (ledger.State(0), ledger.Points(0)));
    }

    [Fact]
    public void What_waits_in_the_files_is_saved_with_them() => SameBits.CheckEveryExchange(Shipped.Plan());

    private static Outcome Run(params Mechanism[] off) =>
        Shipped.Run(Shipped.Plan(Shipped.Solved(Mechanisms.Without(Shipped.Society, off)), people: 10_000)).Outcome();
}
