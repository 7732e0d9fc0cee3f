using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

public sealed class GaussianTests
{
    // Quantiles of the standard normal to 15 digits, from 40-digit arithmetic.
    [Theory]
    [InlineData(0.5, 0.0)]
    [InlineData(0.75, 0.674489750196081743)]
    [InlineData(0.25, -0.674489750196081743)]
    [InlineData(0.975, 1.95996398454005424)]
    [InlineData(0.001, -3.09023230616781354)]
    [InlineData(1e-20, -9.26234008979840525)]
    public void Known_quantiles_come_out(double chance, double quantile) =>
        Assert.InRange(Gaussian.Quantile(chance) - quantile, -1e-14, 1e-14);

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(1.0, 0.841344746068542949)]
    [InlineData(-1.0, 0.158655253931457051)]
    [InlineData(3.0, 0.998650101968369905)]
    [InlineData(-8.0, 6.22096057427178413e-16)]
    public void Known_chances_come_out(double x, double chance) => Assert.InRange(Gaussian.Cdf(x) - chance, -2e-15, 2e-15);

    [Fact]
    public void Chance_and_quantile_undo_each_other()
    {
        for (var chance = 0.0005; chance < 1; chance += 0.0005)
        {
            Assert.InRange(Gaussian.Cdf(Gaussian.Quantile(chance)) - chance, -1e-14, 1e-14);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_quantile_needs_a_chance_between_the_ends(double chance) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Gaussian.Quantile(chance));
}
