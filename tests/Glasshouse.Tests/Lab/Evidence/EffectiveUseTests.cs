using Glasshouse.Files;
using Glasshouse.Lab.Evidence;
using Xunit;

namespace Glasshouse.Tests.Lab.Evidence;

public sealed class EffectiveUseTests
{
    private static readonly PublishedFinding[] Findings =
    [
        Finding("first-shift", "smith-2001"), Finding("second-shift", "smith-2001"), Finding("night-shift", "jones-1999"),
        Finding("fitted-one", "miller-2010", EvidenceUse.Calibration),
    ];

    [Theory]
    [InlineData("fitted to first_shift")]
    [InlineData("between the values of first-shift and others")]
    [InlineData("(First-Shift)")]
    [InlineData("see smith-2001")]
    public void A_finding_that_a_figure_names_and_its_whole_study_are_fitted(string reason)
    {
        var uses = Uses(reason);
        Assert.Equal(new EffectiveUse(EvidenceUse.Calibration, "village.learning.some-rate", uses["first-shift"].As), uses["first-shift"]);
        Assert.Equal(EvidenceUse.Calibration, uses["second-shift"].Use);
        Assert.Equal("village.learning.some-rate", uses["second-shift"].NamedBy);
        Assert.Equal(new EffectiveUse(EvidenceUse.Validation), uses["night-shift"]);
    }

    [Theory]
    [InlineData("a guess")]
    [InlineData("like first-shifts elsewhere")]
    [InlineData("the very-first-shift")]
    [InlineData("the first shift")]
    public void Other_words_name_nothing(string reason) =>
        Assert.All(Uses(reason).Values.Take(3), use => Assert.Equal(new EffectiveUse(EvidenceUse.Validation), use));

    [Fact]
    public void Every_other_use_is_as_stated() => Assert.Equal(new EffectiveUse(EvidenceUse.Calibration), Uses("fitted-one")["fitted-one"]);

    private static IReadOnlyDictionary<string, EffectiveUse> Uses(string reason) => EffectiveUse.Of(Findings,
        [new Figure(0.5, Provenance.Assumed, reason, 0, 1) { Path = "village.learning.some-rate" }]);

    private static PublishedFinding Finding(string id, string study, EvidenceUse use = EvidenceUse.Validation) =>
        FindingVerdictTests.Made(new() { Value = 1, Unit = "" }, null, id, study, use);
}
