using Glasshouse.Engine;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>One seed, one history: threads, kernels, checkpoints and replays change nothing.</summary>
public sealed class SameBitsTests
{
    [Fact]
    public void Two_threads_give_the_bits_of_one()
    {
        var plan = Shipped.Plan();
        Assert.Equal(Shipped.Run(plan).Outcome().Digest, Shipped.Run(plan with { Threads = 2 }).Outcome().Digest);
    }

    [Fact]
    public void Another_seed_gives_another_history()
    {
        var plan = Shipped.Plan(years: 1);
        Assert.NotEqual(Shipped.Run(plan, 1).Outcome().Digest, Shipped.Run(plan, 2).Outcome().Digest);
    }

    [Fact]
    public void The_scalar_oracle_gives_the_bits_of_the_vector_kernels()
    {
        var plan = Shipped.Plan();
        Assert.Equal(Shipped.Run(plan).Outcome().Digest, Shipped.Run(plan with { Scalar = true }).Outcome().Digest);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(52)]
    [InlineData(100)]
    public void A_history_saved_and_loaded_goes_on_to_the_same_bits(int weeks)
    {
        var plan = Shipped.Plan();
        var whole = Shipped.Run(plan).Outcome();
        using var crew = new Crew(1);
        var first = new History(plan, 1, crew);
        while (first.Week < weeks)
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
        var resumed = second.Outcome();
        Assert.Equal(whole.Digest, resumed.Digest);
        Assert.Equal(whole.Totals, resumed.Totals);
        Assert.Equal(whole.Series, resumed.Series);
        Assert.Equal(whole.PersonWeeks, resumed.PersonWeeks);
    }

    [Fact]
    public void A_district_replayed_alone_comes_to_the_bits_it_had_in_its_history()
    {
        var plan = Shipped.Plan(people: 7_000);
        var history = Shipped.Run(plan);
        for (var d = 0; d < history.Districts.Count; d++)
        {
            var replay = new Replay(plan, 1, d, history.Directives);
            replay.Run();
            Assert.Equal(history.Districts[d].Digest(), replay.Digests[^1]);
        }
    }
}
