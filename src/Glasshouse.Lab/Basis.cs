using Glasshouse.Files;

namespace Glasshouse.Lab;

/// <summary>What a result rests on: the figures of both files by where they come from.</summary>
/// <param name="Shares">Number of figures by provenance, in the order document, reported, calibrated, assumed.</param>
/// <param name="Assumed">Assumed figures, by path.</param>
public sealed record Basis(IReadOnlyList<(Provenance Kind, int Count)> Shares, IReadOnlyList<Figure> Assumed)
{
    public int Figures => Shares.Sum(s => s.Count);

    /// <summary>In a sentence.</summary>
    public string Sentence => Figures == 0
        ? "No figures were named."
        : $"Of {Figures:#,0} figures " + string.Join(", ", Shares
            .Select(s => $"{s.Count:#,0} ({100.0 * s.Count / Figures:0}%) are {Word(s.Kind)}"))
            + "; the points of the rows are the document's and not counted among them.";

    /// <summary>In few words, for a picture.</summary>
    public string Brief => $"{Assumed.Count:#,0} of {Figures:#,0} figures are assumed.";

    /// <summary>The kind of source in words.</summary>
    public static string Word(Provenance kind) => kind switch
    {
        Provenance.Document => "read in the document",
        Provenance.Reported => "reported",
        Provenance.Calibrated => "fitted to a finding",
        _ => "assumed",
    };

    internal static Basis Of(IReadOnlyList<Figure> figures) => new(
        [.. Enum.GetValues<Provenance>().Select(kind => (kind, figures.Count(f => f.Provenance == kind)))],
        [.. figures.Where(f => f.Provenance == Provenance.Assumed).OrderBy(f => f.Path, StringComparer.Ordinal)]);

    /// <summary>Provenance of the figures at a path in which <c>*</c> stands for one key.</summary>
    internal static string KindsAt(IReadOnlyList<Figure> figures, string pattern)
    {
        var keys = pattern.Split('.');
        var kinds = figures.Where(f => Ends(f.Path.Split('.'), keys))
            .Select(f => Word(f.Provenance)).Distinct().Order(StringComparer.Ordinal);
        return string.Join(", ", kinds);
    }

    // A path may begin with the file's name; the pattern does not.
    private static bool Ends(string[] path, string[] keys) =>
        path.Length >= keys.Length && keys.Zip(path[^keys.Length..]).All(p => p.First == "*" || p.First == p.Second);
}
