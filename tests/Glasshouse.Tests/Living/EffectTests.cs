using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Tests.Engine;
using Xunit;
using Mark = Glasshouse.Population.Mark;

namespace Glasshouse.Tests.Living;

/// <summary>What each effect does in lives.</summary>
public sealed class EffectTests
{
    [Theory]
    [InlineData(Effect.HomeRefused, Occasion.Home)]
    [InlineData(Effect.CareRefused, Occasion.Care)]
    [InlineData(Effect.PurchaseRefused, Occasion.Purchase)]
    [InlineData(Effect.BenefitRefused, Occasion.Benefit)]
    [InlineData(Effect.TravelRefused, Occasion.Journey)]
    public void A_refusal_of_every_occasion_refuses_that_kind_and_no_other(Effect effect, Occasion occasion)
    {
        var refused = new HashSet<Occasion>();
        Run(Everybody(effect, 1), (_, twin) =>
        {
            foreach (var met in twin.Lives.Met)
            {
                if (met.Outcome == Glasshouse.Living.Outcome.RefusedByGrade)
                {
                    refused.Add(met.Occasion);
                }
                Assert.False(met.Occasion == occasion && met.Outcome == Glasshouse.Living.Outcome.Granted);
            }
        });
        Assert.Equal([occasion], refused);
    }

    [Fact]
    public void Who_loses_the_licence_does_not_drive_and_who_recovers_does()
    {
        var lost = new HashSet<(int, int)>();
        var regained = false;
        Run(Penalised(Effect.DrivingBarred, 1), (district, twin) =>
        {
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                if (!district.Roster.Is(slot, Role.Driver) || !district.Roster.Lives(slot))
                {
                    continue;
                }
                var who = (slot, (int)district.Roster.Generation[slot]);
                var barred = (twin.Situation.Marks[slot] & MarkBits.Of(Mark.Penalised)) != 0;
                var drives = (twin.Situation.Roles[slot] & RoleBits.Of(Role.Driver)) != 0;
                Assert.Equal(barred, !drives);
                regained |= drives && lost.Contains(who);
                if (barred)
                {
                    lost.Add(who);
                }
            }
        });
        Assert.NotEmpty(lost);
        Assert.True(regained);
    }

    [Fact]
    public void Closer_inspection_finds_more_of_what_firms_do_and_nothing_more_of_the_rest() =>
        Finds(Everybody(Effect.Inspection, 100));

    [Fact]
    public void A_scale_of_firms_beside_the_main_one_inspects_as_closely() => Finds(Shipped.Alone with
    {
        Consequences = new Dictionary<string, Consequence>(),
        Scales = new Dictionary<string, FurtherScale>
        {
            ["firms"] = new FurtherScale
            {
                Label = "firms",
                Subjects = new Subjects { Of = SubjectKind.Firms },
                Grades = new Dictionary<string, Grade>
                {
                    ["good"] = new Grade { Label = "good", Entry = true },
                    ["bad"] = new Grade { Label = "bad" },
                },
                Consequences = With(Effect.Inspection, 100, ["good", "bad"]).Consequences,
            },
        },
    });

    private static void Finds(Regime regime)
    {
        var (firms, others) = (0, 0);
        var conducts = Shipped.Tables.Conducts;
        Run(regime, (district, twin) =>
        {
            foreach (var finding in twin.Watching.Findings)
            {
                firms += conducts.ByFirm[finding.Conduct] ? 1 : 0;
                others += conducts.ByFirm[finding.Conduct] ? 0 : 1;
            }
            foreach (var finding in district.Twins[0].Watching.Findings)
            {
                firms -= conducts.ByFirm[finding.Conduct] ? 1 : 0;
                others -= conducts.ByFirm[finding.Conduct] ? 0 : 1;
            }
        });
        Assert.True(firms > 0);
        Assert.InRange(others, -200, 200);
    }

    [Fact]
    public void The_income_of_heads_alone_follows_the_standing_of_their_firms()
    {
        var differs = 0;
        Run(Everybody(Effect.FirmIncome, 0.5), (district, twin) =>
        {
            differs += twin.Situation.Savings.Span.SequenceEqual(district.Twins[0].Situation.Savings.Span) ? 0 : 1;
        }, weeks: 4);
        Assert.Equal(4, differs);
    }

    private static Regime Everybody(Effect effect, double size) => With(effect, size, [.. Shipped.Alone.Grades.Keys]);

    private static Regime Penalised(Effect effect, double size) => With(effect, size,
        [.. Shipped.Alone.Grades.Keys.SkipWhile(g => !Shipped.Alone.Grades[g].Entry).Skip(1)]);

    private static Regime With(Effect effect, double size, IReadOnlyList<string> grades) => Shipped.Alone with
    {
        Consequences = new Dictionary<string, Consequence>
        {
            ["one"] = new Consequence
            {
                Text = "t",
                Grades = grades,
                Effect = effect,
                Size = new(size, Provenance.Assumed, "chosen for a test", size, size),
                Documented = true,
            },
        },
    };

    private static void Run(Regime regime, Action<District, Twin> look, int weeks = 160)
    {
        var tables = Shipped.Compiled(Shipped.Tables, regime);
        var seen = 0;
        Weekly.Run(Shipped.Plan(regime: tables, people: 2_000), 3, (district, _) =>
        {
            if (district.Twins.Count == 2 && seen++ < weeks)
            {
                look(district, district.Twins[1]);
            }
        });
    }
}
