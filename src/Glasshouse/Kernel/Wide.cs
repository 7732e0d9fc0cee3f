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

        if (Avx2.IsSupported)
        {
            var factor = Vector256.Create((ulong)multiplier).AsUInt32();
            return Vector512.Create(
                Avx2.Multiply(lanes.GetLower().AsUInt32(), factor), Avx2.Multiply(lanes.GetUpper().AsUInt32(), factor));
        }

        if (AdvSimd.IsSupported)
        {
            return Vector512.Create(TimesOnArm(lanes.GetLower(), multiplier), TimesOnArm(lanes.GetUpper(), multiplier));
        }

        return TimesPortable(lanes, multiplier);
    }

    /// <summary>The same product without any particular instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> TimesPortable(Vector512<ulong> lanes, uint multiplier) =>
        (lanes & Vector512.Create(0xFFFF_FFFFul)) * Vector512.Create((ulong)multiplier);

    /// <summary>Low words of the even and of the odd lanes in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Interleave(Vector512<ulong> even, Vector512<ulong> odd) =>
        Vector512.ConditionalSelect(Vector512.Create(0xFFFF_FFFFul), even, odd << 32).AsUInt32();

    private static Vector256<ulong> TimesOnArm(Vector256<ulong> lanes, uint multiplier)
    {
        var factor = Vector64.Create(multiplier);
        return Vector256.Create(
            AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(lanes.GetLower()), factor),
            AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(lanes.GetUpper()), factor));
    }
}
