using Glasshouse.Files;

namespace Glasshouse.Lab.Calibrating;

/// <summary>
/// What is thought of a coefficient before it is fitted: as often below its value as above, and evenly on either side, as
/// <see cref="Assumptions"/> draws it.
/// </summary>
/// <param name="Path">The figure's path in its file.</param>
/// <param name="Low">Least value.</param>
/// <param name="Value">Median.</param>
/// <param name="High">Greatest value.</param>
public sealed record Prior(string Path, double Low, double Value, double High)
{
    /// <summary>What was thought of a figure before any fit: its range, or the prior that it keeps.</summary>
    /// <param name="figure">A figure with low and high.</param>
    public static Prior Of(Figure figure) => figure.Prior is [var low, var value, var high]
        ? new(figure.Path, low, value, high)
        : new(figure.Path, figure.Low!.Value, figure.Value, figure.High!.Value);

    /// <summary>The value below which a share of the prior lies.</summary>
    /// <param name="share">0 to 1.</param>
    public double Quantile(double share) =>
        share < 0.5 ? Low + (Value - Low) * 2 * share : Value + (High - Value) * (2 * share - 1);

    /// <summary>
    /// The share of the prior below a value: the inverse of <see cref="Quantile"/>; one half throughout a side without width.
    /// </summary>
    public double Share(double value) =>
        value < Value ? (value - Low) / (Value - Low) / 2
        : value > Value ? 0.5 + (value - Value) / (High - Value) / 2
        : 0.5;
}
