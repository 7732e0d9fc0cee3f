using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Scoring;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Scoring;

/// <summary>Whoever is too new to be judged stands in the grade for newcomers, for as long as the text says.</summary>
public sealed class NewcomerTests
{
    [Theory]
    [InlineData("tax-credit", 13)]
    [InlineData("us-fico", 7)]
    public void Newcomers_and_nobody_else_stand_in_their_grade_until_their_time_is_over(string id, int exchanges)
    {
        var tables = Shipped.Compiled(Shipped.Tables, Read(id));
        var grades = tables.Grades;
        Assert.Equal(exchanges, grades.NewFor);
        var plan = Shipped.Plan(regime: tables, people: 3_000, years: 3);
        var came = new Dictionary<int, (int Week, int Generation)>();
        var there = new HashSet<int>();
        var before = new Dictionary<int, int>();
        var (held, judged) = (0, 0);
        Weekly.Run(plan, 3, (district, week) =>
        {
            if (district.Twins.Count < 2)
            {
                before = Enumerable.Range(0, district.Roster.Slots)
                    .Where(s => district.Roster.Lives(s) && district.Roster.Is(s, Role.Adult))
                    .ToDictionary(s => s, s => (int)district.Roster.Generation[s]);
                return;
            }
            var twin = district.Twins[1];
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                var stands = district.Roster.Lives(slot) && district.Roster.Is(slot, Role.Adult)
                    && !SubjectTable.LeavesOut(twin.Situation.Marks[slot]);
                var generation = district.Roster.Generation[slot];
                if (week == plan.BurnInWeeks && stands && before.TryGetValue(slot, out var same) && same == generation)
                {
                    came[slot] = (-1000, generation);
                }
                else if (stands && (!there.Contains(slot) || came[slot].Generation != generation))
                {
                    came[slot] = (week, generation);
                }
                there.Remove(slot);
                if (!stands)
                {
                    continue;
                }
                there.Add(slot);
                // Months end every four weeks; grades by date wait for the turn of a year that the newcomer has lived through.
                var months = (week + 1) / Calendar.Exchange - came[slot].Week / Calendar.Exchange;
                var dated = grades.Evaluation == Evaluation.Yearly;
                var over = dated
                    ? (week + 1) / Calendar.Year * Calendar.Exchange * Calendar.Quarter / Calendar.Exchange
                        - came[slot].Week / Calendar.Exchange >= exchanges
                    : months >= exchanges;
                if (twin.Standing.Direct[slot] == Standing.NoGrade)
                {
                    Assert.Equal(!over, twin.Standing.Grade[slot] == grades.Newcomers);
                    held += over ? 0 : 1;
                    judged += over && came[slot].Week >= 0 ? 1 : 0;
                }
            }
        });
        Assert.True(held > 50 && judged > 50, $"{held} held, {judged} judged");
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing() =>
        SameBits.Check(Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Read("tax-credit")), years: 2), 20, 60);

    [Fact]
    public void No_score_leads_into_the_grade_and_a_step_down_passes_over_it()
    {
        var grades = Shipped.Compiled(Shipped.Tables, Read("tax-credit")).Grades;
        Assert.Equal("M", grades.Names[grades.Newcomers]);
        Assert.DoesNotContain("M", Enumerable.Range(0, 101).Select(s => grades.Names[grades.Of(s * 1000)]));
        Assert.Equal("C", grades.Names[grades.Of(69_999)]);
        Assert.Equal(["B", "C", "D", "D"], Enumerable.Range(1, 4).Select(steps => grades.Names[grades.Below(0, steps)]));
    }

    [Theory]
    [InlineData("B: { from: { value: 850, document: S1 }, label: warned }", "B: { label: warned, for-newcomers: true }")]
    [InlineData("B: { from: { value: 850, document: S1 }, label: warned }",
        "B: { from: { value: 850, document: S1 }, label: warned, for-newcomers: true, newcomer-months: { value: 6, document: S1 } }")]
    [InlineData("C: { label: dishonest }", "C: { label: dishonest, for-newcomers: true, newcomer-months: { value: 6, document: S1 } }")]
    [InlineData("C: { label: dishonest }", "C: { label: dishonest, newcomer-months: { value: 6, document: S1 } }")]
    public void A_grade_for_newcomers_that_cannot_be_one_is_refused(string passage, string replacement)
    {
        Assert.Contains(passage, SmallRegime.Text, StringComparison.Ordinal);
        var reading = SmallRegime.Read(SmallRegime.Text.Replace(passage, replacement, StringComparison.Ordinal));
        Assert.Contains(FaultCode.GradeOrder, RegimeCheck.Check(reading, SmallRegime.Conducts).Select(f => f.Code));
    }

    private static Regime Read(string id)
    {
        var path = $"regimes/{id}.yaml";
        using var file = File.OpenRead(Path.Combine(Shipped.Root, path));
        return YamlReader.Read<Regime>(file, path).ValueOrThrow();
    }
}
