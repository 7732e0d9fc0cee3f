using Glasshouse.Cli.Life;
using Glasshouse.Files;
using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Reporting;
using Glasshouse.Lab.Uncertainty;
using Spectre.Console;
using ValidationResult = Glasshouse.Lab.Evidence.ValidationResult;

namespace Glasshouse.Cli;

/// <summary>What <c>glasshouse validate</c> prints: findings by use, then how many lie inside beside the null models.</summary>
internal static class ValidationTable
{
    public static void Write(Surroundings here, ValidationResult result)
    {
        var console = Lines.Console(here);
        foreach (var (use, findings) in result.ByUse)
        {
            Lines.Print(console, "", ValidationPage.Title(use), "bold");
            foreach (var finding in findings)
            {
                console.WriteLine();
                Write(console, finding, result.Request);
            }
            console.WriteLine();
        }
        Lines.Print(console, "", "Inside the tolerance", "bold");
        foreach (var score in result.Scores)
        {
            Lines.Print(console, $"  {Spelling.Kebab(score.Use.ToString()),-12} ",
                $"{score.Inside} of {score.Testable}{Nulls(score, result.Request)}; {score.All - score.Testable} of {score.All} not run");
        }
        console.WriteLine();
        Lines.Print(console, "", $"Page, document and table: {string.Join(", ",
            ValidationFiles.Names.Select(n => Path.Combine(result.Request.Out!, n)))}");
    }

    private static void Write(IAnsiConsole console, ScoredFinding f, ValidationRequest request)
    {
        var finding = f.Finding;
        Lines.Print(console, $"{f.Verdict.Word,-13} ", $"{finding.Id}: {finding.Title}", Style(f.Verdict.Kind));
        const string Indent = "              ";
        Lines.Print(console, Indent, $"published {ValidationWords.Published(finding)}; {ValidationWords.Tolerance(finding)}");
        if (f.Simulated is { } simulated)
        {
            Lines.Print(console, Indent, $"simulated {Shown.Value(simulated)}, chance {Range(f.Chance)}, assumptions "
                + (f.Assumed is { } assumed ? Range(assumed.Middle ?? assumed.All)
                    : request.Assumptions == 0 ? "not yet examined" : "none")
                + (f.WithoutMechanisms is { } off ? $"; without mechanisms {Shown.Value(off.Value)} ({off.Verdict.Word})" : ""));
        }
        if (f.Verdict.Reason.Length > 0)
        {
            Lines.Print(console, Indent, f.Verdict.Reason);
        }
        if (f.Use.NamedBy is { } figure)
        {
            Lines.Print(console, Indent, $"counts as {Spelling.Kebab(f.Use.Use.ToString())}: {figure} names {f.Use.As}");
        }
        Lines.Print(console, Indent, ValidationFiles.Source(finding) + (finding.Source.Read ? "" : " (not read at its source)"), "dim");
    }

    private static string Style(VerdictKind kind) => kind switch
    {
        VerdictKind.Inside or VerdictKind.ByTest => "bold",
        VerdictKind.Near or VerdictKind.Outside => "bold underline",
        _ => "default",
    };

    private static string Nulls(UseScore score, ValidationRequest request) =>
        (score.WithoutMechanisms is { } off ? $"; {off} without mechanisms" : "")
        + (score.Prior is { } prior ? $"; {Shown.Value(prior)} on average over {request.Prior} draws of the coefficients" : "");

    private static string Range(Interval? range) =>
        range is { } r ? $"[{Shown.Value(r.Low)}; {Shown.Value(r.High)}]" : "none";
}
