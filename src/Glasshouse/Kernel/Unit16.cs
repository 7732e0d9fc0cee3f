using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Glasshouse.Kernel;

/// <summary>
/// Shares from 0 to 1 in 16 bits. A small move may be less than a step of 1/65535; narrowing adds a fraction of a step that is the same
/// for all in a week and spread evenly over weeks, so that small moves add up instead of being lost.
/// </summary>
public static class Unit16
{
    /// <summary>The number 1.</summary>
    public const ushort One = ushort.MaxValue;

    private const float Step = 1f / One;

    /// <summary>Rounds to the nearest step: for moves that are far larger than one.</summary>
    public const float Nearest = 0.5f;

    /// <summary>The share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Wide(ushort share) => share * Step;

    /// <summary>How far one share lies above another, 0 where it does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Above(ushort share, ushort other) => Math.Max(0, share - other) * Step;

    /// <summary>The share as 16 bits.</summary>
    /// <param name="share">From 0 to 1; what is beyond counts as the end.</param>
    /// <param name="dither">Fraction of a step that is added before the rest is cut off.</param>
    public static ushort Narrow(float share, float dither) => (ushort)Math.Clamp((int)(share * One + dither), 0, One);

    /// <summary>
    /// The dither of a week: van der Corput's sequence in base 2 over 32 weeks, in the middles of their steps. An end of the range or
    /// a share at rest stays what it is, since rounding errors are smaller than half a 32nd.
    /// </summary>
    public static float Dither(int week)
    {
        var bits = (uint)week & 31;
        bits = ((bits & 1) << 4) | ((bits & 2) << 2) | (bits & 4) | ((bits & 8) >> 2) | (bits >> 4);
        return (bits + 0.5f) / 32;
    }

    /// <summary>Sixteen shares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Wide(Vector512<uint> shares) =>
        Vector512.ConvertToSingle(shares.AsInt32()) * Vector512.Create(Step);

    /// <summary>Sixteen shares as whole steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Narrow(Vector512<float> shares, Vector512<float> dither)
    {
        var steps = Vector512.ConvertToInt32(shares * Vector512.Create((float)One) + dither);
        return Vector512.Min(Vector512.Max(steps, Vector512<int>.Zero), Vector512.Create((int)One)).AsUInt32();
    }
}
