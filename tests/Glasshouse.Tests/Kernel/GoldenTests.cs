using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

/// <summary>
/// One digest over everything the kernel computes. It must be the same on every machine and at every vector width: the suite
/// is run again with DOTNET_EnableAVX512=0, DOTNET_EnableAVX2=0 and DOTNET_EnableHWIntrinsic=0.
/// </summary>
public sealed class GoldenTests
{
    [Fact]
    public void The_kernel_has_the_same_bits_everywhere()
    {
        const int Subjects = 1003;
        var draw = new Draw(0x0123_4567_89AB_CDEF, 17, Purpose.Named("golden"));
        var words = new uint[4][];
        for (var i = 0; i < 4; i++)
        {
            words[i] = new uint[Subjects];
        }

        var week = Draw.WeekAndOrdinal(9, 1);
        Philox.Fill(draw.Seed, 5, week, draw.Purpose.Code, draw.District, words[0], words[1], words[2], words[3]);
        var digest = Digest.Root([.. words.Select(word => Digest.Of<uint>(word))]);

        var floats = new List<float>();
        var doubles = new List<double>();
        for (var i = 0; i + 16 <= Subjects; i += 16)
        {
            var units = Draw.Unit(Vector512.Create(words[0], i));
            var lanes = new float[16];
            foreach (var vector in new[] { Elementary.Exp(units * 90f), Elementary.Log(units), Elementary.Expit(units * -9f) })
            {
                Vector512.CopyTo(vector, lanes);
                floats.AddRange(lanes);
            }
        }

        for (var i = 0u; i < Subjects; i++)
        {
            var block = draw.At(i, 3);
            var unit = Draw.UnitOpen(block.A, block.B);
            doubles.AddRange([Draw.Normal(block), Elementary.Exp(40 * unit), Elementary.Log(unit), Gaussian.Cdf(8 * unit - 4)]);
            doubles.Add(Draw.Poisson(50 * unit, draw, i, 4));
        }

        digest = Digest.Combine(digest, Digest.Of<float>(floats.ToArray()));
        digest = Digest.Combine(digest, Digest.Of<double>(doubles.ToArray()));
        Assert.Equal(0x48CFA150EDB65B4Aul, digest);
    }
}
