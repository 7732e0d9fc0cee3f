using Glasshouse.Lab.Indicators;
using Glasshouse.Tallying;
using Xunit;

namespace Glasshouse.Tests.Lab.Indicators;

public sealed class CatalogueTests
{
    private static readonly MeasureSet Measures = MadeRun.Counting("traffic");

    private static Indicator Named(string name) => Catalogue.For(Measures, ["A", "B+", "C"]).Single(i => i.Name == name);

    [Fact]
    public void Names_are_kebab_case_and_each_its_own()
    {
        var names = Catalogue.For(Measures, ["A", "B+", "C"]).Select(i => i.Name).ToArray();
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, n => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", n));
        Assert.True(names.Length >= 30);
    }

    [Fact]
    public void What_the_society_does_not_count_is_left_out_by_name()
    {
        Assert.DoesNotContain(Catalogue.For(Measures, ["A"]), i => i.Name == "bribery");
        Assert.Contains(Catalogue.Missing(Measures), i => i.Name == "bribery");
        Assert.Contains(Catalogue.For(Measures, ["A"]), i => i.Name == "traffic-offences");
    }

    [Fact]
    public void A_rate_is_events_over_years_lived()
    {
        // 1,000 adults at each of 4 quarters are 1,000 person-years; 50 events are 50 per 1,000 and year.
        var rate = Reckoner.Of(Named("harm-to-others"), Measures,
            m => Count(m, (Measure.Adults, 4_000), (Measure.HarmfulActs, 50)), 4);
        Assert.Equal(50, rate.Value, 1e-9);
        Assert.Equal(1000, rate.AtRisk, 1e-9);
        Assert.Equal(50, rate.Events);
    }

    [Fact]
    public void A_group_of_conducts_is_a_rate_too()
    {
        var rate = Reckoner.Of(Named("traffic-offences"), Measures,
            m => m == (int)Measure.Groups ? 20 : Count(m, (Measure.Adults, 4_000)), 4);
        Assert.Equal(20, rate.Value, 1e-9);
    }

    [Fact]
    public void Weeks_are_counted_by_the_quarter()
    {
        // A tenth of all adults at every quarter's end: 5.2 weeks each a year, 5,200 per 1,000.
        var weeks = Reckoner.Of(Named("weeks-wronged"), Measures,
            m => Count(m, (Measure.Adults, 4_000), (Measure.ByError, 400)), 4);
        Assert.Equal(5200, weeks.Value, 1e-9);
        Assert.Equal(100, weeks.Events, 1e-9);
    }

    [Fact]
    public void A_mean_is_a_sum_of_shares_over_persons()
    {
        var mean = Reckoner.Of(Named("stress"), Measures,
            m => Count(m, (Measure.Adults, 100), (Measure.Stress, Glasshouse.Kernel.Fixed.From(25))), 1);
        Assert.Equal(25, mean.Value, 1e-6);
        Assert.Equal(double.PositiveInfinity, mean.Events);
    }

    [Fact]
    public void Moves_between_grades_add_up_to_everybody()
    {
        string[] names = ["grade-kept", "grade-rose", "grade-fell"];
        var sum = names.Sum(n => Reckoner.Of(Named(n), Measures,
            m => m is >= (int)Measure.Transitions and < (int)Measure.Groups ? m : 0, 4).Value);
        Assert.Equal(100, sum, 1e-9);
    }

    [Fact]
    public void Nobody_at_risk_gives_no_number() =>
        Assert.True(double.IsNaN(Reckoner.Of(Named("hired"), Measures, _ => 0, 4).Value));

    [Theory]
    [InlineData(10, 20, 12)]
    [InlineData(6, 12, 12)]
    [InlineData(1, 4, 0)]
    public void Periods_have_their_quarters(int years, int rollOut, int mature)
    {
        Assert.Equal(rollOut, Reckoner.Quarters(Periods.RollOut, years));
        Assert.Equal(mature, Reckoner.Quarters(Periods.Mature, years));
    }

    private static long Count(int measure, params (Measure Measure, long Count)[] counts) =>
        counts.FirstOrDefault(c => (int)c.Measure == measure).Count;
}
