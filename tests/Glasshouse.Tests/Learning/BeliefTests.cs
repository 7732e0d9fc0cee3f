using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Responding;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Learning;

/// <summary>Perceived risk settles where it should, and reaches beyond the place of an experience as far as the figure says.</summary>
public sealed class BeliefTests
{
    private static readonly SocietyTables Tables = new(Shipped.Society);

    [Theory]
    [InlineData(0f)]
    [InlineData(0.06f)]
    [InlineData(1f)]
    public void Belief_settles_at_the_law_without_a_dead_band(float start)
    {
        var law = Tables.Learning.LawRisk[(int)Channel.Public];
        var done = Unit16.Narrow(start, Unit16.Nearest);
        ushort not = 0;
        for (var week = 0; week < 1000; week++)
        {
            Of(week, Signal.None(0.5f), 0).One(0, ref done, ref not);
        }
        Assert.Equal(law, Unit16.Wide(done), 2f / Unit16.One);
    }

    [Fact]
    public void Sixteen_give_the_bits_of_one()
    {
        var draw = new Draw(1, 0, Purpose.Named("tests/belief"));
        var signal = new Signal([0.3f, 0.9f, 0.1f, 0.2f], [0.1f, 0.2f, 0.3f, 0.4f], 0.5f, true);
        for (var week = 0; week < 200; week++)
        {
            var blocks = Enumerable.Range(0, 16).Select(i => draw.At((uint)i, week)).ToArray();
            uint[] marks = [.. blocks.Select(b => b.A)];
            ushort[] done = [.. blocks.Select(b => (ushort)b.B)], not = [.. blocks.Select(b => (ushort)b.C)];
            var (one, other) = (done.ToArray(), not.ToArray());
            var belief = Of(week, signal, week / 400f);
            belief.Sixteen(marks, done, not);
            for (var i = 0; i < 16; i++)
            {
                belief.One(marks[i], ref one[i], ref other[i]);
            }
            Assert.Equal(one, done);
            Assert.Equal(other, not);
        }
    }

    [Fact]
    public void Punishment_in_one_channel_moves_belief_in_the_others_by_a_small_share()
    {
        var fine = Array.FindIndex(Tables.Conducts.Bad, bad => bad);
        var channel = Tables.Conducts.Channel[fine];
        var (with, without) = (Undergone(Tables, fine), Undergone(Without(Mechanism.Generalisation), fine));
        for (var c = 0; c < Mind.Channels; c++)
        {
            var law = Tables.Learning.LawRisk[c];
            if (c == channel)
            {
                Assert.Equal(without[c], with[c]);
                Assert.True(with[c] > law + 0.01f);
                continue;
            }
            Assert.Equal(law, without[c], 1f / Unit16.One);
            var expected = (float)Tables.Learning.Figures.OwnExperience * Tables.Learning.Generalises * (1 - law);
            Assert.Equal(law + expected, with[c], 2f / Unit16.One);
        }
    }

    [Fact]
    public void What_is_heard_of_a_watched_channel_is_believed_in_part_of_one_that_is_not()
    {
        float[] heard = [0.5f, 0, 0, 0.2f];
        var believed = Tables.Learning.Generalised(heard);
        Assert.Equal(0.5f, believed[0]);
        Assert.Equal(0.5f * Tables.Learning.Generalises, believed[1], 1e-6f);
        Assert.InRange(believed[3], 0.2f, 0.3f);
        Assert.Equal(heard, Without(Mechanism.Generalisation).Learning.Generalised(heard));
    }

    [Fact]
    public void Each_neighbour_punished_raises_belief_and_all_together_do_not_pass_certainty()
    {
        Span<float> few = stackalloc float[4], many = stackalloc float[4];
        Tables.Learning.Seen([1, 0, 0, 0], few);
        Tables.Learning.Seen([1000, 0, 0, 0], many);
        Assert.True(few[0] > few[1] && few[1] > 0);
        Assert.Equal((float)Tables.Learning.Figures.NeighbourExperience, many[0]);
    }

    [Fact]
    public void A_name_that_is_published_counts_as_punishments_seen_by_its_neighbours_alone()
    {
        var (named, without) = (Named(Tables), Named(Without(Mechanism.Listings)));
        Assert.All(named[..Mind.Channels], k => Assert.Equal(Tables.Learning.Listing, k));
        Assert.All(named[Mind.Channels..], k => Assert.Equal(0, k));
        Assert.All(without, k => Assert.Equal(0, k));
    }

    [Fact]
    public void Who_expects_punishment_at_least_as_much_as_is_possible_expects_no_more()
    {
        var signal = new Signal([1, 1, 1, 1], [1, 1, 1, 1], 0.5f, true);
        ushort done = Unit16.One, not = Unit16.One;
        for (var week = 0; week < 500; week++)
        {
            Of(week, signal, 1).One(MarkBits.Of(Mark.Aware), ref done, ref not);
        }
        Assert.Equal((Unit16.One, Unit16.One), (done, not));
    }

    // What two neighbourhoods see when somebody in the first is named.
    private static float[] Named(SocietyTables tables)
    {
        var slab = new Slab();
        var (mind, blocks) = (new Mind(slab, 128), new Neighbourhoods(slab, 2));
        Experience.Witness(tables.Learning, [new PublicAct(7, Effect.NamedInPublic), new PublicAct(70, Effect.Honour)], mind, blocks);
        return blocks.Punished.Span.ToArray();
    }

    private static SocietyTables Without(Mechanism mechanism) => new(Mechanisms.Without(Shipped.Society, mechanism));

    private static Belief Of(int week, Signal signal, float seen) =>
        new(Tables.Learning, signal, (int)Channel.Public, seen, Unit16.Dither(week));

    // What somebody believes, by channel, after one finding of the law.
    private static float[] Undergone(SocietyTables tables, int conduct)
    {
        var slab = new Slab();
        var (mind, blocks) = (new Mind(slab, 64), new Neighbourhoods(slab, 1));
        for (var c = 0; c < Mind.Channels; c++)
        {
            mind.RiskIfDone(c).Span.Fill(Unit16.Narrow(tables.Learning.LawRisk[c], Unit16.Nearest));
        }
        Experience.Undergo(tables.Learning, tables.Conducts, new Acts(tables.Conducts.Count),
            [new Finding(7, (byte)conduct, 0)], mind, blocks);
        return [.. Enumerable.Range(0, Mind.Channels).Select(c => Unit16.Wide(mind.RiskIfDone(c)[7]))];
    }
}
