using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Learning;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Glasshouse.Tests.Engine;
using Xunit;
using Mark = Glasshouse.Population.Mark;

namespace Glasshouse.Tests.Learning;

/// <summary>People resist as far as they have cause and dare; what resistance does not own stays as it is.</summary>
public sealed class ResistanceTests
{
    private static readonly Lazy<SocietyTables> Strong = new(() => Shipped.Solved(Society(0.03, 4)));
    private static readonly Lazy<History> StrongRun = new(() => Shipped.Run(Plan(Strong.Value)));

    [Fact]
    public void Grievance_grows_with_hardship_and_falls_with_legitimacy_and_fear_and_threshold_hold_back()
    {
        Assert.Equal(0.2f, Epstein.Grievance(0.5f, 0.6f), 1e-6f);
        Assert.Equal(0.9, Epstein.ArrestChance(2.3f, 1), 1e-3);
        Assert.Equal(0, Epstein.ArrestChance(0, 5));
        Assert.True(Epstein.Active(0.3f, 0.5f, 0.3f, 0.1f));
        Assert.False(Epstein.Active(0.3f, 0.9f, 0.3f, 0.1f));
        Assert.False(Epstein.Active(0.3f, 0.5f, 0.5f, 0.1f));
        Assert.False(Epstein.Active(0.3f, 0.5f, 0.3f, 0.2f));
    }

    [Fact]
    public void Who_is_held_back_by_fear_follows_when_enough_others_are_seen()
    {
        Span<bool> joined = stackalloc bool[4];
        float[] thresholds = [0.1f, 0.2f, 0.6f, float.PositiveInfinity];
        Assert.Equal(3, Thresholds.Spread(thresholds, joined, 1, 10));
        Assert.Equal([true, true, false, false], joined.ToArray());
        joined.Clear();
        Assert.Equal(1, Thresholds.Spread(thresholds, joined, 1, 11));
        joined.Clear();
        // What is seen elsewhere counts by its weight.
        Assert.Equal(4, Thresholds.Spread(thresholds, joined, 1, 10, 0.5f, 1));
    }

    [Fact]
    public void Evasion_grows_with_risk_aversion_and_grievance_up_to_its_bound_and_fades_more_slowly_than_it_comes()
    {
        var table = Strong.Value.Resistance!;
        float Wanted(float risk, float aversion, float grievance) => Evasion.Wanted(table, risk, aversion, grievance);
        Assert.Equal(0, Wanted(0, 1, 1));
        Assert.True(Wanted(0.2f, 0.5f, 0) > Wanted(0.1f, 0.5f, 0));
        Assert.True(Wanted(0.1f, 0.6f, 0) > Wanted(0.1f, 0.5f, 0));
        Assert.True(Wanted(0.1f, 0.5f, 0.5f) > Wanted(0.1f, 0.5f, 0));
        Assert.Equal(table.EvasionMost, Wanted(1, 1, 1));
        int Months(byte from, float to)
        {
            var (share, months) = (from, 0);
            for (var goal = (int)(to * 255 + 0.5f); Math.Abs(share - goal) > Math.Abs(from - goal) / 2; months++)
            {
                share = Evasion.Next(table, share, to);
            }
            return months;
        }
        Assert.InRange(Months(0, 0.3f), 1, 8);
        Assert.InRange(Months(77, 0), 10, 20);
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_agree_and_there_is_resistance_to_agree_on()
    {
        var (strong, plan) = (StrongRun.Value, Plan(Strong.Value));
        Assert.True(Count(strong, 1, MarkBits.Of(Mark.Protesting)) > 0);
        Assert.Contains(strong.Districts, d => d.Twins[1].Defiance!.Evasion.Span.ContainsAnyExcept((byte)0));
        Assert.Contains(strong.Districts, d => d.Twins[1].Defiance!.Held.Span.ContainsAnyExcept((byte)0));
        SameBits.Check(plan, 56);
    }

    [Fact]
    public void Without_a_regime_nobody_protests_or_evades_and_turning_it_off_changes_no_bit_there()
    {
        var on = Shipped.Run(Plan(Shipped.Tables));
        var off = Shipped.Run(Plan(Shipped.Solved(Mechanisms.Without(Shipped.Society,
            Mechanism.Protest, Mechanism.Evasion, Mechanism.Disputing))));
        Assert.Equal(0, Count(on, 0, MarkBits.Of(Mark.Protesting) | MarkBits.Of(Mark.Evading)));
        Assert.Equal(on.Districts.Select(d => d.Twins[0].Digest()), off.Districts.Select(d => d.Twins[0].Digest()));
        Assert.Equal(0, Count(off, 1, MarkBits.Of(Mark.Protesting) | MarkBits.Of(Mark.Evading)));
        Assert.All(off.Districts, d => Assert.False(d.Twins[1].Defiance!.Evasion.Span.ContainsAnyExcept((byte)0)));
    }

    [Fact]
    public void Protest_shows_as_assembly()
    {
        var quiet = Shipped.Run(Plan(Off(Mechanism.Protest)));
        Assert.True(Total(StrongRun.Value, "assembly") > 1.2 * Total(quiet, "assembly"));
    }

    [Fact]
    public void Evasion_hides_acts_and_does_not_undo_them()
    {
        var open = Shipped.Run(Plan(Off(Mechanism.Evasion)));
        long Of(History run, params IEnumerable<int> measures) =>
            measures.Sum(m => run.Outcome().Total(1, 1, 0, m) + run.Outcome().Total(1, 0, 0, m));
        var records = Enumerable.Range((int)Measure.Records, 16);
        Assert.True(Of(StrongRun.Value, records) < Of(open, records));
        var (harm, harmOpen) = (Of(StrongRun.Value, (int)Measure.HarmfulActs), Of(open, (int)Measure.HarmfulActs));
        Assert.InRange(harm, 0.98 * harmOpen, 1.1 * harmOpen);
    }

    [Fact]
    public void Authorities_answer_protest_and_sensors_grow_after_it_alike_on_threads_kernels_checkpoints_and_replays()
    {
        var regime = PhaseTests.With(("over", new Phase { WhenProtestAbove = PhaseTests.Of(0.002), Without = ["*"], Erases = true })) with
        {
            Governance = (Shipped.Regime.Governance ?? new()) with { SensorsAfterUnrest = PhaseTests.Of(50) },
        };
        var plan = Plan(Strong.Value) with { Years = 2 };
        plan = plan with { Twins = [plan.Twins[0], Shipped.Compiled(Strong.Value, regime)] };
        SameBits.CheckEveryExchange(plan);
        var run = Shipped.Run(plan);
        Assert.Equal("over", Assert.Single(run.Outcome().Responses).Phase);
        Assert.InRange(run.Districts[0].Twins[1].Regime.Sensors!.Grown, 1.001f, 10);
        Assert.Equal(0, Count(run, 1, MarkBits.Of(Mark.Aware)));
    }

    private static long Count(History run, int twin, uint marks) => run.Districts.Sum(d =>
        d.Twins[twin].Situation.Marks.Span.ToArray().LongCount(m => (m & marks) != 0));

    private static long Total(History run, string group) =>
        Enumerable.Range(0, 3).Sum(p => run.Outcome().Total(1, p, 0, Shipped.Tables.Measures.GroupNamed(group)));

    private static RunPlan Plan(SocietyTables tables) => Shipped.Plan(tables, people: 5_000, years: 3);

    private static SocietyTables Off(Mechanism mechanism) => Shipped.Solved(Mechanisms.Without(Society(0.03, 4), mechanism));

    internal static Society Society(double threshold, double perRisk) => Shipped.Society with
    {
        Resistance = Shipped.Society.Resistance! with
        {
            Protest = Shipped.Society.Resistance.Protest with { Threshold = Of(threshold, Shipped.Society.Resistance.Protest.Threshold) },
            Evasion = Shipped.Society.Resistance.Evasion with { PerRisk = Of(perRisk, Shipped.Society.Resistance.Evasion.PerRisk) },
        },
        Learning = Shipped.Society.Learning with { AwarenessMedia = Of(0.05, Shipped.Society.Learning.AwarenessMedia) },
    };

    private static Figure Of(double value, Figure like) => like with { Value = value };
}
