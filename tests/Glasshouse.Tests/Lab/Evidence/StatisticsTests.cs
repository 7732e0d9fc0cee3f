using Glasshouse.Lab.Evidence;
using Xunit;

namespace Glasshouse.Tests.Lab.Evidence;

/// <summary>Each statistic against an answer worked out by hand.</summary>
public sealed class StatisticsTests
{
    private static readonly double[] Values = [1, 2, 3, 4, 10];
    private static readonly double[] Second = [2, 4, 6, 8, 20];
    private static readonly double[] Said = [1, 1, 1, 0, 0, 0, 0, 0];
    private static readonly double[] True = [1, 1, 0, 1, 0, 0, 0, 0];

    [Theory]
    [InlineData(Statistic.Mean, 4)]
    [InlineData(Statistic.Share, 1)]
    [InlineData(Statistic.SumPerPersonYear, 2)]
    [InlineData(Statistic.Ratio, 0.5)]
    [InlineData(Statistic.Median, 3)]
    [InlineData(Statistic.Correlation, 1)]
    [InlineData(Statistic.Slope, 0.5)]
    public void Over_values(Statistic what, double expected) => Assert.Equal(expected, Of(what, Values, Second), 1e-12);

    [Theory]
    [InlineData(Statistic.Share, 3.0 / 8)]
    [InlineData(Statistic.FalsePositiveRate, 1.0 / 5)]
    [InlineData(Statistic.FalseNegativeRate, 1.0 / 3)]
    [InlineData(Statistic.Precision, 2.0 / 3)]
    [InlineData(Statistic.Accuracy, 6.0 / 8)]
    [InlineData(Statistic.OddsRatio, 2 * 4 / (1.0 * 1))]
    [InlineData(Statistic.Auc, (2 * 4 + 0.5 * (2 * 1 + 1 * 4)) / 15)]
    public void Over_what_is_said_and_what_is_true(Statistic what, double expected) => Assert.Equal(expected, Of(what, Said, True), 1e-12);

    [Theory]
    [InlineData(0.2, 0.5)]
    [InlineData(0.1, 0.25)]
    [InlineData(0.3, (10 + 0.5 * 4) / 20)]
    [InlineData(1, 1)]
    public void The_share_of_those_with_the_most(double share, double expected) =>
        Assert.Equal(expected, Statistics.TopShare(Values, share), 1e-12);

    [Theory]
    [InlineData(new double[] { 1, 1, 1, 1 }, 0)]
    [InlineData(new double[] { 0, 0, 0, 1 }, 0.75)]
    [InlineData(new double[] { 1, 3 }, 0.25)]
    public void Concentration(double[] values, double expected) => Assert.Equal(expected, Statistics.Gini(values), 1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.9, 7.6)]
    [InlineData(1, 10)]
    public void Percentiles(double at, double expected) => Assert.Equal(expected, Statistics.Percentile(Values, at), 1e-12);

    [Fact]
    public void Of_nobody_there_is_no_statistic() =>
        Assert.All(Enum.GetValues<Statistic>().Where(s => s != Statistic.Indicator), s => Assert.True(double.IsNaN(Of(s, [], []))));

    private static double Of(Statistic what, double[] of, double[] against) =>
        Statistics.Of(new Measurement { What = what, Of = "" }, of, against, years: 2);
}
