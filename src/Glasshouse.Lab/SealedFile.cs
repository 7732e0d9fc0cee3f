using System.Text;
using Glasshouse.Kernel;

namespace Glasshouse.Lab;

/// <summary>
/// A binary file of a run that says what it is, to which run it belongs, and whether it is whole. Written atomically.
/// </summary>
public static class SealedFile
{
    private const uint Magic = 0x31535247; // "GRS1"

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="kind">What it is: a word and its version.</param>
    /// <param name="fingerprint">The run and draw it belongs to.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, string kind, ulong fingerprint, Action<BinaryWriter> write)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }
        var bytes = body.GetBuffer().AsSpan(0, (int)body.Length).ToArray();
        Atomic.Write(path, stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            writer.Write(Magic);
            writer.Write(kind);
            writer.Write(fingerprint);
            writer.Write(bytes.Length);
            writer.Write(Digest.Of(bytes));
            writer.Write(bytes);
        });
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedException">It is damaged, of another kind or of another run.</exception>
    public static T Read<T>(string path, string kind, ulong fingerprint, Func<BinaryReader, T> read)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)), Encoding.UTF8);
            if (reader.ReadUInt32() != Magic || reader.ReadString() is not { } found || found != kind)
            {
                throw Refused(path, $"it is not of the kind '{kind}'");
            }
            if (reader.ReadUInt64() != fingerprint)
            {
                throw Refused(path, "it belongs to another run: other files or options");
            }
            var length = reader.ReadInt32();
            var digest = reader.ReadUInt64();
            var rest = reader.BaseStream.Length - reader.BaseStream.Position;
            if (length != rest || reader.ReadBytes(length) is not { } bytes || Digest.Of(bytes) != digest)
            {
                throw Refused(path, "it is damaged");
            }
            using var inner = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            return read(inner);
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw Refused(path, "it is cut short or damaged");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, fault.Message);
        }
    }

    private static RefusedException Refused(string path, string why) => new(Refusal.Input,
        $"{path} cannot be used: {why}. Nothing was changed; without this file the run computes that part again.");
}
