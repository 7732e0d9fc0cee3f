using Glasshouse.Engine;
using Glasshouse.Tallying;

namespace Glasshouse.Lab;

/// <summary>A finished history's outcome on disk, with the seconds it took.</summary>
public static class OutcomeFile
{
    private const string Kind = "outcome/2";

    /// <summary>Writes an outcome.</summary>
    public static void Write(string path, ulong fingerprint, Outcome outcome, double seconds) =>
        SealedFile.Write(path, Kind, fingerprint, writer =>
        {
            writer.Write(seconds);
            writer.Write(outcome.Seed);
            writer.Write(outcome.Twins.Count);
            foreach (var twin in outcome.Twins)
            {
                writer.Write(twin);
            }
            Write(writer, outcome.Totals);
            Write(writer, outcome.Series);
            Write(writer, outcome.ByDistrict);
            writer.Write(outcome.Measures.Count);
            writer.Write(outcome.Districts);
            writer.Write(outcome.Marks.Length);
            foreach (var district in outcome.Marks)
            {
                Write(writer, district);
            }
            Write(writer, outcome.Faults);
            writer.Write(outcome.Digest);
            writer.Write(outcome.PersonWeeks);
            writer.Write(outcome.Responses.Count);
            foreach (var (phase, week) in outcome.Responses)
            {
                writer.Write(phase);
                writer.Write(week);
            }
        });

    /// <summary>Reads an outcome.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="fingerprint">The run and draw it must belong to.</param>
    /// <param name="measures">Measures of the run's society, which its files fix.</param>
    public static (Outcome Outcome, double Seconds) Read(string path, ulong fingerprint, MeasureSet measures) =>
        SealedFile.Read(path, Kind, fingerprint, reader =>
        {
            var seconds = reader.ReadDouble();
            var seed = reader.ReadUInt64();
            var twins = Many(reader, r => r.ReadString());
            var totals = Many(reader, Longs);
            var series = Many(reader, Longs);
            var byDistrict = Many(reader, Longs);
            if (reader.ReadInt32() != measures.Count)
            {
                throw new FormatException("other measures");
            }
            return (new Outcome
            {
                Seed = seed,
                Twins = twins,
                Totals = totals,
                Series = series,
                ByDistrict = byDistrict,
                Measures = measures,
                Districts = reader.ReadInt32(),
                Marks = Many(reader, r => Many(r, q => (uint)q.Read7BitEncodedInt64())),
                Faults = Longs(reader),
                Digest = reader.ReadUInt64(),
                PersonWeeks = reader.ReadInt64(),
                Responses = Many(reader, r => (r.ReadString(), r.ReadInt32())),
            }, seconds);
        });

    private static void Write(BinaryWriter writer, long[][] rows)
    {
        writer.Write(rows.Length);
        foreach (var row in rows)
        {
            Write(writer, row);
        }
    }

    private static void Write(BinaryWriter writer, long[] values)
    {
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write7BitEncodedInt64(value);
        }
    }

    private static void Write(BinaryWriter writer, uint[] values)
    {
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write7BitEncodedInt64(value);
        }
    }

    private static long[] Longs(BinaryReader reader) => Many(reader, r => r.Read7BitEncodedInt64());

    private static T[] Many<T>(BinaryReader reader, Func<BinaryReader, T> one)
    {
        var values = new T[reader.ReadInt32()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = one(reader);
        }
        return values;
    }
}
