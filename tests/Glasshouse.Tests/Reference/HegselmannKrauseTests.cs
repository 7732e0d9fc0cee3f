using Glasshouse.Learning;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// All move to the mean of those within confidence, by the society's own exchange: 1,000 people, even start, 40 seeds (finding
/// hk_consensus_computed, 20 seeds). Shares of runs with one cluster have a standard error of at most 0.14 against the published
/// ones; the bounds lie three of it away, so that each row fails by chance in less than one of 300 tests.
/// </summary>
public sealed class HegselmannKrauseTests
{
    private const int Seeds = 40;

    [Theory]
    [InlineData(0.19f, 0, 0.1)]
    [InlineData(0.20f, 0, 0.4)]
    [InlineData(0.21f, 0.1, 0.85)]
    [InlineData(0.22f, 0.5, 1)]
    [InlineData(0.25f, 0.95, 1)]
    public void All_agree_from_the_published_confidence_on(float confidence, double least, double most) =>
        Assert.InRange(Clusters(confidence).Count(c => c == 1) / (double)Seeds, least, most);

    [Theory]
    [InlineData(0.05f, 7.4)]
    [InlineData(0.10f, 3.7)]
    [InlineData(0.15f, 2.5)]
    [InlineData(0.18f, 2.0)]
    public void Less_confidence_leaves_as_many_clusters_as_published(float confidence, double clusters) =>
        Assert.InRange(Clusters(confidence).Average(), clusters - 0.5, clusters + 0.5);

    private static List<int> Clusters(float confidence) =>
        [.. Enumerable.Range(1, Seeds).Select(seed =>
        {
            var rounds = new Rounds(1000, (ulong)seed).Uniform();
            var before = new float[1000];
            for (var round = 0; round < 1000 && !rounds.Opinions.AsSpan().SequenceEqual(before); round++)
            {
                rounds.Opinions.CopyTo(before, 0);
                rounds.Pass(OpinionRule.Averaging, confidence, 1);
            }
            return rounds.Clusters(confidence / 2);
        })];
}
