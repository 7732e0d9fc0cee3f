using System.IO.Compression;
using System.Runtime.InteropServices;
using Glasshouse.Kernel;

namespace Glasshouse.Lab.Telling;

/// <summary>Who is of which kind in one history, and the draw of one of them: at random by the seed, never the worst.</summary>
public sealed class KindIndex(ulong seed, uint[][] marks)
{
    private const ulong Heading = 0x31_73_64_6E_69_6B_68_67; // "ghkinds1"
    private const int MostPeople = 1 << 16;

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
            throw new NotInRunException($"This run has {lots.Count} of the kind '{kind.Words}': another can be 0 to {lots.Count - 1}.");
        }
        lots.Sort();
        var (_, district, number) = lots[another];
        return (new PersonId(district, number), lots.Count);
    }

    /// <summary>Writes the index with a digest.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Heading);
        writer.Write(Seed);
        writer.Write(Marks.Length);
        writer.Write(Digest());
        writer.Flush();
        using var packed = new DeflateStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        foreach (var district in Marks)
        {
            var length = district.Length;
            packed.Write(BitConverter.GetBytes(length));
            packed.Write(MemoryMarshal.AsBytes(district.AsSpan()));
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or something else.</exception>
    public static KindIndex Load(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            if (reader.ReadUInt64() != Heading)
            {
                throw new InvalidDataException("This is no index of kinds of lives.");
            }
            var seed = reader.ReadUInt64();
            var districts = reader.ReadInt32();
            var digest = reader.ReadUInt64();
            using var packed = new DeflateStream(stream, CompressionMode.Decompress, leaveOpen: true);
            var marks = new List<uint[]>();
            while (marks.Count < districts)
            {
                marks.Add(Read(packed));
            }
            var index = new KindIndex(seed, [.. marks]);
            return index.Digest() == digest && packed.ReadByte() < 0 ? index : throw new InvalidDataException("Its digest does not agree.");
        }
        catch (Exception damage) when (damage is EndOfStreamException or InvalidDataException)
        {
            throw new InvalidDataException("The index of kinds of lives is damaged: " + damage.Message, damage);
        }
    }

    private static uint[] Read(Stream packed)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        packed.ReadExactly(length);
        var people = BitConverter.ToInt32(length);
        if (people is < 0 or > MostPeople)
        {
            throw new InvalidDataException($"A district cannot have {people} people.");
        }
        var marks = new uint[people];
        packed.ReadExactly(MemoryMarshal.AsBytes(marks.AsSpan()));
        return marks;
    }

    private ulong Digest() => Kernel.Digest.Combine(Seed, Kernel.Digest.Root([.. Marks.Select(m => Kernel.Digest.Of<uint>(m))]));

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
