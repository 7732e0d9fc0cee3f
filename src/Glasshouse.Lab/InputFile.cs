using System.Security.Cryptography;

namespace Glasshouse.Lab;

/// <summary>A file as it was read for a run, once.</summary>
/// <param name="Kind">What it states.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its content.</param>
public sealed record InputFile(FileKind Kind, string Path, byte[] Bytes)
{
    /// <summary>Its name, ending included.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public static InputFile Read(FileKind kind, string path)
    {
        try
        {
            return new InputFile(kind, path, File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Refusal.Input, $"{path} cannot be read: {fault.Message}");
        }
    }
}
