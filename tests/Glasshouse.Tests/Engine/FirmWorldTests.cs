using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>Firms in a history: what offends, fails, is rated and is bribed.</summary>
public class FirmWorldTests
{
    private static readonly string Jiangsu = File
        .ReadAllText(Path.Combine(Shipped.Root, "regimes", "env-jiangsu.yaml")).ReplaceLineEndings("\n");
    private static readonly Lazy<History> Rated = new(() => Shipped.Run(Plan(Shipped.Tables)));

    [Fact]
    public void The_same_bits_come_out_however_a_history_with_firms_is_run() =>
        SameBits.CheckEveryExchange(Plan(Shipped.Tables) with { People = 5_000, Years = 1, BurnInYears = 1 });

    [Fact]
    public void No_hazard_of_a_firm_lies_above_its_bound() =>
        Assert.All(Rated.Value.Districts.SelectMany(d => d.Twins), t => Assert.Equal(0, t.Acts.Faults));

    [Fact]
    public void A_public_colour_lowers_breaches_at_once()
    {
        var without = Acts(Rated.Value, 0, "emission-breach");
        var rated = Acts(Rated.Value, 1, "emission-breach");
        // About 190 acts without it: a fall of a tenth is three standard errors of the paired difference.
        Assert.InRange(rated / without, 0, 0.9);
        // The office rates nothing but this, and firms know it: of three hundred acts nearly all are the same ones. A firm that loses
        // customers cuts other corners a little more.
        Assert.InRange(Acts(Rated.Value, 1, "tax-evasion") / Acts(Rated.Value, 0, "tax-evasion"), 0.93, 1.15);
    }

    [Fact]
    public void Without_disclosure_and_stakes_of_its_own_the_colour_moves_less()
    {
        var tables = Shipped.Solved(Mechanisms.Without(Shipped.Society, Mechanism.Disclosure));
        var history = Shipped.Run(Plan(tables));
        Assert.Equal(Acts(Rated.Value, 0, "emission-breach"), Acts(history, 0, "emission-breach"));
        Assert.True(Acts(history, 1, "emission-breach") > Acts(Rated.Value, 1, "emission-breach"));
    }

    [Fact]
    public void A_firm_that_fails_takes_jobs_with_it_and_without_closure_none()
    {
        Assert.True(Sum(Rated.Value, 0, Measure.JobsLostByFailure) > 0);
        Assert.True(Sum(Rated.Value, 0, Measure.JobsLostByFailure) > Sum(Rated.Value, 0, Measure.FirmFailures));
        var kept = Shipped.Run(Plan(Shipped.Solved(Mechanisms.Without(Shipped.Society, Mechanism.Closure))));
        Assert.Equal(0, Sum(kept, 0, Measure.JobsLostByFailure));
        Assert.True(Sum(kept, 0, Measure.FirmFailures) > 0);
    }

    [Fact]
    public void Bribes_end_with_venal_officials()
    {
        Assert.True(Sum(Rated.Value, 0, Measure.FindingsBribed) > 0);
        var clean = Shipped.Run(Plan(Shipped.Solved(Mechanisms.Without(Shipped.Society, Mechanism.OfficialBribes))));
        Assert.Equal(0, Sum(clean, 0, Measure.FindingsBribed));
        Assert.Equal(Acts(Rated.Value, 0, "jaywalking"), Acts(clean, 0, "jaywalking"));
    }

    [Fact]
    public void Where_every_official_takes_bribes_records_are_struck_out_and_nowhere_else()
    {
        Assert.Equal(0, Sum(Rated.Value, 0, Measure.RecordsBribed));
        var venal = Rewriting.With(Shipped.Society, f => f.Path switch
        {
            "firms.enforcement.venal" => f with { Value = 1 },
            "firms.enforcement.bribe-found" or "firms.choice.norm" => f with { Value = 0 },
            _ => f,
        });
        var history = Shipped.Run(Plan(Shipped.Solved(venal)));
        Assert.Equal(0, Sum(history, 0, Measure.RecordsBribed));
        Assert.True(Sum(history, 1, Measure.RecordsBribed) > 10);
        Assert.True(Sum(history, 1, Measure.FirmPenalties) < 0.5 * Sum(Rated.Value, 1, Measure.FirmPenalties));
    }

    [Fact]
    public void The_connected_are_likelier_to_win_awards()
    {
        var favoured = Rate(true) / Rate(false);
        Assert.Equal(Math.Exp(Shipped.Society.Firms!.Favours["firm-award"].Value), favoured, 1e-3);

        double Rate(bool connected)
        {
            var (tables, sum, n) = (Shipped.Tables, 0.0, 0);
            foreach (var district in Rated.Value.Districts)
            {
                var firms = district.Roster.Firms;
                for (var f = 0; f < firms.Count; f++)
                {
                    if (firms.IsConnected(f) == connected)
                    {
                        sum += Deciding.Factor(tables.Conducts, tables.Conducts.IndexOf("firm-award"), firms.Heads[f],
                            district.Deciders(district.Twins[0]));
                        n++;
                    }
                }
            }
            return sum / n;
        }
    }

    [Fact]
    public void About_three_findings_in_eight_meet_no_suitable_action()
    {
        var found = Sum(Rated.Value, 0, Measure.FirmFindings);
        var share = 1 - Sum(Rated.Value, 0, Measure.FirmPenalties) / found - Sum(Rated.Value, 0, Measure.FindingsBribed) / found;
        // Some 870 findings: four standard errors are 6.6 points, a false alarm in 15,000.
        Assert.Equal(Shipped.Society.Firms!.Enforcement.Unpunished.Value, share, 0.066);
    }

    [Fact]
    public void Income_that_others_report_is_declared_and_most_of_the_rest_is_not()
    {
        var h = Rated.Value;
        var reported = Sum(h, 0, Measure.TaxHiddenReported) / (Sum(h, 0, Measure.TaxOwed) - Sum(h, 0, Measure.TaxOwedSelf));
        var self = Sum(h, 0, Measure.TaxHiddenSelf) / Sum(h, 0, Measure.TaxOwedSelf);
        Assert.InRange(reported, 0, 0.01);
        Assert.InRange(self, 0.5, 0.99);
    }

    [Fact]
    public void A_firm_that_loses_its_orders_runs_dry_and_fails_more_often()
    {
        var text = Jiangsu.Replace("grades: [red, black]\n    effect: firm-income\n    size: { value: -0.05, low: -0.2, high: 0",
            "grades: [blue]\n    effect: firm-income\n    size: { value: -0.2, low: -0.2, high: 0", StringComparison.Ordinal);
        Assert.NotEqual(Jiangsu, text);
        var history = Shipped.Run(Plan(Shipped.Tables, text));
        Assert.True(Sum(history, 1, Measure.FirmLiquidity) < 0.5 * Sum(history, 0, Measure.FirmLiquidity));
        Assert.True(Sum(history, 1, Measure.FirmFailures) > 1.3 * Sum(history, 0, Measure.FirmFailures));
    }

    private static RunPlan Plan(SocietyTables tables, string? text = null)
    {
        var regime = Yaml.Read<Regime>(text ?? Seen(Jiangsu), "env-jiangsu.yaml").ValueOrThrow();
        return Shipped.Plan(tables, Shipped.Compiled(tables, regime), people: 20_000, years: 4) with { Threads = 2 };
    }

    // Every breach is seen and leads to black for a year, the colour is public, and nothing else follows from it.
    private static string Seen(string text) => (text[..text.IndexOf("\nconsequences:", StringComparison.Ordinal)] + "\nconsequences: {}\n")
        .Replace("stop or correct\", points: -1", "stop or correct\", months: 12, points: -9", StringComparison.Ordinal)
        .Replace("points: -3, months: 6", "points: -9, months: 12", StringComparison.Ordinal)
        .Replace("sensitivity: { value: 0.03, low: 0, high: 0.2", "sensitivity: { value: 1, low: 0, high: 1", StringComparison.Ordinal)
        .Replace("coverage-urban: { value: 0.5", "coverage-urban: { value: 1", StringComparison.Ordinal);

    private static double Acts(History history, int twin, string conduct) =>
        Sum(history, twin, (Measure)history.Outcome().Measures.ActsOf(Shipped.Tables.Conducts.IndexOf(conduct)));

    private static double Sum(History history, int twin, Measure measure)
    {
        var outcome = history.Outcome();
        var (series, count) = (outcome.Series[twin], outcome.Measures.Count);
        return Enumerable.Range(0, series.Length / count).Sum(e => (double)series[e * count + (int)measure]);
    }
}
