using System.Globalization;
using Glasshouse.Files;

namespace Glasshouse.Lab.Calibrating;

/// <summary>Puts a figure's posterior into the text of its file, and leaves every other character as it stands.</summary>
public static class FigureText
{
    /// <summary>The text with another figure at a place.</summary>
    /// <param name="text">The file.</param>
    /// <param name="at">Where the figure's map begins: line and column from 1.</param>
    /// <param name="figure">What it is to say.</param>
    /// <exception cref="InvalidOperationException">No figure in braces, on one line, begins there.</exception>
    public static string Replace(string text, Mark at, Figure figure)
    {
        var lines = text.Split('\n');
        var line = lines[at.Line - 1];
        var begin = at.Column - 1;
        if (begin >= line.Length || line[begin] != '{' || End(line, begin) is not { } end)
        {
            throw new InvalidOperationException($"No figure in braces begins at line {at.Line}, column {at.Column}.");
        }
        lines[at.Line - 1] = line[..begin] + Write(figure) + line[end..];
        return string.Join('\n', lines);
    }

    /// <summary>A figure as files write it.</summary>
    public static string Write(Figure figure)
    {
        var range = figure is { Low: { } low, High: { } high } ? $", low: {Number(low)}, high: {Number(high)}" : "";
        var fit = figure.FitTo.Count > 0 ? $", fit-to: [{string.Join(", ", figure.FitTo)}]" : "";
        var prior = figure.Prior.Count > 0 ? $", prior: [{string.Join(", ", figure.Prior.Select(Number))}]" : "";
        var kind = Spelling.Kebab(figure.Provenance.ToString());
        var source = figure.Source.Replace("\"", "'", StringComparison.Ordinal);
        return $"{{ value: {Number(figure.Value)}{range}, {kind}: \"{source}\"{fit}{prior} }}";
    }

    /// <summary>A number with three digits that count.</summary>
    public static double Rounded(double value) =>
        double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.################", CultureInfo.InvariantCulture);

    // Just behind the brace that closes the one at the beginning; what is quoted does not count.
    private static int? End(string line, int begin)
    {
        var depth = 0;
        var quoted = false;
        for (var i = begin; i < line.Length; i++)
        {
            quoted ^= line[i] == '"' && (i == 0 || line[i - 1] != '\\');
            depth += quoted ? 0 : line[i] == '{' ? 1 : line[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }
        return null;
    }
}
