using CsCheck;
using Glasshouse.Lab.Uncertainty;
using Xunit;

namespace Glasshouse.Tests.Lab.Uncertainty;

public sealed class IntervalTests
{
    // Quantiles as printed in tables of Student's t, 97.5%.
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(4, 2.776)]
    [InlineData(9, 2.262)]
    [InlineData(29, 2.045)]
    public void The_t_quantile_is_that_of_the_tables(int freedom, double quantile) =>
        Assert.Equal(quantile, Student.Quantile(freedom), 0.0005);

    [Fact]
    public void The_t_interval_is_that_of_students_sleep_data()
    {
        // Student (1908): hours of sleep gained under the second drug over the first, ten patients.
        // Mean 1.58, 95% interval 0.70 to 2.46.
        var interval = Student.Of([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]);
        Assert.Equal(0.70, interval.Low, 0.005);
        Assert.Equal(2.46, interval.High, 0.005);
    }

    // Exact limits as printed in tables after Garwood (1936).
    [Theory]
    [InlineData(0, 0, 3.689)]
    [InlineData(1, 0.0253, 5.572)]
    [InlineData(2, 0.242, 7.225)]
    [InlineData(5, 1.624, 11.668)]
    [InlineData(10, 4.795, 18.390)]
    [InlineData(100, 81.364, 121.627)]
    public void The_count_interval_is_that_of_the_tables(double count, double low, double high)
    {
        var interval = Glasshouse.Lab.Uncertainty.Poisson.Of(count);
        Assert.Equal(low, interval.Low, 0.0006);
        Assert.Equal(high, interval.High, 0.0006);
    }

    [Fact]
    public void Of_what_was_never_seen_three_is_the_bound() => Assert.Equal(2.996, Poisson.UpperIfNone, 0.0005);

    [Fact]
    public void The_interval_holds_the_mean() =>
        Gen.Double[-1e6, 1e6].Array[2, 20].Sample(values =>
        {
            var interval = Student.Of(values);
            var slack = 1e-9 * (1 + Math.Abs(values.Average()));
            return interval.Low <= values.Average() + slack && interval.High >= values.Average() - slack;
        });

    [Fact]
    public void Count_intervals_hold_the_difference_and_turn_round_with_the_twins() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300], Gen.Double[0.5, 1000], Gen.Double[0.5, 1000]).Sample((a, b, ta, tb) =>
        {
            var there = Poisson.OfDifference(a, ta, b, tb);
            var back = Poisson.OfDifference(b, tb, a, ta).Negated;
            Assert.True(there.Contains(b / tb - a / ta));
            Assert.Equal(back.Low, there.Low, 1e-9);
            Assert.Equal(back.High, there.High, 1e-9);
        }, iter: 300);

    [Fact]
    public void A_middle_range_lies_within_all() =>
        Gen.Double[-1e3, 1e3].Array[1, 50].Sample(values =>
        {
            var middle = Interval.Middle(values, 0.05);
            var all = Interval.Of(values);
            return all.Low <= middle.Low && middle.Low <= middle.High && middle.High <= all.High;
        });

    [Fact]
    public void Quantiles_are_those_of_type_seven()
    {
        var middle = Interval.Middle([1, 2, 3, 4, 5], 0.1);
        Assert.Equal(1.4, middle.Low, 1e-12);
        Assert.Equal(4.6, middle.High, 1e-12);
    }
}
