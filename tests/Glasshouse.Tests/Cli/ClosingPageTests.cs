using Glasshouse.Cli;
using Glasshouse.Lab;
using Glasshouse.Tests.Lab;
using Spectre.Console.Testing;
using Xunit;

namespace Glasshouse.Tests.Cli;

public sealed class ClosingPageTests
{
    [Theory]
    [InlineData(10, 0, "closing-page.txt")]
    [InlineData(3, 20, "closing-page-few-seeds.txt")]
    [InlineData(1, 0, "closing-page-one-seed.txt")]
    public void The_page_reads_as_kept_at_eighty_columns(int seeds, int draws, string golden) =>
        Golden.Matches(golden, Page(MadeRun.Of(seeds, draws: draws), draws > 0 ? "income" : null));

    [Fact]
    public void No_line_that_wraps_is_wider_than_eighty_columns()
    {
        var lines = Page(MadeRun.Of(draws: 12), "age").Split('\n').Where(l => !l.StartsWith("Repeat:", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    private static string Page(RunResult run, string? by)
    {
        using var console = new TestConsole();
        console.Profile.Width = 80;
        ClosingPage.Write(console, Findings.From(run), "out/small-1", by);
        return console.Output;
    }
}
