using Glasshouse.Kernel;

namespace Glasshouse.Tests.Kernel;

/// <summary>Chi-square tests. Seeds are fixed, so a test that passes once passes always.</summary>
internal static class Statistics
{
    /// <summary>The chance of a statistic at least this large: Wilson and Hilferty's approximation, from 5 degrees on.</summary>
    public static double ChiSquareTail(double statistic, int degrees)
    {
        var spread = 2.0 / (9 * degrees);
        return Gaussian.Cdf(-(Math.Cbrt(statistic / degrees) - (1 - spread)) / Math.Sqrt(spread));
    }

    /// <summary>The tail chance that these counts come from these chances; chances add up to 1.</summary>
    public static double Fit(ReadOnlySpan<long> counts, ReadOnlySpan<double> chances)
    {
        long total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        double statistic = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var expected = total * chances[i];
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }

        return ChiSquareTail(statistic, counts.Length - 1);
    }

    /// <summary>The tail chance that all cells are equally likely.</summary>
    public static double Flat(ReadOnlySpan<long> counts)
    {
        var chances = new double[counts.Length];
        Array.Fill(chances, 1.0 / counts.Length);
        return Fit(counts, chances);
    }
}
