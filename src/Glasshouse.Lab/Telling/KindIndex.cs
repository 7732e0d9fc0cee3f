using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Glasshouse.Kernel;

namespace Glasshouse.Lab.Telling;

/// <summary>Who is of which kind in one history, and the draw of one of them: at random by the seed, never the worst.</summary>
public sealed class KindIndex(ulong seed, uint[][] marks)
{
    private const ulong Heading = 0x31_73_64_6E_69_6B_68_67; // "ghkinds1"

    /// <summary>Seed of the history.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>Marks by district and person, as the history left them.</summary>
    public uint[][] Marks { get; } = marks;

    /// <summary>Name of the file in a run's folder.</summary>
    public static string FileName(ulong seed) => $"kinds-{seed}.bin";

    /// <summary>Persons of a kind.</summary>
    public int Count(LifeKind kind) => Enumerable.Range(0, Marks.Length).Sum(d => Count(kind, d));

    /// <summary>Persons of a kind in one district.</summary>
    public int Count(LifeKind kind, int district) => Marks[district].Count(kind.Holds);

    /// <summary>One person of a kind. Every person of the kind comes up once before the run has no other to show.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="another">0 for the first drawn, 1 for another, and so on.</param>
    /// <returns>The person and how many there are.</returns>
    /// <exception cref="NotInRunException">The run has not so many.</exception>
    public (PersonId Person, int Of) Pick(LifeKind kind, int another = 0)
    {
        var lots = Lots(kind);
        if (lots.Count == 0)
        {
            throw new NotInRunException($"Nobody in this run is of the kind '{kind.Words}'. {Others()}");
        }
        if (another < 0 || another >= lots.Count)
        {
            throw new NotInRunException(
                $"This run has {lots.Count} of the kind '{kind.Words}': another can be 0 to {lots.Count - 1}.");
        }
        lots.Sort();
        var (_, district, number) = lots[another];
        return (new PersonId(district, number), lots.Count);
    }

    /// <summary>Writes the index with a digest.</summary>
    public void Save(Stream stream)
    {
        var packed = Pack();
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Heading);
        writer.Write(Seed);
        writer.Write(Marks.Length);
        writer.Write(packed.Length);
        writer.Write(DigestOf(Seed, Marks.Length, packed));
        writer.Write(packed);
    }

    /// <summary>Reads what <see cref="Save"/> wrote, to the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or something else.</exception>
    public static KindIndex Load(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (reader.ReadUInt64() != Heading)
            {
                throw new InvalidDataException("it does not begin like one.");
            }
            var (seed, districts) = (reader.ReadUInt64(), reader.ReadInt32());
            var (length, digest) = (reader.ReadInt32(), reader.ReadUInt64());
            var packed = reader.ReadBytes(Math.Max(0, length));
            if (packed.Length != length || stream.ReadByte() >= 0 || DigestOf(seed, districts, packed) != digest)
            {
                throw new InvalidDataException("its digest does not agree.");
            }
            using var marks = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            return new KindIndex(seed, [.. Enumerable.Range(0, districts).Select(_ => Unpack(marks))]);
        }
        catch (Exception damage) when (damage is EndOfStreamException or InvalidDataException)
        {
            throw new InvalidDataException("This is no index of kinds of lives, or a damaged one: " + damage.Message, damage);
        }
    }

    private byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest))
        {
            foreach (var district in Marks)
            {
                deflate.Write(BitConverter.GetBytes(district.Length));
                deflate.Write(MemoryMarshal.AsBytes(district.AsSpan()));
            }
        }
        return packed.ToArray();
    }

    private static uint[] Unpack(Stream packed)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        packed.ReadExactly(length);
        var marks = new uint[BitConverter.ToInt32(length)];
        packed.ReadExactly(MemoryMarshal.AsBytes(marks.AsSpan()));
        return marks;
    }

    private static ulong DigestOf(ulong seed, int districts, byte[] packed) =>
        Digest.Combine(Digest.Combine(seed, (ulong)districts), Digest.Of(packed));

    private List<(uint Lot, int District, int Number)> Lots(LifeKind kind)
    {
        var purpose = Purpose.Named("telling/kind/" + kind.Id);
        var lots = new List<(uint, int, int)>();
        for (var d = 0; d < Marks.Length; d++)
        {
            var draw = new Kernel.Draw(Seed, (uint)d, purpose);
            for (var n = 0; n < Marks[d].Length; n++)
            {
                if (kind.Holds(Marks[d][n]))
                {
                    lots.Add((draw.At((uint)n, 0).A, d, n));
                }
            }
        }
        return lots;
    }

    private string Others() => "It has " + string.Join(", ", LifeKind.All.Select(k => $"{k.Id} ({Count(k)})")) + ".";
}
