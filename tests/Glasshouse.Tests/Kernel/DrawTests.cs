using System.Runtime.Intrinsics;
using CsCheck;
using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

/// <summary>
/// Each statistical test is refused below a tail chance of 1e-4, or above 1 - 1e-4: for a perfect generator and a seed chosen
/// at random, one test in 5,000 would fail. The seeds are fixed.
/// </summary>
public sealed class DrawTests
{
    private const double Rate = 1e-4;
    private static readonly Purpose Luck = Purpose.Named("test luck");
    private static readonly Purpose Other = Purpose.Named("test other");

    [Fact]
    public void Units_lie_from_zero_to_below_one()
    {
        Assert.Equal(0f, Draw.Unit(0));
        Assert.Equal(1f - 1f / (1 << 24), Draw.Unit(uint.MaxValue));
        Assert.Equal(0.0, Draw.UnitDouble(0, 0));
        Assert.Equal(1 - 1.0 / (1L << 53), Draw.UnitDouble(uint.MaxValue, uint.MaxValue));
        Assert.Equal(1.0 / (1L << 53), Draw.UnitOpen(0, 0));
        Assert.Equal(1 - 1.0 / (1L << 53), Draw.UnitOpen(uint.MaxValue, uint.MaxValue));
    }

    [Fact]
    public void Sixteen_units_have_the_bits_of_the_scalar_form() =>
        Gen.UInt.Array[16].Sample(bits =>
        {
            var units = Draw.Unit(Vector512.Create(bits));
            return Enumerable.Range(0, 16).All(i => units[i] == Draw.Unit(bits[i]));
        });

    [Fact]
    public void A_whole_number_lies_below_its_limit() =>
        Gen.Select(Gen.UInt, Gen.Int[1, int.MaxValue]).Sample((bits, n) => Draw.Below(bits, n) is var k && k >= 0 && k < n);

    [Theory]
    [InlineData("subject")]
    [InlineData("week")]
    [InlineData("ordinal")]
    [InlineData("purpose")]
    [InlineData("district")]
    [InlineData("seed")]
    public void Neighbours_on_every_axis_are_uniform_and_independent(string axis)
    {
        // 2^20 pairs of one number and the next along the axis, in 32 x 32 cells.
        var counts = new long[32 * 32];
        for (var i = 0u; i < 1 << 20; i++)
        {
            var here = On(axis, i);
            var next = On(axis, i + 1);
            counts[(here.A >> 27) * 32 + (next.A >> 27)]++;
        }

        Assert.InRange(Statistics.Flat(counts), Rate, 1 - Rate);
    }

    [Fact]
    public void The_four_words_of_a_block_are_independent()
    {
        var counts = new long[8 * 8 * 8 * 8];
        for (var i = 0u; i < 1 << 20; i++)
        {
            var block = new Draw(11, 0, Luck).At(i, 3);
            counts[((block.A >> 29) * 8 + (block.B >> 29)) * 64 + (block.C >> 29) * 8 + (block.D >> 29)]++;
        }

        Assert.InRange(Statistics.Flat(counts), Rate, 1 - Rate);
    }

    [Fact]
    public void Low_bits_are_uniform()
    {
        var counts = new long[256];
        for (var i = 0u; i < 1 << 20; i++)
        {
            counts[new Draw(12, 0, Luck).At(i, 3).B & 255]++;
        }

        Assert.InRange(Statistics.Flat(counts), Rate, 1 - Rate);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.7)]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(16.5)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Poisson_numbers_have_the_Poisson_distribution(double mean)
    {
        const int Draws = 200_000;
        var draw = new Draw(13, 5, Luck);
        var top = (int)(mean + 12 * Math.Sqrt(mean) + 12);
        var seen = new long[top + 1];
        double sum = 0, squares = 0;
        for (var i = 0u; i < Draws; i++)
        {
            var count = Draw.Poisson(mean, draw, i, 7);
            seen[Math.Min(count, top)]++;
            sum += count;
            squares += (count - mean) * (count - mean);
        }

        // Mean and variance within four standard errors each: two-sided false alarm 6.3e-5.
        Assert.InRange(sum / Draws - mean, -4 * Math.Sqrt(mean / Draws), 4 * Math.Sqrt(mean / Draws));
        var variance = Math.Sqrt((mean + 2 * mean * mean) / Draws);
        Assert.InRange(squares / Draws - mean, -4 * variance, 4 * variance);

        // Cells with at least 20 expected, neighbours merged.
        var cells = new List<long>();
        var chances = new List<double>();
        var (cell, chance, logFactorial) = (0L, 0.0, 0.0);
        for (var k = 0; k <= top; k++)
        {
            logFactorial += k == 0 ? 0 : Math.Log(k);
            cell += seen[k];
            chance += Math.Exp(k * Math.Log(mean) - mean - logFactorial);
            if (chance * Draws >= 20)
            {
                cells.Add(cell);
                chances.Add(chance);
                (cell, chance) = (0, 0);
            }
        }

        cells[^1] += cell;
        chances[^1] += 1 - chances.Sum();
        if (cells.Count > 5)
        {
            Assert.InRange(Statistics.Fit(cells.ToArray(), chances.ToArray()), Rate, 1 - Rate);
        }
    }

    [Fact]
    public void A_mean_of_zero_gives_zero_and_no_number_is_no_mean()
    {
        Assert.Equal(0, Draw.Poisson(0, new Draw(1, 1, Luck), 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Poisson(double.NaN, new Draw(1, 1, Luck), 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Poisson(-1, new Draw(1, 1, Luck), 1, 1));
    }

    [Fact]
    public void Normal_numbers_fall_evenly_into_cells_of_equal_chance()
    {
        const int Cells = 64;
        var counts = new long[Cells];
        for (var i = 0u; i < 1 << 18; i++)
        {
            counts[(int)(Cells * Gaussian.Cdf(Draw.Normal(new Draw(14, 0, Luck).At(i, 0))))]++;
        }

        Assert.InRange(Statistics.Flat(counts), Rate, 1 - Rate);
    }

    private static Block On(string axis, uint i) => axis switch
    {
        "subject" => new Draw(1, 2, Luck).At(i, 3),
        "week" => new Draw(1, 2 + (i >> 15), Luck).At(4, (int)(i & 0x7FFF)),
        "ordinal" => new Draw(1, 2 + (i >> 15), Luck).At(4, 3, (int)(i & 0x7FFF)),
        "purpose" => new Draw(1, 2, new Purpose(i)).At(4, 3),
        "district" => new Draw(1, i, Other).At(4, 3),
        _ => new Draw(i, 2, Luck).At(4, 3),
    };
}
