using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Regimes;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>Channels that see more, or less, from year to year.</summary>
public sealed class YearlyGainTests
{
    [Theory]
    [InlineData(1, 0.5, new[] { 0.2, 0.3, 0.45, 0.675, 1, 1 })]
    [InlineData(1, -0.5, new[] { 0.2, 0.1, 0.05, 0.025, 0.0125, 0.00625 })]
    [InlineData(0.5, 0, new[] { 0.1, 0.1, 0.1 })]
    public void Coverage_grows_by_its_share_each_year_and_ends_at_one(double sensitivity, double gain, double[] byYear)
    {
        var tables = Shipped.Compiled(Shipped.Tables, Regime(sensitivity, gain));
        for (var year = 0; year < byYear.Length; year++)
        {
            foreach (var week in new[] { year * Calendar.Year, year * Calendar.Year + 51 })
            {
                Assert.Equal(byYear[year], tables.At(week).Sights.SeenUrban[(int)Channel.Public], 6);
                Assert.Equal(byYear[year], tables.At(week).Reach[(int)Channel.Public], 6);
            }
        }
        Assert.Equal(gain == 0, tables.Epochs.Count == 0);
    }

    [Fact]
    public void What_is_seen_follows_it_within_chance()
    {
        var regime = Regime(0.8, 0.5);
        var tables = Compilation.Compile(regime, NoFeedback.Tables.Conducts, NoFeedback.Society.Living, NoFeedback.Society.Observing);
        var (seen, expected, variance) = (new int[3], new double[3], new double[3]);
        Weekly.Run(Shipped.Plan(NoFeedback.Tables, tables, people: 3_000, years: 3), 5, (district, week) =>
        {
            var year = week / Calendar.Year - 1;
            if (year < 0)
            {
                return;
            }
            var (twin, conducts) = (district.Twins[^1], NoFeedback.Tables.Conducts);
            foreach (ref readonly var act in twin.Acts.All)
            {
                if (conducts.Channel[act.Conduct] == (int)Channel.Public && tables.Sights.Watched[act.Conduct]
                    && act.Said is Said.Nothing or Said.AsMeant)
                {
                    var coverage = Math.Min(1, 0.2 * Math.Pow(1.5, year));
                    var chance = conducts.Openness[act.Conduct] * coverage * 0.8;
                    expected[year] += chance;
                    variance[year] += chance * (1 - chance);
                }
            }
            foreach (ref readonly var sighting in twin.Watching.Sightings.Seen)
            {
                seen[year] += conducts.Channel[sighting.Conduct] == (int)Channel.Public ? 1 : 0;
            }
        });
        for (var year = 0; year < 3; year++)
        {
            Assert.True(expected[year] > 200, $"{expected[year]} expected");
            Assert.InRange((seen[year] - expected[year]) / Math.Sqrt(variance[year]), -4, 4);
        }
    }

    private static Regime Regime(double sensitivity, double gain) => NoFeedback.Regime with
    {
        Channels = new Dictionary<Channel, Sight>
        {
            [Channel.Public] = new()
            {
                CoverageUrban = PhaseTests.Of(0.2),
                CoverageRural = PhaseTests.Of(0.2),
                Sensitivity = PhaseTests.Of(sensitivity),
                FromLaw = PhaseTests.Of(0),
                Misattributed = PhaseTests.Of(0),
                Misread = PhaseTests.Of(0),
                Invented = PhaseTests.Of(0),
                YearlyGain = PhaseTests.Of(gain),
            },
        },
    };
}
