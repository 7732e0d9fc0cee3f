using Glasshouse.Kernel;
using Glasshouse.Lab.Evidence;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// Bayes' rule: a rule of sensitivity 0.99 and false positive rate 0.01 is right about 9.0, 50.0 and 91.7% of those whom it flags, at
/// prevalences of 0.001, 0.01 and 0.1; checked with the routine that findings are measured by.
/// </summary>
public sealed class PpvBaseRateTests
{
    private const double Sensitivity = 0.99;
    private const double FalsePositives = 0.01;

    [Theory]
    [InlineData(0.001, 0.0902)]
    [InlineData(0.01, 0.5)]
    [InlineData(0.1, 0.9167)]
    public void Few_of_those_flagged_are_guilty_where_few_are_guilty(double prevalence, double published) =>
        Assert.Equal(published, Confusion.PrecisionAt(prevalence, Sensitivity, FalsePositives), 0.0001);

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.01)]
    [InlineData(0.1)]
    public void People_flagged_by_such_a_rule_have_that_precision(double prevalence)
    {
        const int People = 2_000_000;
        var (said, truth) = (new double[People], new double[People]);
        var draw = new Draw(11, 0, Purpose.Named("tests/screening"));
        for (var i = 0; i < People; i++)
        {
            var bits = draw.At((uint)i, 0);
            truth[i] = Draw.Unit(bits.A) < prevalence ? 1 : 0;
            said[i] = Draw.Unit(bits.B) < (truth[i] > 0 ? Sensitivity : FalsePositives) ? 1 : 0;
        }
        var expected = Confusion.PrecisionAt(prevalence, Sensitivity, FalsePositives);
        var flagged = People * (prevalence * Sensitivity + (1 - prevalence) * FalsePositives);
        // Four standard errors of a share: passed by chance in 1 of 16,000 seeds.
        Assert.Equal(expected, Confusion.Of(said, truth).Precision, 4 * Math.Sqrt(expected * (1 - expected) / flagged));
    }
}
