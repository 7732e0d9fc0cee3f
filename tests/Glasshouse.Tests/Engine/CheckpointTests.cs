using Glasshouse.Engine;
using Xunit;

namespace Glasshouse.Tests.Engine;

public sealed class CheckpointTests
{
    /// <summary>
    /// A checkpoint at any exchange, even one at which an appeal has just been won, goes on like the history it was taken from. Enough
    /// people and years that every phase has something under way.
    /// </summary>
    [Fact]
    public void A_checkpoint_at_any_exchange_goes_on_to_the_same_bits()
    {
        var plan = Shipped.Plan(people: 10_000, years: 3);
        using var crew = new Crew(1);
        var history = new History(plan, 1, crew);
        var saved = new List<byte[]>();
        while (!history.Finished)
        {
            if (history.Week > plan.BurnInWeeks)
            {
                using var stream = new MemoryStream();
                history.Save(stream);
                saved.Add(stream.ToArray());
            }
            history.Advance();
        }
        foreach (var bytes in saved)
        {
            var loaded = History.Load(plan, 1, crew, new MemoryStream(bytes));
            var exchange = loaded.Digests.Count;
            loaded.Advance();
            Assert.Equal(history.Digests[exchange], loaded.Digests[exchange]);
        }
    }

    [Fact]
    public void A_checkpoint_that_was_cut_changed_or_is_not_this_runs_is_refused()
    {
        var plan = Shipped.Plan(years: 1);
        using var crew = new Crew(1);
        var bytes = Saved(plan, crew);
        int[] cuts = [0, 3, 19, 20, 25, 50, bytes.Length / 3, bytes.Length / 2, bytes.Length - 100, bytes.Length - 1];
        foreach (var length in cuts)
        {
            Assert.Contains("cut short", Refused(plan, 1, crew, bytes[..length]), StringComparison.Ordinal);
        }
        foreach (var at in new[] { 0, 6, 14, 20, 26, 40, bytes.Length / 3, bytes.Length / 2, bytes.Length - 1 })
        {
            bytes[at] ^= 1;
            Refused(plan, 1, crew, bytes);
            bytes[at] ^= 1;
        }
        Assert.Contains("longer", Refused(plan, 1, crew, [.. bytes, 0]), StringComparison.Ordinal);
        Assert.Contains("not a checkpoint", Refused(plan, 1, crew, new byte[100]), StringComparison.Ordinal);
        Assert.Contains("another run", Refused(plan with { Fingerprint = 7 }, 1, crew, bytes), StringComparison.Ordinal);
        Assert.Contains("another run", Refused(plan, 2, crew, bytes), StringComparison.Ordinal);
        Assert.Equal(4, History.Load(plan, 1, crew, new MemoryStream(bytes)).Week);
    }

    /// <summary>A checkpoint goes out as it is written: what saving takes does not grow with the people.</summary>
    [Fact]
    public void Saving_takes_little_memory()
    {
        var (small, smallBytes) = Taken(5_000);
        var (large, largeBytes) = Taken(40_000);
        Assert.True(largeBytes - smallBytes > 3_000_000, $"{smallBytes} and {largeBytes} bytes written");
        Assert.True(large - small < (largeBytes - smallBytes) / 20, $"{small} and {large} bytes of memory taken");
    }

    private static (long Taken, long Written) Taken(int people)
    {
        using var crew = new Crew(1);
        var history = new History(Shipped.Plan(people: people, years: 1), 1, crew);
        history.Advance();
        history.Save(Stream.Null);
        using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        var before = GC.GetAllocatedBytesForCurrentThread();
        history.Save(file);
        return (GC.GetAllocatedBytesForCurrentThread() - before, file.Length);
    }

    private static byte[] Saved(RunPlan plan, Crew crew)
    {
        var history = new History(plan, 1, crew);
        history.Advance();
        using var stream = new MemoryStream();
        history.Save(stream);
        return stream.ToArray();
    }

    private static string Refused(RunPlan plan, ulong seed, Crew crew, byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => History.Load(plan, seed, crew, new MemoryStream(bytes))).Message;
}
