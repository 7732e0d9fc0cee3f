using System.Runtime.InteropServices;
using Glasshouse.Kernel;

namespace Glasshouse.Recording;

/// <summary>A line of things that wait for their turn, first come first served.</summary>
public sealed class Line
{
    private readonly Queue<DueEntry> _waiting = [];

    /// <summary>How many wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Puts something at the end of the line.</summary>
    public void Join(in DueEntry entry) => _waiting.Enqueue(entry);

    /// <summary>Takes what has waited longest; false if nothing waits.</summary>
    public bool Next(out DueEntry entry) => _waiting.TryDequeue(out entry);

    /// <summary>Rewrites the data of all that wait; what has none any more leaves the line.</summary>
    public void Rewrite(Func<DueEntry, int?> datum)
    {
        for (var n = _waiting.Count; n > 0; n--)
        {
            var entry = _waiting.Dequeue();
            if (datum(entry) is { } rewritten)
            {
                _waiting.Enqueue(entry with { Datum = rewritten });
            }
        }
    }

    /// <summary>Writes the line.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(_waiting.Count);
        foreach (var entry in _waiting)
        {
            writer.Write(entry.Kind);
            writer.Write(entry.Slot);
            writer.Write(entry.Generation);
            writer.Write(entry.Datum);
        }
    }

    /// <summary>Takes the line from a checkpoint.</summary>
    public void Load(BinaryReader reader)
    {
        _waiting.Clear();
        for (var n = reader.ReadInt32(); n > 0; n--)
        {
            _waiting.Enqueue(new DueEntry(reader.ReadByte(), reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadInt32()));
        }
    }

    /// <summary>Digest of the line, in its order.</summary>
    public ulong Digest()
    {
        int[] values = [.. _waiting.SelectMany(e => new[] { e.Slot | e.Generation << 16, e.Datum })];
        return Kernel.Digest.Of(MemoryMarshal.AsBytes(values.AsSpan()));
    }
}
