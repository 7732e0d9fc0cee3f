using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Tests.Scoring;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>Mechanisms that each hold by themselves hold together: what comes with time meets what comes from all subjects.</summary>
public sealed class TogetherTests
{
    [Fact]
    public void Bands_by_rank_phases_consent_spending_and_what_hits_others_change_no_bit_together() =>
        SameBits.Check(Plan(Busy(RankingTests.Regime with
        {
            Score = RankingTests.Regime.Score! with
            {
                Spending = new Dictionary<string, Spending>
                {
                    ["bus"] = new() { Text = "a ticket", Price = Of(2), Worth = Of(0.1), YearlyChance = Of(0.8), Article = "a" },
                },
            },
        })), 30, 60, 90);

    [Fact]
    public void Learned_weights_outlast_a_time_out_of_force_and_change_no_bit() =>
        SameBits.Check(Plan(Busy(LearnedTests.Regime)) with { Years = 3 }, 60, 90, 120);

    // Out of force in the midst of a month, back without some rows, and run in some districts only at first.
    private static Regime Busy(Regime regime) => regime with
    {
        Phases = new Dictionary<string, Phase>
        {
            ["pilot"] = new() { FromYear = Of(0), Districts = Of(0.5) },
            ["all"] = new() { FromYear = Of(0.6) },
            ["pause"] = new() { FromYear = Of(1.1), Without = ["*"] },
            ["back"] = new() { FromYear = Of(1.3), Without = [regime.Rows.Keys.First()] },
        },
        Channels = regime.Channels.ToDictionary(c => c.Key, c => c.Value with
        {
            YearlyGain = Of(0.2),
            Reports = Of(0.05),
            EntryWeeks = Of(c.Key == Channel.Legal ? 3 : 0),
        }),
        Subjects = regime.Subjects with { OptIn = new OptIn { Share = Of(0.6), JoinsYearly = Of(0.4), WithdrawsYearly = Of(0.3) } },
        Consequences = regime.Consequences.Concat(new Dictionary<string, Consequence>
        {
            ["others"] = Follows() with { Grades = [regime.Grades.Keys.Last()], AlsoHits = [Reached.Household, Reached.Staff] },
            ["record"] = Follows() with { Rows = [regime.Rows.Keys.ElementAt(1)] },
            ["later"] = Follows() with { Grades = [regime.Grades.Keys.Last()], FromYear = Of(0.5), UntilYear = Of(1.7) },
        }).ToDictionary(),
    };

    private static Glasshouse.Engine.RunPlan Plan(Regime regime) => Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime));

    private static Consequence Follows() => new()
    {
        Text = "for a test",
        Grades = [],
        Effect = Effect.HomeRefused,
        Size = Of(0.3),
        Documented = true,
    };

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
