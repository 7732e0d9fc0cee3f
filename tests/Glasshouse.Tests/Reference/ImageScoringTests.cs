using Glasshouse.Acting;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// image_scoring_qcb (Nowak and Sigmund 1998): indirect reciprocity is stable only if the chance of knowing a reputation is above
/// the ratio of cost to benefit, q > c/b. The payoffs are those that the society's markets use.
/// </summary>
public class ImageScoringTests
{
    [Theory]
    [InlineData(0.2f)]
    [InlineData(0.5f)]
    [InlineData(0.8f)]
    public void Defectors_cannot_invade_discriminators_exactly_when_reputations_are_known_often_enough(float costPerBenefit)
    {
        for (var q = 0.02f; q < 1; q += 0.02f)
        {
            if (Math.Abs(q - costPerBenefit) > 0.005f)
            {
                var end = Evolve(0.9999f, q, costPerBenefit);
                Assert.Equal(q > costPerBenefit, end > 0.99f);
                Assert.Equal(q < costPerBenefit, end < 0.01f);
            }
        }
    }

    [Theory]
    [InlineData(0.2f)]
    [InlineData(0.5f)]
    public void The_boundary_lies_at_cost_over_benefit(float costPerBenefit)
    {
        var (low, high) = (0f, 1f);
        for (var i = 0; i < 40; i++)
        {
            var q = (low + high) / 2;
            (low, high) = Reputation.Advantage(1, q, 1, costPerBenefit) > 0 ? (low, q) : (q, high);
        }
        Assert.Equal(costPerBenefit, high, 0.0001f);
    }

    // Replicator dynamics of discriminators among defectors.
    private static float Evolve(float discriminators, float known, float cost)
    {
        for (var round = 0; round < 20_000 && discriminators is > 0.001f and < 0.99999f; round++)
        {
            discriminators += discriminators * (1 - discriminators) * Reputation.Advantage(discriminators, known, 1, cost);
        }
        return discriminators;
    }
}
