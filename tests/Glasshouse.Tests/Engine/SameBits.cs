using Glasshouse.Engine;
using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>What must hold of every regime: threads, kernels, checkpoints and replays change no bit.</summary>
internal static class SameBits
{
    /// <summary>Runs a plan in all these ways.</summary>
    /// <param name="plan">A plan of more than one district.</param>
    /// <param name="savedAfter">Weeks after the fork at which one history is saved and gone on with.</param>
    public static void Check(RunPlan plan, params int[] savedAfter)
    {
        var whole = Shipped.Run(plan);
        Assert.True(whole.Districts.Count > 1);
        Assert.Equal(whole.Outcome().Digest, Shipped.Run(plan with { Threads = 2 }).Outcome().Digest);
        Assert.Equal(whole.Outcome().Digest, Shipped.Run(plan with { Scalar = true }).Outcome().Digest);
        for (var d = 0; d < whole.Districts.Count; d++)
        {
            var replay = new Replay(plan, 1, d, whole.Directives);
            replay.Run();
            Assert.Equal(whole.Districts[d].Digest(), replay.Digests[^1]);
        }
        foreach (var weeks in savedAfter.Length == 0 ? [56] : savedAfter)
        {
            Assert.Equal(whole.Outcome().Digest, Resumed(plan, plan.BurnInWeeks + weeks).Outcome().Digest);
        }
    }

    /// <summary>The same at every exchange: one step from each checkpoint, and digests throughout.</summary>
    /// <param name="plan">A plan of two districts.</param>
    /// <returns>Digests at the exchanges.</returns>
    public static IReadOnlyList<ulong> CheckEveryExchange(RunPlan plan)
    {
        using var crew = new Crew(1);
        var history = new History(plan, 1, crew);
        var saved = new List<byte[]>();
        while (!history.Finished)
        {
            using var stream = new MemoryStream();
            history.Save(stream);
            saved.Add(stream.ToArray());
            history.Advance();
        }
        foreach (var bytes in saved)
        {
            var loaded = History.Load(plan, 1, crew, new MemoryStream(bytes));
            var exchange = loaded.Digests.Count;
            loaded.Advance();
            Assert.Equal(history.Digests[exchange], loaded.Digests[exchange]);
        }
        Assert.Equal(history.Digests, Shipped.Run(plan with { Threads = 2 }).Digests);
        Assert.Equal(history.Digests, Shipped.Run(plan with { Scalar = true }).Digests);
        var replays = Enumerable.Range(0, 2).Select(d => new Replay(plan, 1, d, history.Directives)).ToList();
        replays.ForEach(r => r.Run());
        Assert.Equal(history.Digests, replays[0].Digests.Zip(replays[1].Digests, (a, b) => Digest.Root([a, b])));
        return history.Digests;
    }

    private static History Resumed(RunPlan plan, int week)
    {
        using var crew = new Crew(1);
        var first = new History(plan, 1, crew);
        while (first.Week < week)
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
        return second;
    }
}
