namespace Glasshouse.Kernel;

/// <summary>
/// Writes a content of any length in blocks, each with its length and a digest that continues the one before, so that neither side ever
/// holds more than a block. A block that is not full is the last; <see cref="Complete"/> writes it.
/// </summary>
/// <param name="under">Where the blocks go; it stays open.</param>
/// <param name="owner">What the content belongs to: every digest depends on it.</param>
public sealed class SealingStream(Stream under, ulong owner) : Stream
{
    /// <summary>Bytes of a full block.</summary>
    internal const int BlockBytes = 1 << 18;

    /// <summary>Bytes before a block: its length and its digest.</summary>
    internal const int HeadBytes = sizeof(int) + sizeof(ulong);

    private readonly byte[] _block = new byte[HeadBytes + BlockBytes];
    private int _used;
    private ulong _chain = owner;

    /// <summary>Writes the last block. Without it a reader finds the content cut short.</summary>
    public void Complete() => Seal();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var taken = Math.Min(buffer.Length, BlockBytes - _used);
            buffer[..taken].CopyTo(_block.AsSpan(HeadBytes + _used));
            _used += taken;
            buffer = buffer[taken..];
            if (_used == BlockBytes)
            {
                Seal();
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Write([value]);

    // Blocks are written when they are full, and the last one by Complete: there is nothing to hurry.
    public override void Flush()
    {
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Seal()
    {
        _chain = Digest.Combine(_chain, Digest.Of(_block.AsSpan(HeadBytes, _used)));
        BitConverter.TryWriteBytes(_block, _used);
        BitConverter.TryWriteBytes(_block.AsSpan(sizeof(int)), _chain);
        under.Write(_block, 0, HeadBytes + _used);
        _used = 0;
    }
}
