using Glasshouse.Kernel;
using Glasshouse.Learning;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>Riots by threshold, with the rule by which neighbours follow in the society (Granovetter 1978; computed table).</summary>
public sealed class GranovetterTests
{
    private static int End(float[] thresholds) => Thresholds.Spread(thresholds, new bool[thresholds.Length], 0, thresholds.Length);

    [Fact]
    public void A_hundred_riot_and_with_one_threshold_moved_a_single_one_does()
    {
        float[] uniform = [.. Enumerable.Range(0, 100).Select(i => i / 100f)];
        Assert.Equal(100, End(uniform));
        uniform[1] = 2 / 100f;
        Assert.Equal(1, End(uniform));
    }

    [Theory]
    [InlineData(5, 0.00)]
    [InlineData(8, 0.09)]
    [InlineData(10, 0.77)]
    [InlineData(11, 1.71)]
    [InlineData(12, 4.02)]
    [InlineData(12.2, 5.48)]
    [InlineData(12.3, 100)]
    [InlineData(15, 100)]
    [InlineData(20, 99.99)]
    [InlineData(30, 99.34)]
    [InlineData(50, 90.49)]
    [InlineData(100, 65.86)]
    public void The_fixed_point_is_that_of_the_table(double sd, double percent) => Assert.Equal(percent, Percent(sd), 0.011);

    [Fact]
    public void It_jumps_at_the_critical_spread()
    {
        // The collection's 5.71 just below is passed at 12.212; where the two branches meet, it is above 6.
        Assert.Equal(5.71, Percent(12.212), 0.01);
        Assert.Equal(6.15, Percent(12.2220), 0.02);
        Assert.InRange(Percent(12.2223), 99.9, 100);
    }

    // 2,000 draws here and there: 4 standard errors of the difference; one false alarm in some 2,000 seeds.
    [Theory]
    [InlineData(10, 0.005)]
    [InlineData(11, 0.043)]
    [InlineData(12, 0.17)]
    [InlineData(12.2, 0.19)]
    [InlineData(13, 0.38)]
    [InlineData(14, 0.63)]
    [InlineData(16, 0.91)]
    public void With_a_hundred_random_thresholds_the_jump_is_blurred(double sd, double share)
    {
        const int Draws = 2000;
        var draw = new Draw(1, 0, Purpose.Named("tests/granovetter"));
        var above = 0;
        for (var d = 0; d < Draws; d++)
        {
            var thresholds = Enumerable.Range(0, 100).Select(i => (float)((25 + sd * Draw.Normal(draw.At((uint)i, d))) / 100));
            above += End([.. thresholds]) > 50 ? 1 : 0;
        }
        // The published share is rounded in its last digit.
        Assert.Equal(share, above / (double)Draws, 4 * Math.Sqrt(2 * share * (1 - share) / Draws) + 0.005);
    }

    // A crowd so large that its shares are those of the distribution.
    private static double Percent(double sd)
    {
        const int Crowd = 1_000_000;
        var thresholds = new float[Crowd];
        for (var i = 0; i < Crowd; i++)
        {
            thresholds[i] = (float)((25 + sd * Gaussian.Quantile((i + 0.5) / Crowd)) / 100);
        }
        return End(thresholds) * 100.0 / Crowd;
    }
}
