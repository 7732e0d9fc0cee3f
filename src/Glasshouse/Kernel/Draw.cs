using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Glasshouse.Kernel;

/// <summary>
/// The random numbers of one purpose in one district, keyed by subject, week and ordinal (a running number for purposes
/// that need more than one block per subject and week), and their conversion to distributions.
/// </summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="District">The district.</param>
/// <param name="Purpose">What the numbers are for.</param>
public readonly record struct Draw(ulong Seed, uint District, Purpose Purpose)
{
    /// <summary>The block of one subject.</summary>
    /// <param name="subject">The subject's number in the district.</param>
    /// <param name="week">0 to 65,535.</param>
    /// <param name="ordinal">0 to 65,535.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Block At(uint subject, int week, int ordinal = 0) =>
        Philox.At(Seed, subject, WeekAndOrdinal(week, ordinal), Purpose.Code, District);

    /// <summary>The blocks of sixteen subjects; lane i has the bits of <see cref="At"/> for subject i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At16(
        Vector512<uint> subjects, int week, int ordinal,
        out Vector512<uint> a, out Vector512<uint> b, out Vector512<uint> c, out Vector512<uint> d) =>
        Philox.At16(Seed, subjects, WeekAndOrdinal(week, ordinal), Purpose.Code, District, out a, out b, out c, out d);

    /// <summary>The generator's second counter word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint WeekAndOrdinal(int week, int ordinal)
    {
        Debug.Assert((uint)week <= ushort.MaxValue && (uint)ordinal <= ushort.MaxValue);
        return (uint)week | ((uint)ordinal << 16);
    }

    /// <summary>Uniform in [0, 1): a multiple of 2^-24.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Unit(uint bits) => (int)(bits >> 8) * Step24;

    /// <summary>The same for sixteen lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Unit(Vector512<uint> bits) =>
        Vector512.ConvertToSingle((bits >>> 8).AsInt32()) * Vector512.Create(Step24);

    /// <summary>Uniform in [0, 1): a multiple of 2^-53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double UnitDouble(uint hi, uint lo) => (long)((((ulong)hi << 32) | lo) >> 11) * Step53;

    /// <summary>Uniform in (0, 1): an odd multiple of 2^-53, symmetric about one half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double UnitOpen(uint hi, uint lo) => (long)(((((ulong)hi << 32) | lo) >> 11) | 1) * Step53;

    /// <summary>A whole number in [0, n); a value's chance is off by less than 2^-32.</summary>
    /// <param name="bits">A random word.</param>
    /// <param name="n">At least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Below(uint bits, int n)
    {
        Debug.Assert(n > 0);
        return (int)(((ulong)bits * (uint)n) >> 32);
    }

    /// <summary>A standard normal number, by inversion of the first two words.</summary>
    public static double Normal(Block block) => Gaussian.Quantile(UnitOpen(block.A, block.B));

    /// <summary>
    /// A Poisson number, exact for any mean up to two million: a sum of Poisson numbers of means up to 16, each by inversion
    /// of 53 bits. Takes ordinals 0, 1, ... of the subject's week, two parts from each.
    /// </summary>
    /// <param name="mean">Not negative.</param>
    /// <param name="draw">The stream.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="week">The week.</param>
    public static int Poisson(double mean, Draw draw, uint subject, int week) =>
        mean == 0 ? 0 : new PoissonMean(mean).Number(draw.At(subject, week), draw, subject, week);

    private const float Step24 = 1f / (1 << 24);
    private const double Step53 = 1.0 / (1L << 53);
}
