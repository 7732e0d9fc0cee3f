using System.Security.Cryptography;
using Glasshouse.Files;

namespace Glasshouse.Lab;

/// <summary>A file as it was read for a run, once, with the files that it extends.</summary>
/// <param name="Kind">What it states.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its content.</param>
public sealed record InputFile(FileKind Kind, string Path, byte[] Bytes)
{
    /// <summary>Its name, ending included.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>The files that it extends, the nearest first; each lies beside it.</summary>
    public IReadOnlyList<InputFile> Extends { get; private init; } = [];

    /// <summary>
    /// The files that run beside it, in its order, each followed by those that it includes itself; each once, and each lies beside it.
    /// </summary>
    public IReadOnlyList<InputFile> Includes { get; init; } = [];

    /// <summary>Itself, all files that it extends, and what it includes: what its meaning hangs on.</summary>
    public IReadOnlyList<InputFile> Chain => [this, .. Extends, .. Includes.SelectMany(f => f.Chain)];

    /// <summary>The chain as the reader takes it.</summary>
    public Bases Bases => new(
        [.. Extends.Select(f => new BaseFile(System.IO.Path.GetFileNameWithoutExtension(f.Path), f.Path, f.Bytes))],
        [.. Beside().Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>()]);

    /// <summary>Reads a file, the files that it extends, and those that it includes.</summary>
    /// <exception cref="RefusedException">One of them cannot be read.</exception>
    public static InputFile Read(FileKind kind, string path)
    {
        var file = WithBases(kind, path);
        var included = new List<InputFile>();
        if (kind == FileKind.Regime)
        {
            Include(path, file.Chain, included);
        }
        return file with { Includes = included };
    }

    private static InputFile WithBases(FileKind kind, string path)
    {
        var file = Alone(kind, path);
        var extends = new List<InputFile>();
        var paths = new HashSet<string>(StringComparer.Ordinal) { path };
        // A name that leads nowhere or in a circle ends the chain; the reader says so at its place.
        for (var last = file; Below(last) is { } below && paths.Add(below) && File.Exists(below);)
        {
            last = Alone(kind, below);
            extends.Add(last);
        }
        return file with { Extends = extends };
    }

    // The nearest file of the chain that has the key says it; a name that leads nowhere is told when the regime is checked.
    private static void Include(string root, IReadOnlyList<InputFile> chain, List<InputFile> included)
    {
        foreach (var name in chain.Select(f => Bases.IncludedIn(f.Bytes)).FirstOrDefault(n => n is not null) ?? [])
        {
            var beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(root) ?? "", name + ".yaml");
            if (beside != root && File.Exists(beside) && included.All(f => f.Path != beside))
            {
                included.Add(WithBases(FileKind.Regime, beside));
                Include(root, included[^1].Chain, included);
            }
        }
    }

    private static InputFile Alone(FileKind kind, string path)
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

    private static string? Below(InputFile file) => Bases.NameIn(file.Bytes) is { } name
        ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file.Path) ?? "", name + ".yaml")
        : null;

    private string[] Beside() =>
        System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { } folder && Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.yaml")
            : [];
}
