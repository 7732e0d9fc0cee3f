using System.Runtime.CompilerServices;
using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

public sealed class SlabTests
{
    [Fact]
    public unsafe void Columns_are_aligned_padded_zeroed_and_apart()
    {
        var slab = new Slab();
        var bytes = slab.Add<byte>(17);
        var floats = slab.Add<float>(1000);
        var none = slab.Add<int>(0);
        var longs = slab.Add<long>(3);

        Assert.Equal(64 + 4032 + 0 + 128, slab.Bytes.Length);
        Assert.Equal((17, 32), (bytes.Span.Length, bytes.Lanes.Length));
        Assert.Equal((1000, 1008), (floats.Span.Length, floats.Lanes.Length));
        Assert.Equal((0, 0), (none.Span.Length, none.Lanes.Length));
        Assert.Equal((3, 16), (longs.Span.Length, longs.Lanes.Length));
        Assert.Equal(0u, (nuint)Unsafe.AsPointer(ref floats[0]) % 64);
        Assert.Equal(0u, (nuint)Unsafe.AsPointer(ref longs[0]) % 64);
        Assert.DoesNotContain(slab.Bytes.ToArray(), b => b != 0);

        floats.Lanes.Fill(1f);
        Assert.All(bytes.Span.ToArray(), b => Assert.Equal(0, b));
        Assert.All(longs.Span.ToArray(), l => Assert.Equal(0, l));
    }

    [Fact]
    public void A_copy_is_a_fork()
    {
        var (first, second) = (new Slab(), new Slab());
        var (left, right) = (first.Add<int>(50), second.Add<int>(50));
        left[49] = 7;
        second.CopyFrom(first);
        Assert.Equal(7, right[49]);
        Assert.Equal(Digest.Of(first.Bytes), Digest.Of(second.Bytes));
        right[0] = 1;
        Assert.Equal(0, left[0]);
        Assert.NotEqual(Digest.Of(first.Bytes), Digest.Of(second.Bytes));
    }

    [Fact]
    public void A_slab_that_is_laid_out_takes_no_more_columns()
    {
        var slab = new Slab();
        slab.Add<int>(1)[0] = 1;
        Assert.Throws<InvalidOperationException>(() => slab.Add<int>(1));
        Assert.Throws<ArgumentException>(() => slab.CopyFrom(new byte[1]));
    }
}
