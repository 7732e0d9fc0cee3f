using System.Text.Json;
using System.Text.Json.Nodes;

namespace Glasshouse.Lab.Reporting;

/// <summary>The files that a run leaves for people: report, picture, table.</summary>
public static class ReportFiles
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>What is written, in the order in which it is shown.</summary>
    public static readonly IReadOnlyList<string> Names = ["report.html", "figure.png", "figure.svg", "indicators.csv"];

    /// <summary>Writes the files into a folder that exists, each whole or not at all.</summary>
    /// <exception cref="RefusedException">The folder cannot be written to, or the disk is full.</exception>
    public static void Write(string folder, RunResult result, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(result);
        Atomic.Write(Path.Combine(folder, "indicators.csv"), IndicatorTable.Of(findings));
        Atomic.Write(Path.Combine(folder, "figure.svg"), stream => Picture.Svg(findings, stream));
        Atomic.Write(Path.Combine(folder, "figure.png"), stream => Picture.Png(findings, stream));
        Atomic.Write(Path.Combine(folder, "report.html"), ReportPage.Of(findings));
    }

    /// <summary>The document of <c>--json</c> as text.</summary>
    public static string Document(JsonNode? manifest, RunResult result, Findings findings) =>
        ResultDocument.Of(manifest, result, findings).ToJsonString(Indented);
}
