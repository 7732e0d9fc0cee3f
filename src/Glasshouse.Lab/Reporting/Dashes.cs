namespace Glasshouse.Lab.Reporting;

/// <summary>
/// Cuts a line into dashes. A vector picture has no dash pattern of its own where it is drawn, and would show a solid line without a
/// word; cut lines look the same in every format.
/// </summary>
internal static class Dashes
{
    private const double On = 11;
    private const double Off = 7;

    /// <summary>The points of the dashes, a gap (not a number) after each.</summary>
    /// <param name="line">Points of the line, at least one.</param>
    /// <param name="perX">Pixels to a unit across.</param>
    /// <param name="perY">Pixels to a unit upwards.</param>
    internal static (double[] X, double[] Y) Of(IReadOnlyList<(double X, double Y)> line, double perX, double perY)
    {
        List<(double X, double Y)> cut = [line[0]];
        var (drawn, left) = (true, On);
        for (var i = 1; i < line.Count; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            var length = Math.Sqrt(Math.Pow((to.X - from.X) * perX, 2) + Math.Pow((to.Y - from.Y) * perY, 2));
            var at = 0.0;
            while (length - at > left)
            {
                at += left;
                var share = at / length;
                cut.Add((from.X + share * (to.X - from.X), from.Y + share * (to.Y - from.Y)));
                if (drawn)
                {
                    cut.Add((double.NaN, double.NaN));
                }
                drawn = !drawn;
                left = drawn ? On : Off;
            }
            left -= length - at;
            if (drawn)
            {
                cut.Add(to);
            }
        }
        // A gap begins where a dash ended, so the point that only ends a gap starts the next dash.
        return ([.. cut.Select(p => p.X)], [.. cut.Select(p => p.Y)]);
    }
}
