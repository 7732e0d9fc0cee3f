using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.TurnedOff;

/// <summary>In the whole model, from what a camera sees to what people believe and do, certainty weighs more than severity.</summary>
public sealed class CertaintyTests
{
    // Twins have the same luck, so a stronger deterrent takes acts away from the same ones: fixed seeds, no interval is needed.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Surer_penalties_lower_violations_more_than_graver_ones_and_both_do(ulong seed)
    {
        var cameras = Books.Named("cameras");
        var society = Rewriting.With(Shipped.Society, f => f.Path == "learning.awareness-media" ? f with { Value = 0.1 } : f);
        var tables = World.WithRates(society);
        Regime Times(Func<string, bool> which, double factor) =>
            Rewriting.With(cameras, f => which(f.Path) ? f with { Value = f.Value * factor } : f);
        bool Fine(string path) => path == "consequences.fine.size";
        bool Seen(string path) => path == "channels.public.sensitivity";
        Regime[] regimes = [Times(Seen, 0.5), Times(p => Seen(p) || Fine(p), 0.5), Times(Fine, 0.5), cameras];
        var plan = Shipped.Plan(tables, people: 10_000, years: 3) with
        {
            Twins = [RegimeTables.LawOnly(tables.Conducts), .. regimes.Select(r => Shipped.Compiled(tables, r))],
            Threads = 2,
        };
        var outcome = Shipped.Run(plan, seed).Outcome();
        var measure = outcome.Measures.ActsOf(tables.Conducts.IndexOf("red-light"));
        long Acts(int twin) => outcome.Series[twin].Where((_, i) => i % outcome.Measures.Count == measure).Sum();
        var (rarer, half, milder, whole) = (Acts(1), Acts(2), Acts(3), Acts(4));
        // From half of both: to double the chance takes more acts away than to double the fine, and the other then takes more.
        Assert.True(half - milder > half - rarer && half > rarer, $"surer {half - milder}, graver {half - rarer}");
        Assert.True(whole < milder && whole < rarer && half < Acts(0));
    }
}
