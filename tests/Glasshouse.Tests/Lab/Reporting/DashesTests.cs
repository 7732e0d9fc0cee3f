using Glasshouse.Lab.Reporting;
using Xunit;

namespace Glasshouse.Tests.Lab.Reporting;

public sealed class DashesTests
{
    [Fact]
    public void A_line_is_cut_into_dashes_and_gaps()
    {
        // 30 pixels: 11 drawn, 7 not, 11 drawn, 1 not.
        var (x, y) = Dashes.Of([(0, 5), (30, 5)], 1, 1);
        Assert.Equal([0, 11, double.NaN, 18, 29, double.NaN], x);
        Assert.Equal([5, 5, double.NaN, 5, 5, double.NaN], y);
    }

    [Fact]
    public void A_dash_goes_round_a_corner() =>
        Assert.Equal([0, 6, 6, double.NaN], Dashes.Of([(0, 0), (6, 0), (6, 6)], 1, 1).X);

    [Fact]
    public void Pixels_decide_the_length_not_units() =>
        Assert.Equal([0, 1.1, double.NaN, 1.8, 2], Dashes.Of([(0, 0), (2, 0)], 10, 1000).X);

    [Fact]
    public void One_point_stays_one_point() => Assert.Equal([3], Dashes.Of([(3, 4)], 1, 1).X);
}
