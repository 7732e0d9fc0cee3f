using Glasshouse.Lab.Indicators;
using Glasshouse.Lab.Many;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Reporting;

/// <summary>
/// The page over many regimes: by society, hopes and fears side by side in columns of one width, and a way into each report. It has no
/// totals and no rank.
/// </summary>
internal static class OverviewPage
{
    private static readonly string[] Heads = ["without", "with", "difference", "chance", "verdict"];

    internal static string Of(Overview overview, string command)
    {
        var html = new Html()
            .Raw("<!doctype html>")
            .Raw("<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Raw($"<title>What {Html.Text(overview.Counted)} change</title>")
            .Raw($"<style>{ReportPage.Style()}</style></head><body><main>");
        WhatThisIs(html, overview);
        foreach (var society in overview.BySociety)
        {
            OneSociety(html, [.. society]);
        }
        Failures(html, overview);
        html.Heading(2, "How to repeat this")
            .Raw($"<p><code>{Html.Text(command)}</code></p>")
            .Paragraph("The same command with the same files gives the same numbers on any machine. Every indicator of every regime, "
                + "for all adults, is in overview.csv; each regime's folder holds its report, its table by group, and its histories.")
            .Heading(2, "What the model cannot say").Items(Findings.CannotSay);
        return html.Raw("</main></body></html>").ToString();
    }

    private static void WhatThisIs(Html html, Overview overview)
    {
        html.Heading(1, $"What {overview.Counted} change")
            .Paragraph("Invented people in a synthetic society. No real person is in this overview, "
                + "and nothing in it describes a real town.", "stamp")
            .Paragraph(Overview.NotAcross)
            .Paragraph(Overview.NoTotal);
        if (overview.Regimes is [var any, ..])
        {
            var run = any.Run;
            html.Paragraph($"{run.People:#,0} invented people in each society, followed for {run.Years} "
                + $"{(run.Years == 1 ? "year" : "years")}, {run.SeedWords}. {run.Comparison} A difference is what the regime changed.")
                .Paragraph($"{run.ChanceNote} {run.AssumptionNote}", "quiet");
        }
    }

    private static void OneSociety(Html html, IReadOnlyList<Findings> regimes)
    {
        var run = regimes[0].Run;
        html.Heading(2, $"Over {run.Society}").Paragraph(run.SocietyTitle, "quiet");
        FourNumbers(html, regimes);
        html.Heading(3, "Four hopes and four fears, regime by regime");
        foreach (var (name, hope) in Course.Drawn)
        {
            One(html, regimes, name, hope);
        }
        RestsOn(html, regimes);
    }

    // Two hopes and two fears, as on every page, each in a column of the same width.
    private static void FourNumbers(Html html, IReadOnlyList<Findings> regimes)
    {
        var period = regimes[0].Run.Periods[^1];
        string Head(Finding f) => $"{(IsHope(f.Indicator) ? "hope" : "fear")}: {f.Indicator.Title}, {f.Indicator.Unit}";
        html.Raw("<div class=\"beside\">")
            .Table($"Differences that each regime makes, all adults, {period.Words}", ["regime", .. regimes[0].Headline.Select(Head)]);
        foreach (var regime in regimes)
        {
            html.LinkedRow($"{regime.Run.Regime}/report.html", regime.Run.Regime, regime.Run.RegimeTitle,
                [.. regime.Headline.Select(f => (Head(f), $"{Shown.Headline(f)}; {f.Verdict.Word()}"))]);
        }
        html.EndTable().Raw("</div>");
    }

    private static void One(Html html, IReadOnlyList<Findings> regimes, string indicator, bool hope)
    {
        var period = regimes[0].Run.Periods[^1];
        var lines = regimes.Select(r => (r.Run.Regime, Found: r.Of(indicator, period.Name))).Where(l => l.Found is not null).ToList();
        if (lines is not [(_, { } first), ..])
        {
            return;
        }
        html.Details($"{(hope ? "Hope" : "Fear")}: {first.Indicator.Title}, {first.Indicator.Unit}")
            .Table($"{first.Indicator.Title}, {first.Indicator.Unit}, all adults, {period.Words}", ["regime", .. Heads]);
        foreach (var (regime, found) in lines)
        {
            html.Row(regime, null, ("without", Shown.Without(found!)), ("with", Shown.Value(found!.With)),
                ("difference", Shown.Change(found.Difference)), ("chance", Shown.Chance(found)),
                ("verdict", found.Reason.Length == 0 ? found.Verdict.Word() : $"{found.Verdict.Word()} ({found.Reason})"));
        }
        html.EndTable().EndDetails();
    }

    private static void RestsOn(Html html, IReadOnlyList<Findings> regimes)
    {
        html.Details("How much of each rule book is modelled, and how much is assumed")
            .Table("Rule books and figures", "regime", "rows", "direct grounds", "assumed figures", "note");
        foreach (var regime in regimes)
        {
            var (book, basis) = (regime.RuleBook, regime.Basis);
            html.Row(regime.Run.Regime, null, ("rows", $"{book.RowsModelled} of {book.Rows}"),
                ("direct grounds", $"{book.GroundsModelled} of {book.Grounds}"),
                ("assumed figures", $"{basis.Assumed.Count:#,0} of {basis.Figures:#,0}"),
                ("note", regime.Run.FaultNote ?? "-"));
        }
        html.EndTable().EndDetails();
    }

    private static void Failures(Html html, Overview overview)
    {
        if (overview.Failed.Count == 0)
        {
            return;
        }
        html.Heading(2, "Not here, since their runs failed")
            .Items(overview.Failed.Select(f => $"{f.Regime} over {f.Society}: {f.Why}"));
    }

    private static bool IsHope(Indicator indicator) => Course.Drawn.Any(d => d.Indicator == indicator.Name && d.Hope);
}
