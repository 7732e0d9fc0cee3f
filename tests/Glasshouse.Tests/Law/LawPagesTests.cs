using Glasshouse.Cli;
using Glasshouse.Tests.Tidy;
using Xunit;

namespace Glasshouse.Tests.Law;

/// <summary>
/// What stands on a page between a command and an end mark is what the command prints; GLASSHOUSE_GOLDENS=write puts it there.
/// </summary>
public sealed class LawPagesTests
{
    private const string Opening = "<!-- ./glasshouse ";
    private const string Closing = " -->\n";
    private const string End = "<!-- end -->\n";
    private const string Heading = "\n## What the law says\n";

    public static TheoryData<string> Pages =>
        [.. Tree.Under("docs", ".md").Where(f => f.Text.Contains(Opening, StringComparison.Ordinal)).Select(f => f.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_what_the_program_says(string page)
    {
        var path = Tree.Full(page);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var made = Made(text);
        if (Environment.GetEnvironmentVariable("GLASSHOUSE_GOLDENS") == "write")
        {
            File.WriteAllText(path, made);
        }
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), made);
    }

    [Fact]
    public void Every_shipped_regime_has_its_verdicts_and_an_argument_on_its_page() =>
        Tree.None(from regime in Tree.Under("regimes", ".yaml")
                  where !regime.Path.StartsWith("regimes/tests/", StringComparison.Ordinal)
                  let name = Path.GetFileNameWithoutExtension(regime.Path)
                  let page = Tree.Full($"docs/regimes/{name}.md")
                  let text = File.Exists(page) ? File.ReadAllText(page).ReplaceLineEndings("\n") : ""
                  let at = text.IndexOf(Heading, StringComparison.Ordinal)
                  let section = at < 0 ? "" : text[(at + Heading.Length)..].Split("\n## ")[0]
                  where !section.Contains($"{Opening}check {name} --law all ", StringComparison.Ordinal)
                      || Argument(section).Length < 200
                  select $"docs/regimes/{name}.md: no verdicts, or no argument beside them");

    [Fact]
    public void A_page_that_differs_is_noticed()
    {
        const string Page = "<!-- ./glasshouse check suzhou --law us --date 2026-11-22 --markdown -->\nolder\n<!-- end -->\nargument\n";
        var made = Made(Page);
        Assert.NotEqual(Page, made);
        Assert.Equal(made, Made(made));
        Assert.EndsWith(End + "argument\n", made, StringComparison.Ordinal);
    }

    // What people wrote: all that stands outside the marks.
    private static string Argument(string section) =>
        string.Concat(section.Split(Opening).Select((part, i) => i == 0 ? part : part[(part.IndexOf(End, StringComparison.Ordinal)
            + End.Length)..])).Trim();

    private static string Made(string text)
    {
        var parts = text.Split(Opening);
        return string.Concat(parts.Select((part, i) => i == 0 ? part : Opening + Filled(part)));
    }

    private static string Filled(string part)
    {
        var command = part[..part.IndexOf(Closing, StringComparison.Ordinal)];
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = Commands.Run(command.Split(' '), new Surroundings(output, error, TestContext.Current.CancellationToken));
        Assert.True(code == 0, error.ToString());
        return command + Closing + output.ToString().TrimEnd('\n') + "\n"
            + part[part.IndexOf(End, StringComparison.Ordinal)..];
    }
}
