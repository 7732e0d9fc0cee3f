using Glasshouse.Lab;
using Glasshouse.Lab.Indicators;
using Glasshouse.Lab.Reporting;
using Glasshouse.Lab.Uncertainty;
using Spectre.Console;

namespace Glasshouse.Cli;

/// <summary>
/// The page that a run ends with, for a terminal of 80 columns with or without colour: four numbers first, then what changed,
/// for whom if asked, harm by cause, how much of the rule book is modelled, and where the files are.
/// </summary>
public static class ClosingPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="findings">What the run found.</param>
    /// <param name="folder">Folder of the files, shown as given; null if none were written.</param>
    /// <param name="by">Name of a dimension of strata that the four numbers are told by; null: all adults only.</param>
    public static void Write(IAnsiConsole console, Findings findings, string? folder = null, string? by = null)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(findings);
        var run = findings.Run;
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(run.Name)}[/]: invented people in a synthetic society");
        console.WriteLine($"{run.People:#,0} people, {run.Years} {(run.Years == 1 ? "year" : "years")}, "
            + $"{run.SeedWords}. {run.Comparison}");
        if (run.InForceWhen is { } inForce)
        {
            Say(console, "default", inForce);
        }
        if (run.FaultNote is { } note)
        {
            Say(console, "dim", note);
        }
        FourNumbers(console, findings);
        WhatChanged(console, findings);
        if (by is not null)
        {
            ForWhom(console, findings, by);
        }
        Harm(console, findings);
        Closing(console, findings, folder);
    }

    private static void FourNumbers(IAnsiConsole console, Findings findings)
    {
        Heading(console, $"Four numbers: all adults, {findings.Run.Periods[^1].Words}");
        var grid = new Grid { Expand = false }
            .AddColumn(new GridColumn { NoWrap = true, Padding = new(2, 0, 2, 0), Alignment = Justify.Right })
            .AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        foreach (var f in findings.Headline)
        {
            grid.AddRow(
                new Markup($"[bold]{Shown.Headline(f)}[/]"),
                new Markup(Markup.Escape($"{f.Indicator.Title}, {f.Indicator.Unit}:") + "\n"
                    + Markup.Escape($"{Shown.Without(f)} without, {Shown.Value(f.With)} with: ")
                        + $"[bold]{f.Verdict.Word()}[/]\n"
                    + "[dim]" + Markup.Escape($"{Shown.ChanceInWords(f)}, assumptions {Shown.Assumed(f)}") + "[/]"));
        }
        console.Write(grid);
        if (findings.LopsidedNote is { } note)
        {
            Say(console, "dim", note);
        }
    }

    private static void WhatChanged(IAnsiConsole console, Findings findings)
    {
        var period = findings.Run.Periods[^1];
        Heading(console, "What changed");
        console.Write(Table("what, unit"));
        foreach (var theme in findings.Rows
            .Where(r => r.OfAll && r.Period == period.Name && r.Indicator.Brief && r.Indicator.Theme != Theme.Punished)
            .GroupBy(r => r.Indicator.Theme))
        {
            Part(console, theme.Key.Heading(), theme, f => (f.Indicator.Title, f.Indicator.Unit));
        }
        Say(console, "dim", "In brackets chance, below it assumptions; changes of shares are in points. "
            + $"{findings.Run.ChanceNote} {findings.Run.AssumptionNote}");
        Say(console, "dim", findings.ManyComparisons);
    }

    private static void ForWhom(IAnsiConsole console, Findings findings, string by)
    {
        var period = findings.Run.Periods[^1];
        Heading(console, $"For whom: by {by}, taken when the lives part");
        console.Write(Table("who"));
        foreach (var f in findings.Headline)
        {
            var rows = findings.Rows.Where(r => r.Indicator.Name == f.Indicator.Name && r.Period == period.Name
                && r.Stratum.StartsWith(by + ":", StringComparison.Ordinal));
            Part(console, $"{f.Indicator.Title}, {f.Indicator.Unit}", rows, r => (r.Stratum[(by.Length + 1)..], null));
        }
    }

    private static void Harm(IAnsiConsole console, Findings findings)
    {
        var period = findings.Run.Periods[^1];
        Heading(console, "Harm by cause: adults under a penalty");
        console.Write(Table("why, unit"));
        var rows = findings.Rows.Where(r => r.OfAll && r.Period == period.Name
            && r.Indicator.Brief && r.Indicator.Theme == Theme.Punished);
        Part(console, null, rows, f => (f.Indicator.Title, f.Indicator.Unit));
        console.MarkupLine("[dim]One person can stand in several lines.[/]");
    }

    private static void Closing(IAnsiConsole console, Findings findings, string? folder)
    {
        Heading(console, "What it rests on");
        console.WriteLine(findings.RuleBook.Sentence);
        console.WriteLine(findings.Basis.Sentence);
        console.WriteLine("Not a forecast, and not a real town: the report says what the model cannot say.");
        if (folder is not null)
        {
            Heading(console, "Files");
            foreach (var name in ReportFiles.Names)
            {
                // One path a line, unbroken, so that it can be copied or clicked.
                console.Profile.Out.Writer.WriteLine(Path.Combine(folder, name));
            }
        }
        console.WriteLine();
        console.Profile.Out.Writer.WriteLine($"Repeat: {findings.Run.Command}");
    }

    private static void Heading(IAnsiConsole console, string text)
    {
        console.WriteLine();
        Say(console, "bold underline", text);
    }

    private static void Say(IAnsiConsole console, string style, string text) =>
        console.MarkupLine($"[{style}]{Markup.Escape(text)}[/]");

    // Widths are fixed, so that the tables of all themes line up under one head: 27 + 7 + 7 + 7 + 17 + 10 and five spaces are 80.
    private static Table Table(string? first = null) => new Table { Border = TableBorder.None, ShowHeaders = first is not null }
        .AddColumn(Column(first ?? "", 27))
        .AddColumn(Column("without", 7).RightAligned())
        .AddColumn(Column("with", 7).RightAligned())
        .AddColumn(Column("change", 7).RightAligned())
        .AddColumn(Column("chance/assumed", 17))
        .AddColumn(Column("verdict", 10, after: 0));

    private static TableColumn Column(string head, int width, int after = 1) =>
        new(Markup.Escape(head)) { Width = width, Padding = new(0, 0, after, 0) };

    private static void Part(IAnsiConsole console, string? heading,
        IEnumerable<Finding> rows, Func<Finding, (string Head, string? Unit)> name)
    {
        if (heading is not null)
        {
            Say(console, "bold", heading);
        }
        var table = Table();
        foreach (var f in rows)
        {
            var (head, unit) = name(f);
            table.AddRow(
                new Markup(Markup.Escape(head) + (unit is null ? "" : $"\n[dim]{Markup.Escape(unit)}[/]")),
                new Text(Shown.Without(f)),
                new Text(Shown.Value(f.With)),
                new Text(Shown.Change(f.Difference)),
                new Text(Shown.Chance(f) + "\n" + Shown.Assumed(f)),
                new Text(f.Verdict.Word()));
        }
        console.Write(table);
    }
}
