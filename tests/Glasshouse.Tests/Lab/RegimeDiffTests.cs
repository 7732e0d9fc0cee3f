using System.Text.Json.Nodes;
using Glasshouse.Cli;
using Glasshouse.Lab;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Lab;

public sealed class RegimeDiffTests
{
    private static readonly string Variant = Repository.PathOf("tests", "Glasshouse.Tests", "Fixtures", "diff-variant.yaml");

    [Fact]
    public void A_variant_differs_from_its_base_as_kept() =>
        Golden.Matches("diff.txt", Run(Tiny.RegimePath, Variant)
            .Replace(Repository.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            .Replace('\\', '/'));

    [Fact]
    public void A_regime_does_not_differ_from_itself() =>
        Assert.EndsWith("state the same rules." + Environment.NewLine, Run(Tiny.RegimePath, Tiny.RegimePath), StringComparison.Ordinal);

    [Fact]
    public void What_one_adds_the_other_removes()
    {
        var (there, back) = (Between(Tiny.RegimePath, Variant), Between(Variant, Tiny.RegimePath));
        Assert.Equal(there.Select(d => d.Path).Order(), back.Select(d => d.Path).Order());
        Assert.Equal(Of(there, "added"), Of(back, "removed"));
        Assert.Equal(Of(there, "removed"), Of(back, "added"));
        Assert.All(there, d => Assert.True(d.Before is not null || d.After is not null));
    }

    private static IEnumerable<string> Of(IReadOnlyList<DifferenceInWords> differences, string kind) =>
        differences.Where(d => d.Kind == kind).Select(d => d.Path).Order(StringComparer.Ordinal);

    [Fact]
    public void Only_words_and_places_that_are_there_are_told()
    {
        using var scratch = new Scratch();
        var quoted = scratch.Write("tiny-regime.yaml", "# a comment\n" + File.ReadAllText(Tiny.RegimePath)
            .Replace("title: A tiny regime", "title: \"A tiny regime\"", StringComparison.Ordinal));
        Assert.Empty(Between(Tiny.RegimePath, quoted));
    }

    [Fact]
    public void Json_tells_the_same()
    {
        var document = JsonNode.Parse(Run(Tiny.RegimePath, Variant, "--json"))!;
        Assert.False((bool)document["same"]!);
        Assert.Equal(Between(Tiny.RegimePath, Variant).Select(d => d.Words),
            document["differences"]!.AsArray().Select(d => d!["words"]!.ToString()));
    }

    private static IReadOnlyList<DifferenceInWords> Between(string one, string other) => RegimeDiff.Between(
        InputFile.Read(FileKind.Regime, one), InputFile.Read(FileKind.Regime, other));

    private static string Run(params string[] words)
    {
        var output = new StringWriter();
        Assert.Equal(0, Commands.Run(["diff", .. words], new Surroundings(output, TextWriter.Null, default)));
        return output.ToString();
    }
}
