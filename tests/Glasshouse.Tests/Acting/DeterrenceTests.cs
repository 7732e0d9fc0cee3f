using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Acting;

/// <summary>Certainty deters more than severity, for every chance, loss and strength; and what comes later deters less.</summary>
public sealed class DeterrenceTests
{
    [Fact]
    public void Elasticity_to_certainty_lies_above_that_to_severity_everywhere()
    {
        var draw = new Draw(3, 0, Purpose.Named("tests/deterrence"));
        for (var i = 0u; i < 20_000; i++)
        {
            var bits = draw.At(i, 0);
            var chance = 0.001f + 0.9f * Draw.Unit(bits.A);
            var loss = 0.01f + 300 * Draw.Unit(bits.B) * Draw.Unit(bits.B);
            var half = 0.05f + 60 * Draw.Unit(bits.C);
            var strength = 0.1 + 20 * Draw.Unit(bits.D);
            var now = strength * Deciding.Fear(chance, loss, half);
            var surer = strength * Deciding.Fear(chance * 1.05f, loss, half) - now;
            var harder = strength * Deciding.Fear(chance, loss * 1.05f, half) - now;
            Assert.True(surer > 0 && harder > 0, $"chance {chance}, loss {loss}, half {half}");
            Assert.True(surer > harder, $"chance {chance}, loss {loss}, half {half}: {surer} against {harder}");
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(3)]
    public void What_lasts_longer_counts_more_and_each_further_year_less(double rate)
    {
        var discount = new Discount(rate);
        var before = 0.0;
        var gain = double.MaxValue;
        for (var years = 1; years < 30; years++)
        {
            var worth = discount.Over(years * Calendar.Year);
            Assert.True(worth > before || worth > 0.99 / rate);
            Assert.True(worth - before <= gain);
            (gain, before) = (worth - before, worth);
        }
        Assert.Equal((1 - Math.Exp(-rate * 2)) / rate, discount.Over(104), 1e-12);
        Assert.Equal(1, new Discount(0).After(500));
        Assert.Equal(2, new Discount(0).Over(104));
        Assert.Equal(2, new Discount(1e-9).Over(104), 1e-6);
    }

    [Fact]
    public void Without_delay_nothing_is_discounted_and_with_it_every_stake_is_smaller()
    {
        var (with, without) = (new SocietyTables(Shipped.Society), new SocietyTables(Mechanisms.Without(Shipped.Society, Mechanism.Delay)));
        var (small, large) = (Shipped.Compiled(with).Stakes.Weeks, Shipped.Compiled(without).Stakes.Weeks);
        Assert.Contains(large, w => w > 0);
        Assert.All(small.Zip(large), p => Assert.True(p.Second == 0 ? p.First == 0 : p.First < p.Second));
        Assert.All(Enumerable.Range(0, without.Conducts.Count),
            k => Assert.Equal((float)without.Conducts.Conducts[k].LawLossWeeks, without.Conducts.LawLoss[k]));
        Assert.Contains(Enumerable.Range(0, with.Conducts.Count), k => with.Conducts.LawLoss[k] < without.Conducts.LawLoss[k]);
    }
}
