using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Xunit;
using Mark = Glasshouse.Population.Mark;

namespace Glasshouse.Tests.Engine;

/// <summary>What of a regime is in force when and where: phases, years of rows and consequences.</summary>
public sealed class PhaseTests
{
    // Weeks; in the midst of a month, so that what was heard last is of a regime that still ran.
    private const int RepealedAfter = Calendar.Year + 1;

    private static readonly Regime Repealed = With(("over", Phase(RepealedAfter / (double)Calendar.Year, without: ["*"])));

    /// <summary>
    /// A pilot in half of the districts, extended to all of them without some rows, then without what follows from grades, then over.
    /// </summary>
    private static readonly Regime Changing = With(
        ("pilot", Phase(0, 0.5)),
        ("extended", Phase(1, without: [.. Shipped.Regime.Rows.Keys.Take(20)])),
        ("no-penalties", Phase(1.5, without: [.. Shipped.Regime.Consequences.Keys])),
        ("over", Phase(2, without: ["*"]))) with
    {
        Channels = Shipped.Regime.Channels.ToDictionary(c => c.Key, c => c.Value with { YearlyGain = Of(0.5) }),
    };

    [Fact]
    public void A_repealed_regime_enters_nothing_new_and_nothing_follows_from_what_it_entered()
    {
        var (entered, marked, before) = (0, 0, 0);
        var counting = new List<int>();
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Repealed), people: 2_000, years: 4);
        var last = Weekly.Run(plan, 3, (district, week) =>
        {
            var twin = district.Twins[^1];
            var since = week - Calendar.Year;
            if (since < 0)
            {
                return;
            }
            var apart = MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.Rewarded) | MarkBits.Of(Mark.Aware) | MarkBits.Causes;
            var count = twin.Situation.Marks.Span.ToArray().Count(m => (m & apart) != 0);
            if (since < RepealedAfter)
            {
                before += count;
                return;
            }
            entered += twin.Entering.Records.Length + twin.Answering.Public.Count + twin.Experience.Noticed.Count;
            marked += count;
            counting.Add(Enumerable.Range(0, twin.Dossiers.Ledger.Count).Count(r => twin.Dossiers.Ledger.State(r) == RecordState.Counting));
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                var answers = new Treatment(twin.Regime.Consequences, twin.Situation, twin.Standing, slot);
                foreach (var effect in Enum.GetValues<Effect>())
                {
                    Assert.Equal(0, answers.Of(effect));
                }
                Assert.Equal(district.Roster.Roles[slot] & RoleBits.Of(Role.Driver), twin.Situation.Roles[slot] & RoleBits.Of(Role.Driver));
            }
        });
        Assert.True(before > 1000);
        Assert.Equal((0, 0), (entered, marked));
        Assert.True(counting[0] > 100, "records entered before stand");
        Assert.Equal(counting.OrderDescending(), counting);
        Assert.True(counting[^1] < counting[0] / 2, "and run out by their terms");
        Assert.False(last.Twins[^1].Signal.Runs);
    }

    [Fact]
    public void Until_it_changes_a_regime_is_the_one_that_never_does()
    {
        var never = Shipped.Run(Shipped.Plan()).Digests;
        var changes = Shipped.Run(Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Repealed))).Digests;
        const int Same = 2 * Calendar.Year / Calendar.Exchange;
        Assert.Equal(never.Take(Same), changes.Take(Same));
        Assert.NotEqual(never[Same], changes[Same]);
    }

    [Fact]
    public void To_take_out_what_no_act_can_meet_changes_no_bit()
    {
        string[] never = [.. Shipped.Regime.Rows.Where(r => r.Value.NotModelled is not null).Select(r => r.Key).Take(3)];
        Assert.NotEmpty(never);
        var phased = With(("one", Phase(0.5, without: never)), ("other", Phase(1)));
        var compiled = Shipped.Compiled(Shipped.Tables, phased);
        Assert.Equal(3, compiled.Epochs.Count);
        Assert.Equal(Shipped.Run(Shipped.Plan()).Outcome().Digest, Shipped.Run(Shipped.Plan(regime: compiled)).Outcome().Digest);
    }

    [Fact]
    public void A_consequence_follows_in_its_own_years_only()
    {
        var (id, first) = Shipped.Regime.Consequences.First(c => c.Value is { Effect: not null, Size: not null, Applied: null });
        var regime = Shipped.Compiled(Shipped.Tables, Shipped.Regime with
        {
            Consequences = new Dictionary<string, Consequence> { [id] = first with { FromYear = Of(1), UntilYear = Of(2.5) } },
        });
        var grade = (byte)regime.Grades.Names.ToList().IndexOf(first.Grades[0]);
        foreach (var (week, size) in new[] { (0, 0.0), (51, 0), (52, first.Size!.Value), (129, first.Size.Value), (130, 0), (500, 0) })
        {
            Assert.Equal((float)size, regime.At(week).Consequences.Of(grade, first.Effect!.Value));
        }
    }

    [Fact]
    public void A_pilot_runs_in_the_share_of_districts_that_its_phase_says_and_nowhere_else()
    {
        var pilot = With(("pilot", Phase(0, 0.5)), ("all", Phase(1)));
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, pilot), people: 10_000);
        using var crew = new Crew(1);
        var history = new History(plan, 1, crew);
        while (history.Week < plan.BurnInWeeks + Calendar.Year)
        {
            history.Advance();
        }
        var within = history.Districts.Where(d => d.Twins[^1].Dossiers.Ledger.Count > 0).ToList();
        Assert.Equal(2, within.Count);
        var aware = MarkBits.Of(Mark.Aware);
        Assert.All(history.Districts.Except(within), d => Assert.DoesNotContain(d.Twins[^1].Situation.Marks.Span.ToArray(),
            marks => (marks & aware) != 0));
        while (!history.Finished)
        {
            history.Advance();
        }
        Assert.All(history.Districts, d => Assert.True(d.Twins[^1].Dossiers.Ledger.Count > 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void A_larger_share_of_districts_holds_the_smaller_and_over_seeds_the_share_is_met(int districts)
    {
        const int Seeds = 2_000;
        foreach (var share in new[] { 0, 0.1, 0.25, 0.5, 1 })
        {
            var sum = 0;
            for (var seed = 0UL; seed < Seeds; seed++)
            {
                var within = Enumerable.Range(0, districts).Count(d => Pilot.Place(seed, (uint)d, districts) <= share);
                Assert.InRange(within, (int)Math.Floor(share * districts), (int)Math.Ceiling(share * districts));
                sum += within;
            }
            Assert.InRange(sum / (double)Seeds / districts, share - 0.04, share + 0.04);
        }
    }

    [Fact]
    public void With_all_of_it_threads_kernels_checkpoints_and_replays_come_to_the_same_bits()
    {
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Changing), years: 3);
        var digests = SameBits.CheckEveryExchange(plan);
        Assert.NotEqual(Shipped.Run(Shipped.Plan(years: 3)).Digests[^1], digests[^1]);
    }

    [Fact]
    public void A_weighed_regime_that_begins_later_weighs_everybody_at_once_and_a_checkpoint_after_it_goes_on_to_the_same_bits()
    {
        using var file = File.OpenRead(Path.Combine(Shipped.Root, "regimes", "us-fico.yaml"));
        var regime = YamlReader.Read<Regime>(file, "us-fico.yaml").ValueOrThrow() with
        {
            Phases = new Dictionary<string, Phase> { ["not-yet"] = Phase(0, without: ["*"]), ["begins"] = Phase(0.5) },
        };
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime), people: 2_000, years: 1);
        var start = plan.Twins[1].Grades.Start;
        var scores = new List<int>();
        Weekly.Run(plan, 1, (district, week) => scores.Add(
            district.Twins[^1].Standing.Score.Span.ToArray().Count(s => s != start && district.Twins.Count > 1)));
        Assert.All(scores.Take(Calendar.Year + 26), moved => Assert.Equal(scores[Calendar.Year], moved));
        Assert.True(scores[Calendar.Year + 26] > scores[Calendar.Year] + 1_000, "all are weighed in the first week");

        using var crew = new Crew(1);
        var history = new History(plan, 1, crew);
        while (history.Week < plan.BurnInWeeks + 36)
        {
            history.Advance();
        }
        using var stream = new MemoryStream();
        history.Save(stream);
        var loaded = History.Load(plan, 1, crew, new MemoryStream(stream.ToArray()));
        history.Advance();
        loaded.Advance();
        Assert.Equal(history.Digests[^1], loaded.Digests[^1]);
    }

    internal static Regime With(params IEnumerable<(string Id, Phase Phase)> phases) => Shipped.Regime with
    {
        Phases = phases.ToDictionary(p => p.Id, p => p.Phase),
    };

    internal static Phase Phase(double year, double? districts = null, string[]? without = null) => new()
    {
        FromYear = Of(year),
        Districts = districts is { } share ? Of(share) : null,
        Without = without ?? [],
    };

    internal static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
