using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Uncertainty;
using Xunit;

namespace Glasshouse.Tests.Lab.Evidence;

public sealed class FindingVerdictTests
{
    [Theory]
    [InlineData(100, 1, VerdictKind.Inside)]
    [InlineData(110, 1, VerdictKind.Inside)]
    [InlineData(90, 1, VerdictKind.Inside)]
    [InlineData(111, 1, VerdictKind.Near)]
    [InlineData(80, 1, VerdictKind.Near)]
    [InlineData(121, 1, VerdictKind.Outside)]
    [InlineData(0, 1, VerdictKind.Outside)]
    [InlineData(100, 11, VerdictKind.CannotTell)]
    [InlineData(120, 11, VerdictKind.CannotTell)]
    [InlineData(140, 11, VerdictKind.Outside)]
    [InlineData(double.NaN, 1, VerdictKind.CannotTell)]
    public void A_value_is_held_against_its_tolerance(double simulated, double half, VerdictKind expected) =>
        Assert.Equal(expected, FindingVerdict.Of(Made(new() { Value = 100, Unit = "" },
            new() { Of = ToleranceOf.Absolute, Size = 10, Why = "" }), simulated, new Interval(simulated - half, simulated + half)).Kind);

    [Theory]
    [InlineData(-0.5, 0.1, Sign.Negative, VerdictKind.Inside)]
    [InlineData(0.5, 0.1, Sign.Negative, VerdictKind.Outside)]
    [InlineData(0.5, 0.1, Sign.Positive, VerdictKind.Inside)]
    [InlineData(0.05, 0.1, Sign.Positive, VerdictKind.CannotTell)]
    [InlineData(-0.05, 0.1, Sign.Positive, VerdictKind.CannotTell)]
    public void A_sign_counts_where_the_interval_leaves_no_effect_out(double simulated, double half, Sign sign, VerdictKind expected) =>
        Assert.Equal(expected, FindingVerdict.Of(Made(new() { Sign = sign, Unit = "" }, null), simulated,
            new Interval(simulated - half, simulated + half)).Kind);

    [Fact]
    public void Without_a_tolerance_a_quarter_of_the_value_is_allowed() =>
        Assert.Equal(2.5, FindingVerdict.HalfWidth(Made(new() { Value = -10, Unit = "" }, null)));

    [Fact]
    public void Without_a_value_the_middle_of_the_range_stands_for_it() =>
        Assert.Equal(VerdictKind.Inside,
            FindingVerdict.Of(Made(new() { Low = 2, High = 6, Unit = "" }, null), 4.9, new Interval(4.8, 5)).Kind);

    [Theory]
    [InlineData(Contrast.Ratio, Statistic.Mean, 1)]
    [InlineData(Contrast.Treated, Statistic.OddsRatio, 1)]
    [InlineData(Contrast.Treated, Statistic.Auc, 0.5)]
    [InlineData(Contrast.Difference, Statistic.Auc, 0)]
    [InlineData(Contrast.PercentChange, Statistic.Mean, 0)]
    public void What_means_no_effect_depends_on_the_contrast_and_the_statistic(Contrast contrast, Statistic what, double expected) =>
        Assert.Equal(expected, FindingVerdict.NoEffect(Made(new() { Unit = "" }, null) with
        {
            Scenario = new Scenario
            {
                Arms = new Dictionary<string, Arm> { ["a"] = new(), ["b"] = new() },
                Measure = new Measurement { What = what, Of = "stress" },
                Contrast = contrast,
            },
        }));

    internal static PublishedFinding Made(PublishedValue published, Tolerance? tolerance, string id = "made-up",
        string study = "nobody-2000", EvidenceUse use = EvidenceUse.Validation) => new()
        {
            Schema = FindingCheck.SchemaWord,
            Id = id,
            Title = "",
            Topic = Topic.Attitudes,
            Use = use,
            Study = study,
            Source = new FindingSource { Title = "", Read = false },
            Published = published,
            Tolerance = tolerance,
        };
}
