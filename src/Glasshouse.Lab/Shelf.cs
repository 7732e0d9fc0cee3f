using Glasshouse.Files;

namespace Glasshouse.Lab;

/// <summary>Kinds of file.</summary>
public enum FileKind { Regime, Society, Law, Evidence }

/// <summary>A file on the shelf.</summary>
/// <param name="Kind">What it states.</param>
/// <param name="Name">Its name, without folder and ending.</param>
/// <param name="Path">Where it lies.</param>
public sealed record ShelvedFile(FileKind Kind, string Name, string Path)
{
    /// <summary>The full name that the file gives itself; empty if it gives none.</summary>
    public string Title()
    {
        var line = File.ReadLines(Path).FirstOrDefault(l => l.StartsWith("title:", StringComparison.Ordinal));
        return line is null ? "" : line["title:".Length..].Trim().Trim('"', '\'');
    }
}

/// <summary>
/// Where regimes, societies, law and evidence are found by name. The first folder that has the name wins, so that a file of one's own
/// stands before one that came with the project.
/// </summary>
/// <param name="folders">Folders that may hold <c>regimes/</c>, <c>societies/</c>, <c>law/</c> and <c>evidence/</c>, first to last.</param>
public sealed class Shelf(IReadOnlyList<string> folders)
{
    /// <summary>The current folder, the user's data folder, the project's, and the program's own.</summary>
    public static Shelf OfThisMachine()
    {
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrEmpty(data) || !Path.IsPathRooted(data))
        {
            data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        }
        var home = Environment.GetEnvironmentVariable("GLASSHOUSE_HOME");
        return new Shelf(
        [
            Environment.CurrentDirectory, Path.Combine(data, "glasshouse"), .. string.IsNullOrEmpty(home) ? [] : new[] { home },
            AppContext.BaseDirectory,
        ]);
    }

    /// <summary>The path of a file that is asked for by name or path.</summary>
    /// <exception cref="FaultException">There is none.</exception>
    public string Find(FileKind kind, string nameOrPath)
    {
        if (File.Exists(nameOrPath))
        {
            return nameOrPath;
        }
        var named = IsPath(nameOrPath) ? null : All(kind).FirstOrDefault(f => f.Name == nameOrPath);
        return named?.Path ?? throw new FaultException([NotFound(kind, nameOrPath)]);
    }

    /// <summary>All files of a kind by name; of files with the same name, the one that would be found.</summary>
    public IReadOnlyList<ShelvedFile> List(FileKind kind) =>
        [.. All(kind).DistinctBy(f => f.Name).OrderBy(f => f.Name, StringComparer.Ordinal)];

    private IEnumerable<ShelvedFile> All(FileKind kind) =>
        from folder in folders
        let inner = Path.Combine(folder, FolderOf(kind))
        where Directory.Exists(inner)
        from path in Directory.GetFiles(inner, "*.yaml").Order(StringComparer.Ordinal)
        select new ShelvedFile(kind, Path.GetFileNameWithoutExtension(path), path);

    private Fault NotFound(FileKind kind, string asked)
    {
        var noun = Spelling.Kebab(kind.ToString());
        var names = List(kind).Select(f => f.Name).ToList();
        return new Fault(FaultCode.NotFound, asked, 1, 1,
            IsPath(asked) ? "no such file" : $"no {noun} of this name",
            names.Count == 0 ? $"a path to a {noun} file" : Spelling.OneOf(names), Spelling.Nearest(asked, names));
    }

    private static bool IsPath(string asked) => asked.Contains('/') || asked.Contains('\\') || Path.HasExtension(asked);

    private static string FolderOf(FileKind kind) => kind switch
    {
        FileKind.Regime => "regimes",
        FileKind.Society => "societies",
        FileKind.Evidence => "evidence",
        _ => "law",
    };
}
