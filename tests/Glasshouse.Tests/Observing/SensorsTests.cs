using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Lab;
using Glasshouse.Lab.Telling;
using Glasshouse.Observing;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Telling;
using Xunit;

namespace Glasshouse.Tests.Observing;

/// <summary>Sensors that are moved to where the regime's own records lie.</summary>
public sealed class SensorsTests
{
    private static readonly long[] Adults = [300, 100];

    [Fact]
    public void Equal_records_per_person_move_nothing_and_no_records_neither()
    {
        var sensors = Year(Sensors.Alike(0.7), (_, group) => 6 * Adults[group] / 100);
        Assert.All(sensors.Factors, factor => Assert.Equal(1, factor, 1e-6));
        Assert.Equal(Sensors.Alike(1).Factors, Year(Sensors.Alike(1), (_, _) => 0).Factors);
    }

    [Fact]
    public void A_share_of_the_attention_goes_where_records_were_and_the_mean_stays_one()
    {
        // A year of 13 x 300 records of 300 adults, and of 13 x 300 of 100: 2/3 and 2 to the mean.
        var sensors = Year(Sensors.Alike(0.5), (_, _) => 300);
        for (var channel = 0; channel < 4; channel++)
        {
            Assert.Equal(0.5 + 0.5 * (2 / 3.0), sensors.Factors[channel * 2], 1e-6);
            Assert.Equal(0.5 + 0.5 * 2, sensors.Factors[channel * 2 + 1], 1e-6);
        }
        var half = Sensors.Alike(0.5);
        for (var exchange = 0; exchange < 12; exchange++)
        {
            half = half.After([300, 300, 0, 0, 0, 0, 0, 0, .. Adults]);
            Assert.Equal(Sensors.Alike(1).Factors, half.Factors);
        }
    }

    [Fact]
    public void With_unequal_base_rates_it_runs_away_by_their_ratio_each_year()
    {
        var (sensors, even) = (Sensors.Alike(1), Sensors.Alike(1) with { Factors = [0.8f, 1.6f, 0.8f, 1.6f, 1, 1, 1, 1] });
        for (var year = 1; year <= 5; year++)
        {
            var (now, same) = (sensors, even);
            sensors = Year(sensors, (at, group) => (long)(1e6 * now.Factors[at] * Adults[group] * (group == 0 ? 2 : 3)));
            Assert.Equal(Math.Pow(1.5, year), sensors.Factors[1] / sensors.Factors[0], 1e-3);
            Assert.Equal(400, 300 * sensors.Factors[0] + 100 * sensors.Factors[1], 1e-2);

            // With equal base rates what was uneven at first stays as uneven: the records bear it out.
            even = Year(even, (at, group) => (long)(1e6 * same.Factors[at] * Adults[group]));
            Assert.Equal(2, even.Factors[1] / even.Factors[0], 1e-3);
        }
    }

    [Fact]
    public void After_unrest_all_attention_grows_and_without_it_none()
    {
        var quiet = Year(Sensors.Alike(0) with { AfterUnrest = 10 }, (_, _) => 0);
        Assert.Equal(1, quiet.Grown);
        var sensors = Sensors.Alike(0) with { AfterUnrest = 10 };
        for (var exchange = 0; exchange < 13; exchange++)
        {
            sensors = sensors.After([.. new long[8], .. Adults, 8]);
        }
        // 8 of 400 adults protested all the year: 2% times 10.
        Assert.Equal(1.2f, sensors.Grown, 1e-6f);
        Assert.Equal(Sensors.Alike(0).Factors, sensors.Factors);
    }

    [Fact]
    public void Corrected_records_move_nothing_where_conduct_is_alike_and_the_ratio_of_rates_where_it_is_not()
    {
        var uneven = Sensors.Alike(1) with { Factors = [0.8f, 1.6f, 0.8f, 1.6f, 1, 1, 1, 1], Corrected = true };
        var even = Year(uneven, (at, group) => (long)(1e6 * uneven.Factors[at] * Adults[group]));
        Assert.All(even.Factors, factor => Assert.Equal(1, factor, 1e-3));
        var sensors = Sensors.Alike(1) with { Corrected = true };
        for (var year = 0; year < 4; year++)
        {
            var now = sensors;
            sensors = Year(sensors, (at, group) => (long)(1e6 * now.Factors[at] * Adults[group] * (group == 0 ? 2 : 3)));
            Assert.Equal(1.5, sensors.Factors[1] / sensors.Factors[0], 1e-3);
        }
    }

    [Fact]
    public void In_a_run_the_group_that_is_seen_more_is_looked_at_more_from_year_to_year()
    {
        var plan = Plan(Following(1, 1.5), 4, 10_000);
        var ratios = new List<double>();
        using var crew = new Crew(1);
        var history = new History(plan, 1, crew);
        while (!history.Finished)
        {
            history.Advance();
            if (history.Week > plan.BurnInWeeks && history.Week % Calendar.Year == 0)
            {
                ratios.Add(history.Districts[0].Twins[1].Regime.Sensors!.Factors is var f ? f[5] / f[4] : 0);
            }
        }
        for (var year = 0; year < 3; year++)
        {
            Assert.InRange(ratios[year], 0.7 * Math.Pow(1.5, year + 1), 1.4 * Math.Pow(1.5, year + 1));
        }
        Assert.Equal(ratios.Order(), ratios);
    }

    [Fact]
    public void A_share_of_nothing_changes_no_bit_and_threads_checkpoints_and_replays_agree()
    {
        Assert.Equal(Shipped.Run(Plan(Following(null, 1.5), 2)).Digests, Shipped.Run(Plan(Following(0, 1.5), 2)).Digests);
        var plan = Plan(Following(0.8, 1.5), 3, 5_000);
        var digests = SameBits.CheckEveryExchange(plan);
        Assert.NotEqual(digests[^1], Shipped.Run(Plan(Following(0, 1.5), 3, 5_000)).Digests[^1]);
    }

    [Fact]
    public void What_a_phase_takes_out_of_force_the_sensors_keep()
    {
        var regime = Following(1, 1.5) with { Phases = new Dictionary<string, Phase> { ["over"] = PhaseTests.Phase(1.5, without: ["*"]) } };
        var plan = Plan(regime, 3);
        float[] before = [], after = [];
        Weekly.Run(plan, 1, (district, week) =>
        {
            before = week == plan.BurnInWeeks + 60 ? district.Twins[^1].Regime.Sensors!.Factors : before;
            after = week == plan.BurnInWeeks + 80 ? district.Twins[^1].Regime.Sensors!.Factors : after;
        });
        Assert.NotEqual(1, before[1]);
        Assert.Equal(before, after);
    }

    [Fact]
    public void Check_says_it_and_a_life_when_it_moves()
    {
        var run = Told.With(regime => regime with { Governance = (regime.Governance ?? new()) with { SensorsFollow = Of(0.5) } });
        Assert.Contains("moves 50% of each channel's attention each year to groups as their records of the year before",
            AttentionWords.Of(run.Regime));
        var told = Told.People(0).Take(12).SelectMany(person => LifeStory.Tell(run, new LifeWish { Person = person.ToString() }).With);
        Assert.Contains(told, e => e.Week == 53 && e.Text.Contains("channel looks at this group x", StringComparison.Ordinal));
    }

    // Thirteen exchanges with so many records by place of the factor and group.
    private static Sensors Year(Sensors sensors, Func<int, int, long> records)
    {
        for (var exchange = 0; exchange < 13; exchange++)
        {
            sensors = sensors.After([.. Enumerable.Range(0, 8).Select(at => records(at, at % 2)), .. Adults]);
        }
        return sensors;
    }

    private static Regime Following(double? share, double ofGroupB) => NoFeedback.Regime with
    {
        Governance = new Governance { SensorsFollow = share is { } s ? Of(s) : null },
        Channels = NoFeedback.Regime.Channels.ToDictionary(c => c.Key, c => c.Value with
        {
            // Only the regime's own eyes, so that records follow from attention.
            FromLaw = NoFeedback.Zero,
            Misattributed = NoFeedback.Zero,
            Misread = NoFeedback.Zero,
            Invented = NoFeedback.Zero,
            CoverageUrban = Of(0.3),
            CoverageRural = Of(0.3),
            Sensitivity = Of(0.3),
            ByGroup = new Dictionary<string, Figure> { ["b"] = Of(ofGroupB) },
        }),
    };

    private static RunPlan Plan(Regime regime, int years, int people = 2_500) =>
        Shipped.Plan(NoFeedback.Tables, Shipped.Compiled(NoFeedback.Tables, regime), people: people, years: years);

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
