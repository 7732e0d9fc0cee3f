using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Glasshouse.Kernel;

/// <summary>
/// The columns of one district in one block of memory: pinned, zeroed, aligned to 64 bytes. Columns are added first; the
/// first access lays out the block, and from then on no column can be added. A checkpoint or a fork copies one span.
/// </summary>
public sealed class Slab
{
    private const int Alignment = 64;

    private byte[]? _block;
    private int _start;
    private int _size;

    /// <summary>Adds a column of zeros. Its room is a multiple of 64 bytes and of 16 elements.</summary>
    /// <param name="length">Number of elements, 0 or more.</param>
    /// <exception cref="InvalidOperationException">The block is laid out already.</exception>
    public Column<T> Add<T>(int length) where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (_block is not null)
        {
            throw new InvalidOperationException("Columns are added before the first access to any of them.");
        }

        var offset = _size;
        var bytes = checked((length + 15) / 16 * 16 * Unsafe.SizeOf<T>());
        _size = checked(_size + (bytes + Alignment - 1) / Alignment * Alignment);
        return new Column<T>(this, offset, length);
    }

    /// <summary>All columns in their order, with their padding.</summary>
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.CreateReadOnlySpan(ref At(0), _size);

    /// <summary>Takes over the contents of a slab with the same columns.</summary>
    public void CopyFrom(Slab other)
    {
        ArgumentNullException.ThrowIfNull(other);
        CopyFrom(other.Bytes);
    }

    /// <summary>Takes over the contents of a checkpoint: the <see cref="Bytes"/> of a slab with the same columns.</summary>
    public void CopyFrom(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != _size)
        {
            throw new ArgumentException("The contents come from a slab with other columns.", nameof(bytes));
        }

        bytes.CopyTo(MemoryMarshal.CreateSpan(ref At(0), _size));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref byte At(int offset)
    {
        var block = _block ?? LayOut();
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(block), (nint)(uint)(_start + offset));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private unsafe byte[] LayOut()
    {
        // One spare line, so that the first column can start on a 64-byte boundary; pinned, so that it stays on one.
        var block = GC.AllocateArray<byte>(_size + Alignment, pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(block));
        _start = (int)((Alignment - address % Alignment) % Alignment);
        return _block = block;
    }
}

/// <summary>One column of a <see cref="Slab"/>. Take the span once before a loop, not within it.</summary>
public readonly struct Column<T> where T : unmanaged
{
    private readonly Slab _slab;
    private readonly int _offset;

    internal Column(Slab slab, int offset, int length)
    {
        (_slab, _offset, Length) = (slab, offset, length);
    }

    /// <summary>Number of elements, without padding.</summary>
    public int Length { get; }

    /// <summary>The elements.</summary>
    public Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref _slab.At(_offset)), Length);
    }

    /// <summary>The elements and the padding up to a multiple of 16, for loops over 16 lanes.</summary>
    public Span<T> Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref _slab.At(_offset)), (Length + 15) & ~15);
    }

    /// <summary>One element; the bounds are checked in debug builds only.</summary>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert((uint)index < (uint)Length);
            return ref Unsafe.Add(ref Unsafe.As<byte, T>(ref _slab.At(_offset)), (nint)(uint)index);
        }
    }
}
