namespace Glasshouse.Lab.Uncertainty;

/// <summary>A closed range of values.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, not below the lower one.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Whether a value lies in it, ends included.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Whether the two have a value in common.</summary>
    public bool Meets(Interval other) => Low <= other.High && other.Low <= High;

    /// <summary>The same range of the negative quantity.</summary>
    public Interval Negated => new(-High, -Low);

    /// <summary>The range in another unit.</summary>
    /// <param name="factor">Positive.</param>
    public Interval Times(double factor) => new(Low * factor, High * factor);

    /// <summary>The smallest range that holds both.</summary>
    public Interval Hull(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>The part of it that a quantity can take which is never negative; the range must reach 0 or above.</summary>
    public Interval FromZero => new(Math.Max(0, Low), High);

    /// <summary>Smallest and largest of some values.</summary>
    public static Interval Of(IReadOnlyCollection<double> values) => new(values.Min(), values.Max());

    /// <summary>A quantile range with linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).</summary>
    /// <param name="values">At least one.</param>
    /// <param name="tail">Share cut off at each end, 0 to 0.5.</param>
    public static Interval Middle(IReadOnlyCollection<double> values, double tail)
    {
        var sorted = values.Order().ToArray();
        return new(At(sorted, tail), At(sorted, 1 - tail));
    }

    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
