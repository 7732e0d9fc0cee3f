using CsCheck;
using Glasshouse.Kernel;
using Xunit;

namespace Glasshouse.Tests.Kernel;

public sealed class FixedTests
{
    [Fact]
    public void Multiples_of_two_to_the_minus_24_are_exact() =>
        Gen.Long[-(1L << 52), 1L << 52].Sample(raw => Fixed.From(Fixed.ToDouble(raw)) == raw);

    [Fact]
    public void A_total_does_not_depend_on_the_order() =>
        Gen.Double[-1e6, 1e6].Array[0, 200].Sample(values =>
        {
            var (forward, backward, halves, second) = (new Total(), new Total(), new Total(), new Total());
            foreach (var value in values)
            {
                forward.Add(value);
            }

            foreach (var value in values.Reverse())
            {
                backward.Add(value);
            }

            for (var i = 0; i < values.Length; i++)
            {
                (i % 2 == 0 ? ref halves : ref second).Add(values[i]);
            }

            halves.Add(second);
            return forward == backward && forward == halves;
        });

    [Fact]
    public void Rounding_is_to_the_nearest_with_ties_to_even()
    {
        Assert.Equal(0, Fixed.From(0.5 / Fixed.One));
        Assert.Equal(2, Fixed.From(1.5 / Fixed.One));
        Assert.Equal(-2, Fixed.From(-1.5 / Fixed.One));
        Assert.Equal(Fixed.One, Fixed.From(1));
        Assert.Equal(0.25, Fixed.ToDouble(Fixed.From(0.25)));
    }

    [Fact]
    public void Beyond_the_range_it_throws()
    {
        Assert.Throws<OverflowException>(() => Fixed.From(1e12));
        Assert.Throws<OverflowException>(() => Fixed.From(double.NaN));
        Assert.Throws<OverflowException>(() => Fixed.Add(long.MaxValue, 1));
        Assert.Throws<OverflowException>(() => Fixed.Add(long.MinValue, -1));
    }
}
