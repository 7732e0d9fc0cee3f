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

namespace Glasshouse.Tests.Scoring;

/// <summary>
/// The shipped regime with a list, a yearly scale of demerits and a scale of firms beside it, tied to it and to each other by links.
/// </summary>
public sealed class ScalesTests
{
    private const string Rows = """

        rows:
          X-LIST: { text: on the list, points: -20, article: x, domain: legal,
                    on: [{ scale: list, grades: [listed], when: while }] }
          X-HOME: { text: lives with somebody on the list, points: -5, article: x, domain: legal,
                    on: [{ scale: list, grades: [listed], whose: household, when: while }] }
          X-FIRM: { text: heads a firm in the worst grade, points: -10, months: 12, article: x, domain: business,
                    on: [{ scale: firms, grades: [poor], whose: head }] }
          X-YEAR: { text: a year without anything worse, points: 3, months: 12, article: x, domain: legal,
                    on: [{ every: year }], unless: { rows: [X-LIST] } }
          X-AGAIN: { text: crosses on red again in a bad grade, points: -12, months: 6, article: x, domain: legal,
                     on: [{ conduct: jaywalking }, { conduct: red-light }], after: { grades: [C, D] } }
          X-TICKET: { text: a year of many tickets, points: -7, months: 12, article: x, domain: legal,
                      on: [{ scale: tickets, grades: [many], when: year-end }] }

        """;

    private const string Scales = """

        scales:
          list:
            label: the list
            grades: { off: { label: off, entry: true }, warned: { label: warned }, listed: { label: listed } }
            direct-grades:
              L-1: { text: owes, grade: warned, indefinite: true, article: x, domain: legal, on: [{ conduct: judgment-debt }] }
              L-2: { text: owes again, grade: listed, years: { value: 2, document: S1 }, adds-to-term: true, article: x, domain: legal,
                     after: { grades: [warned] }, on: [{ conduct: judgment-debt }, { conduct: bills-late }, { conduct: jaywalking }] }
            repairs:
              paid: { text: pays, of: [L-1, L-2], clears: true, article: x, after-weeks: { value: 1, document: S1 },
                      yearly-chance: { value: 0.5, low: 0.1, high: 0.9, assumed: for a test } }
            consequences:
              air: { text: no plane, grades: [listed], effect: travel-refused, size: { value: 0.9, document: S1 }, documented: true }
          tickets:
            label: tickets of the year
            score: { base: { value: 0, document: S1 }, floor: { value: 0, document: S1 }, counts: demerits, reset: yearly }
            grades: { few: { label: few, entry: true }, some: { from: { value: 3, document: S1 }, label: some },
                      many: { from: { value: 6, document: S1 }, label: many } }
            rows:
              T-1: { text: red light, points: 3, months: 24, article: x, domain: public-behaviour, on: [{ conduct: red-light }],
                     cap: { name: all, points: 9 } }
              T-2: { text: other, points: 3, months: 24, article: x, domain: public-behaviour, on: [{ conduct: jaywalking }],
                     cap: { name: all, points: 9 } }
          firms:
            label: the firm
            subjects: { of: firms }
            score: { base: { value: 100, document: S1 }, evaluated: yearly }
            grades: { good: { from: { value: 80, document: S1 }, label: good, entry: true }, poor: { label: poor } }
            rows:
              F-1: { text: late, points: -30, months: 24, article: x, domain: business, on: [{ conduct: tax-late, who: [firm-head] }] }

        """;

    private static readonly Lazy<RunPlan> LazyPlan = new(() =>
        Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Regime), people: 3_000, years: 3));

    internal static Regime Regime { get; } = Read();

    private static RunPlan Plan => LazyPlan.Value;

    [Fact]
    public void Every_scale_adds_up_every_week_and_links_hold_while_their_grades_do()
    {
        var (rules, grades) = (Plan.Twins[1].Rules, Plan.Twins[1].Grades);
        var links = rules.Links.Where(l => l.Time == LinkTime.While).ToList();
        var seen = new HashSet<(int Scale, int Grade)>();
        var fired = new HashSet<string>();
        Weekly.Run(Plan, 3, (district, week) =>
        {
            if (district.Twins.Count < 2)
            {
                return;
            }
            var twin = district.Twins[1];
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                if (!district.Roster.Lives(slot))
                {
                    continue;
                }
                for (var scale = 0; scale <= grades.Further.Length; scale++)
                {
                    var table = grades.On(scale);
                    var counted = Reckoning.Explain(rules, grades, twin.Dossiers, slot, scale);
                    var score = table.Base + counted.Sum(c => c.Points);
                    Assert.Equal(Reckoning.Sum(rules, grades, twin.Dossiers, slot, scale).Score, score);
                    var on = twin.Standing.GradeOn(scale, slot);
                    seen.Add((scale, on));
                    if (table is { IsList: false, Evaluation: Evaluation.Always }
                        && twin.Standing.DirectOn(scale, slot) == Standing.NoGrade)
                    {
                        Assert.Equal(table.Of(score), on);
                    }
                }
                foreach (var link in links.Where(l => l.To == LinkTo.Self))
                {
                    Assert.Equal(link.Has(twin.Standing.GradeOn(link.Scale, slot)), Counts(twin, slot, link.Rule));
                }
            }
            foreach (var one in twin.Entering.Records)
            {
                fired.Add(rules.Rules[twin.Dossiers.Ledger.Row(one.Record)].Id);
            }
        });
        string[] all = ["X-LIST", "X-HOME", "X-FIRM", "X-YEAR", "X-TICKET", "X-AGAIN", "list/L-1", "list/L-2", "tickets/T-1", "firms/F-1"];
        Assert.Empty(all.Except(fired));
        (int, int)[] grade = [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (3, 0), (3, 1)];
        Assert.Empty(grade.Except(seen));
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing() => SameBits.Check(Plan with { People = 5_000, Years = 2 });

    [Fact]
    public void Effects_of_all_scales_add_up()
    {
        var district = Weekly.Run(Plan with { Years = 2 }, 5);
        var twin = district.Twins[1];
        var table = twin.Regime.Consequences;
        var listed = 0;
        for (var slot = 0; slot < district.Roster.Slots; slot++)
        {
            var both = table.Of(twin.Standing.Grade[slot], Effect.TravelRefused) + (twin.Standing.GradeOn(1, slot) == 2 ? 0.9f : 0);
            Assert.Equal(both, new Treatment(table, twin.Situation, twin.Standing, slot).Of(Effect.TravelRefused));
            listed += twin.Standing.GradeOn(1, slot) == 2 ? 1 : 0;
            var worse = twin.Standing.Grade[slot] > table.EntryGrade
                || Enumerable.Range(1, 3).Any(s => twin.Standing.GradeOn(s, slot) > table.Further[s - 1].EntryGrade);
            Assert.True(!district.Roster.Lives(slot) || !worse
                || (twin.Situation.Marks[slot] & MarkBits.Of(Glasshouse.Population.Mark.Penalised)) != 0);
        }
        Assert.True(listed > 0);
    }

    [Theory]
    [InlineData("scale: list, grades: [listed], when: while", "scale: lists, grades: [listed]", FaultCode.UnknownScale)]
    [InlineData("scale: list, grades: [listed], when: while", "scale: list, grades: [liste]", FaultCode.UnknownGrade)]
    [InlineData("{ every: year }", "{ who: [driver] }", FaultCode.TriggerKind)]
    [InlineData("rows: [X-LIST]", "rows: [X-LISTE]", FaultCode.UnknownEarlier)]
    [InlineData("grade: warned, indefinite", "grade: warned, at-best: warned, indefinite", FaultCode.GroundSets)]
    [InlineData("grade: warned, indefinite: true", "grade: warned", FaultCode.NoTerm)]
    [InlineData("conduct: tax-late, who: [firm-head]", "conduct: red-light", FaultCode.NotOfFirms)]
    [InlineData("counts: demerits", "counts: weighted", FaultCode.Weights)]
    [InlineData("of: [L-1, L-2]", "of: [L-1, L-9]", FaultCode.UnknownRepairTarget)]
    public void A_mistake_has_its_fault(string passage, string replacement, string code)
    {
        var text = Text();
        Assert.Contains(passage, text, StringComparison.Ordinal);
        var at = text.IndexOf(passage, StringComparison.Ordinal);
        var reading = Yaml.Read<Regime>(text[..at] + replacement + text[(at + passage.Length)..], "wendeng-2020.yaml");
        Assert.Contains(code, reading.Faults.Concat(RegimeCheck.Check(reading, Shipped.Society.Conducts)).Select(f => f.Code));
    }

    [Fact]
    public void An_included_regime_runs_beside_under_its_own_name()
    {
        var other = SmallRegime.Read(SmallRegime.Text).ValueOrThrow();
        var merged = Including.Merge(Shipped.Regime, [other]);
        Assert.Equal([.. Shipped.Regime.Scales.Keys, "small/score"], merged.Scales.Keys);
        Assert.Equal(("b", "helps"), merged.TextOf("small/R-3"));
        Assert.Equal(Shipped.Regime.Rows.First().Value.Text, merged.TextOf(Shipped.Regime.Rows.First().Key)!.Value.Text);
    }

    private static bool Counts(Twin twin, int slot, int rule)
    {
        for (var r = twin.Dossiers.Head(slot); r >= 0; r = twin.Dossiers.Ledger.Previous(r))
        {
            if (twin.Dossiers.Ledger.State(r) == RecordState.Counting && twin.Dossiers.Ledger.Row(r) == rule)
            {
                return true;
            }
        }
        return false;
    }

    // There is room for three scales beside the main one, so the court's list gives way to those of the test.
    private static string Text()
    {
        var text = Shipped.AloneText;
        return text.Replace("\nrows:\n", Rows.TrimEnd() + "\n", StringComparison.Ordinal) + Scales;
    }

    private static Regime Read()
    {
        var reading = Yaml.Read<Regime>(Text(), "wendeng-2020.yaml");
        Assert.Empty(reading.Faults.Concat(RegimeCheck.Check(reading, Shipped.Society.Conducts)));
        return reading.ValueOrThrow();
    }
}
