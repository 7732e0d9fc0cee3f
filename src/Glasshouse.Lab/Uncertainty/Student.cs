using MathNet.Numerics.Distributions;

namespace Glasshouse.Lab.Uncertainty;

/// <summary>Intervals of a mean over seeds, by Student's t (1908).</summary>
public static class Student
{
    /// <summary>The 95% interval of the mean of independent values.</summary>
    /// <param name="values">At least two, one per seed.</param>
    public static Interval Of(IReadOnlyCollection<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Count, 2);
        var mean = values.Average();
        var variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
        var half = Quantile(values.Count - 1) * Math.Sqrt(variance / values.Count);
        return new(mean - half, mean + half);
    }

    /// <summary>The t value that 2.5% exceed.</summary>
    /// <param name="freedom">Degrees of freedom, from 1.</param>
    public static double Quantile(int freedom) => Quantile(freedom, 0.975);

    /// <summary>The t value that a share of cases stays below.</summary>
    public static double Quantile(int freedom, double share) => StudentT.InvCDF(0, 1, freedom, share);
}
