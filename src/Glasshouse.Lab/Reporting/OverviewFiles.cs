using System.Text.Json.Nodes;
using Glasshouse.Lab.Many;

namespace Glasshouse.Lab.Reporting;

/// <summary>The files that many runs leave for people beside each run's own: the page over all, and the table.</summary>
public static class OverviewFiles
{
    /// <summary>What is written, in the order in which it is shown.</summary>
    public static readonly IReadOnlyList<string> Names = ["index.html", "overview.csv"];

    /// <summary>Writes the files into a folder that exists, each whole or not at all.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="overview">What the runs came to.</param>
    /// <param name="command">The command that repeats them.</param>
    /// <exception cref="RefusedException">The folder cannot be written to, or the disk is full.</exception>
    public static void Write(string folder, Overview overview, string command)
    {
        Atomic.Write(Path.Combine(folder, "overview.csv"), IndicatorTable.Of(InOrder(overview)));
        Atomic.Write(Path.Combine(folder, "index.html"), OverviewPage.Of(overview, command));
    }

    /// <summary>The document of <c>--json</c>.</summary>
    public static JsonObject Document(ManyManifest manifest, Overview overview) => new()
    {
        ["manifest"] = manifest.Json(),
        ["note"] = Overview.NotAcross,
        ["indicators"] = new JsonArray([.. InOrder(overview).SelectMany(f => f.Rows.Select(r => Row(f.Run, r)))]),
    };

    private static List<Findings> InOrder(Overview overview) => [.. overview.BySociety.SelectMany(society => society)];

    private static JsonObject Row(RunAccount run, Finding found)
    {
        var row = ResultDocument.Row(found);
        row.Insert(0, "regime", run.Regime);
        row.Insert(1, "society", run.Society);
        return row;
    }
}
