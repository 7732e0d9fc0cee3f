using Glasshouse.Kernel;
using Glasshouse.Lab.Evidence;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// Two normal distributions of scores that lie d standard deviations apart have AUC = Phi(d / sqrt 2); checked with the routine that
/// findings are measured by.
/// </summary>
public sealed class BinormalAucTests
{
    private const int People = 40_000;

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.77, 0.707)]
    [InlineData(1.47, 0.851)]
    public void The_routine_gives_the_closed_form(double apart, double published)
    {
        var closed = Normal.CDF(0, 1, apart / Math.Sqrt(2));
        Assert.Equal(published, closed, 0.001);
        var truth = Enumerable.Range(0, People).Select(i => i % 2 == 0 ? 1.0 : 0).ToArray();
        var scores = truth.Select((t, i) => Score(i) + t * apart).ToArray();
        // Standard error about 0.003 (Hanley and McNeil, 1982); four of them are passed by chance in 1 of 16,000 seeds.
        Assert.Equal(closed, Statistics.Auc(scores, truth), 0.012);
    }

    [Fact]
    public void A_score_that_is_the_same_for_all_tells_nothing() =>
        Assert.Equal(0.5, Statistics.Auc([3, 3, 3, 3], [1, 0, 1, 0]));

    private static double Score(int i)
    {
        var bits = new Draw(7, 0, Purpose.Named("tests/binormal")).At((uint)i, 0);
        return Normal.InvCDF(0, 1, Math.Max(1e-12, Draw.UnitDouble(bits.A, bits.B)));
    }
}
