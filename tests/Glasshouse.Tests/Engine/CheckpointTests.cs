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
}
