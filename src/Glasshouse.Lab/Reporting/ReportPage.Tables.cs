using Glasshouse.Lab.Indicators;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Reporting;

// The tables of findings.
internal static partial class ReportPage
{
    private static readonly string[] Heads = ["without", "with", "difference", "chance", "assumptions", "verdict"];

    private static void WhatChanged(Html html, Findings findings)
    {
        var period = findings.Run.Periods[^1];
        var rows = findings.Rows.Where(r => r.OfAll && r.Period == period.Name).ToArray();
        html.Heading(2, "What changed").Paragraph(findings.ManyComparisons, "quiet");
        ByTheme(html, $"All adults, {period.Words}", rows.Where(r => r.Indicator.Brief && r.Indicator.Theme != Theme.Punished));
        html.Details($"All {rows.Length} indicators");
        ByTheme(html, $"All adults, {period.Words}, every indicator", rows);
        html.EndDetails();
    }

    private static void ByTheme(Html html, string caption, IEnumerable<Finding> rows)
    {
        html.Table(caption, ["what", .. Heads]);
        foreach (var theme in rows.GroupBy(r => r.Indicator.Theme))
        {
            html.Part(theme.Key.Heading(), Heads.Length + 1);
            foreach (var row in theme)
            {
                Line(html, row.Indicator.Title, row.Indicator.Unit, row);
            }
        }
        html.EndTable();
    }

    private static void ForWhom(Html html, Findings findings)
    {
        var period = findings.Run.Periods[^1];
        html.Heading(2, "For whom")
            .Paragraph("Groups are taken when the lives part, so that a person stays in one whatever the regime does. "
            + "Groups a and b are drawn by lot and alike in everything else: a gap between them "
                + "would be the system's doing.", "quiet");
        foreach (var f in findings.Headline)
        {
            html.Details(f.Indicator.Title).Table($"{f.Indicator.Title}, {f.Indicator.Unit}, {period.Words}", ["who", .. Heads]);
            var rows = findings.Rows.Where(r => r.Indicator.Name == f.Indicator.Name && r.Period == period.Name && !r.OfAll);
            foreach (var dimension in rows.GroupBy(r => r.Stratum.Split(':')[0], StringComparer.Ordinal))
            {
                html.Part(dimension.Key, Heads.Length + 1);
                foreach (var row in dimension)
                {
                    Line(html, row.Stratum.Split(':')[1], null, row);
                }
            }
            html.EndTable().EndDetails();
        }
    }

    private static void ByCause(Html html, Findings findings)
    {
        var period = findings.Run.Periods[^1];
        html.Heading(2, "Harm by cause")
            .Paragraph("Adults under a penalty, by what their counting records show. One person can stand in several "
            + "lines. A record of something not done is invented or somebody else's; one of too heavy a gravity counts "
            + "as beyond the gravity.", "quiet");
        ByTheme(html, $"All adults, {period.Words}",
            findings.Rows.Where(r => r.OfAll && r.Period == period.Name && r.Indicator.Theme == Theme.Punished));
    }

    private static void RollOutAndMature(Html html, Findings findings)
    {
        html.Heading(2, "Roll-out and mature state");
        if (findings.Run.Periods is not [var rollOut, var mature])
        {
            html.Paragraph("A run of one year has no mature state.");
            return;
        }
        html.Table($"Difference in the {rollOut.Words}, and in the {mature.Words}; chance interval in brackets",
            "what", "roll-out", "mature");
        foreach (var row in findings.Rows.Where(r => r.OfAll && r.Indicator.Brief && r.Period == rollOut.Name))
        {
            html.Row(row.Indicator.Title, row.Indicator.Unit, ("roll-out", Change(row)),
                ("mature", Change(findings.Of(row.Indicator.Name, mature.Name)!)));
        }
        html.EndTable();
    }

    private static string Change(Finding f) => f.Verdict == Verdict.CannotTell
        ? $"{Shown.Change(f.Difference)}, cannot tell"
        : $"{Shown.Change(f.Difference)} {Shown.Chance(f)}";

    private static void Line(Html html, string head, string? under, Finding f) => html.Row(head, under,
        ("without", Shown.Without(f)), ("with", Shown.Value(f.With)), ("difference", Shown.Change(f.Difference)),
        ("chance", Shown.Chance(f)), ("assumptions", Shown.Assumed(f)),
        ("verdict", f.Reason.Length == 0 ? f.Verdict.Word() : $"{f.Verdict.Word()} ({f.Reason})"));
}
