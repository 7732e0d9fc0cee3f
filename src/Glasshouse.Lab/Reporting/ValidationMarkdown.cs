using System.Globalization;
using System.Text;
using Glasshouse.Files;
using Glasshouse.Lab.Evidence;

namespace Glasshouse.Lab.Reporting;

/// <summary>The result of a validation as Markdown: the scores beside the null models, then a table of findings by use.</summary>
public static class ValidationMarkdown
{
    /// <summary>The page.</summary>
    public static string Of(ValidationResult result)
    {
        var page = new StringBuilder("# The model against published findings\n\n");
        page.Append("Written by `glasshouse validate`. How to read it: [evidence](evidence.md). ")
            .Append("Ranges in brackets are 95% intervals over seeds. ")
            .Append(result.Request.Assumptions == 0
                ? "The range over assumptions has not been examined."
                : string.Create(CultureInfo.InvariantCulture, $"Assumptions: {result.Request.Assumptions} draws."))
            .Append("\n\n| used for | findings | testable | inside | inside without mechanisms | inside over the prior, mean of ")
            .Append(CultureInfo.InvariantCulture, $"{result.Request.Prior} draws |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var s in result.Scores)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Word(s.Use)} | {s.All} | {s.Testable} ")
                .Append(CultureInfo.InvariantCulture, $"| {s.Inside} ({100.0 * s.Inside / s.Testable:0}%) ")
                .Append(CultureInfo.InvariantCulture, $"| {s.WithoutMechanisms?.ToString(CultureInfo.InvariantCulture) ?? "not run"} ")
                .Append(CultureInfo.InvariantCulture, $"| {(s.Prior is { } prior ? $"{prior:0.0}" : "not run")} |\n");
        }
        foreach (var (use, findings) in result.ByUse)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(Word(use)[0])}{Word(use)[1..]}\n\n")
                .Append("| finding | published | simulated | without mechanisms | verdict |\n| --- | --- | --- | --- | --- |\n");
            foreach (var f in findings)
            {
                Row(page, f);
            }
        }
        return page.ToString();
    }

    private static void Row(StringBuilder page, ScoredFinding f)
    {
        var named = f.Use.NamedBy is { } by ? $"; stated as {Word(f.Finding.Use)}, but named by `{by}`" : "";
        var simulated = f.Simulated is { } value
            ? Value(value) + (f.Chance is { } c ? $" [{Shown.Value(c.Low)}; {Shown.Value(c.High)}]" : "")
            : "";
        var without = f.WithoutMechanisms is { } off ? Value(off.Value) : "";
        var reason = f.Verdict.Reason.Length > 0 ? $": {f.Verdict.Reason}" : "";
        page.Append(CultureInfo.InvariantCulture, $"| `{f.Finding.Id}`: {Cell(f.Finding.Title)}{named} ")
            .Append(CultureInfo.InvariantCulture, $"| {Cell(ValidationWords.Published(f.Finding))} ")
            .Append(CultureInfo.InvariantCulture, $"| {simulated} | {without} | {f.Verdict.Word}{Cell(reason)} |\n");
    }

    private static string Value(double value) => double.IsFinite(value) ? Shown.Value(value) : "nobody";

    private static string Word(Enum word) => Spelling.Kebab(word.ToString());

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
