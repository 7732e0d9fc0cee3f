using Glasshouse.Lab;
using Glasshouse.Lab.Law;
using Glasshouse.Societies;
using Glasshouse.Tests.Files;

namespace Glasshouse.Tests.Law;

/// <summary>The shipped regimes in a folder of their own, in which a test changes some.</summary>
internal sealed class RegimeFolder : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private readonly string _folder = Directory.CreateTempSubdirectory("glasshouse-law").FullName;

    public RegimeFolder()
    {
        foreach (var path in Directory.GetFiles(Repository.PathOf("regimes"), "*.yaml"))
        {
            File.Copy(path, PathOf(Path.GetFileNameWithoutExtension(path)));
        }
    }

    /// <summary>Replaces a passage that stands in a file once.</summary>
    public RegimeFolder Change(string name, string passage, string put)
    {
        var text = File.ReadAllText(PathOf(name));
        Xunit.Assert.Equal(2, text.Split(passage).Length);
        File.WriteAllText(PathOf(name), text.Replace(passage, put, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Adds or overwrites a file.</summary>
    public RegimeFolder Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return this;
    }

    /// <summary>What one law file says of a regime of the folder.</summary>
    public LawReport Ask(string name, string law, DateOnly? day = null, double? year = null)
    {
        var file = InputFile.Read(FileKind.Regime, PathOf(name));
        var society = Repository.PathOf("societies", Inspection.SocietyOf(file) + ".yaml");
        return LawReport.Of(file, Inspection.Read<Society>(InputFile.Read(FileKind.Society, society)),
            [LawFileTests.Law(law)], day ?? Day, year);
    }

    /// <summary>What came of one condition.</summary>
    public Ruling Rule(string name, string law, string condition, DateOnly? day = null, double? year = null) =>
        Ask(name, law, day, year).Laws[0].Rulings.Single(r => r.Id == condition);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.Combine(_folder, name + ".yaml");
}
