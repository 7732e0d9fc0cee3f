using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Tests.Engine;
using Xunit;
using Mark = Glasshouse.Population.Mark;

namespace Glasshouse.Tests.Responding;

/// <summary>Consequences that hit others than the subject: whom, for how long, and as what they are counted.</summary>
public sealed class SpillTests
{
    private static readonly string[] Worse =
        [.. Shipped.Alone.Grades.Keys.SkipWhile(g => !Shipped.Alone.Grades[g].Entry).Skip(1)];

    private static readonly Lazy<RunPlan> LazyPlan = new(() => PlanOf(Shipped.Alone with
    {
        Consequences = new Dictionary<string, Consequence>
        {
            ["home"] = Of(Effect.TravelRefused, 0.5, 0.25, Reached.Household),
            ["children"] = Of(Effect.DrivingBarred, 0, 1, Reached.Child),
            ["staff"] = Of(Effect.Honour, 0, 0.5, Reached.Staff),
            ["heads"] = Of(Effect.FirmIncome, 0, -0.1, Reached.FirmHead),
            ["schools"] = Of(Effect.SchoolRefused, 1, 1, Reached.Child),
        },
    }));

    private static RunPlan Plan => LazyPlan.Value;

    [Fact]
    public void Whoever_shares_a_home_or_a_firm_with_a_bad_grade_is_hit_while_it_is_held_and_nobody_else()
    {
        var hit = new Dictionary<SpillTo, int>();
        var ended = 0;
        var before = new HashSet<int>();
        Watch(Plan, (district, twin) =>
        {
            var table = twin.Regime.Consequences;
            var (home, child) = (IndexOf(table, SpillTo.Household), IndexOf(table, SpillTo.Child));
            var (staff, head) = (IndexOf(table, SpillTo.Staff), IndexOf(table, SpillTo.FirmHead));
            var roster = district.Roster;
            var bad = Enumerable.Range(0, roster.Slots).Where(o => roster.Lives(o) && Bad(twin, roster, o)).ToList();
            var now = new HashSet<int>();
            for (var slot = 0; slot < roster.Slots; slot++)
            {
                var hits = twin.Standing.Hits[slot];
                Assert.Equal(hits != 0, (twin.Situation.Marks[slot] & MarkBits.Of(Mark.Hit)) != 0);
                var others = roster.Lives(slot) ? bad.Where(o => o != slot).ToList() : [];
                var athome = others.Where(o => roster.Household[o] == roster.Household[slot]).ToList();
                Assert.Equal(athome.Count > 0, Has(hits, home));
                Assert.Equal(athome.Any(o => roster.Age[o] - roster.Age[slot] is >= 18 and <= 50), Has(hits, child));
                // Work changes between the looks of a quarter: who is hit is linked, though perhaps no longer at work there.
                Assert.False(Has(hits, staff) && !others.Contains(roster.Employer[slot]));
                Assert.False(Has(hits, head) && !others.Any(o => roster.Employer[o] == slot));
                foreach (var spill in new[] { home, child, staff, head }.Where(s => Has(hits, s)))
                {
                    var to = table.Spills.Spills[spill].To;
                    hit[to] = hit.GetValueOrDefault(to) + 1;
                    now.Add(slot * 16 + spill);
                }
            }
            ended += before.Except(now).Count();
            before = now;
        });
        Assert.Equal(4, hit.Count);
        Assert.True(ended > 100);
    }

    [Fact]
    public void What_follows_is_ones_own_and_once_what_others_bring()
    {
        var (alone, both) = (0, 0);
        Watch(Plan, (district, twin) =>
        {
            var table = twin.Regime.Consequences;
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                var hit = Has(twin.Standing.Hits[slot], IndexOf(table, SpillTo.Household));
                var own = Array.IndexOf(Worse, twin.Regime.Grades.Names[twin.Standing.Grade[slot]]) >= 0;
                var expected = (own ? 0.5f : 0) + (hit ? 0.25f : 0);
                Assert.Equal(expected, new Treatment(table, twin.Situation, twin.Standing, slot).Of(Effect.TravelRefused));
                alone += hit && !own ? 1 : 0;
                both += hit && own ? 1 : 0;
            }
        }, weeks: 60);
        Assert.True(alone > 0 && both > 0);
    }

    [Fact]
    public void Who_has_no_bad_grade_and_is_hit_is_counted_as_hit_by_spill_over_and_by_nothing_else()
    {
        var (counted, refused) = (0, 0);
        Watch(Plan, (district, twin) =>
        {
            var spills = twin.Regime.Consequences.Spills;
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                var marks = twin.Situation.Marks[slot];
                var harmed = (twin.Standing.Hits[slot] & spills.Against) != 0;
                if ((marks & MarkBits.Of(Mark.Penalised)) == 0)
                {
                    Assert.Equal(harmed ? MarkBits.Of(Mark.BySpillOver) : 0, marks & MarkBits.Causes);
                    counted += harmed ? 1 : 0;
                }
                Assert.True(!harmed || (marks & MarkBits.Of(Mark.BySpillOver)) != 0);
            }
            foreach (var met in twin.Lives.Met)
            {
                var marks = twin.Situation.Marks[met.Slot];
                var free = (marks & (MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.Hit))) == 0;
                Assert.False(free && met is { Occasion: Occasion.Journey, Outcome: Glasshouse.Living.Outcome.RefusedByGrade });
                refused += (marks & MarkBits.Of(Mark.Penalised)) == 0 && met.Outcome == Glasshouse.Living.Outcome.RefusedByGrade ? 1 : 0;
            }
        });
        Assert.True(counted > 0);
        Assert.True(refused > 0);
    }

    [Fact]
    public void A_child_of_a_listed_parent_is_turned_away_whichever_parent_pays()
    {
        var (own, others) = (0, 0);
        Watch(Plan, (_, twin) =>
        {
            foreach (var act in twin.Answering.Public.Where(a => a.Effect == Effect.SchoolRefused))
            {
                var listed = (twin.Situation.Marks[act.Slot] & MarkBits.Of(Mark.Penalised)) != 0;
                own += listed ? 1 : 0;
                others += listed ? 0 : 1;
            }
        });
        Assert.True(own > 0 && others > 0);
    }

    [Fact]
    public void Whom_a_parents_grade_keeps_from_driving_drives_again_when_it_ends()
    {
        var (barred, again) = (new HashSet<(int, int)>(), 0);
        Watch(Plan, (district, twin) =>
        {
            var child = IndexOf(twin.Regime.Consequences, SpillTo.Child);
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                if (!district.Roster.Lives(slot) || !district.Roster.Is(slot, Role.Driver))
                {
                    continue;
                }
                var who = (slot, (int)district.Roster.Generation[slot]);
                var drives = (twin.Situation.Roles[slot] & RoleBits.Of(Role.Driver)) != 0;
                Assert.Equal(!Has(twin.Standing.Hits[slot], child), drives);
                again += drives && barred.Contains(who) ? 1 : 0;
                if (!drives)
                {
                    barred.Add(who);
                }
            }
        });
        Assert.NotEmpty(barred);
        Assert.True(again > 0);
    }

    [Fact]
    public void Whom_something_of_size_nothing_hits_lives_as_before()
    {
        var with = PlanOf(Shipped.Alone with
        {
            Consequences = new Dictionary<string, Consequence>
            {
                ["home"] = Of(Effect.TravelRefused, 0.5, 0, Reached.Household, Reached.Child, Reached.Staff, Reached.FirmHead),
            }
        });
        var without = PlanOf(Shipped.Alone with
        {
            Consequences = new Dictionary<string, Consequence>
            {
                ["home"] = Of(Effect.TravelRefused, 0.5, null),
            }
        });
        var (one, other) = (Weekly.Run(with, 3).Twins[1], Weekly.Run(without, 3).Twins[1]);
        Assert.True(one.Standing.Hits.Span.ContainsAnyExcept((ushort)0));
        Assert.Equal(other.Situation.Savings.Span, one.Situation.Savings.Span);
        Assert.Equal(other.Mind.Stress.Span, one.Mind.Stress.Span);
        Assert.Equal(0, other.Standing.Hits.Length);
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing() => SameBits.Check(Plan with { People = 5_000, Years = 2 });

    [Theory]
    [InlineData("also-size: { value: 1, document: S1 }, ", "")]
    [InlineData("also-hits: [firm-head], ", "firms")]
    public void What_hits_nobody_is_refused(string key, string subjects)
    {
        var text = Files.SmallRegime.Text.Replace("effect: named-in-public", key + "effect: named-in-public", StringComparison.Ordinal)
            .Replace("subjects:\n", subjects.Length == 0 ? "subjects:\n" : $"subjects:\n  of: {subjects}\n", StringComparison.Ordinal);
        var reading = Files.SmallRegime.Read(text);
        Assert.Contains(FaultCode.AlsoHits,
            RegimeCheck.Check(reading, Files.SmallRegime.Conducts).Select(f => f.Code));
    }

    private static bool Has(ushort hits, int spill) => (hits & 1 << spill) != 0;

    private static int IndexOf(ConsequenceTable table, SpillTo to) => Array.FindIndex(table.Spills.Spills, s => s.To == to);

    private static bool Bad(Twin twin, Roster roster, int slot) => roster.Is(slot, Role.Adult)
        && (twin.Situation.Marks[slot] & MarkBits.Of(Mark.Unscored)) == 0
        && Worse.Contains(twin.Regime.Grades.Names[twin.Standing.Grade[slot]]);

    private static Consequence Of(Effect effect, double size, double? also, params Reached[] hits) => new()
    {
        Text = "t",
        Grades = Worse,
        Effect = effect,
        Size = Figure(size),
        AlsoHits = hits,
        AlsoSize = also is { } value ? Figure(value) : null,
        Documented = true,
    };

    private static Figure Figure(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);

    private static RunPlan PlanOf(Regime regime) =>
        Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime), people: 2_000, years: 3);

    private static void Watch(RunPlan plan, Action<District, Twin> look, int weeks = 156)
    {
        var seen = 0;
        Weekly.Run(plan, 3, (district, _) =>
        {
            if (district.Twins.Count == 2 && seen++ < weeks)
            {
                look(district, district.Twins[1]);
            }
        });
    }
}
