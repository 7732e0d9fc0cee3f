using CsCheck;
using Glasshouse.Lab.Evidence;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// FPR = p/(1-p) * (1-PPV)/PPV * (1-FNR) (Chouldechova, 2017): with unequal base rates a score with equal precision cannot have equal
/// error rates. It holds of every confusion matrix that the laboratory counts.
/// </summary>
public sealed class ChouldechovaIdentityTests
{
    // ProPublica's table of Broward County, Black defendants: said to be of high risk, and charged again.
    private static readonly Confusion Broward = new(Hits: 1369, FalseAlarms: 805, Misses: 532, Clear: 990);

    [Fact]
    public void The_published_table_gives_the_published_rates()
    {
        Assert.Equal(0.514, Broward.Prevalence, 0.0005);
        Assert.Equal(0.630, Broward.Precision, 0.0005);
        Assert.Equal(0.280, Broward.FalseNegativeRate, 0.0005);
        Assert.Equal(0.448, Broward.FalsePositiveRate, 0.0005);
        Assert.Equal(Implied(Broward), Broward.FalsePositiveRate, 1e-12);
    }

    [Fact]
    public void It_holds_of_every_table_counted_over_persons() =>
        Gen.Int[0, 3].Array[200].Where(a => Enumerable.Range(0, 4).All(a.Contains)).Sample(cells =>
        {
            var counted = Confusion.Of([.. cells.Select(c => c < 2 ? 1.0 : 0)], [.. cells.Select(c => c % 2 == 0 ? 1.0 : 0)]);
            Assert.Equal(cells.Length, counted.Persons);
            Assert.Equal(1, Implied(counted) / counted.FalsePositiveRate, 1e-12);
        }, iter: 200);

    private static double Implied(Confusion c) =>
        c.Prevalence / (1 - c.Prevalence) * (1 - c.Precision) / c.Precision * (1 - c.FalseNegativeRate);
}
