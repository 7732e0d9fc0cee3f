using Glasshouse.Engine;
using Glasshouse.Learning;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Glasshouse.Tests.Engine;
using Xunit;
using static Glasshouse.Tests.Learning.StrainTests;

namespace Glasshouse.Tests.Learning;

/// <summary>Close ties: how many, what takes them, what they are good for.</summary>
public class TiesTests
{
    private static readonly TieFigures Figures = Shipped.Society.Learning.Ties!;

    /// <summary>
    /// A log-normal number rounded down: none with the chance that a normal score lies below -log(usual) / spread. Of 20,000 people 8.5
    /// percent, standard error 0.2: four of them are passed by chance once in 16,000.
    /// </summary>
    [Fact]
    public void One_in_twelve_starts_without_and_half_have_the_usual_number_or_more()
    {
        var ties = Enumerable.Range(0, 20_000).Select(slot => Ties.Start(Figures, 5, 0, slot, 0)).ToList();
        Assert.InRange(ties.Count(t => t == 0) / 20_000.0, 0.085 - 0.008, 0.085 + 0.008);
        Assert.InRange(ties.Count(t => t >= 3) / 20_000.0, 0.5 - 0.015, 0.5 + 0.015);
        Assert.True(ties.Max() > 15);
    }

    [Fact]
    public void Closeness_runs_from_none_over_the_usual_number_to_twice_that()
    {
        Assert.Equal([-1, 0, 1, 1], new byte[] { 0, 3, 6, 30 }.Select(t => Ties.Closeness(t, 3)));
    }

    [Fact]
    public void Ties_lighten_what_weighs_and_nothing_else()
    {
        var strain = new Strain(Shipped.Society.Learning);
        var without = new Strain(Mechanisms.TurnedOff(Mechanisms.Without(Shipped.Society, Mechanism.Comfort)).Learning);
        var arrears = MarkBits.Of(Mark.BillArrears);
        for (byte ties = 0; ties < 6; ties++)
        {
            Assert.True(strain.Target(arrears, 0, 0, ties) > strain.Target(arrears, 0, 0, (byte)(ties + 1)));
            Assert.Equal(strain.Target(0, 0, 0, 0), strain.Target(0, 0, 0, ties));
            Assert.Equal(without.Target(arrears, 0, 0, 0), without.Target(arrears, 0, 0, ties));
        }
    }

    [Fact]
    public void A_regime_that_publishes_and_hits_others_thins_the_network()
    {
        var outcome = Shipped.Run(Shipped.Plan(people: 10_000)).Outcome();
        Assert.True(Total(outcome, 1, Measure.Ties) < Total(outcome, 0, Measure.Ties));
        Assert.True(Total(outcome, 1, Measure.Isolated) > Total(outcome, 0, Measure.Isolated));
    }

    [Fact]
    public void Without_losses_everybody_keeps_what_they_have_in_every_twin()
    {
        var society = Mechanisms.Without(Shipped.Society, Mechanism.LossOfTies, Mechanism.GuiltByAssociation);
        var outcome = Shipped.Run(Shipped.Plan(Shipped.Solved(society), people: 2500)).Outcome();
        Assert.Equal(Total(outcome, 0, Measure.Ties), Total(outcome, 1, Measure.Ties));
    }

    [Fact]
    public void A_lost_tie_is_made_good_in_its_time()
    {
        var (slow, fast) = (Run(520), Run(4));
        Assert.True(Total(slow, 1, Measure.Ties) < Total(fast, 1, Measure.Ties));
        Assert.True(Total(fast, 1, Measure.Ties) > 0.999 * Total(fast, 0, Measure.Ties));
    }

    private static Outcome Run(double regrowth)
    {
        var figures = Figures with { RegrowthWeeks = Figures.RegrowthWeeks with { Value = regrowth } };
        var society = Shipped.Society with { Learning = Shipped.Society.Learning with { Ties = figures } };
        return Shipped.Run(Shipped.Plan(Shipped.Solved(society), people: 5000)).Outcome();
    }
}
