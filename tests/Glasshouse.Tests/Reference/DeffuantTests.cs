using Glasshouse.Learning;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// Pairs that meet, by the society's own exchange: 1,000 people, 200,000 meetings, pull one half (finding deffuant_computed, clusters of
/// at least one percent). Means of 24 seeds against means of 12: where the number of clusters varies from run to run its standard
/// deviation is near 0.6, so that the difference has a standard error near 0.2; tolerances are at least three of it, and each row
/// fails by chance in less than one of 300 tests.
/// </summary>
public sealed class DeffuantTests
{
    [Theory]
    [InlineData(0.05f, 9.1, 0.8)]
    [InlineData(0.10f, 4.8, 0.6)]
    [InlineData(0.15f, 3.0, 0.4)]
    [InlineData(0.20f, 2.0, 0.2)]
    [InlineData(0.25f, 2.0, 0.2)]
    [InlineData(0.27f, 1.6, 0.6)]
    [InlineData(0.30f, 1.2, 0.5)]
    [InlineData(0.40f, 1.0, 0.1)]
    [InlineData(0.50f, 1.0, 0.1)]
    public void Opinions_gather_in_as_many_clusters_as_published(float confidence, double clusters, double tolerance)
    {
        var mean = Enumerable.Range(1, 24).Average(seed =>
        {
            var rounds = new Rounds(1000, (ulong)seed).Uniform();
            for (var round = 0; round < 200; round++)
            {
                rounds.Pass(OpinionRule.Pairwise, confidence, 0.5f);
            }
            return rounds.Clusters(confidence / 2);
        });
        Assert.InRange(mean, clusters - tolerance, clusters + tolerance);
    }
}
