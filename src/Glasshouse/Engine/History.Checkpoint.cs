using System.Text;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Tallying;

namespace Glasshouse.Engine;

/// <content>Checkpoints, at exchanges: a history that is killed and loaded goes on to the same bits.</content>
public sealed partial class History
{
    private const uint Magic = 0x32504347; // "GCP2"

    /// <summary>Writes a checkpoint as it goes; only between two calls of <see cref="Advance"/>.</summary>
    public void Save(Stream stream)
    {
        using var outer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        outer.Write(Magic);
        outer.Write(_plan.Fingerprint);
        outer.Write(Seed);
        outer.Flush();
        using var sealing = new SealingStream(stream, Owner(_plan, Seed));
        using var writer = new BinaryWriter(sealing, Encoding.UTF8, leaveOpen: true);
        Write(writer);
        writer.Flush();
        sealing.Complete();
    }

    /// <summary>Goes on from a checkpoint, read as it comes.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or belongs to other files, options or seeds.</exception>
    public static History Load(RunPlan plan, ulong seed, Crew crew, Stream stream)
    {
        try
        {
            using var outer = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (outer.ReadUInt32() != Magic)
            {
                throw new InvalidDataException("it is not a checkpoint");
            }
            if (outer.ReadUInt64() != plan.Fingerprint || outer.ReadUInt64() != seed)
            {
                throw new InvalidDataException("it belongs to another run: other files, options or seed");
            }
            using var content = new SealedStream(stream, Owner(plan, seed));
            using var reader = new BinaryReader(content, Encoding.UTF8, leaveOpen: true);
            var history = new History(plan, seed, crew);
            history.Read(reader);
            content.Complete();
            return history;
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("it is cut short");
        }
    }

    private static ulong Owner(RunPlan plan, ulong seed) => Kernel.Digest.Combine(plan.Fingerprint, seed);

    private void Write(BinaryWriter writer)
    {
        writer.Write(Week);
        writer.Write(_personWeeks);
        Directive.Save(writer, _directives);
        writer.Write(_digests.Count);
        _digests.ForEach(writer.Write);
        foreach (var district in _districts)
        {
            district.Save(writer);
        }
        for (var t = 0; t < _plan.Twins.Count; t++)
        {
            var sum = new Sheet(_plan.Society.Measures);
            foreach (var worker in _sheets)
            {
                sum.Add(worker[t].Counts);
            }
            Longs(writer, sum.Counts);
        }
        for (var t = 0; t < _series.Length; t++)
        {
            Longs(writer, _series[t]);
            Longs(writer, _byDistrict[t]);
        }
    }

    private void Read(BinaryReader reader)
    {
        Week = reader.ReadInt32();
        _personWeeks = reader.ReadInt64();
        _directives = Directive.Load(reader);
        for (var n = reader.ReadInt32(); n > 0; n--)
        {
            _digests.Add(reader.ReadUInt64());
        }
        foreach (var district in _districts)
        {
            district.Load(reader, Week);
        }
        if (Week > _plan.BurnInWeeks)
        {
            Prepare();
        }
        for (var t = 0; t < _plan.Twins.Count; t++)
        {
            var counts = new long[_sheets[0][t].Counts.Length];
            Longs(reader, counts);
            _sheets[0][t].Add(counts);
        }
        for (var t = 0; t < _series.Length; t++)
        {
            Longs(reader, _series[t]);
            Longs(reader, _byDistrict[t]);
        }
        // Signals and what is derived follow from the stored directives; the last one brings what crosses districts next week.
        for (var t = 0; t < _directives.Count; t++)
        {
            var signal = Signal.None(0.5f);
            for (var e = 0; e < _directives[t].Count; e++)
            {
                Apply(t, e, signal);
                signal = _districts[0].Twins[t].Signal;
            }
        }
    }

    private static void Longs(BinaryWriter writer, ReadOnlySpan<long> values)
    {
        foreach (var value in values)
        {
            writer.Write7BitEncodedInt64(value);
        }
    }

    private static void Longs(BinaryReader reader, long[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.Read7BitEncodedInt64();
        }
    }
}
