using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Reporting;

/// <summary>The report: one file that opens anywhere, on a phone or on paper, without scripts and without a network.</summary>
internal static partial class ReportPage
{
    internal static string Of(Findings findings)
    {
        var run = findings.Run;
        var html = new Html()
            .Raw("<!doctype html>")
            .Raw("<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Raw($"<title>{Html.Text(run.Name)}: what changes, for whom, and how sure that is</title>")
            .Raw($"<style>{Style()}</style></head><body><main>");
        WhatThisIs(html, run);
        FourNumbers(html, findings);
        Courses(html, findings);
        WhatChanged(html, findings);
        ForWhom(html, findings);
        ByCause(html, findings);
        RollOutAndMature(html, findings);
        RestsOn(html, findings);
        RuleBookShare(html, findings.RuleBook);
        Repeat(html, findings);
        return html.Raw("</main></body></html>").ToString();
    }

    private static void WhatThisIs(Html html, RunAccount run)
    {
        html.Heading(1, $"What {run.Name} changes, for whom, and how sure that is")
            .Paragraph("Invented people in a synthetic society. No real person is in this report, "
                + "and nothing in it describes a real town.", "stamp")
            .Paragraph($"The rules: {run.RegimeTitle} ({run.Jurisdiction}; in force {run.InForce}). "
                + $"The people: {run.SocietyTitle}, {run.People:#,0} invented adults and children, followed for {run.Years} "
                + $"{(run.Years == 1 ? "year" : "years")}, {run.Seeds} {(run.Seeds == 1 ? "history" : "histories")} "
                    + $"({run.SeedWords}).")
            .Paragraph(run.Comparison + " A difference is what the regime changed.")
            .Paragraph($"{run.ChanceNote} {run.AssumptionNote}", "quiet");
        if (run.InForceWhen is { } inForce)
        {
            html.Paragraph(inForce);
        }
        if (run.FaultNote is { } note)
        {
            html.Paragraph(note, "quiet");
        }
    }

    private static void FourNumbers(Html html, Findings findings)
    {
        html.Heading(2, "Four numbers")
            .Paragraph($"All adults, {findings.Run.Periods[^1].Words}. The same four for every regime, "
            + "chosen before any result: two hopes, two fears.", "quiet").Raw("<ul class=\"four\">");
        foreach (var f in findings.Headline)
        {
            html.Raw($"<li><span class=\"what\">{Html.Text(f.Indicator.Title)}"
                + $"<span class=\"unit\">{Html.Text(f.Indicator.Unit)}</span></span>"
                + $"<span class=\"number\">{Html.Text(Shown.Headline(f))}</span>"
                + $"<span class=\"small\">{Html.Text(Shown.Without(f))} without, {Html.Text(Shown.Value(f.With))} with</span>"
                + $"<span class=\"small\">{Html.Text(Shown.ChanceInWords(f))}</span>"
                + $"<span class=\"small\">assumptions {Html.Text(Shown.Assumed(f))}</span>"
                + $"<span class=\"verdict\">{Html.Text(f.Verdict.Word())}</span>{Reason(f)}</li>");
        }
        html.Raw("</ul>");
        if (findings.LopsidedNote is { } note)
        {
            html.Paragraph(note);
        }
    }

    private static void Courses(Html html, Findings findings)
    {
        html.Heading(2, "Year by year")
            .Paragraph("Solid: with the regime. Dashed: the same people, same luck, without it. Shaded: the 95% "
            + "interval of the difference. Every scale starts at zero, so that a small change looks small.", "quiet");
        foreach (var hope in (bool[])[true, false])
        {
            html.Heading(3, hope ? "What its makers hope for" : "What its critics fear").Raw("<div class=\"panels\">");
            foreach (var course in findings.Courses.Where(c => c.Hope == hope))
            {
                html.Raw($"<figure><figcaption>{Html.Text(course.Indicator.Title)}"
                    + $"<span class=\"unit\">{Html.Text(course.Indicator.Unit)}</span>"
                    + $"</figcaption>{Panel.Svg(course)}</figure>");
            }
            html.Raw("</div>");
        }
        html.Paragraph($"Invented people in a synthetic society. {findings.Run.Name}, {findings.Run.SeedWords}.", "quiet");
    }

    private static void RestsOn(Html html, Findings findings)
    {
        html.Heading(2, "What rests on assumptions").Paragraph(findings.Basis.Sentence)
            .Paragraph(findings.Run.AssumptionNote)
            .Table("Figures of both files, by where they come from", "source", "figures", "share");
        foreach (var (kind, count) in findings.Basis.Shares)
        {
            html.Row(Basis.Word(kind), null, ("figures", $"{count:#,0}"),
                ("share", $"{100.0 * count / Math.Max(1, findings.Basis.Figures):0}%"));
        }
        html.EndTable();
        Influences(html, findings);
        html.Details($"All {findings.Basis.Assumed.Count:#,0} assumed figures, with the reason for each", onPaper: false)
            .Table("Assumed figures", "figure", "value", "range", "why this value");
        foreach (var figure in findings.Basis.Assumed)
        {
            html.Row(figure.Path, null, ("value", Shown.Value(figure.Value)),
                ("range", figure is { Low: { } low, High: { } high } ? $"{Shown.Value(low)} to {Shown.Value(high)}" : "-"),
                ("why this value", figure.Source));
        }
        html.EndTable().EndDetails();
        if (findings.Missing.Count > 0)
        {
            html.Paragraph($"The society does not count what these indicators need: "
                + $"{string.Join(", ", findings.Missing)}.", "quiet");
        }
    }

    private static void Influences(Html html, Findings findings)
    {
        if (findings.Influences.Values.All(list => list.Count == 0))
        {
            html.Paragraph($"Which assumption matters most is ranked from {Influence.FewestDraws} draws on.", "quiet");
            return;
        }
        foreach (var f in findings.Headline)
        {
            html.Table($"{f.Indicator.Title}: assumptions that move with the difference "
                + $"(rank correlation over {findings.Run.Draws} draws)",
                "figure", "correlation", "beyond chance");
            foreach (var one in findings.Influences[f.Indicator.Name].Take(5))
            {
                html.Row(one.Path, null, ("correlation", Shown.Change(one.Correlation)),
                    ("beyond chance", one.BeyondChance ? "yes" : "no: so strong a one comes up by chance among so many"));
            }
            html.EndTable();
        }
    }

    private static void RuleBookShare(Html html, RuleBook book)
    {
        html.Heading(2, "How much of the rule book is modelled").Paragraph(book.Sentence)
            .Table("Modelled and not modelled, by domain", "domain", "rows", "direct grounds", "why the rest is not");
        foreach (var d in book.Domains)
        {
            html.Row(d.Domain, null, ("rows", $"{d.RowsModelled} of {d.Rows}"),
                ("direct grounds", $"{d.GroundsModelled} of {d.Grounds}"),
                ("why the rest is not", d.Reasons.Count == 0 ? "all modelled" : string.Join(" ", d.Reasons.Select(r =>
                    $"{r.Reason.TrimEnd('.')} ({r.Count})."))));
        }
        html.EndTable();
    }

    private static void Repeat(Html html, Findings findings)
    {
        html.Heading(2, "How to repeat this")
            .Raw($"<p><code>{Html.Text(findings.Run.Command)}</code></p>")
            .Paragraph("The same command with the same files gives the same numbers on any machine. "
                + "The manifest beside this page holds the "
                + "hashes of the files, the seeds and the digest of every history.")
            .Heading(2, "What the model cannot say").Items([.. Findings.CannotSay, findings.ManyComparisons]);
    }

    private static string Reason(Finding f) => f.Reason.Length == 0 ? "" : $"<span class=\"reason\">{Html.Text(f.Reason)}</span>";

    /// <summary>The style sheet of every page.</summary>
    internal static string Style()
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
