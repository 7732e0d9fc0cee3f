using Glasshouse.Lab;
using Glasshouse.Tests.Files;

namespace Glasshouse.Tests.Fixtures;

/// <summary>A small made-up society and regime, run over few people for a short time.</summary>
internal static class Tiny
{
    public static string SocietyPath { get; } = Repository.PathOf("tests", "Glasshouse.Tests", "Fixtures", "tiny-society.yaml");

    public static string RegimePath { get; } = Repository.PathOf("tests", "Glasshouse.Tests", "Fixtures", "tiny-regime.yaml");

    public static RunRequest Request { get; } = new()
    {
        Regime = RegimePath,
        Society = SocietyPath,
        People = 1000,
        Years = 1,
        Seeds = 2,
        Threads = 1,
    };

    public static Shelf NoShelf { get; } = new([]);

    public static Setup Setup(RunRequest? request = null) => Glasshouse.Lab.Setup.Open(request ?? Request, NoShelf);

    /// <summary>The society's text with one passage, which must occur once, replaced.</summary>
    public static string SocietyWith(string passage, string replacement)
    {
        var text = File.ReadAllText(SocietyPath);
        Xunit.Assert.Equal(2, text.Split(passage).Length);
        return text.Replace(passage, replacement, StringComparison.Ordinal);
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("glasshouse-test-").FullName;

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, string text)
    {
        var path = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
