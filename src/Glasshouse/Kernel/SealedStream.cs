namespace Glasshouse.Kernel;

/// <summary>
/// Reads what <see cref="SealingStream"/> wrote, a block at a time. No byte is handed out before the digest of its block holds: a reader
/// never acts on a damaged content.
/// </summary>
/// <param name="under">Where the blocks come from; it stays open.</param>
/// <param name="owner">What the content belongs to.</param>
public sealed class SealedStream(Stream under, ulong owner) : Stream
{
    private readonly byte[] _block = new byte[SealingStream.BlockBytes];
    private int _at;
    private int _size;
    private bool _last;
    private ulong _chain = owner;

    /// <summary>Makes sure that the content has been read to its end, and that nothing follows it.</summary>
    /// <exception cref="InvalidDataException">There is more.</exception>
    public void Complete()
    {
        if (Ready() || under.ReadByte() >= 0)
        {
            throw new InvalidDataException("it is longer than it should be");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The content is cut short or damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || !Ready())
        {
            return 0;
        }
        var taken = Math.Min(buffer.Length, _size - _at);
        _block.AsSpan(_at, taken).CopyTo(buffer);
        _at += taken;
        return taken;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int ReadByte() => Ready() ? _block[_at++] : -1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // True if there is a byte to hand out.
    private bool Ready()
    {
        while (_at == _size)
        {
            if (_last)
            {
                return false;
            }
            Unseal();
        }
        return true;
    }

    private void Unseal()
    {
        Span<byte> head = stackalloc byte[SealingStream.HeadBytes];
        Fill(head);
        var size = BitConverter.ToInt32(head);
        if (size is < 0 or > SealingStream.BlockBytes)
        {
            throw new InvalidDataException("it is damaged");
        }
        Fill(_block.AsSpan(0, size));
        _chain = Digest.Combine(_chain, Digest.Of(_block.AsSpan(0, size)));
        if (BitConverter.ToUInt64(head[sizeof(int)..]) != _chain)
        {
            throw new InvalidDataException("it is damaged");
        }
        (_at, _size, _last) = (0, size, size < SealingStream.BlockBytes);
    }

    private void Fill(Span<byte> bytes)
    {
        if (under.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new InvalidDataException("it is cut short");
        }
    }
}
