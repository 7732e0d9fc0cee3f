using CsCheck;
using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

public sealed class DigestTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void Every_flipped_bit_gives_another_digest(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)(i * 37)).ToArray();
        var seen = new HashSet<ulong> { Digest.Of(bytes) };
        for (var bit = 0; bit < 8 * length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(seen.Add(Digest.Of(bytes)));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_flipped_bit_flips_about_half_of_the_digest() =>
        Gen.Select(Gen.Byte.Array[1, 300], Gen.Int[0, int.MaxValue]).Sample((bytes, place) =>
        {
            var before = Digest.Of(bytes);
            bytes[place % bytes.Length] ^= (byte)(1 << (place % 8));
            // 64 fair bits lie within 10 and 54 but for a chance of about 1e-8.
            return ulong.PopCount(before ^ Digest.Of(bytes)) is >= 10 and <= 54;
        });

    [Fact]
    public void Zeros_count()
    {
        var seen = new HashSet<ulong>();
        for (var length = 0; length < 300; length++)
        {
            Assert.True(seen.Add(Digest.Of(new byte[length])));
        }
    }

    [Fact]
    public void The_tree_tells_order_number_and_every_leaf_apart()
    {
        var seen = new HashSet<ulong>();
        for (var count = 0; count < 20; count++)
        {
            var leaves = Enumerable.Range(1, count).Select(i => (ulong)i).ToArray();
            Assert.True(seen.Add(Digest.Root(leaves)));
            for (var i = 0; i < count; i++)
            {
                leaves[i] ^= 1ul << 40;
                Assert.True(seen.Add(Digest.Root(leaves)));
                leaves[i] ^= 1ul << 40;
            }
        }

        Assert.NotEqual(Digest.Root([1, 2]), Digest.Root([2, 1]));
        Assert.NotEqual(Digest.Combine(1, 2), Digest.Combine(2, 1));
    }
}
