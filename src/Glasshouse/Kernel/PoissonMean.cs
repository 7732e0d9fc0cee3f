using System.Numerics;
using System.Runtime.Intrinsics;

namespace Glasshouse.Kernel;

/// <summary>
/// A mean made ready for drawing Poisson numbers: a sum of parts of means up to 16, each by inversion of 53 bits.
/// </summary>
public readonly struct PoissonMean
{
    private const double LargestPart = 16;
    private const double LargestMean = 2_000_000;

    // The upper tail beyond 128 has less than 2^-150 of the mass at mean 16; the end stops a sum that rounds to below 1.
    private const int Most = 128;

    // A table of 1/n: a product waits less than a quotient.
    private static readonly double[] Inverse = [0, .. Enumerable.Range(1, Most).Select(n => 1.0 / n)];

    /// <summary>Length of a table that ends beyond nearly every number of a part.</summary>
    public const int TableLength = 32;

    private readonly int _parts;
    private readonly double _part;
    private readonly double _none;

    /// <summary>Makes a mean ready.</summary>
    /// <param name="mean">0 to two million.</param>
    public PoissonMean(double mean)
    {
        if (!(mean >= 0 && mean <= LargestMean))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A Poisson mean lies between 0 and 2,000,000.");
        }
        _parts = (int)Math.Ceiling(mean / LargestPart);
        _part = _parts == 0 ? 0 : mean / _parts;
        _none = Elementary.Exp(-_part);
    }

    /// <summary>True for a mean whose parts are so large that a table pays.</summary>
    public bool IsLarge => _part > 3;

    /// <summary>A number of this mean. Takes ordinals 0, 1, ... of the subject's week, two parts from each.</summary>
    /// <param name="first">The block of ordinal 0.</param>
    /// <param name="draw">The stream of the others.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="week">The week.</param>
    public int Number(Block first, Draw draw, uint subject, int week)
    {
        var count = 0;
        for (var i = 0; i < _parts; i += 2)
        {
            var block = i == 0 ? first : draw.At(subject, week, i >> 1);
            count += Invert(Draw.UnitDouble(block.A, block.B));
            count += i + 1 < _parts ? Invert(Draw.UnitDouble(block.C, block.D)) : 0;
        }
        return count;
    }

    /// <summary>
    /// Tables the first chances, so that <see cref="Number(Block, Draw, uint, int, ReadOnlySpan{double})"/> need not add them.
    /// </summary>
    /// <param name="sums">Takes the chances of 0, of 1 and less, and so on; whole vectors of eight.</param>
    public void Table(Span<double> sums)
    {
        var (chance, sum) = (_none, _none);
        for (var count = 0; count < sums.Length; count++)
        {
            sums[count] = sum;
            chance *= _part * Inverse[count + 1];
            sum += chance;
        }
    }

    /// <summary>The same number with a table of the first chances.</summary>
    public int Number(Block first, Draw draw, uint subject, int week, ReadOnlySpan<double> sums)
    {
        var count = 0;
        for (var i = 0; i < _parts; i += 2)
        {
            var block = i == 0 ? first : draw.At(subject, week, i >> 1);
            count += Invert(Draw.UnitDouble(block.A, block.B), sums);
            count += i + 1 < _parts ? Invert(Draw.UnitDouble(block.C, block.D), sums) : 0;
        }
        return count;
    }

    // Sums never fall, so those not above the uniform number are the first ones.
    private int Invert(double uniform, ReadOnlySpan<double> sums)
    {
        var point = Vector512.Create(uniform);
        for (var from = 0; from < sums.Length; from += Vector512<double>.Count)
        {
            var above = Vector512.LessThan(point, Vector512.Create(sums[from..])).ExtractMostSignificantBits();
            if (above != 0)
            {
                return from + BitOperations.TrailingZeroCount(above);
            }
        }
        return Invert(uniform);
    }

    private int Invert(double uniform)
    {
        var (count, chance, sum) = (0, _none, _none);
        while (uniform >= sum && count < Most)
        {
            count++;
            chance *= _part * Inverse[count];
            sum += chance;
        }
        return count;
    }
}
