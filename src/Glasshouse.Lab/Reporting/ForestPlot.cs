using System.Globalization;
using System.Text;
using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Reporting;

/// <summary>
/// Findings one below the other as inline SVG, on one scale: distance from the published value in tolerances. The shaded band is the
/// tolerance; the thick bar is chance, the thin one the assumptions. What lies beyond the scale ends in an arrow.
/// </summary>
internal static class ForestPlot
{
    private const double Width = 960;
    private const double Left = 330;
    private const double Right = 120;
    private const double Row = 26;
    private const double Top = 34;
    private const double Reach = 4;
    private const int LongestName = 44;

    /// <summary>True for a finding that has a place on the scale: a value was published, and a run gave one.</summary>
    internal static bool Shows(ScoredFinding finding) => double.IsFinite(finding.Verdict.Distance);

    internal static string Svg(string title, IReadOnlyList<ScoredFinding> findings)
    {
        var height = Top + findings.Count * Row + 26;
        var svg = new StringBuilder();
        svg.Append(Invariant($"<svg class=\"forest\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"{Id(title)}\">"))
            .Append($"<title id=\"{Id(title)}\">{Html.Text(InWords(title, findings))}</title>")
            .Append(Invariant($"<rect class=\"band\" x=\"{X(-1):0.#}\" y=\"{Top}\" "))
            .Append(Invariant($"width=\"{X(1) - X(-1):0.#}\" height=\"{findings.Count * Row}\"/>"))
            .Append(Invariant($"<path class=\"axis\" d=\"M{X(0):0.#} {Top - 6}V{Top + findings.Count * Row}\"/>"))
            .Append(Text(X(0), Top - 12, "middle", "published value"));
        for (var i = 0; i < findings.Count; i++)
        {
            Draw(svg, findings[i], Top + (i + 0.5) * Row);
        }
        for (var at = -(int)Reach; at <= Reach; at += 2)
        {
            svg.Append(Text(X(at), height - 8, "middle", at == 0 ? "0" : Invariant($"{at:+0;-0} tolerances")));
        }
        return svg.Append("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, ScoredFinding finding, double y)
    {
        var published = finding.Finding.Published;
        double Place(double value) => (value - published.Centre!.Value) / FindingVerdict.HalfWidth(finding.Finding);
        svg.Append(Text(4, y + 4, "start", Short(finding.Finding.Id)));
        if (published is { Low: { } low, High: { } high })
        {
            svg.Append(Invariant($"<path class=\"axis\" d=\"M{X(Place(low)):0.#} {y + 8}V{y + 11}H{X(Place(high)):0.#}V{y + 8}\"/>"));
        }
        if ((finding.Assumed?.Middle ?? finding.Assumed?.All) is { } assumed)
        {
            svg.Append(Bar("assumed", assumed, y));
        }
        if (finding.Chance is { } chance)
        {
            svg.Append(Bar("with", chance, y));
        }
        svg.Append(Mark(finding.Verdict, y)).Append(Text(Width - Right + 12, y + 4, "start", finding.Verdict.Word));

        string Bar(string style, Interval range, double at)
        {
            var (from, to) = (Place(range.Low), Place(range.High));
            return Invariant($"<path class=\"{style}\" d=\"M{X(from):0.#} {at}H{X(to):0.#}\"/>")
                + (from < -Reach ? Arrow(-Reach, -1, at) : "") + (to > Reach ? Arrow(Reach, 1, at) : "");
        }
    }

    // The verdict is told by the shape too.
    private static string Mark(FindingVerdict verdict, double y)
    {
        var distance = verdict.Distance;
        if (Math.Abs(distance) > Reach)
        {
            return Arrow(Math.Sign(distance) * Reach, Math.Sign(distance), y);
        }
        var x = X(distance);
        return verdict.Kind switch
        {
            VerdictKind.Inside => Invariant($"<circle class=\"full\" cx=\"{x:0.#}\" cy=\"{y}\" r=\"5\"/>"),
            VerdictKind.Near => Invariant($"<circle class=\"hollow\" cx=\"{x:0.#}\" cy=\"{y}\" r=\"5\"/>"),
            VerdictKind.Outside => Invariant($"<rect class=\"hollow\" x=\"{x - 5:0.#}\" y=\"{y - 5}\" width=\"10\" height=\"10\"/>"),
            _ => Invariant($"<path class=\"hollow\" d=\"M{x - 5:0.#} {y - 5}l10 10m0 -10l-10 10\"/>"),
        };
    }

    private static string Arrow(double at, int way, double y) =>
        Invariant($"<path class=\"full\" d=\"M{X(at):0.#} {y}l{-way * 9} -5v10z\"/>");

    private static double X(double distance) =>
        Left + (Math.Clamp(distance, -Reach, Reach) + Reach) / (2 * Reach) * (Width - Left - Right);

    private static string InWords(string title, IReadOnlyList<ScoredFinding> findings) => title + ". " + string.Join(" ",
        findings.Select(f => Invariant(
            $"{f.Finding.Id}: {f.Verdict.Word}, {f.Verdict.Distance:0.0} tolerances from the published value.")));

    private static string Id(string title) => "plot-" + string.Concat(title.Where(char.IsAsciiLetter)).ToLowerInvariant();

    private static string Short(string id) => id.Length <= LongestName ? id : id[..(LongestName - 3)] + "...";

    private static string Text(double x, double y, string anchor, string text) =>
        Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Html.Text(text)}</text>");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
