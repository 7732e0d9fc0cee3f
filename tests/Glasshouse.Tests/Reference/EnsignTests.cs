using Glasshouse.Kernel;
using Glasshouse.Observing;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// Patrols sent where incidents were found before (Ensign and others 2018), with the sensors of the society: two groups of equal size
/// stand for two areas, a year for a day with one patrol. It runs away; with equal rates it ends anywhere, by a Beta distribution; the
/// correction by the patrol's share takes it to the ratio of the rates.
/// </summary>
public sealed class EnsignTests
{
    private const int LastOfYear = Calendar.Year / Calendar.Exchange - 1;

    [Fact]
    public void With_unequal_rates_all_patrols_end_in_one_area()
    {
        // The other area's share shrinks like n to the power of -(1 - 1/2).
        double[] shares = [.. Enumerable.Range(1, 40).Select(seed => Share(seed, 20_000, 0.5, 1, 1, false))];
        Assert.InRange(shares.Average(), 0.97, 1);
        Assert.True(shares.Count(s => s > 0.9) >= 38, string.Join(" ", shares));
        double[] early = [.. Enumerable.Range(1, 40).Select(seed => Share(seed, 200, 0.5, 1, 1, false))];
        Assert.True(early.Average() < shares.Average());
    }

    // Mean and variance of Beta(c, c) over 600 histories: 4 standard errors, one false alarm in some 8,000 seeds.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void With_equal_rates_they_end_at_a_random_share(int first)
    {
        double[] shares = [.. Enumerable.Range(1, 600).Select(seed => Share(seed, 600, 1, 1, first, false))];
        var variance = 1 / (4.0 * (2 * first + 1));
        var mean = shares.Average();
        Assert.Equal(0.5, mean, 4 * Math.Sqrt(variance / 600));
        Assert.Equal(variance, shares.Average(s => (s - mean) * (s - mean)), 4 * variance * Math.Sqrt(2 / 600.0));
    }

    [Fact]
    public void Corrected_they_end_in_the_ratio_of_the_rates()
    {
        double[] shares = [.. Enumerable.Range(1, 20).Select(seed => Share(seed, 20_000, 0.5, 1, 1, true))];
        Assert.Equal(2 / 3.0, shares.Average(), 0.02);
        Assert.All(shares, s => Assert.InRange(s, 0.6, 0.73));
    }

    // The share of patrols in the second area after so many days.
    private static double Share(int seed, int days, double one, double two, int first, bool corrected)
    {
        var random = new Random(seed);
        var sensors = Sensors.Alike(1) with { Remembers = true, Corrected = corrected, Memory = [first, first, 0, 0, 0, 0, 0, 0] };
        var tally = new long[Sensors.Length];
        (tally[Sensors.AdultsAt], tally[Sensors.AdultsAt + 1]) = (1000, 1000);
        for (var day = 0; day < days; day++)
        {
            var there = random.NextDouble() < sensors.Factors[1] / 2 ? 1 : 0;
            (tally[0], tally[1]) = (0, 0);
            tally[there] = random.NextDouble() < (there == 0 ? one : two) ? 1 : 0;
            sensors = (sensors with { Exchanges = LastOfYear }).After(tally);
        }
        return sensors.Factors[1] / 2;
    }

}
