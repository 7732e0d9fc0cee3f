using Glasshouse.Kernel;

namespace Glasshouse.Scoring;

/// <summary>
/// What a learned score predicts, and what it has learned so far: a logistic regression of whether a year passes without an event on the
/// features as the year began. Coefficients are log-odds against the event, of a feature from its worst to its best. They follow from
/// the sums of all districts alone.
/// </summary>
public sealed record Learned
{
    /// <summary>Exchanges that a fit takes, the first of them that of the turn of the year; after the last it is adopted.</summary>
    public const int Steps = 8;

    /// <summary>Weight of the prior that every feature means nothing, as the precision of a normal one.</summary>
    public const double Ridge = 1;

    // No step moves a coefficient further: a year with hardly any event cannot throw the fit off.
    private const double LongestStep = 5;

    /// <summary>By rule: true if its records are the event.</summary>
    public required bool[] Target { get; init; }

    /// <summary>Thousandths of a point at the odds named.</summary>
    public required double PointsAt { get; init; }

    /// <summary>Logarithm of those odds.</summary>
    public required double LogOdds { get; init; }

    /// <summary>Thousandths of a point to a unit of log-odds.</summary>
    public required double PerLogOdds { get; init; }

    /// <summary>Coefficients of the fit under way: a constant, then one for each feature.</summary>
    public required double[] Working { get; init; }

    /// <summary>Steps that it has taken; 0 before it begins.</summary>
    public int Step { get; init; }

    /// <summary>Coefficients in use; null before the first fit, while the weights of the file stand.</summary>
    public double[]? Adopted { get; init; }

    /// <summary>Mean of each feature over those it was fitted on, 0 to 1.</summary>
    public double[] Means { get; init; } = [];

    /// <summary>Subjects that the fit in use rests on, and how many of them had an event.</summary>
    public (long Subjects, long Events) Basis { get; init; }

    /// <summary>Log-odds against the event of a subject with the mean of every feature.</summary>
    public double AtMeans
    {
        get
        {
            var sum = Adopted![0];
            for (var f = 0; f < Means.Length; f++)
            {
                sum += Adopted[f + 1] * Means[f];
            }
            return sum;
        }
    }

    /// <summary>Score of that subject, thousandths.</summary>
    public int Average => Whole(PointsAt + PerLogOdds * (AtMeans - LogOdds));

    /// <summary>Thousandths that a feature brings to a score: its coefficient times what sets the subject apart from the mean.</summary>
    public int Part(int feature, double share) => Whole(PerLogOdds * Adopted![feature + 1] * (share - Means[feature]));

    /// <summary>
    /// What has been learned after an exchange: a step of Newton's method, and after the last one new coefficients in use.
    /// </summary>
    /// <param name="tally">As <see cref="Sample.Tally"/> counts, over all districts.</param>
    public Learned After(ReadOnlySpan<long> tally)
    {
        var (subjects, events) = (tally[0], tally[1]);
        if (subjects == 0)
        {
            return this;
        }
        if (events == 0 || events == subjects)
        {
            return this with { Step = 0 };
        }
        var working = Step == 0 && Adopted is null
            ? [Elementary.Log((subjects - events) / (double)events), .. new double[Working.Length - 1]]
            : Moved(tally);
        if (Step + 1 < Steps)
        {
            return this with { Working = working, Step = Step + 1 };
        }
        var means = new double[Working.Length - 1];
        for (var f = 0; f < means.Length; f++)
        {
            means[f] = tally[2 + f] / (Sample.One * subjects);
        }
        return this with { Working = working, Adopted = working, Means = means, Step = 0, Basis = (subjects, events) };
    }

    private double[] Moved(ReadOnlySpan<long> tally)
    {
        var size = Working.Length;
        var gradient = tally[(size + 1)..];
        var hessian = gradient[size..];
        var (slope, curve) = (new double[size], new double[size, size]);
        for (int i = 0, at = 0; i < size; i++)
        {
            var prior = i == 0 ? 0 : Ridge;
            slope[i] = gradient[i] / (Sample.One * Sample.ResidualUnit) - prior * Working[i];
            for (var j = i; j < size; j++, at++)
            {
                curve[i, j] = curve[j, i] = hessian[at] / (Sample.One * Sample.One * Sample.WeightUnit) + (i == j ? prior : 0);
            }
        }
        var step = Solved(curve, slope);
        return [.. Working.Select((b, i) => b + Math.Clamp(step[i], -LongestStep, LongestStep))];
    }

    // By elimination in the order of the features: the matrix is symmetric and, with the prior, positive.
    private static double[] Solved(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var k = 0; k < n; k++)
        {
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[k, k] > 0 ? a[i, k] / a[k, k] : 0;
                for (var j = k; j < n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }
                b[i] -= factor * b[k];
            }
        }
        for (var k = n - 1; k >= 0; k--)
        {
            for (var j = k + 1; j < n; j++)
            {
                b[k] -= a[k, j] * b[j];
            }
            b[k] = a[k, k] > 0 ? b[k] / a[k, k] : 0;
        }
        return b;
    }

    private static int Whole(double thousandths) => (int)Math.Clamp(Math.Floor(thousandths + 0.5), -1e9, 1e9);
}
