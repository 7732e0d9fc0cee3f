namespace Glasshouse.Lab.Calibrating;

/// <summary>What came of the fit of one group of coefficients.</summary>
public sealed record GroupFit
{
    /// <summary>Places of the coefficients: file and path.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>Findings that they were fitted to.</summary>
    public required IReadOnlyList<FittedFinding> Findings { get; init; }

    /// <summary>What is thought of each coefficient now.</summary>
    public required IReadOnlyList<Posterior> Posteriors { get; init; }

    /// <summary>Limit and simulations of each round.</summary>
    public required IReadOnlyList<RoundAccount> Rounds { get; init; }

    /// <summary>Particles that the last cloud is worth.</summary>
    public required double EffectiveSize { get; init; }

    /// <summary>In a trial of recovery: the values that made the data; else empty.</summary>
    public IReadOnlyList<double> Truth { get; init; } = [];
}

/// <summary>A finding beside what the model says of it before and after the fit, with the standard deviation over seeds.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Target">The value that was fitted to; null for a sign.</param>
/// <param name="Tolerance">Its tolerance in its unit; null for a sign.</param>
/// <param name="Before">Simulated at the values before the fit.</param>
/// <param name="After">Simulated at the medians of the posterior.</param>
/// <param name="Distance">How far that lies from the target, in tolerances.</param>
public sealed record FittedFinding(string Id, double? Target, double? Tolerance, double? Before, double? After, double? Distance);

/// <summary>A round in short.</summary>
/// <param name="Limit">Greatest distance let in, in tolerances; null in the first round, which lets in all.</param>
/// <param name="Simulations">Simulations that it took.</param>
/// <param name="Median">Median distance of its particles.</param>
public sealed record RoundAccount(double? Limit, int Simulations, double Median);
