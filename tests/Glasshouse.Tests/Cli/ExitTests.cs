using System.Text.Json.Nodes;
using Glasshouse.Cli;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Cli;

public sealed class ExitTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(0, "")]
    [InlineData(0, "--help")]
    [InlineData(0, "--version")]
    [InlineData(0, "run --help")]
    [InlineData(0, "list --help")]
    [InlineData(0, "check --help")]
    [InlineData(0, "test --help")]
    [InlineData(0, "diff --help")]
    [InlineData(0, "new --help")]
    [InlineData(0, "new regime --help")]
    [InlineData(0, "validate --help")]
    [InlineData(0, "list variables")]
    [InlineData(0, "list evidence --json")]
    [InlineData(2, "validate --use decoration")]
    [InlineData(2, "validate --people 10")]
    [InlineData(2, "validate --seeds 0 --prior -1")]
    [InlineData(3, "validate --fact no-such-finding")]
    [InlineData(0, "test wendeng-2020")]
    [InlineData(0, "test wendeng-2020 --json")]
    [InlineData(0, "diff wendeng-2020 wendeng-2020")]
    [InlineData(3, "test no-such-regime")]
    [InlineData(2, "test wendeng-2020 others")]
    [InlineData(2, "test --records x")]
    [InlineData(2, "diff wendeng-2020")]
    [InlineData(2, "new")]
    [InlineData(0, "list regimes")]
    [InlineData(0, "list societies --json")]
    [InlineData(0, "list indicators")]
    [InlineData(0, "list conducts")]
    [InlineData(0, "list regimes --reach")]
    [InlineData(0, "list regimes --reach --json")]
    [InlineData(2, "list conducts --reach")]
    [InlineData(2, "rnu")]
    [InlineData(2, "run")]
    [InlineData(2, "list")]
    [InlineData(2, "list people")]
    [InlineData(2, "run TINY --people few")]
    [InlineData(2, "run TINY --people -5")]
    [InlineData(2, "run TINY --people 999")]
    [InlineData(2, "run TINY --people 900000000000")]
    [InlineData(2, "run TINY --years 0")]
    [InlineData(2, "run TINY --against nothing")]
    [InlineData(2, "run TINY --checkpoint-every 3")]
    [InlineData(2, "run TINY --by shoe-size")]
    [InlineData(2, "run TINY --peeple 1000")]
    [InlineData(2, "run --resume last --seeds 3")]
    [InlineData(2, "run TINY --resume last")]
    [InlineData(2, "run all --people 3")]
    [InlineData(2, "run TINY TINY --by income")]
    [InlineData(2, "run all --resume last")]
    [InlineData(3, "run no-such-regime")]
    [InlineData(3, "run no-such-regime no-other-regime")]
    [InlineData(3, "run TINY --society no-such-society")]
    [InlineData(3, "run no/such/file.yaml")]
    [InlineData(3, "check no/such/file.yaml")]
    [InlineData(3, "run --resume last")]
    [InlineData(3, "run --resume nowhere")]
    public void A_command_ends_with_its_code_and_without_a_stack_trace(int code, string words)
    {
        var (ended, output, error) = Run(words.Replace("TINY", $"{Tiny.RegimePath} --society {Tiny.SocietyPath}", StringComparison.Ordinal)
            .Replace($" --society {Tiny.SocietyPath} --society", " --society", StringComparison.Ordinal));
        Assert.Equal(code, ended);
        Assert.Equal(code == 0, error.Length == 0);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rnu", "'run'")]
    [InlineData("run x --sociaty y", "'--society'")]
    public void A_misspelt_word_is_suggested(string words, string suggestion) =>
        Assert.Contains($"Did you mean {suggestion}?", Run(words).Error, StringComparison.Ordinal);

    [Fact]
    public void The_first_page_names_three_things()
    {
        var page = Run("").Output;
        Assert.Equal(3, page.Split('\n').Count(l => l.StartsWith("  ./glasshouse ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("list")]
    [InlineData("check")]
    public void Help_gives_an_example(string verb) =>
        Assert.Contains($"Example:\n  glasshouse {verb}", Run($"{verb} --help").Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void A_run_leaves_its_files_and_prints_its_page()
    {
        var folder = _scratch.In("run");
        var (code, page, error) = Run(Small($"--out {folder}"));
        Assert.Equal(0, code);
        Assert.Contains("tiny-regime over tiny-society", page, StringComparison.Ordinal);
        Assert.Contains("seed 1 of 1", error, StringComparison.Ordinal);
        Assert.All(["manifest.json", "report.html", "figure.png", "figure.svg", "indicators.csv", "histories/seed-1.directives"],
            name => Assert.True(File.Exists(Path.Combine(folder, name)), name));
        Assert.Equal(2, Run(Small($"--out {folder}")).Code);
    }

    [Fact]
    public void Json_is_one_document_and_quiet_is_quiet()
    {
        var (code, output, error) = Run(Small("--json --quiet"));
        Assert.Equal((0, ""), (code, error));
        var document = JsonNode.Parse(output)!;
        Assert.Equal("complete", document["manifest"]!["status"]!.ToString());
        Assert.True(document["indicators"]!.AsArray().Count > 24);
    }

    [Fact]
    public void A_stopped_run_says_how_to_go_on_and_does()
    {
        var (code, _, error) = Run(Small(""), stopped: true);
        Assert.Equal(130, code);
        Assert.Contains($"--resume {_scratch.In("out", "tiny-regime-1")}", error, StringComparison.Ordinal);
        var (again, output, _) = Run("run --resume last --json");
        Assert.Equal(0, again);
        Assert.Equal(DigestIn(Run(Small("--json")).Output), DigestIn(output));
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_a_failure_before_any_work()
    {
        var file = _scratch.Write("file", "");
        var (code, _, error) = Run(Small($"--out {file}/inside"));
        Assert.Equal(1, code);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_lists_all_faults_with_their_places()
    {
        var text = Tiny.SocietyWith("helping: [helping]", "helping: [helpin, helped]");
        var line = Array.FindIndex(text.Split('\n'), l => l.Contains("[helpin, helped]", StringComparison.Ordinal)) + 1;
        var path = _scratch.Write("tiny-society.yaml", text);
        var (code, output, _) = Run($"check {path}");
        Assert.Equal(3, code);
        Assert.Equal(2, output.Split('\n').Count(l => l.Contains($":{line}:", StringComparison.Ordinal)));
        Assert.Equal(2, JsonNode.Parse(Run($"check {path} --json").Output)!["faults"]!.AsArray().Count);
    }

    [Fact]
    public void A_check_says_what_is_not_modelled_and_what_figures_rest_on()
    {
        var (code, output, _) = Run($"check {Tiny.RegimePath} --society {Tiny.SocietyPath}");
        Assert.Equal(0, code);
        Assert.Contains("not modelled, 1: too rare", output, StringComparison.Ordinal);
        Assert.Contains("are assumed", output, StringComparison.Ordinal);
    }

    private static string DigestIn(string document) => JsonNode.Parse(document)!["digest"]!.ToJsonString();

    private static string Small(string more) =>
        $"run {Tiny.RegimePath} --society {Tiny.SocietyPath} --people 1000 --years 1 --seeds 1 --threads 1 {more}";

    private (int Code, string Output, string Error) Run(string words, bool stopped = false)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var code = Commands.Run(words.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new Surroundings(output, error, new CancellationToken(stopped)) { Runs = _scratch.In("out") });
        return (code, output.ToString(), error.ToString());
    }
}
