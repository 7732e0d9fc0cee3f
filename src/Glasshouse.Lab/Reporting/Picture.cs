using ScottPlot;
using SkiaSharp;

namespace Glasshouse.Lab.Reporting;

/// <summary>
/// The one picture of a run: four hopes above, four fears below, of equal size, year by year from zero up, without and with the
/// regime. What it is and is not stands inside it, so that it cannot be shown without.
/// </summary>
internal static class Picture
{
    internal const int Width = 1600;
    internal const int Height = 1030;

    private const int Margin = 28;
    private const int Head = 134;
    private const int Foot = 74;
    private const int RowLabel = 34;
    private const int PerRow = 4;

    // About the size of a panel between its axes, for the length of dashes.
    private const double DataWidth = 310;
    private const double DataHeight = 250;

    // Named, so that the picture does not change with a host's default; the first one that the host has.
    private static readonly string Face = new[] { "DejaVu Sans", "Liberation Sans", "Arial", "Helvetica" }
        .FirstOrDefault(Installed) ?? Fonts.Sans;

    internal static void Png(Findings findings, Stream stream)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        Draw(findings, surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(stream);
    }

    internal static void Svg(Findings findings, Stream stream)
    {
        using var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream);
        Draw(findings, canvas);
    }

    private static void Draw(Findings findings, SKCanvas canvas)
    {
        canvas.Clear(SKColor.Parse(Palette.Paper));
        var run = findings.Run;
        Write(canvas, $"What {run.Name} changes", Margin, 44, 28, Palette.Ink, bold: true);
        Write(canvas, $"Invented people in a synthetic society ({run.SocietyTitle}).", Margin, 74, 17, Palette.Ink);
        Write(canvas, $"Rules: {run.RegimeTitle}.", Margin, 98, 17, Palette.Ink);
        Write(canvas, "Solid: with the regime. Dashed: the same people, same luck, without it. "
            + "Shaded: 95% interval of the difference. "
            + "All scales start at zero.", Margin, 122, 15, Palette.Quiet);
        var rowHeight = (Height - Head - Foot) / 2f;
        Row(findings, hope: true, canvas, Head, rowHeight);
        Row(findings, hope: false, canvas, Head + rowHeight, rowHeight);
        Write(canvas, $"{run.People:#,0} people, {run.Years} years, {run.SeedWords}. Not a forecast, "
            + $"and not a real town. {run.ChanceNote}",
            Margin, Height - 42, 15, Palette.Quiet);
        Write(canvas, $"{findings.Basis.Brief} {run.AssumptionNote}", Margin, Height - 18, 15, Palette.Quiet);
    }

    private static void Row(Findings findings, bool hope, SKCanvas canvas, float top, float height)
    {
        Write(canvas, hope ? "What its makers hope for" : "What its critics fear", Margin, top + 24, 19, Palette.Ink, bold: true);
        var width = (Width - 2f * Margin) / PerRow;
        var at = 0;
        foreach (var course in findings.Courses.Where(c => c.Hope == hope))
        {
            using var plot = Panel(course);
            plot.RenderManager.ClearCanvasBeforeEachRender = false;
            var left = Margin + at++ * width;
            plot.Render(canvas, new PixelRect(left, left + width - 12, top + height - 6, top + RowLabel));
        }
    }

    private static Plot Panel(Course course)
    {
        var plot = new Plot();
        plot.Font.Set(Face);
        plot.FigureBackground.Color = Color.FromHex(Palette.Paper);
        plot.DataBackground.Color = Color.FromHex(Palette.Paper);
        plot.Axes.Color(Color.FromHex(Palette.Quiet));
        plot.Grid.MajorLineColor = Color.FromHex(Palette.Rule);
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        var years = course.Years.Select(y => (double)y.Year).ToArray();
        if (course.Years.All(y => y.Chance is not null))
        {
            var band = plot.Add.FillY(years,
                [.. course.Years.Select(y => y.Without + y.Chance!.Value.Low)],
                [.. course.Years.Select(y => y.Without + y.Chance!.Value.High)]);
            band.FillColor = Color.FromHex(Palette.Band).WithAlpha(.25);
            band.LineWidth = 0;
        }
        var top = course.Top > 0 ? course.Top * 1.12 : 1;
        var dashes = Dashes.Of([.. course.Years.Select(y => ((double)y.Year, y.Without))], DataWidth / years.Length, DataHeight / top);
        Line(plot, dashes.X, dashes.Y, Palette.Without);
        Line(plot, years, [.. course.Years.Select(y => y.With)], Palette.With);
        plot.Title(Wrapped(course.Indicator.Title) + "\n" + course.Indicator.Unit, 15);
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = Color.FromHex(Palette.Ink);
        plot.XLabel("year", 14);
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.SetLimits(0.5, years[^1] + 0.5, 0, top);
        plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.Axes.Bottom.TickLabelStyle.FontSize = 14;
        return plot;
    }

    private static void Line(Plot plot, double[] years, double[] values, string color)
    {
        var line = plot.Add.ScatterLine(years, values, Color.FromHex(color));
        line.LineWidth = 2.5f;
        line.MarkerSize = years.Length == 1 ? 9 : 0;
    }

    // Titles break once, near the middle: a panel is about 40 letters wide.
    private static string Wrapped(string title)
    {
        if (title.Length <= 40)
        {
            return title;
        }
        var middle = Enumerable.Range(0, title.Length).Where(i => title[i] == ' ').MinBy(i => Math.Abs(i - title.Length / 2));
        return title[..middle] + "\n" + title[(middle + 1)..];
    }

    private static void Write(SKCanvas canvas, string text, float x, float y, float size, string color, bool bold = false)
    {
        using var face = SKTypeface.FromFamilyName(Face, bold ? SKFontStyle.Bold : SKFontStyle.Normal);
        using var font = new SKFont(face, size);
        using var paint = new SKPaint { Color = SKColor.Parse(color), IsAntialias = true };
        var room = Width - 2 * Margin;
        if (font.MeasureText(text) > room)
        {
            font.Size = size * room / font.MeasureText(text);
        }
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
    }

    private static bool Installed(string face)
    {
        using var found = SKTypeface.FromFamilyName(face);
        return string.Equals(found?.FamilyName, face, StringComparison.Ordinal);
    }
}
