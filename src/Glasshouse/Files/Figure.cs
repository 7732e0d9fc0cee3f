namespace Glasshouse.Files;

/// <summary>Where a figure comes from. It stays with the figure to the screen.</summary>
public enum Provenance
{
    /// <summary>Read in the published text or a full copy of it.</summary>
    Document,

    /// <summary>Reported by the press or by the literature.</summary>
    Reported,

    /// <summary>Fitted to a named finding.</summary>
    Calibrated,

    /// <summary>Nobody published it; the source says why this value.</summary>
    Assumed,
}

/// <summary>
/// One number of a file with its provenance. In YAML: <c>{ value: 0.3, low: 0.1, high: 0.6, assumed: "why" }</c>, where the
/// key <c>document</c>, <c>reported</c>, <c>calibrated</c> or <c>assumed</c> names the kind and holds the source or the reason.
/// Calibrated and assumed figures carry <see cref="Low"/> and <see cref="High"/>.
/// </summary>
/// <param name="Value">The value in force: the one written, or one drawn between low and high.</param>
/// <param name="Provenance">The kind of source.</param>
/// <param name="Source">Source id and article, finding id, or the reason for an assumption.</param>
/// <param name="Low">Lower end of the plausible range; none for document and reported figures unless given.</param>
/// <param name="High">Upper end of the plausible range.</param>
public sealed record Figure(double Value, Provenance Provenance, string Source, double? Low = null, double? High = null)
{
    /// <summary>The figure in the single precision that the model computes with.</summary>
    public static explicit operator float(Figure figure) => (float)figure.Value;

    /// <summary>Where the figure stands: the keys from the root of its file, joined by dots.</summary>
    public string Path { get; init; } = "";

    /// <summary>Ids of the findings that it may be fitted to; none for a figure that is not fitted.</summary>
    public IReadOnlyList<string> FitTo { get; init; } = [];

    /// <summary>Of a fitted figure: low, value and high before it was fitted, so that it can be fitted again; else empty.</summary>
    public IReadOnlyList<double> Prior { get; init; } = [];

    /// <summary>The mechanism that it is a coefficient of, if it is one of one.</summary>
    public Coefficient? Coefficient { get; init; }

    /// <summary>The file, where that is one which the file read extends; null for the file read.</summary>
    public string? File { get; init; }
}
