using System.Numerics;
using System.Runtime.Intrinsics;
using CsCheck;
using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

public sealed class PhiloxTests
{
    // Published with the generator: Random123, kat_vectors, philox4x32 with 10 rounds.
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0ul, 0x6627E8D5u, 0xE169C58Du, 0xBC57AC4Cu, 0x9B00DBD8u)]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0ul, 0x408F276Du, 0x41C83B0Eu, 0xA20BC7C6u, 0x6D5451FDu)]
    [InlineData(0x243F6A88u, 0x85A308D3u, 0x13198A2Eu, 0x03707344u, 0x299F31D0_A4093822ul,
        0xD16CFE09u, 0x94FDCCEBu, 0x5001E420u, 0x24126EA1u)]
    public void The_published_vectors_come_out(
        uint subject, uint weekAndOrdinal, uint purpose, uint district, ulong seed, uint a, uint b, uint c, uint d)
    {
        Assert.Equal(new Block(a, b, c, d), Philox.At(seed, subject, weekAndOrdinal, purpose, district));

        var lanes = Vector512.Create(subject);
        Philox.At16(seed, lanes, weekAndOrdinal, purpose, district, out var va, out var vb, out var vc, out var vd);
        Assert.Equal((Vector512.Create(a), Vector512.Create(b), Vector512.Create(c), Vector512.Create(d)), (va, vb, vc, vd));
    }

    [Fact]
    public void Sixteen_lanes_give_the_bits_of_the_scalar_form() =>
        Gen.Select(Gen.ULong, Gen.UInt.Array[16], Gen.UInt, Gen.UInt, Gen.UInt)
            .Sample((seed, subjects, week, purpose, district) =>
        {
            Philox.At16(seed, Vector512.Create(subjects), week, purpose, district, out var a, out var b, out var c, out var d);
            for (var i = 0; i < 16; i++)
            {
                if (Philox.At(seed, subjects[i], week, purpose, district) != new Block(a[i], b[i], c[i], d[i]))
                {
                    return false;
                }
            }

            return true;
        });

    [Fact]
    public void Columns_of_any_length_give_the_bits_of_the_scalar_twin() =>
        Gen.Select(Gen.ULong, Gen.UInt, Gen.UInt, Gen.UInt, Gen.UInt, Gen.Int[0, 70])
            .Sample((seed, first, week, purpose, district, n) =>
        {
            uint[][] fast = [new uint[n], new uint[n], new uint[n], new uint[n]];
            uint[][] slow = [new uint[n], new uint[n], new uint[n], new uint[n]];
            Philox.Fill(seed, first, week, purpose, district, fast[0], fast[1], fast[2], fast[3]);
            Philox.FillScalar(seed, first, week, purpose, district, slow[0], slow[1], slow[2], slow[3]);
            return Enumerable.Range(0, 4).All(word => fast[word].AsSpan().SequenceEqual(slow[word]));
        });

    [Fact]
    public void The_machines_own_width_gives_the_same_bits() =>
        Gen.Select(Gen.ULong, Gen.UInt.Array[16], Gen.UInt, Gen.UInt, Gen.UInt)
            .Sample((seed, subjects, week, purpose, district) =>
        {
            var lanes = Vector512.Create(subjects);
            Philox.At16(seed, lanes, week, purpose, district, out var a, out var b, out var c, out var d);
            Philox.AtNarrow(seed, lanes, week, purpose, district, out var na, out var nb, out var nc, out var nd);
            return (a, b, c, d) == (na, nb, nc, nd);
        });

    [Fact]
    public void The_product_without_special_instructions_has_the_same_bits() =>
        Gen.Select(Gen.ULong.Array[8], Gen.UInt).Sample((lanes, multiplier) =>
            Wide.Times(new Vector<ulong>(lanes), multiplier) == Wide.TimesPortable(new Vector<ulong>(lanes), multiplier)
            && Wide.Times(new Vector<ulong>(lanes), multiplier)[1] == (ulong)(uint)lanes[1] * multiplier
            && Wide.Times(Vector512.Create(lanes), multiplier)[3] == (ulong)(uint)lanes[3] * multiplier);

    [Fact]
    public void A_purpose_is_named_for_ever()
    {
        Assert.Equal(Purpose.Named("candidate acts"), Purpose.Named("candidate acts"));
        Assert.NotEqual(Purpose.Named("candidate acts"), Purpose.Named("candidate act"));
        Assert.Equal(0x81C99E6Au, Purpose.Named("candidate acts").Code);
    }
}
