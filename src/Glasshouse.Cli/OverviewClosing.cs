using Glasshouse.Lab;
using Glasshouse.Lab.Many;
using Glasshouse.Lab.Reporting;
using Glasshouse.Lab.Uncertainty;
using Spectre.Console;

namespace Glasshouse.Cli;

/// <summary>
/// The page that many runs end with: by society, the four numbers of each regime, two hopes and two fears, without sum or rank.
/// </summary>
internal static class OverviewClosing
{
    private static readonly string[] Short = ["harm done", "in arrears", "wronged", "silenced"];

    /// <summary>Writes the page.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="overview">What the runs came to.</param>
    /// <param name="folder">Folder of the files, shown as given.</param>
    /// <param name="command">The command that repeats them.</param>
    public static void Write(IAnsiConsole console, Overview overview, string folder, string command)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(overview.Counted)}[/]: invented people in synthetic societies");
        if (overview.Regimes is [var any, ..])
        {
            var run = any.Run;
            console.WriteLine($"{run.People:#,0} people in each, {run.Years} {(run.Years == 1 ? "year" : "years")}, "
                + $"{run.SeedWords}. {run.Comparison}");
        }
        foreach (var society in overview.BySociety)
        {
            console.WriteLine();
            console.MarkupLine($"[bold underline]Over {Markup.Escape(society.Key)}[/]");
            console.Write(Table([.. society]));
        }
        console.WriteLine();
        if (overview.Regimes is [{ Headline: var four, Run: var first }, ..])
        {
            console.MarkupLine($"[dim]{Markup.Escape($"With less without, all adults, {first.Periods[^1].Words}. "
                + string.Join("; ", four.Select((f, i) => $"{Short[i]}: {LowerFirst(f.Indicator.Title)}, {f.Indicator.Unit}"))
                + ". ?: cannot tell; ~: no clear difference.")}[/]");
            console.MarkupLine($"[dim]{Markup.Escape($"{first.ChanceNote} {first.AssumptionNote}")}[/]");
        }
        console.MarkupLine(Markup.Escape(Overview.NotAcross));
        console.MarkupLine(Markup.Escape(Overview.NoTotal));
        console.WriteLine();
        console.MarkupLine("[bold underline]Files[/]");
        foreach (var name in OverviewFiles.Names)
        {
            console.Profile.Out.Writer.WriteLine(Path.Combine(folder, name));
        }
        console.WriteLine();
        console.Profile.Out.Writer.WriteLine($"Repeat: {command}");
    }

    private static Table Table(IReadOnlyList<Findings> regimes)
    {
        var table = new Table { Border = TableBorder.None }.AddColumn(new TableColumn("regime") { Width = 30, Padding = new(0, 0, 1, 0) });
        foreach (var head in Short)
        {
            table.AddColumn(new TableColumn(head) { Width = 11, Padding = new(0, 0, 1, 0) }.RightAligned());
        }
        foreach (var regime in regimes)
        {
            table.AddRow(
                [new Text(regime.Run.Regime), .. regime.Headline.Select(f => new Text(Shown.Change(f.Difference) + Sign(f.Verdict)))]);
        }
        return table;
    }

    private static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.CannotTell => " ?",
        Verdict.NoClearDifference => " ~",
        _ => "  ",
    };

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
