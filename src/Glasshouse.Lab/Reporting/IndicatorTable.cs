using System.Globalization;
using System.Text;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Reporting;

/// <summary>
/// All findings as a tidy table: one line an indicator, stratum and period (RFC 4180, invariant numbers, UTF-8).
/// </summary>
internal static class IndicatorTable
{
    private static readonly (string Name, Func<Findings, Finding, string> Cell)[] Columns =
    [
        ("regime", (all, _) => all.Run.Regime),
        ("society", (all, _) => all.Run.Society),
        ("indicator", (_, f) => f.Indicator.Name),
        ("title", (_, f) => f.Indicator.Title),
        ("theme", (_, f) => f.Indicator.Theme.ToString().ToLowerInvariant()),
        ("concern", (_, f) => f.Indicator.Concern),
        ("unit", (_, f) => f.Indicator.Unit),
        ("stratum", (_, f) => f.Stratum),
        ("period", (_, f) => f.Period),
        ("without", (_, f) => Number(f.Without)),
        ("with", (_, f) => Number(f.With)),
        ("difference", (_, f) => Number(f.Difference)),
        ("low", (_, f) => Number(f.Chance?.Low)),
        ("high", (_, f) => Number(f.Chance?.High)),
        ("assumed_low", (_, f) => Number(f.Assumed?.All.Low)),
        ("assumed_high", (_, f) => Number(f.Assumed?.All.High)),
        ("assumed_05", (_, f) => Number(f.Assumed?.Middle?.Low)),
        ("assumed_95", (_, f) => Number(f.Assumed?.Middle?.High)),
        ("verdict", (_, f) => f.Verdict.Word()),
        ("reason", (_, f) => f.Reason),
        ("provenance", (_, f) => f.Provenance),
    ];

    internal static string Header => string.Join(',', Columns.Select(c => c.Name));

    internal static string Of(params IReadOnlyList<Findings> runs)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var findings in runs)
        {
            foreach (var row in findings.Rows)
            {
                text.AppendJoin(',', Columns.Select(c => Quoted(c.Cell(findings, row)))).Append("\r\n");
            }
        }
        return text.ToString();
    }

    private static string Number(double? value) =>
        value is { } v && double.IsFinite(v) ? v.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
