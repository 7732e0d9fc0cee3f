using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>The same seed under another regime is the same people with the same luck.</summary>
public sealed class TwinTests
{
    [Fact]
    public void A_regime_that_sees_and_does_nothing_leaves_every_life_and_act_as_it_is_under_the_law()
    {
        var idle = Shipped.Alone with
        {
            Id = "idle",
            Channels = new Dictionary<Channel, Sight>(),
            Rows = new Dictionary<string, PointRow>(),
            DirectGrades = new Dictionary<string, DirectGround>(),
            Repairs = new Dictionary<string, Repair>(),
            Consequences = new Dictionary<string, Consequence>(),
        };
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, idle), people: 2_000);
        Weekly.Run(plan, 3, (district, week) =>
        {
            if (district.Twins.Count < 2)
            {
                return;
            }
            var (law, with) = (district.Twins[0], district.Twins[1]);
            Assert.Equal(law.Acts.All, with.Acts.All);
            Assert.Equal(law.Watching.Findings, with.Watching.Findings);
            Assert.Equal(Columns(law), Columns(with));
            Assert.Equal(law.Lives.Met.ToArray(), with.Lives.Met.ToArray());
            Assert.Equal(0, with.Dossiers.Ledger.Count);
        });
    }

    [Fact]
    public void Raising_the_rate_or_the_bound_of_a_conduct_moves_the_candidates_of_no_other()
    {
        var processes = Shipped.Tables.Processes();
        var district = new District(Shipped.Plan(people: 2_000), 5, 0, 2_000);
        var temperaments = new Temperaments(Shipped.Tables.Conducts.TemperamentCount, district.Roster.Slots);
        temperaments.Sort(district.Roster, Shipped.Tables.Conducts.Loadings, Shipped.Tables.Conducts.Prolific);
        var changed = Shipped.Tables.Conducts.IndexOf("littering");
        foreach (var factor in new[] { 0.5, 3.0 })
        {
            var other = processes.Select((p, i) => i == changed ? p with { UpperPerWeek = p.UpperPerWeek * factor } : p).ToList();
            var (before, after) = (new Candidates(processes), new Candidates(other));
            for (var week = 0; week < 52; week++)
            {
                before.DrawWeek(5, 0, week, temperaments, scalar: false);
                after.DrawWeek(5, 0, week, temperaments, scalar: false);
                for (var p = 0; p < processes.Count; p++)
                {
                    if (p != changed)
                    {
                        Assert.Equal(Of(before, p), Of(after, p));
                    }
                }
            }
        }
    }

    [Fact]
    public void A_process_that_is_left_out_moves_the_candidates_of_no_other()
    {
        var processes = Shipped.Tables.Processes();
        var district = new District(Shipped.Plan(people: 2_000), 5, 0, 2_000);
        var temperaments = new Temperaments(Shipped.Tables.Conducts.TemperamentCount, district.Roster.Slots);
        temperaments.Sort(district.Roster, Shipped.Tables.Conducts.Loadings, Shipped.Tables.Conducts.Prolific);
        var (all, fewer) = (new Candidates(processes), new Candidates([.. processes.Skip(1)]));
        for (var week = 0; week < 52; week++)
        {
            all.DrawWeek(5, 0, week, temperaments, scalar: false);
            fewer.DrawWeek(5, 0, week, temperaments, scalar: false);
            for (var p = 1; p < processes.Count; p++)
            {
                Assert.Equal(Of(all, p), Of(fewer, p - 1));
            }
        }
    }

    [Theory]
    [InlineData("littering")]
    [InlineData("instalment-late")]
    [InlineData("critical-post")]
    public void Without_feedback_the_rate_of_a_conduct_moves_the_acts_of_no_other(string changed)
    {
        var society = NoFeedback.Society;
        var conduct = society.Conducts[changed];
        var rate = conduct.Rate with { Value = conduct.Rate.Value * 1.7 };
        var other = Shipped.Solved(society with
        {
            Conducts = society.Conducts.ToDictionary(c => c.Key, c => c.Key == changed ? conduct with { Rate = rate } : c.Value),
        });
        var number = other.Conducts.IndexOf(changed);
        var before = ActsOf(NoFeedback.Tables, a => a.Conduct != number);
        var after = ActsOf(other, a => a.Conduct != number);
        Assert.Equal(before, after);
        Assert.NotEqual(ActsOf(NoFeedback.Tables, a => a.Conduct == number), ActsOf(other, a => a.Conduct == number));
    }

    [Fact]
    public void Without_feedback_a_row_more_reshuffles_nobody()
    {
        var tables = NoFeedback.Tables;
        var regime = NoFeedback.Regime;
        var shorter = regime with { Rows = regime.Rows.Where(r => r.Key != Extra(regime)).ToDictionary() };
        var with = Under(Shipped.Compiled(tables, regime));
        var without = Under(Shipped.Compiled(tables, shorter));
        Assert.Equal(without.Acts, with.Acts);
        Assert.Contains(with.Records, r => r.Rule == Extra(regime));
        Assert.Equal(without.Records, with.Records.Where(r => r.Rule != Extra(regime)));
    }

    // The first row for a common conduct that no other row catches: under the rule of the largest, another could take its place.
    private static string Extra(Regime regime) =>
        regime.Rows.First(row => row.Value is { On: [var on], Tier: null } && Alone(regime, on.Conduct!)).Key;

    private static bool Alone(Regime regime, string conduct) =>
        Shipped.Society.Conducts[conduct].Rate.Value > 0.05
        && regime.Rows.Values.Count(r => r.On?.Any(t => t.Conduct == conduct) == true) == 1
        && !regime.DirectGrades.Values.Any(g => g.On?.Any(t => t.Conduct == conduct) == true);

    private static (List<(int, Act)> Acts, List<(int Week, ushort Slot, string Rule, byte Level, int Points)> Records) Under(
        RegimeTables regime)
    {
        var acts = new List<(int, Act)>();
        var records = new List<(int, ushort, string, byte, int)>();
        Weekly.Run(Shipped.Plan(NoFeedback.Tables, regime, people: 3_000), 11, (district, week) =>
        {
            var twin = district.Twins[^1];
            acts.AddRange(twin.Acts.All.ToArray().Select(a => (week, a)));
            foreach (var one in twin.Entering.Records)
            {
                var ledger = twin.Dossiers.Ledger;
                var rule = twin.Regime.Rules.Rules[ledger.Row(one.Record)].Id;
                records.Add((week, ledger.Subject(one.Record), rule, ledger.Level(one.Record), ledger.Points(one.Record)));
            }
        });
        return (acts, records);
    }

    private static List<(int, Act)> ActsOf(SocietyTables tables, Func<Act, bool> which)
    {
        var acts = new List<(int, Act)>();
        var plan = Shipped.Plan(tables, people: 2_000, years: 1, burnInYears: 1) with { Twins = [RegimeTables.LawOnly(tables.Conducts)] };
        Weekly.Run(plan, 7, (district, week) => acts.AddRange(district.Twins[0].Acts.All.ToArray().Where(which).Select(a => (week, a))));
        return acts;
    }

    private static IEnumerable<(ushort, uint, uint)> Of(Candidates candidates, int process) =>
        Enumerable.Range(candidates.Start[process], candidates.Start[process + 1] - candidates.Start[process])
            .Select(c => (candidates.Slot[c], candidates.Luck[c], candidates.Gravity[c]));

    private static ulong Columns(Twin twin)
    {
        var s = twin.Situation;
        var m = twin.Mind;
        var digest = Digest.Combine(Digest.Of<uint>(s.Roles.Span), Digest.Of<uint>(s.Marks.Span));
        digest = Digest.Combine(digest, Digest.Of<ushort>(s.Pay.Span));
        digest = Digest.Combine(digest, Digest.Of<ushort>(s.Debt.Span));
        var columns = new List<Column<float>> { s.Savings, m.Stress, m.TrustInstitutions, m.TrustPeople, m.Support, m.Grievance };
        columns.Add(twin.Blocks.Safety);
        digest = columns.Aggregate(digest, (sum, column) => Digest.Combine(sum, Digest.Of<float>(column.Span)));
        var risks = Enumerable.Range(0, Mind.Channels).SelectMany(c => new[] { m.RiskIfDone(c), m.RiskIfNot(c) });
        return risks.Aggregate(digest, (sum, column) => Digest.Combine(sum, Digest.Of<ushort>(column.Span)));
    }
}
