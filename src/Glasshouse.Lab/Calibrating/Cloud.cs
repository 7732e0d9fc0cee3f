namespace Glasshouse.Lab.Calibrating;

/// <summary>
/// A place in the unit cube of prior shares, one side to a coefficient, how far its simulation lay from the data, and its weight.
/// </summary>
/// <param name="At">Shares of the priors, 0 to 1.</param>
/// <param name="Distance">Root mean square of the gaps to the findings, in tolerances.</param>
/// <param name="Weight">Share of the whole cloud.</param>
public sealed record Particle(double[] At, double Distance, double Weight);

/// <summary>Weighted particles: what is thought of coefficients after they met data.</summary>
/// <param name="Particles">The particles; weights add to 1.</param>
public sealed record Cloud(IReadOnlyList<Particle> Particles)
{
    /// <summary>Weighted quantile of one coefficient's prior share.</summary>
    /// <param name="side">Number of the coefficient.</param>
    /// <param name="share">0 to 1.</param>
    public double Quantile(int side, double share)
    {
        var sorted = Particles.OrderBy(p => p.At[side]).ToList();
        var sum = 0.0;
        for (var i = 0; i < sorted.Count; i++)
        {
            // A particle stands for the middle of its weight; between two middles the quantile is interpolated.
            var middle = sum + sorted[i].Weight / 2;
            if (middle >= share)
            {
                if (i == 0)
                {
                    return sorted[0].At[side];
                }
                var before = sum - sorted[i - 1].Weight / 2;
                var part = (share - before) / (middle - before);
                return sorted[i - 1].At[side] + part * (sorted[i].At[side] - sorted[i - 1].At[side]);
            }
            sum += sorted[i].Weight;
        }
        return sorted[^1].At[side];
    }

    /// <summary>Weighted standard deviation of one coefficient's prior share; 0.29 for the prior itself.</summary>
    public double Spread(int side)
    {
        var mean = Particles.Sum(p => p.Weight * p.At[side]);
        return Math.Sqrt(Particles.Sum(p => p.Weight * (p.At[side] - mean) * (p.At[side] - mean)));
    }

    /// <summary>How many equally weighted particles would say as much: 1 / sum of squared weights.</summary>
    public double EffectiveSize => 1 / Particles.Sum(p => p.Weight * p.Weight);

    /// <summary>Distance below which a share of the particles lies, by count.</summary>
    public double DistanceAt(double share)
    {
        var sorted = Particles.Select(p => p.Distance).Order().ToList();
        return sorted[Math.Clamp((int)(share * sorted.Count), 0, sorted.Count - 1)];
    }
}
