using System.Text.Json.Nodes;
using Glasshouse.Cli;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.TurnedOff;

/// <summary>A society file turns mechanisms off by their words.</summary>
public sealed class OffInFileTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_file_that_turns_something_off_is_checked_and_run_and_gives_another_history()
    {
        var without = Write("off: [deterrence, strain]");
        Assert.Equal(0, Run($"check {without}").Code);
        Assert.NotEqual(Digest(Tiny.SocietyPath), Digest(without));
        Assert.Equal(Digest(Tiny.SocietyPath), Digest(Write("off: []")));
    }

    [Fact]
    public void A_word_that_is_no_mechanism_is_a_fault_and_the_nearest_one_is_named()
    {
        var (code, output, error) = Run($"check {Write("off: [deterence]")}");
        Assert.Equal(3, code);
        Assert.Contains("GH106", output + error, StringComparison.Ordinal);
        Assert.Contains("'deterrence'", output + error, StringComparison.Ordinal);
    }

    private string Write(string line) =>
        _scratch.Write("tiny-society.yaml", Tiny.SocietyWith("id: tiny-society\n", $"id: tiny-society\n{line}\n"));

    private string Digest(string society)
    {
        var (code, output, error) = Run(
            $"run {Tiny.RegimePath} --society {society} --people 1000 --years 1 --seeds 1 --threads 1 --json --quiet");
        Assert.Equal((0, ""), (code, error));
        return JsonNode.Parse(output)!["digest"]!.ToJsonString();
    }

    private (int Code, string Output, string Error) Run(string words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = Commands.Run(words.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new Surroundings(output, error, CancellationToken.None) { Runs = _scratch.In("out") });
        return (code, output.ToString(), error.ToString());
    }
}
