using System.Text;
using Glasshouse.Kernel;

namespace Glasshouse.Lab;

/// <summary>
/// A binary file of a run that says what it is, to which run it belongs, and whether it is whole. Written atomically, and as it goes.
/// </summary>
public static class SealedFile
{
    private const uint Magic = 0x32535247; // "GRS2"

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="kind">What it is: a word and its version.</param>
    /// <param name="fingerprint">The run and draw it belongs to.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, string kind, ulong fingerprint, Action<BinaryWriter> write)
    {
        Atomic.Write(path, stream =>
        {
            using var head = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            head.Write(Magic);
            head.Write(kind);
            head.Write(fingerprint);
            head.Flush();
            using var sealing = new SealingStream(stream, fingerprint);
            using var writer = new BinaryWriter(sealing, Encoding.UTF8, leaveOpen: true);
            write(writer);
            writer.Flush();
            sealing.Complete();
        });
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedException">It is damaged, of another kind or of another run.</exception>
    public static T Read<T>(string path, string kind, ulong fingerprint, Func<BinaryReader, T> read)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var head = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (head.ReadUInt32() != Magic || head.ReadString() != kind)
            {
                throw Refused(path, $"it is not of the kind '{kind}'");
            }
            if (head.ReadUInt64() != fingerprint)
            {
                throw Refused(path, "it belongs to another run: other files or options");
            }
            using var content = new SealedStream(stream, fingerprint);
            using var reader = new BinaryReader(content, Encoding.UTF8, leaveOpen: true);
            var value = read(reader);
            content.Complete();
            return value;
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw Refused(path, "it is cut short or damaged");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw Refused(path, fault.Message);
        }
    }

    private static RefusedException Refused(string path, string why) => new(Refusal.Input,
        $"{path} cannot be used: {why}. Nothing was changed; without this file the run computes that part again.");
}
