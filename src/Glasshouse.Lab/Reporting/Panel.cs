using System.Globalization;
using System.Text;

namespace Glasshouse.Lab.Reporting;

/// <summary>
/// One small chart of the report as inline SVG: it takes its colours from the page, and says in words what it shows.
/// </summary>
internal static class Panel
{
    private const double Width = 320;
    private const double Height = 170;
    private const double Left = 48;
    private const double Bottom = 26;
    private const double Top = 8;
    private const double Right = 8;

    internal static string Svg(Course course)
    {
        var top = course.Top > 0 ? course.Top * 1.1 : 1;
        var years = course.Years;
        double X(double year) => years.Count == 1 ? (Left + Width - Right) / 2
            : Left + (year - 1) / (years.Count - 1) * (Width - Left - Right);
        double Y(double value) => Height - Bottom - Math.Clamp(value / top, 0, 1) * (Height - Bottom - Top);

        var svg = new StringBuilder();
        svg.Append(Invariant($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Html.Text(InWords(course))}\">"));
        svg.Append(Invariant($"<path class=\"axis\" d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\"/>"));
        svg.Append(Label(Left - 6, Y(course.Top), "end", Shown.Value(course.Top)))
            .Append(Label(Left - 6, Height - Bottom, "end", "0"));
        svg.Append(Label(X(1), Height - 8, "middle", years.Count == 1 ? "year 1" : "1"));
        if (years.Count > 1)
        {
            svg.Append(Label(X(years.Count) - 2, Height - 8, "end", $"year {years.Count}"));
        }
        if (years.Count > 1 && years.All(y => y.Chance is not null))
        {
            var upper = years.Select(y => (X(y.Year), Y(y.Without + y.Chance!.Value.High)));
            var lower = years.Reverse().Select(y => (X(y.Year), Y(y.Without + y.Chance!.Value.Low)));
            svg.Append($"<path class=\"band\" d=\"{Path(upper.Concat(lower))}Z\"/>");
        }
        svg.Append(Line("without", years.Select(y => (X(y.Year), Y(y.Without)))))
            .Append(Line("with", years.Select(y => (X(y.Year), Y(y.With)))));
        return svg.Append("</svg>").ToString();
    }

    private static string InWords(Course course)
    {
        var last = course.Years[^1];
        return $"{course.Indicator.Title}, {course.Indicator.Unit}. In year {last.Year} {Shown.Value(last.Without)} without and "
            + $"{Shown.Value(last.With)} with the regime"
            + (last.Chance is { } chance ? $"; difference {Shown.Change(last.With - last.Without)}, "
                + $"95% interval {Shown.Range(chance)}." : ".");
    }

    // A run of one year has a point, drawn as a short stroke.
    private static string Line(string style, IEnumerable<(double X, double Y)> points)
    {
        var all = points.ToArray();
        if (all is [var only])
        {
            all = [(only.X - 20, only.Y), (only.X + 20, only.Y)];
        }
        return $"<path class=\"{style}\" d=\"{Path(all)}\"/>";
    }

    private static string Path(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join('L', points.Select(p => Invariant($"{p.X:0.#} {p.Y:0.#}")));

    // Labels of the value axis stand beside their height, those of the years on their line.
    private static string Label(double x, double y, string anchor, string text)
    {
        var baseline = y > Height - 20 ? "auto" : "middle";
        var at = Invariant($"x=\"{x:0.#}\" y=\"{y:0.#}\"");
        return $"<text {at} text-anchor=\"{anchor}\" dominant-baseline=\"{baseline}\">{text}</text>";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
