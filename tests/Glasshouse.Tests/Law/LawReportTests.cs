using System.Text;
using System.Text.Json.Nodes;
using Glasshouse.Cli;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Law;
using Glasshouse.Regimes;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Lab;
using Glasshouse.Tests.Societies;
using Spectre.Console;
using Xunit;

namespace Glasshouse.Tests.Law;

public sealed class LawReportTests
{
    // The baselines are nobody's system, and declare none.
    public static TheoryData<string> Regimes => [.. Directory.GetFiles(Repository.PathOf("regimes"), "*.yaml")
        .Select(f => Path.GetFileNameWithoutExtension(f)!).Except(["law-only", "none"])];

    private const string SocialScoring = "AIA-5-1-c";
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly string Wendeng = File.ReadAllText(Repository.PathOf("regimes", "wendeng-2020.yaml"));

    [Fact]
    public void Rules_without_an_ai_system_are_outside_the_ban_of_social_scoring()
    {
        var ruling = Ruling(Wendeng);
        Assert.Equal(Verdict.OutsideScope, ruling.Verdict);
        Assert.NotEmpty(ruling.Deciding);
        Assert.Contains(ruling.Deciding, f => f.Part.Regime.Id == "wendeng-2020");
        Assert.All(ruling.Deciding.Where(f => f.Part.Subjects == SubjectKind.Persons),
            f => Assert.Equal("ai: false", Assert.Single(f.Lines).Text));
        Assert.Contains(ruling.Changes, c => c.To == Verdict.FallsUnder && c.Answers is [("ai-system", true)]);
    }

    [Fact]
    public void One_line_puts_them_under_it_and_says_which_would_take_them_out()
    {
        var ruling = Ruling(With("ai: false", "ai: true"));
        Assert.Equal(Verdict.FallsUnder, ruling.Verdict);
        Assert.Contains(ruling.Changes, c => c.To == Verdict.OutsideScope && c.Answers is [("ai-system", false)]);
        Assert.Contains(ruling.Deciding, f => f.Predicate == "disproportionate" && f.Lines.Count > 10);
        Assert.All(ruling.Deciding.SelectMany(f => f.Lines), l =>
            Assert.Equal(Wendeng.Split('\n')[l.Line - 1].Trim().Length > 0, l.Text.Length > 0));
    }

    [Fact]
    public void A_shipped_regime_that_declares_an_ai_system_falls_under_it_and_one_line_takes_it_out()
    {
        using var regimes = new RegimeFolder();
        Assert.Equal(Verdict.FallsUnder, regimes.Rule("single-score", "eu", SocialScoring).Verdict);
        Assert.Equal(Verdict.OutsideScope,
            regimes.Change("single-score", "ai: true", "ai: false").Rule("single-score", "eu", SocialScoring).Verdict);
    }

    [Theory]
    [MemberData(nameof(Regimes))]
    public void One_line_over_any_shipped_regime_brings_it_in_reach_of_the_ban_or_takes_it_out(string name)
    {
        using var regimes = new RegimeFolder();
        Assert.Equal(Verdict.OutsideScope, Variant(ai: false));
        // Under the ban or not: that hangs on the rest. Firms alone stay outside.
        var parts = regimes.Ask(name, "eu").Parts.Where(p => p.Regime.Id == name);
        Assert.Equal(parts.All(p => p.Subjects == SubjectKind.Firms), Variant(ai: true) == Verdict.OutsideScope);

        Verdict Variant(bool ai) => regimes.Write("variant", $$"""
            schema: glasshouse/regime/v1
            id: variant
            title: Another maker
            extends: {{name}}
            system: { ai: {{(ai ? "true" : "false")}} }

            """).Rule("variant", "eu", SocialScoring).Verdict;
    }

    [Theory]
    [InlineData("wendeng-2020")]
    [InlineData("suining-2010")]
    [InlineData("rongcheng-2016")]
    [InlineData("court-defaulters")]
    [InlineData("export-gate")]
    public void Rules_that_bite_elsewhere_would_fall_under_the_ban_with_an_ai_system(string name)
    {
        using var regimes = new RegimeFolder();
        var ruling = regimes.Rule(name, "eu", SocialScoring);
        Assert.Equal(Verdict.OutsideScope, ruling.Verdict);
        Assert.Contains(ruling.Changes, c => c.To == Verdict.FallsUnder && c.Answers is [("ai-system", true)]);
    }

    [Fact]
    public void What_the_law_has_no_measure_for_is_marked_as_our_yardstick()
    {
        var ruling = Ruling(With("ai: false", "ai: true"));
        Assert.Equal(["disproportionate", "unrelated-context"],
            ruling.Deciding.Where(f => f.IsOurYardstick).Select(f => f.Predicate).Order(StringComparer.Ordinal));
        Assert.Contains("our yardstick", Page(Report(With("ai: false", "ai: true"), "eu")).Replace("\n            ", " "),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_a_hypothetical_regime_is_its_own()
    {
        var borrowed = With("ai: false", "ai: true").Replace("documented: true", "documented: false", StringComparison.Ordinal);
        Assert.Contains(Ruling(borrowed).Deciding, f => f.Predicate == "detriment" && f.Truth == Truth.CannotTell);
        var invented = borrowed.Replace("system:\n", "hypothetical: true\nsystem:\n", StringComparison.Ordinal);
        Assert.Equal(Verdict.FallsUnder, Ruling(invented).Verdict);
    }

    [Fact]
    public void Without_a_declaration_nobody_can_tell()
    {
        var start = Wendeng.IndexOf("system:\n", StringComparison.Ordinal);
        var end = Wendeng.IndexOf("subjects:\n", StringComparison.Ordinal);
        var ruling = Ruling(Wendeng[..start] + Wendeng[end..]);
        Assert.Equal(Verdict.CannotTell, ruling.Verdict);
        Assert.Equal("ai-system", Assert.Single(ruling.Deciding).Predicate);
    }

    [Fact]
    public void Firms_alone_are_outside_it_whatever_is_used()
    {
        var firms = File.ReadAllText(Repository.PathOf("regimes", "customs-credit.yaml"));
        Assert.Contains("of: firms", firms, StringComparison.Ordinal);
        var ruling = Ruling(firms.Replace("ai: false", "ai: true", StringComparison.Ordinal), name: "customs-credit");
        Assert.Equal(Verdict.OutsideScope, ruling.Verdict);
        Assert.Equal("natural-persons", Assert.Single(ruling.Deciding).Predicate);
    }

    [Theory]
    [InlineData("2025-02-01", Verdict.NotInForce)]
    [InlineData("2025-02-02", Verdict.OutsideScope)]
    public void The_day_chooses_what_is_in_force(string day, Verdict verdict) =>
        Assert.Equal(verdict, Ruling(Wendeng, LawCheck.Day(day)).Verdict);

    [Fact]
    public void A_file_with_faults_gets_no_verdict() =>
        Assert.Throws<FaultException>(() => Report(With("ai: false", "ai: perhaps"), "eu"));

    [Fact]
    public void The_page_on_wendeng() => Golden.Matches("law-wendeng-2020-eu.txt", Page(Report(Wendeng, "eu")));

    [Fact]
    public void The_verdicts_on_wendeng() => Golden.Matches("law-wendeng-2020-verdicts.txt", string.Join('\n',
        from law in Report(Wendeng, "eu", "cn", "us", "international").Laws
        from ruling in law.Rulings
        select $"{law.Law.Id} {ruling.Id}: {Spelling.Kebab(ruling.Verdict.ToString())}"
            + $" ({string.Join(", ", ruling.Deciding.Select(f => f.Predicate))})"));

    [Fact]
    public void A_page_fits_eighty_columns_without_colour_and_warns()
    {
        var page = Page(Report(Wendeng, "eu", "cn", "us", "international"));
        Assert.All(page.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.DoesNotContain('\u001b', page);
        Assert.Contains("no legal advice", page, StringComparison.Ordinal);
        Assert.Contains("not the same as passing", page, StringComparison.Ordinal);
        Assert.Contains("secondary copy", page, StringComparison.Ordinal);
        Assert.Contains("general knowledge", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_answers_in_json_for_one_law_or_all()
    {
        var (code, text, _) = Give("check", "wendeng-2020", "--law", "all", "--date", "2026-11-22", "--json");
        Assert.Equal(0, code);
        var laws = JsonNode.Parse(text)!["laws"]!.AsArray();
        Assert.Equal(["cn", "eu", "international", "us"], laws.Select(l => (string)l!["id"]!));
        Assert.All(laws.SelectMany(l => l!["conditions"]!.AsArray()), c => Assert.NotEmpty(c!["says"]!.ToString()));
    }

    [Theory]
    [InlineData(2, "check", "wendeng-2020", "--law", "eu", "--date", "tomorrow")]
    [InlineData(2, "check", "wendeng-2020", "--date", "2026-11-22")]
    [InlineData(2, "check", "wendeng-2020", "--year", "2")]
    [InlineData(2, "check", "wendeng-2020", "--law", "eu", "--year", "-1")]
    [InlineData(2, "list", "regimes", "--law", "eu", "--date", "tomorrow")]
    [InlineData(3, "list", "regimes", "--law", "eo")]
    [InlineData(3, "check", "wendeng-2020", "--law", "eo")]
    public void What_is_asked_wrongly_is_refused_in_a_sentence(int code, params string[] words)
    {
        var (given, output, error) = Give(words);
        Assert.Equal(code, given);
        Assert.Empty(output);
        Assert.Single(error.Trim().Split('\n'));
    }

    private static string With(string passage, string put)
    {
        Assert.Equal(2, Wendeng.Split(passage).Length);
        return Wendeng.Replace(passage, put, StringComparison.Ordinal);
    }

    private static Ruling Ruling(string text, DateOnly? day = null, string name = "wendeng-2020") =>
        LawReport.Of(Input(text, name), ChinaUrban.Read(), [LawFileTests.Law("eu")],
            day ?? Day).Laws[0].Rulings.Single(r => r.Id == SocialScoring);

    private static LawReport Report(string text, params string[] laws) =>
        LawReport.Of(Input(text), ChinaUrban.Read(), [.. laws.Select(LawFileTests.Law)], Day);

    // What the file includes lies where the shipped one does.
    private static InputFile Input(string text, string name = "wendeng-2020") =>
        InputFile.Read(FileKind.Regime, Repository.PathOf("regimes", name + ".yaml")) with
        {
            Path = $"regimes/{name}.yaml",
            Bytes = Encoding.UTF8.GetBytes(text),
        };

    private static string Page(LawReport report)
    {
        using var text = new StringWriter();
        LawPage.Print(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
        }), report);
        return text.ToString();
    }

    private static (int Code, string Output, string Error) Give(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Commands.Run(words, new Surroundings(output, error, TestContext.Current.CancellationToken));
        return (code, output.ToString(), error.ToString());
    }
}
