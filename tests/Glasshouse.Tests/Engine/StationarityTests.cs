using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>Over twenty years of ordinary law what should rest, rests: a difference between twins is not a drift of both.</summary>
public sealed class StationarityTests(StationarityTests.TwentyYears run) : IClassFixture<StationarityTests.TwentyYears>
{
    // The mean of years 16 to 20 may lie 2 percent from that of years 1 to 5: less than any difference between twins that is told. What
    // eight histories differ in by chance comes on top, as four standard errors; scatter alone passes them (Student, 7 degrees) once
    // in 190 tries, so one of the 17 stocks once in 11 choices of seeds if there were no bound besides. Few people are in arrears at a
    // time, so for arrears chance is most of it; for minds it is next to nothing.
    private const double Bound = 0.02;
    private const double Errors = 4;

    [Theory]
    [InlineData(Measure.Employed, Measure.Workforce)]
    [InlineData(Measure.Borrowers, Measure.Adults)]
    [InlineData(Measure.InLoanArrears, Measure.Adults)]
    [InlineData(Measure.InCardArrears, Measure.Adults)]
    [InlineData(Measure.InBillArrears, Measure.Adults)]
    [InlineData(Measure.InTaxArrears, Measure.Adults)]
    [InlineData(Measure.InJudgmentDebt, Measure.Adults)]
    [InlineData(Measure.Stress, Measure.Adults)]
    [InlineData(Measure.TrustInstitutions, Measure.Adults)]
    [InlineData(Measure.TrustPeople, Measure.Adults)]
    [InlineData(Measure.Support, Measure.Adults)]
    [InlineData(Measure.Safety, Measure.Adults)]
    [InlineData(Measure.RiskFinancial, Measure.Adults)]
    [InlineData(Measure.RiskOnline, Measure.Adults)]
    [InlineData(Measure.RiskPublic, Measure.Adults)]
    [InlineData(Measure.RiskLegal, Measure.Adults)]
    public void A_stock_does_not_drift(Measure part, Measure whole) =>
        Rests(year => year[(int)part] / year[(int)whole]);

    [Fact]
    public void The_share_of_critical_words_withheld_does_not_drift() =>
        Rests(year => 1 - year[(int)Measure.SaidAsMeant] / year[(int)Measure.Thought]);

    // Under ordinary law nobody is scored, so nothing aggrieves.
    [Fact]
    public void There_is_no_grievance_without_a_regime() =>
        Assert.All(run.Years.SelectMany(history => history), year => Assert.Equal(0, year[(int)Measure.Grievance]));

    // What demography moves: ages are the census' at the fork. Afterwards newcomers arrive younger than those who left by the mean stay,
    // but the first of a household is an adult and nobody is younger than 0, so the tables are kept to about two points.
    [Fact]
    public void Ages_stay_about_what_the_census_says()
    {
        Assert.All(run.Ages, ages =>
        {
            Assert.Equal(0.1795, ages.Young, 0.025);
            Assert.Equal(0.187, ages.Old, 0.025);
            Assert.Equal(run.Ages[0].Mean, ages.Mean, 1.0);
        });
    }

    private void Rests(Func<double[], double> stock) => Assert.Null(Drift(run, stock));

    /// <summary>What a stock does in place of resting; null if it rests.</summary>
    internal static string? Drift(TwentyYears run, Func<double[], double> stock)
    {
        var early = run.Years.Average(history => history[..5].Average(stock));
        var drifts = run.Years.Select(history => history[15..].Average(stock) - history[..5].Average(stock)).ToList();
        var drift = drifts.Average();
        var error = Math.Sqrt(drifts.Sum(d => (d - drift) * (d - drift)) / (drifts.Count - 1) / drifts.Count);
        return Math.Abs(drift) <= Bound * early + Errors * error
            ? null : $"{early:F4} in years 1-5, {drift:+0.0000;-0.0000} by years 16-20";
    }

    /// <summary>Eight histories that all tests of the class look at.</summary>
    public sealed class TwentyYears
    {
        private const int People = 5_000;

        public TwentyYears()
            : this(Shipped.Tables)
        {
        }

        internal TwentyYears(SocietyTables tables)
        {
            var plan = Shipped.Plan(tables, people: People, years: 20, burnInYears: 4) with
            {
                Twins = [RegimeTables.LawOnly(tables.Conducts)],
                Threads = 2,
            };
            using var crew = new Crew(plan.Threads);
            for (var seed = 21UL; seed < 29; seed++)
            {
                var history = new History(plan, seed, crew);
                while (!history.Finished)
                {
                    if (history.Week >= plan.BurnInWeeks && (history.Week - plan.BurnInWeeks) % Calendar.Year == 0)
                    {
                        Ages.Add(Count(history));
                    }
                    history.Advance();
                }
                Years.Add([.. history.Outcome().Series[0].Chunk(tables.Measures.Count * Calendar.Year / Calendar.Exchange)
                    .Select(year => Sum(year, tables.Measures.Count))]);
            }
        }

        /// <summary>Sums of all measures, by history and year.</summary>
        public List<double[][]> Years { get; } = [];

        /// <summary>Shares under 15 and from 60 years, and the mean age, by history and year.</summary>
        public List<(double Young, double Old, double Mean)> Ages { get; } = [];

        private static double[] Sum(long[] year, int measures)
        {
            var sums = new double[measures];
            for (var i = 0; i < year.Length; i++)
            {
                sums[i % measures] += year[i];
            }
            return sums;
        }

        private static (double, double, double) Count(History history)
        {
            var ages = history.Districts.SelectMany(d => d.Roster.Age.Span.ToArray()).Where(age => age != Roster.Vacant).ToList();
            return (ages.Average(a => a < 15 ? 1.0 : 0), ages.Average(a => a >= 60 ? 1.0 : 0), ages.Average(a => a));
        }
    }
}
