using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

public sealed class SealedStreamTests
{
    private const int Block = SealingStream.BlockBytes;
    private const int Sealed = SealingStream.HeadBytes + Block;
    private const ulong Owner = 42;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData(Block + 1)]
    [InlineData(3 * Block + 7)]
    public void What_was_sealed_comes_back(int length)
    {
        var content = Content(length);
        Assert.Equal(content, Unseal(Seal(content)));
    }

    [Fact]
    public void Bytes_one_by_one_and_in_pieces_come_to_the_same()
    {
        var content = Content(Block + 100);
        using var under = new MemoryStream();
        using var sealing = new SealingStream(under, Owner);
        foreach (var value in content)
        {
            sealing.WriteByte(value);
        }
        sealing.Complete();
        Assert.Equal(Seal(content), under.ToArray());

        using var stream = new SealedStream(new MemoryStream(under.ToArray()), Owner);
        Assert.Equal(content, content.Select(_ => (byte)stream.ReadByte()).ToArray());
        Assert.Equal(-1, stream.ReadByte());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(SealingStream.HeadBytes)]
    [InlineData(Sealed - 1)]
    [InlineData(Sealed)]
    [InlineData(Sealed + 1)]
    [InlineData(2 * Sealed)]
    [InlineData(2 * Sealed + SealingStream.HeadBytes - 1)]
    public void A_content_cut_anywhere_is_refused(int length)
    {
        // Two full blocks and an empty one: a cut between two blocks looks whole but for the block that must follow.
        var bytes = Seal(Content(2 * Block));
        Assert.Equal(2 * Sealed + SealingStream.HeadBytes, bytes.Length);
        Assert.Contains("cut short", Refused(bytes[..length]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_changed_anywhere_is_refused_before_its_block_is_handed_out()
    {
        var bytes = Seal(Content(2 * Block + 99));
        for (var at = 0; at < bytes.Length; at += at % Sealed < SealingStream.HeadBytes ? 1 : 9973)
        {
            bytes[at] ^= 0x10;
            Refused(bytes);
            using var stream = new SealedStream(new MemoryStream(bytes), Owner);
            var got = 0;
            Assert.Throws<InvalidDataException>(() =>
            {
                while (stream.ReadByte() >= 0)
                {
                    got++;
                }
            });
            Assert.True(got <= at / Sealed * Block);
            bytes[at] ^= 0x10;
        }
    }

    [Fact]
    public void Blocks_that_changed_places_another_owner_and_bytes_at_the_end_are_refused()
    {
        var bytes = Seal(Content(2 * Block + 99));
        Refused([.. bytes[Sealed..(2 * Sealed)], .. bytes[..Sealed], .. bytes[(2 * Sealed)..]]);
        Refused([.. bytes[..Sealed], .. bytes[(2 * Sealed)..]]);
        Refused([.. bytes, 0]);
        Assert.Throws<InvalidDataException>(() => Unseal(bytes, Owner + 1));
    }

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 37 ^ i >> 8))];

    private static byte[] Seal(byte[] content)
    {
        using var under = new MemoryStream();
        using var sealing = new SealingStream(under, Owner);
        sealing.Write(content);
        sealing.Complete();
        return under.ToArray();
    }

    private static byte[] Unseal(byte[] bytes, ulong owner = Owner)
    {
        using var stream = new SealedStream(new MemoryStream(bytes), owner);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        stream.Complete();
        return content.ToArray();
    }

    private static string Refused(byte[] bytes) => Assert.Throws<InvalidDataException>(() => Unseal(bytes)).Message;
}
