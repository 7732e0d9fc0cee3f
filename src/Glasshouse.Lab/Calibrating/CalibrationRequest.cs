namespace Glasshouse.Lab.Calibrating;

/// <summary>What <c>glasshouse calibrate</c> is asked for.</summary>
public sealed record CalibrationRequest
{
    /// <summary>Findings whose coefficients are fitted; empty: all that a figure names in <c>fit-to</c>.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>How each group of coefficients is fitted.</summary>
    public FitPlan Plan { get; init; } = new();

    /// <summary>People of each history; null: as the files of the findings say.</summary>
    public long? People { get; init; }

    /// <summary>
    /// True to fit to data that the model itself made with coefficients drawn from their priors, and to tell whether the fit finds them.
    /// </summary>
    public bool Recover { get; init; }

    /// <summary>Folder for what is found; groups that are finished there are not fitted again.</summary>
    public required string Out { get; init; }
}
