using Glasshouse.Files;

namespace Glasshouse.Lab.Calibrating;

/// <summary>
/// Coefficients that are fitted together, since they share a finding, and the findings that they are fitted to. What one group fits
/// tells another nothing, as long as each finding moves with the coefficients that name it alone.
/// </summary>
/// <param name="Coefficients">The figures, in file order.</param>
/// <param name="Findings">Ids of findings, in order.</param>
public sealed record FitGroup(IReadOnlyList<Figure> Coefficients, IReadOnlyList<string> Findings)
{
    /// <summary>The groups among figures that may be fitted.</summary>
    public static IReadOnlyList<FitGroup> Among(IEnumerable<Figure> figures)
    {
        var groups = new List<(List<Figure> Coefficients, HashSet<string> Findings)>();
        foreach (var figure in figures.Where(f => f.FitTo.Count > 0))
        {
            var touched = groups.Where(b => b.Findings.Overlaps(figure.FitTo)).ToList();
            groups.RemoveAll(touched.Contains);
            groups.Add(([.. touched.SelectMany(b => b.Coefficients), figure], [.. touched.SelectMany(b => b.Findings), .. figure.FitTo]));
        }
        return [.. groups.Select(b => new FitGroup(b.Coefficients, [.. b.Findings.Order(StringComparer.Ordinal)]))];
    }
}
