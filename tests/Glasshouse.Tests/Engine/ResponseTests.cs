using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Lab;
using Glasshouse.Lab.Telling;
using Glasshouse.Regimes;
using Glasshouse.Tests.Telling;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>Authorities answer when support falls, as the regime file says.</summary>
public sealed class ResponseTests
{
    [Fact]
    public void The_next_answer_is_the_first_that_is_due_and_none_is_passed_twice()
    {
        Response[] responses =
        [
            new("reform", 52, int.MaxValue, 0.5, []), new("harder", 0, 104, 0.3, []), new("repeal", 60, int.MaxValue, 0.4, []),
        ];
        int Next(int now, double support, int week) => Response.Next(responses, now, [Fixed.From(support) * 7, 7, 0], week);
        Assert.Equal(0.25, Response.Mean([Fixed.From(0.25) * 7, 7, 0]), 9);
        Assert.Equal(-1, Next(-1, 0.45, 48));
        Assert.Equal(1, Next(-1, 0.2, 48));
        Assert.Equal(0, Next(-1, 0.45, 52));
        Assert.Equal(-1, Next(-1, 0.5, 52));
        Assert.Equal(1, Next(0, 0.2, 100));
        Assert.Equal(2, Next(0, 0.2, 104));
        Assert.Equal(2, Next(2, 0.2, 104));
        Assert.Equal(0, Next(0, 0.45, 104));
        Assert.Equal(-1, Response.Next(responses, -1, [0, 0, 0], 104));
    }

    [Fact]
    public void An_answer_to_protest_waits_for_more_of_it_than_the_file_says_and_may_wait_for_support_as_well()
    {
        Response[] responses =
        [
            new("hush", 0, int.MaxValue, double.NegativeInfinity, []) { Above = 0.01 },
            new("reform", 0, int.MaxValue, 0.3, []) { Above = 0.05 },
        ];
        int Next(int now, double support, long protesting) =>
            Response.Next(responses, now, [Fixed.From(support) * 1000, 1000, protesting], 4);
        Assert.Equal(0.02, Response.Protest([0, 1000, 20]), 9);
        Assert.Equal(-1, Next(-1, 0.5, 10));
        Assert.Equal(0, Next(-1, 0.5, 11));
        Assert.Equal(0, Next(0, 0.5, 50));
        Assert.Equal(1, Next(0, 0.5, 51));
        Assert.Equal(1, Next(0, 0.2, 0));
    }

    [Fact]
    public void A_phase_that_waits_for_protest_is_read_compiled_and_told()
    {
        var phase = new Phase { WhenProtestAbove = PhaseTests.Of(0.02), Text = "repeal", Without = ["*"] };
        var regime = PhaseTests.With(("over", phase));
        var response = Assert.Single(Shipped.Compiled(Shipped.Tables, regime).Responses);
        Assert.Equal((0.02, double.NegativeInfinity), (response.Above, response.Below));
        Assert.Equal("once more than 2% protest: repeal; nothing is in force", Assert.Single(Turning.Of(regime)).Words);
    }

    [Fact]
    public void An_answer_that_is_due_from_a_year_is_a_phase_of_that_year_and_one_that_is_never_due_is_none()
    {
        ulong[] Run(Regime regime) => [.. Shipped.Run(Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime))).Digests];
        Assert.Equal(Run(PhaseTests.With(("over", PhaseTests.Phase(1, without: ["*"])))), Run(Answering(1, fromYear: 1)));
        Assert.Equal(Run(PhaseTests.With()), Run(Answering(0)));
    }

    [Fact]
    public void A_dated_phase_behind_an_answer_ends_it()
    {
        var regime = PhaseTests.With(
            ("without-rows", Softer(1, null)), ("over", PhaseTests.Phase(1, without: ["*"])), ("back", Softer(1, 2) with { Without = [] }));
        var tables = Shipped.Compiled(Shipped.Tables, regime);
        Assert.Equal([(0, 52), (104, int.MaxValue)], tables.Responses.Select(r => (r.FromWeek, r.UntilWeek)));
        Assert.True(tables.At(40, 0, 0).Runs);
        Assert.Contains(tables.At(40, 0, 0).Rules.Rules, r => !r.InForce);
        Assert.All(tables.At(40).Rules.Rules, r => Assert.True(r.InForce));
        Assert.False(tables.At(60, 0, 0).Runs);
        Assert.False(tables.At(60).Runs);
        Assert.True(tables.At(110, 0, 1).Runs);
    }

    [Fact]
    public void It_begins_at_the_exchange_at_which_support_is_below_and_threads_checkpoints_and_replays_agree()
    {
        // Support of a run without answers; up to the answer it is that of the run with one.
        var free = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Shipped.Regime), years: 3);
        var support = Support(free);
        var below = (support.Min() + support[0]) / 2;
        var first = support.FindIndex(s => s < below);
        Assert.InRange(first, 1, support.Count - 2);

        var regime = PhaseTests.With(("over", new Phase { WhenSupportBelow = PhaseTests.Of(below), Without = ["*"] }));
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime), years: 3);
        using var crew = new Crew(1);
        var history = new History(plan, 1, crew);
        var saved = new List<byte[]>();
        while (!history.Finished)
        {
            using var stream = new MemoryStream();
            history.Save(stream);
            saved.Add(stream.ToArray());
            history.Advance();
        }
        Assert.Equal([("over", (first + 1) * Calendar.Exchange)], history.Outcome().Responses);
        Assert.All(history.Districts, d => Assert.False(d.Twins[^1].Regime.Runs));
        foreach (var bytes in saved)
        {
            var loaded = History.Load(plan, 1, crew, new MemoryStream(bytes));
            var exchange = loaded.Digests.Count;
            loaded.Advance();
            Assert.Equal(history.Digests[exchange], loaded.Digests[exchange]);
        }
        Assert.Equal(history.Digests, Shipped.Run(plan with { Threads = 2 }).Digests);
        var replays = Enumerable.Range(0, 2).Select(d => new Replay(plan, 1, d, history.Directives)).ToList();
        replays.ForEach(r => r.Run());
        Assert.Equal(history.Digests, replays[0].Digests.Zip(replays[1].Digests, (a, b) => Digest.Root([a, b])));
        var before = plan.BurnInWeeks / Calendar.Exchange + first + 1;
        Assert.Equal(Shipped.Run(free).Digests.Take(before), history.Digests.Take(before));
        Assert.NotEqual(Shipped.Run(free).Digests[before], history.Digests[before]);
    }

    [Fact]
    public void Readers_are_told_that_it_may_come_and_a_life_and_an_account_that_it_came()
    {
        var run = Told.With(regime => regime with
        {
            Phases = new Dictionary<string, Phase> { ["less"] = Softer(1, 0.5) with { Without = ["WD-000"], Text = "a reform" } },
        });
        Assert.Equal(["once support is below 100%, 0.5 years on or later: a reform; not in force WD-000"],
            Turning.Of(run.Regime).Select(t => t.Words));
        var person = Told.People(0).First();
        var told = LifeStory.Tell(run, new LifeWish { Person = person.ToString() }).With.Select(e => (e.Week, e.Text)).ToList();
        Assert.Contains((29, "support has fallen, and the authorities answer: a reform"), told);
        Assert.Contains((29, "the rules change: a reform; not in force WD-000"), told);
        Assert.Null(Account.Of(run, person, 28).NotInForce);
        Assert.Equal("Not in force in this week: WD-000.", Account.Of(run, person, 29).NotInForce);
    }

    private static List<double> Support(RunPlan plan)
    {
        var list = new List<double>();
        using var crew = new Crew(1);
        var history = new History(plan, 1, crew);
        var tally = new long[Response.Length];
        while (!history.Finished)
        {
            history.Advance();
            if (history.Week > plan.BurnInWeeks)
            {
                var sum = new long[Response.Length];
                foreach (var district in history.Districts)
                {
                    Response.Tally(tally, district.Roster, district.Twins[^1].Mind, district.Twins[^1].Situation);
                    (sum[0], sum[1]) = (sum[0] + tally[0], sum[1] + tally[1]);
                }
                list.Add(Response.Mean(sum));
            }
        }
        return list;
    }

    private static Regime Answering(double below, double? fromYear = null) =>
        PhaseTests.With(("over", Softer(below, fromYear) with { Without = ["*"] }));

    private static Phase Softer(double below, double? fromYear) => new()
    {
        FromYear = fromYear is { } year ? PhaseTests.Of(year) : null,
        WhenSupportBelow = PhaseTests.Of(below),
        Without = [.. Shipped.Regime.Rows.Keys.Take(20)],
    };
}
