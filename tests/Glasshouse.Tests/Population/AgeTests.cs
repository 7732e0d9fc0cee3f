using Glasshouse.Engine;
using Glasshouse.Population;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Population;

/// <summary>The census ages: met when the society is drawn and at the fork, and kept about after it.</summary>
public sealed class AgeTests
{
    // National Bureau of Statistics of China, census of 1 November 2020: 17.95 percent under 15, 18.7 percent of 60 or over.
    [Theory]
    [InlineData(4, 0, 0.006)]
    [InlineData(4, 20, 0.035)]
    public void The_shares_of_young_and_old_are_those_of_the_census(int burnInYears, int years, double tolerance)
    {
        // Chance among 10,000 people is 0.4 points (one standard deviation) where people were replaced.
        var both = Shipped.Plan(people: 10_000, years: Math.Max(1, years), burnInYears: burnInYears);
        var plan = both with { Twins = [both.Twins[0]] };
        using var crew = new Crew(1);
        var history = new History(plan, 1, crew);
        while (history.Week < plan.BurnInWeeks + years * 52)
        {
            history.Advance();
        }
        var ages = history.Districts.SelectMany(d => d.Roster.Age.Span.ToArray()).Where(a => a != Roster.Vacant).ToList();
        Assert.Equal(0.1795, ages.Count(a => a < 15) / (double)ages.Count, tolerance);
        Assert.Equal(0.187, ages.Count(a => a >= 60) / (double)ages.Count, tolerance);
    }
}
