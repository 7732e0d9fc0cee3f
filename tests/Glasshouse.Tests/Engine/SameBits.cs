using Glasshouse.Engine;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>One seed, one history: what every mechanism with a state of its own is held to.</summary>
internal static class SameBits
{
    /// <summary>Two threads, the scalar kernels, a checkpoint in the middle and the replay of a district give the same bits.</summary>
    public static void Hold(RunPlan plan)
    {
        var whole = Shipped.Run(plan);
        var digest = whole.Outcome().Digest;
        Assert.Equal(digest, Shipped.Run(plan with { Threads = 2 }).Outcome().Digest);
        Assert.Equal(digest, Shipped.Run(plan with { Scalar = true }).Outcome().Digest);
        var replay = new Replay(plan, 1, whole.Districts.Count - 1, whole.Directives);
        replay.Run();
        Assert.Equal(whole.Districts[^1].Digest(), replay.Digests[^1]);
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
        Assert.Equal(digest, second.Outcome().Digest);
    }
}
