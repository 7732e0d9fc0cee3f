using Glasshouse.Population;

namespace Glasshouse.Observing;

/// <summary>
/// Sightings that wait to be entered, for channels that take their weeks. A channel takes equally long over all, so of each the oldest
/// come first.
/// </summary>
public sealed class Backlog
{
    private readonly Queue<Waiting>[] _byChannel = [new(), new(), new(), new()];

    private readonly record struct Waiting(ushort Week, ushort Generation, Claimed Claimed);

    /// <summary>Keeps back this week's sightings of slow channels, and lets in what is ripe about those who still live here.</summary>
    internal void Pass(SightTable sights, byte[] channels, Roster roster, Sightings sightings, int week)
    {
        foreach (var claimed in sightings.TakeOut(conduct => sights.EntryWeeks[channels[conduct]] > 0))
        {
            var channel = channels[claimed.Sighting.Conduct];
            var late = (ushort)sights.EntryWeeks[channel];
            _byChannel[channel].Enqueue(new Waiting(
                (ushort)(week + late), roster.Generation[claimed.Sighting.Slot],
                claimed with { Sighting = claimed.Sighting with { Late = late } }));
        }
        foreach (var queue in _byChannel)
        {
            while (queue.TryPeek(out var first) && first.Week <= week)
            {
                queue.Dequeue();
                if (roster.Generation[first.Claimed.Sighting.Slot] == first.Generation)
                {
                    sightings.Add(first.Claimed);
                }
            }
        }
    }

    /// <summary>Writes what waits.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var queue in _byChannel)
        {
            writer.Write(queue.Count);
            foreach (var (week, generation, (key, sighting, origin)) in queue)
            {
                writer.Write(week);
                writer.Write(generation);
                writer.Write(key);
                writer.Write((byte)origin);
                writer.Write(sighting.Slot);
                writer.Write(sighting.Conduct);
                writer.Write(sighting.Level);
                writer.Write(sighting.Weeks);
                writer.Write(sighting.Bits);
                writer.Write(sighting.Seen);
                writer.Write(sighting.Declaring);
                writer.Write(sighting.Late);
            }
        }
    }

    /// <summary>Takes what waits from a checkpoint.</summary>
    public void Load(BinaryReader reader)
    {
        foreach (var queue in _byChannel)
        {
            queue.Clear();
            for (var n = reader.ReadInt32(); n > 0; n--)
            {
                var (week, generation) = (reader.ReadUInt16(), reader.ReadUInt16());
                var (key, origin) = (reader.ReadUInt64(), (Origin)reader.ReadByte());
                var sighting = new Sighting(
                    reader.ReadUInt16(), reader.ReadByte(), reader.ReadByte(), reader.ReadUInt16(), reader.ReadUInt32(),
                    reader.ReadBoolean(), reader.ReadSingle(), reader.ReadUInt16());
                queue.Enqueue(new Waiting(week, generation, new Claimed(key, sighting, origin)));
            }
        }
    }

    /// <summary>Digest of what waits, in its order.</summary>
    public ulong Digest()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        Save(writer);
        return Kernel.Digest.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
