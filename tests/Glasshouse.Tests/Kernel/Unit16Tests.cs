using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

/// <summary>Shares in 16 bits: what is at rest stays, what moves by less than a step moves on average.</summary>
public sealed class Unit16Tests
{
    [Fact]
    public void What_does_not_move_stays_in_every_week()
    {
        for (var share = 0; share <= Unit16.One; share++)
        {
            for (var week = 0; week < 32; week++)
            {
                Assert.Equal(share, Unit16.Narrow(Unit16.Wide((ushort)share), Unit16.Dither(week)));
            }
        }
    }

    [Fact]
    public void Over_a_period_the_dither_takes_each_32nd_once()
    {
        var weeks = Enumerable.Range(64, 32).Select(w => (int)(Unit16.Dither(w) * 32)).Order();
        Assert.Equal(Enumerable.Range(0, 32), weeks);
    }

    [Theory]
    [InlineData(0.01f)]
    [InlineData(0.3f)]
    [InlineData(0.99f)]
    public void Moves_smaller_than_a_step_add_up(float part)
    {
        // A week moves by a part of a step; over 320 weeks the sum is right to a step.
        ushort share = 1000;
        for (var week = 0; week < 320; week++)
        {
            share = Unit16.Narrow(Unit16.Wide(share) + part / Unit16.One, Unit16.Dither(week));
        }
        Assert.InRange(share - 1000, part * 320 - 11, part * 320 + 11);
    }

    [Fact]
    public void Sixteen_give_the_bits_of_one()
    {
        for (var first = 0; first < 65536; first += 16)
        {
            var shares = Vector512.Create(Enumerable.Range(first, 16).Select(i => (uint)i).ToArray());
            var wide = Unit16.Wide(shares);
            var narrow = Unit16.Narrow(wide * Vector512.Create(0.97f), Vector512.Create(Unit16.Dither(first)));
            for (var i = 0; i < 16; i++)
            {
                Assert.Equal(Unit16.Wide((ushort)(first + i)), wide[i]);
                Assert.Equal(Unit16.Narrow(wide[i] * 0.97f, Unit16.Dither(first)), narrow[i]);
            }
        }
    }

    [Fact]
    public void What_lies_beyond_the_ends_counts_as_the_end()
    {
        Assert.Equal(0, Unit16.Narrow(-0.1f, 0.5f));
        Assert.Equal(Unit16.One, Unit16.Narrow(1.1f, 0.5f));
        Assert.Equal(0, Unit16.Above(5, 9));
    }
}
