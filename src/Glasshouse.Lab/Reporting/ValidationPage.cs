using Glasshouse.Files;
using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Reporting;

/// <summary>The page of a validation: one file that opens anywhere, without scripts and without a network.</summary>
internal static class ValidationPage
{
    internal static string Of(ValidationResult result)
    {
        var html = new Html()
            .Raw("<!doctype html>")
            .Raw("<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Raw("<title>The model against published findings</title>")
            .Raw($"<style>{ReportPage.Style()}</style></head><body><main>")
            .Heading(1, "The model against published findings")
            .Paragraph("Invented people in a synthetic society, measured as the studies measured real ones. "
                + "No real person is in this page.", "stamp")
            .Paragraph("Each finding has a tolerance that was fixed before anything was fitted. Inside: within it. Near: within twice. "
                + "Cannot tell: chance leaves more room than the tolerance gives. A finding that informed a figure of the model counts as "
                + "calibration, whatever it was meant for: it judges nothing any more.")
            .Paragraph(Sizes(result.Request), "quiet");
        Scores(html, result);
        foreach (var (use, findings) in result.ByUse)
        {
            Part(html, use, findings, result.Request);
        }
        return html.Raw("</main></body></html>").ToString();
    }

    /// <summary>What a use is called.</summary>
    internal static string Title(EvidenceUse use) => use switch
    {
        EvidenceUse.Parameter => "Parameters: rates that the model is set to",
        EvidenceUse.Calibration => "Calibration: findings that coefficients were fitted to",
        EvidenceUse.Validation => "Validation: predicted, and nothing was fitted to it",
        _ => "References: exact results of known sub-models",
    };

    private static string Sizes(ValidationRequest request) =>
        (request.Assumptions == 0
            ? "Assumptions: not yet examined. Repeat with --assumptions 20 to see how far they carry."
            : $"Assumptions: the range over {request.Assumptions} draws of all assumed and calibrated figures.")
        + (request.Prior == 0 ? " The null model of coefficients that nobody fitted was not run; --prior 20 runs it." : "");

    private static void Scores(Html html, ValidationResult result)
    {
        html.Heading(2, "How many lie inside").Paragraph(
            "The null models say what the mechanisms earn: people who respond to nothing, and people who respond by coefficients "
            + "drawn evenly from their ranges.", "quiet")
            .Table("Findings inside their tolerance, by what they are used for", "use", "findings", "testable", "inside",
                "without mechanisms", "coefficients drawn");
        foreach (var score in result.Scores)
        {
            html.Row(Title(score.Use), null, ("findings", $"{score.All}"), ("testable", $"{score.Testable}"),
                ("inside", Of(score.Inside, score)),
                ("without mechanisms", score.WithoutMechanisms is { } off ? Of(off, score) : "not run"),
                ("coefficients drawn", score.Prior is { } prior ? Of(prior, score) : "not run"));
        }
        html.EndTable();

        static string Of(double inside, UseScore score) => $"{Shown.Value(inside)} ({100 * inside / score.Testable:0}%)";
    }

    private static void Part(Html html, EvidenceUse use, IReadOnlyList<ScoredFinding> findings, ValidationRequest request)
    {
        html.Heading(2, Title(use));
        var drawn = findings.Where(ForestPlot.Shows).ToList();
        if (drawn.Count > 0)
        {
            html.Paragraph("Disc: inside. Ring: near. Square: outside. Cross: cannot tell. Thick bar: chance. Thin bar: assumptions. "
                    + "Shaded: the tolerance. Bracket: the published range. Where only the sign is known, the table alone tells.", "quiet")
                .Raw($"<figure>{ForestPlot.Svg(Title(use), drawn)}</figure>");
        }
        html.Table("Each finding", "finding", "published", "simulated", "chance", "assumptions", "verdict");
        foreach (var f in findings)
        {
            html.Row($"{f.Finding.Id}: {f.Finding.Title}", Under(f),
                ("published", $"{ValidationWords.Published(f.Finding)}; {ValidationWords.Tolerance(f.Finding)}"),
                ("simulated", f.Simulated is { } value ? Shown.Value(value) : "-"),
                ("chance", Range(f.Chance)),
                ("assumptions", request.Assumptions == 0 && f.IsTestable ? "not yet examined" : Range(f.Assumed?.Middle ?? f.Assumed?.All)),
                ("verdict", f.Verdict.Word + (f.Verdict.Reason.Length > 0 ? $": {f.Verdict.Reason}" : "")));
        }
        html.EndTable();
    }

    private static string Under(ScoredFinding f) => ValidationFiles.Source(f.Finding)
        + (f.Finding.Source.Read ? "" : " (not read at its source)")
        + (f.Use.NamedBy is { } figure
            ? $". Meant for {Spelling.Kebab(f.Finding.Use.ToString())}; {figure} names {f.Use.As}"
            : "");

    private static string Range(Interval? range) => range is { } r ? $"{Shown.Value(r.Low)} to {Shown.Value(r.High)}" : "-";
}
