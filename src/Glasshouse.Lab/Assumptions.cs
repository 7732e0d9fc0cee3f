using Glasshouse.Files;
using Glasshouse.Kernel;

namespace Glasshouse.Lab;

/// <summary>
/// One draw of all assumed and calibrated figures of a file, each independently from its range: as often below its value as above, and
/// evenly on either side. So the value is the median of the draws, also where a range spans orders of magnitude. The number of a figure
/// depends on the draw and the figure's path alone, so a figure that is added or corrected moves no other.
/// </summary>
/// <param name="file">Id of the file; it begins the figures' paths.</param>
/// <param name="draw">Number of the draw, from 1.</param>
/// <param name="attempt">Another try, where the first drew figures that contradict each other.</param>
public sealed class Assumptions(string file, int draw, int attempt)
{
    /// <summary>The values drawn so far, by path with the file first.</summary>
    public Dictionary<string, double> Values { get; } = [];

    /// <summary>True for figures that are drawn.</summary>
    public static bool IsDrawn(Figure figure) =>
        figure is { Provenance: Provenance.Assumed or Provenance.Calibrated, Low: { } low, High: { } high } && low < high;

    /// <summary>A figure's path with its file's id first.</summary>
    public static string PathIn(string file, Figure figure) => $"{file}.{figure.Path}";

    /// <summary>The figure with the drawn value, if it is drawn.</summary>
    public Figure Revalue(Figure figure)
    {
        if (!IsDrawn(figure))
        {
            return figure;
        }
        var path = PathIn(file, figure);
        var bits = new Kernel.Draw(0, 0, Purpose.Named("assumptions/" + path)).At((uint)draw, 0, attempt);
        var side = 2 * Kernel.Draw.UnitDouble(bits.A, bits.B) - 1;
        var value = figure.Value + (side < 0 ? figure.Value - figure.Low!.Value : figure.High!.Value - figure.Value) * side;
        Values[path] = value;
        return figure with { Value = value };
    }
}
