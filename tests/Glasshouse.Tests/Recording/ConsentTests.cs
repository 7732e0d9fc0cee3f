using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Scoring;
using Glasshouse.Tallying;
using Glasshouse.Tests.Engine;
using Xunit;
using Mark = Glasshouse.Population.Mark;

namespace Glasshouse.Tests.Recording;

/// <summary>Consent that is given and withdrawn.</summary>
public sealed class ConsentTests
{
    private static readonly OptIn Moving = new() { Share = Of(0.1), JoinsYearly = Of(0.6), WithdrawsYearly = Of(0.3) };

    [Fact]
    public void The_share_of_those_inside_follows_from_how_many_join_and_leave()
    {
        // With p joining and q leaving in a year the share tends to p / (p + q), nearer by 1 - (p + q) / 13 at each exchange.
        const double P = 0.6, Q = 0.3, Start = 0.1;
        const int Years = 8;
        var (inside, adults) = (0, 0);
        Run(With(Moving), Years, (district, week) =>
        {
            if (week != (1 + Years) * Calendar.Year - 1)
            {
                return;
            }
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                // Those who were there, and of age, from the start; the burn-in of a year is without the regime.
                if (district.Roster.Lives(slot) && district.Roster.Generation[slot] == 0 && district.Roster.Age[slot] > 18 + Years)
                {
                    adults++;
                    inside += SubjectTable.LeavesOut(district.Twins[1].Situation.Marks[slot]) ? 0 : 1;
                }
            }
        });
        var limit = P / (P + Q);
        var expected = limit + (Start - limit) * Math.Pow(1 - (P + Q) / 13, 13 * Years);

        // Five standard errors: less than one false alarm in a million.
        Assert.InRange((double)inside / adults, expected - Error(expected, adults), expected + Error(expected, adults));
        Assert.True(adults > 800);
    }

    [Fact]
    public void Without_new_consent_nobody_joins_and_nobody_leaves() =>
        Run(With(Moving with { JoinsYearly = null, WithdrawsYearly = null }), 2, (district, _) =>
            Assert.Empty(district.Twins[^1].Consenting.Changes));

    [Fact]
    public void Whoever_withdraws_has_no_file_no_grade_and_no_consequence_at_once()
    {
        var (left, hadFile, fell) = (0, 0, new HashSet<int>());
        Run(With(Moving), 4, (district, _) =>
        {
            var twin = district.Twins[^1];
            foreach (var change in twin.Consenting.Changes.Where(c => !c.Joined))
            {
                left++;
                hadFile += twin.Dossiers.Head(change.Slot) >= 0 ? 1 : 0;
                Assert.Empty(Counting(twin.Dossiers, change.Slot));
            }
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                var marks = twin.Situation.Marks[slot];
                if (SubjectTable.LeavesOut(marks))
                {
                    Assert.Equal((twin.Regime.Grades.Base, twin.Regime.Grades.Entry, Standing.NoGrade),
                        (twin.Standing.Score[slot], twin.Standing.Grade[slot], twin.Standing.Direct[slot]));
                    Assert.Equal(0u, marks & (MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.Rewarded) | MarkBits.Of(Mark.Aware)));
                    Assert.Empty(Counting(twin.Dossiers, slot));
                }
                else if ((marks & MarkBits.Of(Mark.Penalised)) != 0)
                {
                    fell.Add(slot);
                }
            }
            foreach (var met in twin.Lives.Met)
            {
                Assert.False(met.Outcome is Outcome.GrantedByGrade or Outcome.RefusedByGrade
                    && SubjectTable.LeavesOut(twin.Situation.Marks[met.Slot]));
            }
        });
        Assert.True(left > 100 && hadFile > 20 && fell.Count > 20);
    }

    [Fact]
    public void What_is_recorded_anyway_takes_nothing_until_its_subject_joins()
    {
        var (kept, recalled, expired) = (0, 0, 0);
        var aside = new HashSet<(int Record, int Slot)>();
        Run(With(Moving with { RecordedAnyway = true }), 4, (district, week) =>
        {
            var (twin, ledger) = (district.Twins[^1], district.Twins[^1].Dossiers.Ledger);
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                var outside = (twin.Situation.Marks[slot] & MarkBits.Outside(0)) != 0;
                for (var r = twin.Dossiers.Head(slot); r >= 0; r = ledger.Previous(r))
                {
                    Assert.False(ledger.State(r) == (outside ? RecordState.Counting : RecordState.Aside));
                    if (ledger.State(r) == RecordState.Aside)
                    {
                        kept++;
                        Assert.True(twin.Regime.Rules.Rules[ledger.Row(r)].IsAgainst(ledger.Points(r)));
                        Assert.True(ledger.Expires(r) > week);
                        aside.Add((r, slot));
                    }
                    else if (aside.Remove((r, slot)))
                    {
                        recalled += ledger.State(r) == RecordState.Counting ? 1 : 0;
                        expired += ledger.State(r) == RecordState.Expired ? 1 : 0;
                    }
                }
                if (outside && district.Roster.Lives(slot))
                {
                    Assert.Equal(twin.Regime.Grades.Base, twin.Standing.Score[slot]);
                }
            }
            Assert.DoesNotContain(twin.Experience.Noticed, n => ledger.State(n.Record) == RecordState.Aside);
            if ((week + 1) % Calendar.Exchange == 0)
            {
                aside.Clear();
            }
        });
        Assert.True(kept > 1_000 && recalled > 10 && expired > 10);
    }

    [Fact]
    public void A_scale_beside_the_main_one_asks_for_itself()
    {
        var regime = Shipped.Alone with
        {
            Scales = new Dictionary<string, FurtherScale>
            {
                ["stars"] = ScaleText.MainOf(Shipped.Alone) with
                {
                    Subjects = new Subjects { OptIn = Moving },
                    Rows = Shipped.Alone.Rows.Where(r => r.Value.Tier is null && r.Value.Cap is null).ToDictionary(),
                },
            },
        };
        var (below, above) = (0, 0);
        Run(regime, 3, (district, _) =>
        {
            var (twin, ledger) = (district.Twins[^1], district.Twins[^1].Dossiers.Ledger);
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                Assert.False(SubjectTable.LeavesOut(twin.Situation.Marks[slot]));
                var outside = (twin.Situation.Marks[slot] & MarkBits.Outside(1)) != 0;
                foreach (var r in Counting(twin.Dossiers, slot))
                {
                    var scale = twin.Regime.Rules.Rules[ledger.Row(r)].Scale;
                    Assert.False(outside && scale == 1);
                    below += scale == 1 ? 1 : 0;
                    above += scale == 0 && outside ? 1 : 0;
                }
                if (outside)
                {
                    Assert.Equal(twin.Regime.Grades.Further[0].Entry, twin.Standing.GradeOn(1, slot));
                }
            }
        });
        Assert.True(below > 100 && above > 100);
    }

    [Fact]
    public void An_included_regime_brings_its_consent_along()
    {
        var included = Shipped.Alone with { Id = "other", Subjects = new Subjects { AdultFrom = Of(18), OptIn = Moving } };
        var tables = Shipped.Compiled(Shipped.Tables, Including.Merge(Shipped.Alone, [included with { Rows = included.Rows
            .Where(r => r.Value.Tier is null && r.Value.Cap is null).ToDictionary() }]));
        var consent = Assert.Single(tables.Subjects.Consents);
        Assert.Equal((1, 0.1f), (consent.Scale, consent.Share));
        Assert.Equal([0u, MarkBits.Outside(1)], tables.Rules.Books.Select(b => b.Refuses));
    }

    [Fact]
    public void Who_joins_and_leaves_is_the_same_on_any_number_of_threads_after_a_resume_and_in_a_replay()
    {
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, With(Moving with { RecordedAnyway = true })), people: 5_000);
        var whole = Shipped.Run(plan);
        Assert.Equal(whole.Digests, Shipped.Run(plan with { Threads = 2 }).Digests);
        Assert.Equal(whole.Digests, Shipped.Run(plan with { Scalar = true }).Digests);
        Assert.Equal(whole.Digests, Resumed(plan).Digests);

        var replay = new Glasshouse.Engine.Replay(plan, 1, 1, whole.Directives);
        replay.Run();
        Assert.Equal(whole.Districts[1].Digest(), replay.District.Digest());
        Assert.Equal(whole.Districts[1].Twins[1].Situation.Marks.Span, replay.District.Twins[1].Situation.Marks.Span);
        var outcome = whole.Outcome();
        Assert.True(outcome.Total(1, Periods.RollOut, 0, (int)Measure.Joined) > 100);
        Assert.Equal(0, outcome.Total(0, Periods.RollOut, 0, (int)Measure.Joined));
    }

    [Fact]
    public void Grades_are_counted_for_the_scored_alone()
    {
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, With(new OptIn { Share = Of(0.4) })), people: 3_000);
        var outcome = Shipped.Run(plan).Outcome();
        var scored = Enumerable.Range(0, MeasureSet.GradeCount).Sum(g => outcome.Total(1, Periods.RollOut, 0, (int)Measure.Grades + g));
        var adults = outcome.Total(1, Periods.RollOut, 0, (int)Measure.Adults);

        // Some 2,300 adults, each counted four times: five standard errors of one count are 0.05.
        Assert.InRange((double)scored / adults, 0.35, 0.45);
    }

    private static Glasshouse.Engine.History Resumed(Glasshouse.Engine.RunPlan plan)
    {
        using var crew = new Glasshouse.Engine.Crew(1);
        var history = new Glasshouse.Engine.History(plan, 1, crew);
        while (history.Week < history.Weeks / 2)
        {
            history.Advance();
        }
        using var kept = new MemoryStream();
        history.Save(kept);
        kept.Position = 0;
        var resumed = Glasshouse.Engine.History.Load(plan, 1, crew, kept);
        while (!resumed.Finished)
        {
            resumed.Advance();
        }
        return resumed;
    }

    private static double Error(double share, int of) => 5 * Math.Sqrt(share * (1 - share) / of);

    private static List<int> Counting(Dossiers dossiers, int slot)
    {
        var counting = new List<int>();
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            if (dossiers.Ledger.State(r) == RecordState.Counting)
            {
                counting.Add(r);
            }
        }
        return counting;
    }

    private static Regime With(OptIn consent) => Shipped.Alone with { Subjects = new Subjects { AdultFrom = Of(18), OptIn = consent } };

    private static void Run(Regime regime, int years, Action<Glasshouse.Engine.District, int> look)
    {
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime), people: 3_000, years: years);
        Weekly.Run(plan, 3, (district, week) =>
        {
            if (district.Twins.Count > 1)
            {
                look(district, week);
            }
        });
    }

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
