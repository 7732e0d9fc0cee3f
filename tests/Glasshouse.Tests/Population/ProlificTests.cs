using Glasshouse.Engine;
using Glasshouse.Population;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Population;

/// <summary>A few people write nearly all posts, and candidates still fall on people in proportion to their propensity.</summary>
public sealed class ProlificTests
{
    private static readonly Glasshouse.Acting.ConductTable Conducts = Shipped.Tables.Conducts;

    // What informed the figures: 80 percent of all posts (twitter_top10), 97 percent of those on politics (twitter_political). Over 20
    // districts; within two points.
    [Theory]
    [InlineData("posting", 0.80)]
    [InlineData("critic", 0.97)]
    [InlineData("praiser", 0.97)]
    public void The_most_active_tenth_writes_nearly_all(string temperament, double share)
    {
        var factors = new List<double>();
        for (var d = 0u; d < 20; d++)
        {
            factors.AddRange(Factors(temperament, d).Where(f => f > 0));
        }
        factors.Sort();
        Assert.Equal(share, factors.TakeLast(factors.Count / 10).Sum() / factors.Sum(), 0.02);
    }

    [Fact]
    public void The_factor_is_that_of_the_file_for_a_tenth_and_one_for_the_others()
    {
        var roster = Fresh(0).Roster;
        var few = Few.Of(0.1, 100);
        var temperaments = new Temperaments(1, roster.Slots);
        temperaments.Sort(roster, [new float[Roster.TraitCount]], [few]);
        var factors = new double[roster.Slots];
        temperaments.FactorsOf(0, factors);
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            var expected = !roster.Is(slot, Role.Adult) ? 0 : roster.Activity[slot] < few.Below ? 100 : 1;
            Assert.Equal(expected, factors[slot], expected * 0.025);
        }
        Assert.Equal(factors.Sum(), temperaments.Weight(0), 1e-6 * factors.Sum());
    }

    [Fact]
    public void Nobody_s_hazard_rises_above_its_bound()
    {
        var history = Shipped.Run(Shipped.Plan(people: 5_000, years: 2));
        Assert.All(history.Outcome().Faults, faults => Assert.Equal(0, faults));
    }

    private static double[] Factors(string temperament, uint number)
    {
        var district = Fresh(number);
        var factors = new double[district.Roster.Slots];
        district.TemperamentFactors(Conducts.TemperamentIndex(temperament), factors);
        return factors;
    }

    private static District Fresh(uint number) => new(Shipped.Plan(people: 2_500), 9, number, 2_500);
}
