using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Glasshouse.Kernel;

/// <summary>Products of 32-bit words in 64-bit lanes; the high half of an input lane is ignored.</summary>
internal static class Wide
{
    /// <summary>The low word of each lane times the multiplier, as the full 64-bit product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Times(Vector512<ulong> lanes, uint multiplier)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Multiply(lanes.AsUInt32(), Vector512.Create((ulong)multiplier).AsUInt32());
        }

        return (lanes & Vector512.Create(0xFFFF_FFFFul)) * Vector512.Create((ulong)multiplier);
    }

    /// <summary>The same in the machine's own width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ulong> Times(Vector<ulong> lanes, uint multiplier)
    {
        if (Avx2.IsSupported && Vector<ulong>.Count == 4)
        {
            return Avx2.Multiply(lanes.AsVector256().AsUInt32(), Vector256.Create((ulong)multiplier).AsUInt32()).AsVector();
        }

        if (Sse2.IsSupported && Vector<ulong>.Count == 2)
        {
            return Sse2.Multiply(lanes.AsVector128().AsUInt32(), Vector128.Create((ulong)multiplier).AsUInt32()).AsVector();
        }

        if (AdvSimd.IsSupported && Vector<ulong>.Count == 2)
        {
            return AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(lanes.AsVector128()), Vector64.Create(multiplier))
                .AsVector();
        }

        return TimesPortable(lanes, multiplier);
    }

    /// <summary>The same product without any particular instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ulong> TimesPortable(Vector<ulong> lanes, uint multiplier) =>
        (lanes & new Vector<ulong>(0xFFFF_FFFF)) * new Vector<ulong>(multiplier);

    /// <summary>Low words of the even and of the odd lanes in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Interleave(Vector512<ulong> even, Vector512<ulong> odd) =>
        Vector512.ConditionalSelect(Vector512.Create(0xFFFF_FFFFul), even, odd << 32).AsUInt32();
}
