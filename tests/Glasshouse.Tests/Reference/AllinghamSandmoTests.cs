using Glasshouse.Acting;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// Allingham and Sandmo (1972): a risk-neutral taxpayer who pays the penalty rate pi on undeclared income if audited evades everything
/// while p pi is below the tax t, and nothing above it. The kernel is the one by which firms offend and income is declared.
/// </summary>
public class AllinghamSandmoTests
{
    private const float Tax = 0.3f, Penalty = 0.6f, Sharp = 1e6f;

    [Theory]
    [InlineData(0f, 1)]
    [InlineData(0.3f, 1)]
    [InlineData(0.4999f, 1)]
    [InlineData(0.5001f, 0)]
    [InlineData(0.7f, 0)]
    [InlineData(1f, 0)]
    public void All_is_hidden_below_the_threshold_and_nothing_above_it(float audited, float hidden)
    {
        Assert.Equal(hidden, Offending.Choice(Tax, audited, Penalty, 0, Sharp), 1e-6f);
        var (_, ofSelf) = Offending.Hidden(0, Tax, Penalty, audited, 1, 0, Sharp);
        Assert.Equal(hidden, ofSelf, 1e-6f);
    }

    [Fact]
    public void The_step_lies_at_tax_over_penalty()
    {
        var (low, high) = (0f, 1f);
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Offending.Choice(Tax, middle, Penalty, 0, Sharp) > 0.5f ? (middle, high) : (low, middle);
        }
        Assert.Equal(Tax / Penalty, low, 1e-5f);
    }

    [Fact]
    public void Reports_by_others_and_a_norm_lift_declared_income_far_above_the_step()
    {
        const float Audited = 0.02f;
        Assert.Equal(1, Offending.Choice(Tax, Audited, Penalty, 0, Sharp), 1e-6f);
        var (ofReported, ofSelf) = Offending.Hidden(0.9f, Tax, Penalty, Audited, 0.95f, 0, Sharp);
        Assert.Equal(0, ofReported, 1e-6f);
        Assert.Equal(0.1f, ofSelf, 1e-6f);
        Assert.Equal(0, Offending.Choice(Tax, Audited, Penalty, Tax, Sharp), 1e-6f);
    }

    [Fact]
    public void Certainty_deters_more_than_severity_for_every_loss()
    {
        const float Half = 20, Gain = 1, Chance = 0.2f;
        float At(float chance, float loss) => Offending.Choice(Gain, chance, Offending.Felt(loss, Half), 0, 3);
        for (var loss = 0.5f; loss < 500; loss *= 2)
        {
            Assert.True(At(Chance * 1.1f, loss) < At(Chance, loss * 1.1f));
            Assert.True(At(Chance, loss * 1.1f) < At(Chance, loss));
        }
    }
}
