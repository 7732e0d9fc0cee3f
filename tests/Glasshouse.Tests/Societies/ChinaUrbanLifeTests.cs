using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Xunit;

namespace Glasshouse.Tests.Societies;

/// <summary>What a year of it comes to under ordinary law, after burn-in.</summary>
public sealed class ChinaUrbanLifeTests
{
    [Fact]
    public void Under_ordinary_law_it_rests_where_its_file_puts_it()
    {
        var society = new SocietyTables(ChinaUrban.Load());
        BaseRates.Solve(society);
        var plan = new RunPlan
        {
            Society = society,
            Twins = [RegimeTables.LawOnly(society.Conducts)],
            People = 6000,
            Years = 1,
            Threads = 2,
        };
        using var crew = new Crew(plan.Threads);
        var history = new History(plan, 11, crew);
        while (!history.Finished)
        {
            history.Advance();
        }
        var year = history.Outcome();

        Assert.Equal(0, year.Faults[0]);
        Assert.InRange(Share(Measure.Borrowers, Measure.Adults), 0.25, 0.31);
        Assert.InRange(1 - Share(Measure.Employed, Measure.Workforce), 0.04, 0.065);
        // Published: 24.5 to 26.5 points between stated and held support (list_experiment_china).
        Assert.InRange(Mean(Measure.StatedSupport) - Mean(Measure.Support), 0.245, 0.265);
        // Published for another country: 13 to 40 percent do not speak their mind (self_censor_us_trend).
        Assert.InRange(Share(Measure.KeptSilent, Measure.Thought), 0.13, 0.40);
        Assert.InRange(Share(Measure.SaidOpposite, Measure.Thought), 0, 0.01);

        double Total(Measure measure) =>
            Enumerable.Range(0, year.Series[0].Length / year.Measures.Count)
                .Sum(e => (double)year.Series[0][e * year.Measures.Count + (int)measure]);
        double Share(Measure part, Measure whole) => Total(part) / Total(whole);
        double Mean(Measure measure) => Total(measure) / Fixed.One / Total(Measure.Adults);
    }
}
