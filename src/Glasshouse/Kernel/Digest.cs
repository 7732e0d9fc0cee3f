using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Glasshouse.Kernel;

/// <summary>
/// A 64-bit digest that tells whether two states are the same, bit for bit. It is not cryptographic: it finds accidents, not
/// forgeries. Bytes are read as little-endian words, the only order the model's columns are written in.
/// </summary>
public static class Digest
{
    private const ulong Secret0 = 0xA0761D6478BD642F;
    private const ulong Secret1 = 0xE7037ED1A0B428DB;
    private const ulong Secret2 = 0x8EBC6AF09C88C6E3;
    private const ulong Secret3 = 0x589965CC75374CC3;

    /// <summary>The digest of some bytes, their number included.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        Debug.Assert(BitConverter.IsLittleEndian);
        var (lane0, lane1, lane2, lane3) = (Secret0, Secret1, Secret2, Secret3);
        var length = (ulong)bytes.Length;
        while (bytes.Length >= 64)
        {
            Stir(MemoryMarshal.Cast<byte, ulong>(bytes[..64]), ref lane0, ref lane1, ref lane2, ref lane3);
            bytes = bytes[64..];
        }

        if (!bytes.IsEmpty)
        {
            Span<byte> last = stackalloc byte[64];
            last.Clear();
            bytes.CopyTo(last);
            Stir(MemoryMarshal.Cast<byte, ulong>(last), ref lane0, ref lane1, ref lane2, ref lane3);
        }

        return Combine(Combine(Combine(lane0, lane1), Combine(lane2, lane3)), length);
    }

    /// <summary>The digest of a column's values.</summary>
    public static ulong Of<T>(ReadOnlySpan<T> values) where T : unmanaged => Of(MemoryMarshal.AsBytes(values));

    /// <summary>The digest of two digests in their order.</summary>
    public static ulong Combine(ulong first, ulong second)
    {
        var mixed = Mix(first ^ Secret0, second ^ Secret1) + BitOperations.RotateLeft(first, 29) + second;
        return Mix(mixed ^ Secret2, mixed ^ Secret3) + mixed;
    }

    /// <summary>
    /// The digest of an ordered list of digests, as a binary tree over it: neighbours are combined level by level, an odd
    /// one out moves up, and the number of leaves is added last. A change is found again in as many steps as the tree is high.
    /// </summary>
    public static ulong Root(ReadOnlySpan<ulong> leaves)
    {
        if (leaves.IsEmpty)
        {
            return Combine(0, 0);
        }

        var level = leaves.ToArray();
        var count = level.Length;
        while (count > 1)
        {
            var parents = count / 2;
            for (var i = 0; i < parents; i++)
            {
                level[i] = Combine(level[2 * i], level[2 * i + 1]);
            }

            if ((count & 1) == 1)
            {
                level[parents++] = level[count - 1];
            }

            count = parents;
        }

        return Combine(level[0], (ulong)leaves.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stir(ReadOnlySpan<ulong> words, ref ulong lane0, ref ulong lane1, ref ulong lane2, ref ulong lane3)
    {
        lane0 = Absorb(lane0, words[0], words[1], Secret1);
        lane1 = Absorb(lane1, words[2], words[3], Secret2);
        lane2 = Absorb(lane2, words[4], words[5], Secret3);
        lane3 = Absorb(lane3, words[6], words[7], Secret0);
    }

    // The sum keeps lane and words alive even where a factor happens to be zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Absorb(ulong lane, ulong first, ulong second, ulong secret)
    {
        var stirred = lane ^ second;
        return Mix(first ^ secret, stirred) + BitOperations.RotateLeft(stirred, 23) + first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
