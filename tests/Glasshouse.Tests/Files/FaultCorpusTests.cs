using System.Reflection;
using System.Text.RegularExpressions;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Regimes;
using Xunit;

namespace Glasshouse.Tests.Files;

/// <summary>Bad input is told as it is kept in <c>Corpus/</c>: a file for each fault, and beside it what is printed.</summary>
public sealed partial class FaultCorpusTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("GLASSHOUSE_UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Names() => [.. FaultCorpus.Edits.Keys];

    [Fact]
    public void The_file_that_all_others_are_edits_of_has_no_fault() => Assert.Empty(Faults("small"));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_told_as_kept(string name)
    {
        var text = FaultCorpus.Text(File.ReadAllText(PathOf("small.yaml")).ReplaceLineEndings("\n"), name);
        Keep(name + ".yaml", text);
        Assert.Equal(text, File.ReadAllText(PathOf(name + ".yaml")).ReplaceLineEndings("\n"));
        var told = string.Concat(Faults(name).Select(Told));
        Keep(name + ".txt", told);
        Assert.NotEmpty(told);
        Assert.Equal(File.ReadAllText(PathOf(name + ".txt")).ReplaceLineEndings("\n"), told);
    }

    [Fact]
    public void There_are_sixty_files_and_more_and_none_is_left_over()
    {
        Assert.True(FaultCorpus.Edits.Count >= 60);
        Assert.Equal(
            FaultCorpus.Edits.Keys.Append("small").Append("a-society").Order(StringComparer.Ordinal),
            Directory.GetFiles(PathOf(""), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_has_a_file()
    {
        var told = FaultCorpus.Edits.Keys.SelectMany(Faults).Concat(OtherFaultCorpusTests.AllFaults).Select(f => f.Code).ToHashSet();
        var known = typeof(FaultCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Empty(known.Except(told));
    }

    private static IReadOnlyList<Fault> Faults(string name)
    {
        var file = InputFile.Read(FileKind.Regime, PathOf(name + ".yaml"));
        var bases = new Bases([.. file.Bases.Chain.Select(b => b with { File = Path.GetFileName(b.File) })], file.Bases.Beside);
        var reading = YamlReader.Read<Regime>(new MemoryStream(file.Bytes), name + ".yaml", null, bases);
        var check = RegimeCheck.Check(reading, SmallRegime.Conducts);
        return [.. Fault.InOrder(reading.Faults.Concat(check), name + ".yaml")];
    }

    // All words that could stand there are told; what is kept shows the first three, so that the language may grow.
    [GeneratedRegex(@"((?:one of|the keys) [\w-]+, [\w-]+, [\w-]+)(?:, [\w-]+){6,}")]
    private static partial Regex LongList();

    /// <summary>A fault as it is kept.</summary>
    internal static string Told(Fault fault) => LongList().Replace(fault.ToString(), "$1, ...") + "\n";

    /// <summary>Writes what is kept, where that is asked for.</summary>
    internal static void Keep(string name, string text)
    {
        if (Writes)
        {
            File.WriteAllText(PathOf(name), text);
        }
    }

    internal static string PathOf(string name) => Repository.PathOf("tests", "Glasshouse.Tests", "Corpus", name);
}
