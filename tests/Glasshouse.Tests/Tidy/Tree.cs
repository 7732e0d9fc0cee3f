using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Glasshouse.Tests.Tidy;

/// <summary>The source tree of the project, as the tidy tests read it.</summary>
static class Tree
{
    static readonly string[] Folders =
        ["src", "tests", "bench", "docs", "regimes", "societies", "studies", "evidence", "law", "schemas", ".ci", ".github"];

    static readonly string[] Made = ["bin", "obj", "BenchmarkDotNet.Artifacts", "TestResults"];

    static readonly string[] Binary = [".png", ".parquet", ".ttf", ".woff2", ".ico"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every text file of the project by its path from the root, in order, with its text.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
    [
        .. Directory.GetFiles(Root).Concat(Folders.Select(Full).Where(Directory.Exists).SelectMany(Walk))
            .Where(file => !Binary.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != ".git")
            .Select(file => (Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(file => file.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Every C# file, parsed.</summary>
    public static IReadOnlyList<(string Path, string Text, SyntaxNode Syntax)> Code { get; } =
    [
        .. Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => (file.Path, file.Text, CSharpSyntaxTree.ParseText(file.Text).GetRoot())),
    ];

    /// <summary>The files directly or deeper under a folder with a given ending.</summary>
    public static IEnumerable<(string Path, string Text)> Under(string folder, string ending) =>
        Files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)
            && file.Path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>A path from the root as a path of this machine.</summary>
    public static string Full(string path) => Path.Combine(Root, path);

    /// <summary>The lines of a text, numbered from 1.</summary>
    public static IEnumerable<(int Number, string Line)> Lines(string text) =>
        text.Split('\n').Select((line, index) => (index + 1, line));

    /// <summary>Fails with every fault on a line of its own.</summary>
    public static void None(IEnumerable<string> faults)
    {
        string[] found = [.. faults];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    static IEnumerable<string> Walk(string folder) =>
        Directory.GetFiles(folder).Concat(
            Directory.GetDirectories(folder).Where(inner => !Made.Contains(Path.GetFileName(inner))).SelectMany(Walk));

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Glasshouse.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("The tests run inside the project's folder; no Glasshouse.slnx lies above them.");
    }
}
