using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Scoring;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Responding;

/// <summary>Consequences of single records and of bands of points, beside those of grades.</summary>
public sealed class FollowsTests
{
    private static readonly string[] Walking = ["LATE", "WALK"];

    private static readonly Lazy<RunPlan> LazyPlan = new(() =>
        Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Regime), people: 3_000, years: 2));

    private static Regime Regime { get; } = Of(Shipped.Alone);

    [Fact]
    public void Each_holds_while_its_record_counts_or_its_points_are_there_and_adds_to_the_others()
    {
        var plan = LazyPlan.Value;
        var seen = new HashSet<string>();
        Weekly.Run(plan, 3, (district, week) =>
        {
            if (district.Twins.Count < 2)
            {
                return;
            }
            var twin = district.Twins[1];
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                if (!district.Roster.Lives(slot) || !district.Roster.Is(slot, Role.Adult)
                    || SubjectTable.LeavesOut(twin.Situation.Marks[slot]))
                {
                    continue;
                }
                var (score, tickets) = (twin.Standing.Score[slot], -Reckoning.Sum(
                    twin.Regime.Rules, twin.Regime.Grades, twin.Dossiers, slot, 1).Score);
                var walked = Counts(twin, slot, Walking);
                var table = twin.Regime.Consequences;
                var byGrade = table.Of(twin.Standing.Grade[slot], Effect.TravelRefused);
                var treated = new Treatment(table, twin.Situation, twin.Standing, slot);
                Is("rows", walked, byGrade, 0.5f, treated.Of(Effect.TravelRefused));
                Is("below", score < 990_000, 0, 0.25f, treated.Of(Effect.CareRefused));
                Is("from", score >= 1_005_000, 0, 0.125f, treated.Of(Effect.PurchaseRefused));
                Is("band", score is >= 950_000 and < 1_000_000, 0, 0.0625f, treated.Of(Effect.HomeRefused));
                Is("demerits", tickets >= 3_000, 0, 1, treated.Of(Effect.DrivingBarred));
                var worse = walked || score < 990_000 || tickets >= 3_000;
                Assert.True(!worse || (twin.Situation.Marks[slot] & MarkBits.Of(Glasshouse.Population.Mark.Penalised)) != 0);
            }
        });
        string[] both = ["rows", "below", "from", "band", "demerits"];
        Assert.Empty(both.SelectMany(b => new[] { b + " True", b + " False" }).Except(seen));

        void Is(string what, bool holds, float otherwise, float size, float found)
        {
            seen.Add($"{what} {holds}");
            Assert.Equal(otherwise + (holds ? size : 0), found, 5);
        }
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing() => SameBits.Check(LazyPlan.Value with { People = 5_000 });

    [Fact]
    public void What_single_records_bring_deters_from_them()
    {
        var conduct = Shipped.Tables.Conducts.IndexOf("jaywalking");
        var rung = Ladder.Rung(LazyPlan.Value.Twins[1].Grades, 1_000_000, Standing.NoGrade);
        var with = LazyPlan.Value.Twins[1].Stakes.Of(conduct)[rung];
        var plain = Shipped.Compiled(Shipped.Tables, Regime with { Consequences = Shipped.Alone.Consequences }).Stakes.Of(conduct)[rung];
        Assert.True(with > plain, $"{with} and {plain}");
    }

    [Fact]
    public void A_subject_takes_two_bytes_more_for_three_of_them()
    {
        var bands = Enumerable.Range(1, 4).ToDictionary(
            i => $"band-{i}", i => Consequence(Effect.CareRefused, 0.1) with { Below = Figure(900 + i) });
        int With(int n) => Shipped.Compiled(Shipped.Tables, Shipped.Alone with { Consequences = bands.Take(n).ToDictionary() })
            .Grades.Further.Length;
        Assert.Equal([0, 1, 1, 1, 2], Enumerable.Range(0, 5).Select(With));
    }

    [Theory]
    [InlineData("grades: [C], effect", "grades: [C], rows: [R-1], effect", FaultCode.FollowsFrom)]
    [InlineData("grades: [C], effect", "effect", FaultCode.FollowsFrom)]
    [InlineData("grades: [C], effect", "rows: [R-9], effect", FaultCode.UnknownEarlier)]
    [InlineData("grades: [C], effect", "from: { value: 9, document: S1 }, below: { value: 9, document: S1 }, effect",
        FaultCode.FollowsFrom)]
    [InlineData("points: -5,", "points: -5, declared: { value: 0.5, document: S1 },", FaultCode.Declared)]
    [InlineData("points: -5,", "points: -5, declared: { value: 1.5, document: S1 },", FaultCode.OutOfRange)]
    [InlineData("heavy-months:", "after-expiry: gone\n  heavy-months:", FaultCode.UnknownWord)]
    public void A_mistake_has_its_fault(string passage, string replacement, string code)
    {
        Assert.Contains(passage, SmallRegime.Text, StringComparison.Ordinal);
        var reading = SmallRegime.Read(SmallRegime.Text.Replace(passage, replacement, StringComparison.Ordinal));
        Assert.Contains(code, reading.Faults.Concat(RegimeCheck.Check(reading, SmallRegime.Conducts)).Select(f => f.Code));
    }

    [Theory]
    [InlineData("hidden", false)]
    [InlineData("erased", true)]
    public void Only_what_is_kept_can_be_asked_for(string afterExpiry, bool isFault)
    {
        var text = SmallRegime.Text.Replace("heavy-months:", $"after-expiry: {afterExpiry}\n  heavy-months:", StringComparison.Ordinal)
            .Replace("text: litters,", "text: litters, after: { rows: [R-2], ever: true },", StringComparison.Ordinal);
        var reading = SmallRegime.Read(text);
        Assert.Empty(reading.Faults);
        Assert.Equal(isFault, RegimeCheck.Check(reading, SmallRegime.Conducts).Any(f => f.Code == FaultCode.Erased));
    }

    private static bool Counts(Twin twin, int slot, string[] rules)
    {
        var ledger = twin.Dossiers.Ledger;
        for (var r = twin.Dossiers.Head(slot); r >= 0; r = ledger.Previous(r))
        {
            if (ledger.State(r) == RecordState.Counting && rules.Contains(twin.Regime.Rules.Rules[ledger.Row(r)].Id))
            {
                return true;
            }
        }
        return false;
    }

    private static Regime Of(Regime regime)
    {
        var rows = regime.Rows.ToDictionary();
        rows["LATE"] = Row("tax-late");
        rows["WALK"] = Row("jaywalking");
        var consequences = regime.Consequences.ToDictionary();
        consequences["no-train"] = Consequence(Effect.TravelRefused, 0.5) with { Rows = Walking };
        consequences["no-care"] = Consequence(Effect.CareRefused, 0.25) with { Below = Figure(990) };
        consequences["no-goods"] = Consequence(Effect.PurchaseRefused, 0.125) with { From = Figure(1005) };
        consequences["no-home"] = Consequence(Effect.HomeRefused, 0.0625) with { From = Figure(950), Below = Figure(1000) };
        var tickets = new FurtherScale
        {
            Label = "tickets",
            Score = new Scale { Base = Figure(0), Floor = Figure(0), Counts = Glasshouse.Regimes.Counts.Demerits },
            Grades = new Dictionary<string, Grade>
            {
                ["few"] = new() { Label = "few", Entry = true },
                ["many"] = new() { Label = "many", From = Figure(9) },
            },
            Rows = new Dictionary<string, PointRow> { ["T"] = Row("red-light") with { Points = new Points(3, 3) } },
            Consequences = new Dictionary<string, Consequence>
            {
                ["walks"] = Consequence(Effect.DrivingBarred, 1) with { From = Figure(3) },
            },
        };
        return regime with
        {
            Rows = rows,
            Consequences = consequences,
            Scales = new Dictionary<string, FurtherScale> { ["tickets"] = tickets },
        };
    }

    private static PointRow Row(string conduct) => new()
    {
        Text = "t",
        Article = "a",
        Domain = "d",
        Points = new Points(-60, -60),
        Months = 4,
        On = [new Trigger { Conduct = conduct }],
    };

    private static Consequence Consequence(Effect effect, double size) => new()
    {
        Text = "t",
        Effect = effect,
        Size = Figure(size),
        Documented = true,
    };

    private static Figure Figure(double value) => new(value, Provenance.Assumed, "for a test", value, value);
}
