using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Glasshouse.Kernel;

/// <summary>Four independent 32-bit random words: what one subject gets for one purpose in one week.</summary>
public readonly record struct Block(uint A, uint B, uint C, uint D);

/// <summary>
/// Philox 4x32-10 (Salmon, Moraes, Dror and Shaw, SC 2011): a random block as a pure function of seed, subject, week and
/// ordinal, purpose and district. There is no state, so threads, order and twins cannot change a number.
/// </summary>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>The block of one subject.</summary>
    /// <param name="seed">The key: low word first.</param>
    /// <param name="subject">First word of the counter.</param>
    /// <param name="weekAndOrdinal">Second word: week in the low 16 bits, ordinal in the high 16.</param>
    /// <param name="purpose">Third word: <see cref="Purpose.Code"/>.</param>
    /// <param name="district">Fourth word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block At(ulong seed, uint subject, uint weekAndOrdinal, uint purpose, uint district)
    {
        var (c0, c1, c2, c3) = (subject, weekAndOrdinal, purpose, district);
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < 10; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return new Block(c0, c1, c2, c3);
    }

    /// <summary>The blocks of sixteen subjects, word by word; lane i has the bits of <see cref="At"/> for subject i.</summary>
    /// <remarks>
    /// Even and odd subjects are carried in the low halves of 64-bit lanes, so that a product is already in place and a
    /// round costs four multiplications, four shifts and four three-way exclusive ors. In the first two rounds all words
    /// but one or two are the same for all subjects and are computed once.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At16(
        ulong seed, Vector512<uint> subjects, uint weekAndOrdinal, uint purpose, uint district,
        out Vector512<uint> a, out Vector512<uint> b, out Vector512<uint> c, out Vector512<uint> d)
    {
        if (!Avx512F.IsSupported)
        {
            AtNarrow(seed, subjects, weekAndOrdinal, purpose, district, out a, out b, out c, out d);
            return;
        }

        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));

        // Round 1: only the first word differs between subjects.
        var common1 = (ulong)Multiplier1 * purpose;
        var word0 = (uint)(common1 >> 32) ^ weekAndOrdinal ^ k0;
        var even = subjects.AsUInt64();
        var evenProduct0 = Wide.Times(even, Multiplier0);
        var oddProduct0 = Wide.Times(even >>> 32, Multiplier0);
        var key = Vector512.Create((ulong)(district ^ k1));
        var even2 = (evenProduct0 >>> 32) ^ key;
        var odd2 = (oddProduct0 >>> 32) ^ key;
        var even3 = evenProduct0;
        var odd3 = oddProduct0;

        // Round 2: the first two words are common.
        k0 += Weyl0;
        k1 += Weyl1;
        var common0 = (ulong)Multiplier0 * word0;
        var evenProduct1 = Wide.Times(even2, Multiplier1);
        var oddProduct1 = Wide.Times(odd2, Multiplier1);
        key = Vector512.Create((ulong)((uint)common1 ^ k0));
        var even0 = (evenProduct1 >>> 32) ^ key;
        var odd0 = (oddProduct1 >>> 32) ^ key;
        var even1 = evenProduct1;
        var odd1 = oddProduct1;
        key = Vector512.Create((ulong)((uint)(common0 >> 32) ^ k1));
        even2 = even3 ^ key;
        odd2 = odd3 ^ key;
        even3 = odd3 = Vector512.Create((ulong)(uint)common0);

        // Rounds 3 to 10. Of the keys, too, only the low halves count.
        var key0 = Vector512.Create((ulong)k0);
        var key1 = Vector512.Create((ulong)k1);
        for (var round = 3; round <= 10; round++)
        {
            key0 += Vector512.Create((ulong)Weyl0);
            key1 += Vector512.Create((ulong)Weyl1);
            evenProduct0 = Wide.Times(even0, Multiplier0);
            oddProduct0 = Wide.Times(odd0, Multiplier0);
            evenProduct1 = Wide.Times(even2, Multiplier1);
            oddProduct1 = Wide.Times(odd2, Multiplier1);
            even0 = (evenProduct1 >>> 32) ^ even1 ^ key0;
            odd0 = (oddProduct1 >>> 32) ^ odd1 ^ key0;
            even2 = (evenProduct0 >>> 32) ^ even3 ^ key1;
            odd2 = (oddProduct0 >>> 32) ^ odd3 ^ key1;
            even1 = evenProduct1;
            odd1 = oddProduct1;
            even3 = evenProduct0;
            odd3 = oddProduct0;
        }

        a = Wide.Interleave(even0, odd0);
        b = Wide.Interleave(even1, odd1);
        c = Wide.Interleave(even2, odd2);
        d = Wide.Interleave(even3, odd3);
    }

    /// <summary>The blocks of consecutive subjects, as four columns.</summary>
    /// <param name="seed">The key.</param>
    /// <param name="firstSubject">The subject of element 0.</param>
    /// <param name="weekAndOrdinal">Week in the low 16 bits, ordinal in the high 16.</param>
    /// <param name="purpose"><see cref="Purpose.Code"/>.</param>
    /// <param name="district">The district.</param>
    /// <param name="a">First words; all four columns have the same length.</param>
    /// <param name="b">Second words.</param>
    /// <param name="c">Third words.</param>
    /// <param name="d">Fourth words.</param>
    public static void Fill(
        ulong seed, uint firstSubject, uint weekAndOrdinal, uint purpose, uint district,
        Span<uint> a, Span<uint> b, Span<uint> c, Span<uint> d)
    {
        Debug.Assert(a.Length == b.Length && a.Length == c.Length && a.Length == d.Length);
        ref var a0 = ref MemoryMarshal.GetReference(a);
        ref var b0 = ref MemoryMarshal.GetReference(b);
        ref var c0 = ref MemoryMarshal.GetReference(c);
        ref var d0 = ref MemoryMarshal.GetReference(d);
        var whole = Math.Min(Math.Min(a.Length, b.Length), Math.Min(c.Length, d.Length)) & ~15;
        for (var i = 0; i < whole; i += 16)
        {
            var subjects = Vector512.Create(firstSubject + (uint)i) + Vector512<uint>.Indices;
            At16(seed, subjects, weekAndOrdinal, purpose, district, out var va, out var vb, out var vc, out var vd);
            va.StoreUnsafe(ref a0, (nuint)i);
            vb.StoreUnsafe(ref b0, (nuint)i);
            vc.StoreUnsafe(ref c0, (nuint)i);
            vd.StoreUnsafe(ref d0, (nuint)i);
        }

        FillScalar(
            seed, firstSubject + (uint)whole, weekAndOrdinal, purpose, district, a[whole..], b[whole..], c[whole..], d[whole..]);
    }

    /// <summary>The same bits as <see cref="Fill"/>, one subject after the other: the oracle.</summary>
    /// <inheritdoc cref="Fill"/>
    public static void FillScalar(
        ulong seed, uint firstSubject, uint weekAndOrdinal, uint purpose, uint district,
        Span<uint> a, Span<uint> b, Span<uint> c, Span<uint> d)
    {
        for (var i = 0; i < a.Length; i++)
        {
            (a[i], b[i], c[i], d[i]) = At(seed, firstSubject + (uint)i, weekAndOrdinal, purpose, district);
        }
    }

    /// <summary>
    /// The same bits in the machine's own width. Where that is narrower than sixteen lanes, the runtime's splitting costs many
    /// times this loop.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void AtNarrow(
        ulong seed, Vector512<uint> subjects, uint weekAndOrdinal, uint purpose, uint district,
        out Vector512<uint> a, out Vector512<uint> b, out Vector512<uint> c, out Vector512<uint> d)
    {
        Unsafe.SkipInit(out a);
        Unsafe.SkipInit(out b);
        Unsafe.SkipInit(out c);
        Unsafe.SkipInit(out d);
        var low = new Vector<ulong>(0xFFFF_FFFF);
        for (nuint lane = 0; lane < 16; lane += (nuint)Vector<uint>.Count)
        {
            var even0 = Vector.AsVectorUInt64(Vector.LoadUnsafe(ref Unsafe.As<Vector512<uint>, uint>(ref subjects), lane));
            var odd0 = even0 >>> 32;
            var even1 = new Vector<ulong>(weekAndOrdinal);
            var even2 = new Vector<ulong>(purpose);
            var even3 = new Vector<ulong>(district);
            var (odd1, odd2, odd3) = (even1, even2, even3);
            var key0 = new Vector<ulong>((uint)seed);
            var key1 = new Vector<ulong>((uint)(seed >> 32));
            for (var round = 0; round < 10; round++)
            {
                var evenProduct0 = Wide.Times(even0, Multiplier0);
                var oddProduct0 = Wide.Times(odd0, Multiplier0);
                var evenProduct1 = Wide.Times(even2, Multiplier1);
                var oddProduct1 = Wide.Times(odd2, Multiplier1);
                even0 = (evenProduct1 >>> 32) ^ even1 ^ key0;
                odd0 = (oddProduct1 >>> 32) ^ odd1 ^ key0;
                even2 = (evenProduct0 >>> 32) ^ even3 ^ key1;
                odd2 = (oddProduct0 >>> 32) ^ odd3 ^ key1;
                even1 = evenProduct1;
                odd1 = oddProduct1;
                even3 = evenProduct0;
                odd3 = oddProduct0;
                key0 += new Vector<ulong>(Weyl0);
                key1 += new Vector<ulong>(Weyl1);
            }

            Vector.AsVectorUInt32((even0 & low) | (odd0 << 32)).StoreUnsafe(ref Unsafe.As<Vector512<uint>, uint>(ref a), lane);
            Vector.AsVectorUInt32((even1 & low) | (odd1 << 32)).StoreUnsafe(ref Unsafe.As<Vector512<uint>, uint>(ref b), lane);
            Vector.AsVectorUInt32((even2 & low) | (odd2 << 32)).StoreUnsafe(ref Unsafe.As<Vector512<uint>, uint>(ref c), lane);
            Vector.AsVectorUInt32((even3 & low) | (odd3 << 32)).StoreUnsafe(ref Unsafe.As<Vector512<uint>, uint>(ref d), lane);
        }
    }
}
