using Glasshouse.Lab.Uncertainty;
using Xunit;

namespace Glasshouse.Tests.Lab.Uncertainty;

/// <summary>
/// Intervals hold the truth as often as they say. Each test asks whether a share of 4,000 trials lies within four standard
/// errors of 95% (1.4 points); by chance alone it would not in one of about 16,000 test suites, and the draws are fixed, so it
/// does not flicker.
/// </summary>
public sealed class CoverageTests
{
    private const int Trials = 4000;
    private static readonly double Slack = 4 * Math.Sqrt(0.95 * 0.05 / Trials);

    [Fact]
    public void The_interval_over_ten_seeds_covers_at_the_nominal_rate()
    {
        var random = new Random(1908);
        var covered = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            // A sum of twelve uniforms is near enough to normal here.
            double[] differences = [.. Enumerable.Range(0, 10)
                .Select(_ => 3 + Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6)];
            covered += Student.Of(differences).Contains(3) ? 1 : 0;
        }
        Assert.InRange(covered / (double)Trials, 0.95 - Slack, 0.95 + Slack);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(4, 12)]
    [InlineData(0.5, 15)]
    [InlineData(40, 60)]
    public void The_interval_from_counts_covers_at_least_at_the_nominal_rate(double without, double with)
    {
        var random = new Random(1936);
        var covered = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            covered += Poisson.OfDifference(Counted(random, without), 1, Counted(random, with), 1)
                .Contains(with - without) ? 1 : 0;
        }
        Assert.True(covered / (double)Trials >= 0.95 - Slack, $"covered {covered} of {Trials}");
    }

    private static int Counted(Random random, double mean)
    {
        var product = random.NextDouble();
        var count = 0;
        for (var floor = Math.Exp(-mean); product > floor; count++)
        {
            product *= random.NextDouble();
        }
        return count;
    }
}
