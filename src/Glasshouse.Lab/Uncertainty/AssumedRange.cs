namespace Glasshouse.Lab.Uncertainty;

/// <summary>The range of a difference when every assumed and calibrated figure is drawn from its own range.</summary>
/// <param name="All">Smallest and largest over the draws.</param>
/// <param name="Middle">The middle 90% of the draws; none from fewer than twenty.</param>
public sealed record AssumedRange(Interval All, Interval? Middle)
{
    /// <summary>Draws from which the middle 90% can be read.</summary>
    public const int EnoughDraws = 20;

    /// <summary>The range over draws; null if there are none: not yet examined.</summary>
    public static AssumedRange? Of(IReadOnlyCollection<double> differences)
    {
        var whole = differences.Where(double.IsFinite).ToArray();
        return whole.Length == 0
            ? null
            : new(Interval.Of(whole), whole.Length >= EnoughDraws ? Interval.Middle(whole, 0.05) : null);
    }

    /// <summary>
    /// Whether the assumptions turn a sign round. The middle range decides where there is one: of many draws, each with chance
    /// of its own, one stray would otherwise silence every finding.
    /// </summary>
    /// <param name="difference">The difference at the figures as written.</param>
    public bool Turns(double difference)
    {
        var range = Middle ?? All;
        return difference > 0 ? range.Low < 0 : difference < 0 && range.High > 0;
    }
}
