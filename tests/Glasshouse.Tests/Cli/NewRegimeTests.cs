using Glasshouse.Cli;
using Glasshouse.Lab;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Fixtures;
using Spectre.Console;
using Spectre.Console.Testing;
using Xunit;

namespace Glasshouse.Tests.Cli;

public sealed class NewRegimeTests : IDisposable
{
    private static readonly string Society = Repository.PathOf("societies", RunRequest.DefaultSociety + ".yaml");

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_file_of_defaults_passes_the_check_and_runs()
    {
        var (code, output, error) = Run(null, "new", "regime", "my-town", "--defaults");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("glasshouse check my-town", output, StringComparison.Ordinal);
        var path = _scratch.In("regimes", "my-town.yaml");
        Assert.Empty(Inspect(path).Faults);
        Assert.Equal(0, Run(null, "run", path, "--people", "1000", "--years", "1", "--seeds", "1", "--threads", "1", "--quiet").Code);
    }

    // Every answer that can be given leads to a file that can be run.
    [Fact]
    public void Every_choice_gives_a_file_without_faults()
    {
        var drafts = RegimeDraft.Operators.Select(o => new RegimeDraft { Operator = o })
            .Concat(RegimeDraft.Effects.Select(e => new RegimeDraft { Effect = e, DirectGrade = false }))
            .Concat(RegimeDraft.Channels.Select(c => new RegimeDraft { Watched = [c] }))
            .Concat(new[] { 100, 150, 10_000 }.Select(b => new RegimeDraft { Base = b, Joined = 12.5, Appeals = 1000 }))
            .Append(new RegimeDraft { Title = "A \"town\": one \\ all # of it", Where = "'here'", Appeals = 0, Joined = 0 });
        var number = 0;
        Assert.All(drafts, draft =>
        {
            var name = $"town-{++number}";
            Assert.Empty(Inspect(_scratch.Write(name + ".yaml", draft.Text(name))).Faults);
        });
    }

    [Fact]
    public void Ten_questions_are_asked_and_answered()
    {
        using var console = new TestConsole();
        console.Profile.Capabilities.Interactive = true;
        foreach (var answer in new[] { "Our town", "", "china-rural", "village", "40", "500", "public, online", "no", "named-in-public", "5" })
        {
            console.Input.PushTextWithEnter(answer);
        }
        Assert.Equal(0, Run(console, "new", "regime", "our-town").Code);
        var text = File.ReadAllText(_scratch.In("regimes", "our-town.yaml"));
        Assert.All(
            new[] { "title: \"Our town\"", "jurisdiction: \"an invented town\"", "society: china-rural", "operator: village", "share: { value: 0.4",
                "base: { value: 500", "  online:", "  public:", "direct-grades: {}", "effect: named-in-public", "slots-per-thousand: { value: 5" },
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("  financial:", text, StringComparison.Ordinal);
        Assert.Empty(Inspect(_scratch.In("regimes", "our-town.yaml")).Faults);
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        var path = _scratch.Write("regimes/my-town.yaml", "mine");
        var (code, _, error) = Run(null, "new", "regime", "my-town", "--defaults");
        Assert.Equal(2, code);
        Assert.Contains("stays as it is", error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("My Town")]
    [InlineData("../town")]
    [InlineData("town.yaml")]
    public void A_name_that_no_file_should_have_is_refused(string name) =>
        Assert.Equal(2, Run(null, "new", "regime", name, "--defaults").Code);

    [Fact]
    public void Without_a_terminal_nothing_is_asked() => Assert.Equal(2, Run(null, "new", "regime", "my-town").Code);

    private static Inspection Inspect(string path) => Inspection.OfRegime(
        InputFile.Read(FileKind.Regime, path), Inspection.Read<Glasshouse.Societies.Society>(InputFile.Read(FileKind.Society, Society)));

    private (int Code, string Output, string Error) Run(IAnsiConsole? asking, params string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = Commands.Run(words, new Surroundings(output, error, default)
        {
            Asking = asking,
            Folder = _scratch.Path,
            Runs = _scratch.In("out"),
        });
        return (code, output.ToString(), error.ToString());
    }
}
