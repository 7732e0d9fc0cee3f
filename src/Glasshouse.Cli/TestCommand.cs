using System.CommandLine;
using System.Text.Json.Nodes;
using Glasshouse.Lab;
using Glasshouse.Lab.Testing;

namespace Glasshouse.Cli;

/// <summary>
/// <c>glasshouse test</c>: the policy tests beside a regime. It takes the regime's name and nothing else: no person, no record, no
/// file of tests from elsewhere, nothing from standard input.
/// </summary>
internal static class TestCommand
{
    public static (Command, string) Build(Surroundings here)
    {
        var regime = new Argument<string?>("regime")
        {
            Description = "A regime, by name or path; all regimes if none is given.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of lines." };
        var command = new Command("test", "Run the policy tests that lie beside a regime.") { regime, json };
        command.SetAction(p =>
        {
            var shelf = Shelf.OfThisMachine();
            var reports = p.GetValue(regime) is { } one
                ? [PolicyTesting.Run(shelf, one)]
                : shelf.List(FileKind.Regime).Select(f => PolicyTesting.Run(shelf, f.Name)).ToList();
            if (p.GetValue(json))
            {
                here.Out.WriteLine(Document(reports).ToJsonString(Json.Style));
            }
            else
            {
                Write(here.Out, reports);
            }
            return reports.All(r => r.Failed == 0) ? Exit.Done : Exit.Input;
        });
        return (command, "glasshouse test wendeng-2020");
    }

    private static void Write(TextWriter page, IReadOnlyList<PolicyTestReport> reports)
    {
        foreach (var report in reports)
        {
            page.WriteLine(report.File is null
                ? $"{report.Regime}: no policy tests"
                : $"{report.Regime}: {report.Results.Count} policy tests ({report.File})");
            foreach (var result in report.Results)
            {
                Write(page, report, result);
            }
        }
        page.WriteLine($"{reports.Sum(r => r.Passed)} passed, {reports.Sum(r => r.Failed)} failed");
    }

    private static void Write(TextWriter page, PolicyTestReport report, TrialResult result)
    {
        page.WriteLine($"  {(result.Passed ? "pass" : "FAIL")}  {result.Id}: {result.Says}");
        page.WriteLine($"        {result.Decided}");
        if (result.Passed)
        {
            return;
        }
        page.WriteLine($"        {report.File}:{result.Line}");
        foreach (var miss in result.Misses)
        {
            page.WriteLine($"        {miss.What}: expected {miss.Expected}, found {miss.Found}");
        }
        foreach (var line in result.Account)
        {
            var points = FormattableString.Invariant($"{line.Points:0.###}").PadLeft(9);
            page.WriteLine($"        {points}  {(line.Rule.Length > 0 ? line.Rule + ": " : "")}{line.Words}");
        }
    }

    private static JsonArray Document(IEnumerable<PolicyTestReport> reports) => new([.. reports.Select(report => new JsonObject
    {
        ["regime"] = report.Regime,
        ["file"] = report.File,
        ["passed"] = report.Passed,
        ["failed"] = report.Failed,
        ["tests"] = new JsonArray([.. report.Results.Select(result => new JsonObject
        {
            ["id"] = result.Id,
            ["says"] = result.Says,
            ["line"] = result.Line,
            ["passed"] = result.Passed,
            ["decided"] = result.Decided,
            ["misses"] = new JsonArray([.. result.Misses.Select(m =>
                new JsonObject { ["what"] = m.What, ["expected"] = m.Expected, ["found"] = m.Found })]),
            ["account"] = new JsonArray([.. result.Account.Select(l => new JsonObject
            {
                ["rule"] = l.Rule,
                ["points"] = l.Points,
                ["words"] = l.Words,
                ["counts"] = l.Counts,
            })]),
        })]),
    })]);
}
