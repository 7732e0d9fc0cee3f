using Glasshouse.Engine;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>One seed, one history, whatever the plan holds.</summary>
internal static class Same
{
    /// <summary>Threads, kernels, a checkpoint in the middle and replays of all districts come to the same bits.</summary>
    public static void Bits(RunPlan plan)
    {
        var whole = Shipped.Run(plan);
        Assert.Equal(whole.Outcome().Digest, Shipped.Run(plan with { Threads = 2 }).Outcome().Digest);
        Assert.Equal(whole.Outcome().Digest, Shipped.Run(plan with { Scalar = true }).Outcome().Digest);
        for (var d = 0; d < whole.Districts.Count; d++)
        {
            var replay = new Replay(plan, 1, d, whole.Directives);
            replay.Run();
            Assert.Equal(whole.Districts[d].Digest(), replay.Digests[^1]);
        }
        using var crew = new Crew(1);
        var first = new History(plan, 1, crew);
        while (first.Week < plan.BurnInWeeks + 56)
        {
            first.Advance();
        }
        using var stream = new MemoryStream();
        first.Save(stream);
        stream.Position = 0;
        var second = History.Load(plan, 1, crew, stream);
        while (!second.Finished)
        {
            second.Advance();
        }
        Assert.Equal(whole.Outcome().Digest, second.Outcome().Digest);
    }
}
