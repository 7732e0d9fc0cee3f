using Glasshouse.Files;
using Glasshouse.Lab.Testing;
using Glasshouse.Regimes;
using Xunit;

namespace Glasshouse.Tests.Files;

public sealed class ReferenceTests
{
    private const string Opening = """
        Every key of a regime file, what it takes, its range and what it means. This page is written from the types that the reader
        uses, so it is complete and cannot be out of date. Keys in bold must be there. [The tutorial](tutorial.md) is the place to
        begin; [the language](language.md) tells what a table cannot; [faults](../faults.md) explains what is refused.
        """;

    private const string OpeningOfTests = """
        Every key of a file of policy tests. Keys in bold must be there. [Policy tests](policy-tests.md) tells how to write them.
        """;

    [Fact]
    public void The_committed_reference_of_regimes_is_written_from_the_types() =>
        Matches("reference.md", ReferenceWriter.Write<Regime>("Reference: regimes", Opening));

    [Fact]
    public void The_committed_reference_of_policy_tests_is_written_from_the_types() =>
        Matches("policy-tests-reference.md", ReferenceWriter.Write<PolicyTests>("Reference: policy tests", OpeningOfTests));

    [Fact]
    public void Ranges_words_and_required_keys_are_told()
    {
        var page = ReferenceWriter.Write<Toy>("Toys", "For tests.");
        Assert.StartsWith("# Toys\n\nFor tests.\n\n## toy\n", page, StringComparison.Ordinal);
        Assert.Contains("| **`title`** | text |", page, StringComparison.Ordinal);
        Assert.Contains("| `count` | a whole number, 0 to 10 |", page, StringComparison.Ordinal);
        Assert.Contains("`red`, `dark-blue`", page, StringComparison.Ordinal);
        Assert.Contains("a map by id: [toy](#toy)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_key_of_a_regime_has_a_meaning() =>
        Assert.DoesNotContain(ReferenceWriter.Write<Regime>("", "").Split('\n'),
            line => line.Contains("Plain from its name.", StringComparison.Ordinal) && !OfSource(line));

    // A source's title, address and year need no explanation.
    private static bool OfSource(string line) =>
        new[] { "title", "url", "year" }.Any(k => line.Contains($"`{k}`", StringComparison.Ordinal));

    /// <summary>To accept a change of the language, run once with GLASSHOUSE_UPDATE_GOLDEN=1.</summary>
    private static void Matches(string name, string page)
    {
        var path = Repository.PathOf("docs", "regimes", name);
        if (Environment.GetEnvironmentVariable("GLASSHOUSE_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, page);
        }
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), page.ReplaceLineEndings("\n"));
    }
}
