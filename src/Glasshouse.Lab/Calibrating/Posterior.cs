namespace Glasshouse.Lab.Calibrating;

/// <summary>What is thought of one coefficient after the fit.</summary>
/// <param name="Prior">What was thought before.</param>
/// <param name="Low">5% of the posterior lie below.</param>
/// <param name="Median">Half of it does.</param>
/// <param name="High">95% do.</param>
/// <param name="Width">Width of the posterior's middle 90% as a share of the prior's.</param>
public sealed record Posterior(Prior Prior, double Low, double Median, double High, double Width)
{
    /// <summary>Width above which the data are held to have said nothing clear: the coefficient stays assumed.</summary>
    public const double Narrow = 0.7;

    /// <summary>True if the data narrowed it clearly.</summary>
    public bool IsNarrow => Width < Narrow;

    /// <summary>The posteriors of a cloud.</summary>
    public static IReadOnlyList<Posterior> Of(IReadOnlyList<Prior> priors, Cloud cloud) =>
    [
        .. priors.Select((prior, side) =>
        {
            var (low, median, high) = (cloud.Quantile(side, 0.05), cloud.Quantile(side, 0.5), cloud.Quantile(side, 0.95));
            return new Posterior(prior, prior.Quantile(low), prior.Quantile(median), prior.Quantile(high), (high - low) / 0.9);
        }),
    ];
}
