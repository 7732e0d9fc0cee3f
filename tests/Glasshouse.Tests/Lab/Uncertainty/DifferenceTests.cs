using CsCheck;
using Glasshouse.Lab.Indicators;
using Glasshouse.Lab.Uncertainty;
using Xunit;

namespace Glasshouse.Tests.Lab.Uncertainty;

public sealed class DifferenceTests
{
    private static Reckoned Rate(double events, double persons = 1000) => new(events / persons * 1000, events, persons, persons);

    private static Difference Of(params (double Without, double With)[] seeds) =>
        Difference.Of([.. seeds.Select(s => new Pair(Rate(s.Without), Rate(s.With)))], 1000);

    [Fact]
    public void A_difference_that_all_seeds_show_has_a_direction()
    {
        Assert.Equal(Verdict.Higher, Of((100, 121), (110, 129), (95, 116)).Verdict);
        Assert.Equal(Verdict.Lower, Of((121, 100), (129, 110), (116, 95)).Verdict);
    }

    [Fact]
    public void A_difference_that_seeds_dispute_is_not_clear() =>
        Assert.Equal(Verdict.NoClearDifference, Of((100, 121), (129, 110), (95, 96)).Verdict);

    [Fact]
    public void Under_ten_events_one_cannot_tell()
    {
        var found = Of((0, 2), (0, 3), (0, 4));
        Assert.Equal(Verdict.CannotTell, found.Verdict);
        Assert.Equal("fewer than 10 events", found.Reason);
    }

    [Fact]
    public void Under_thirty_persons_one_cannot_tell()
    {
        var found = Difference.Of([new(Rate(10, 14), Rate(2, 14)), new(Rate(10, 14), Rate(3, 14))], 1000);
        Assert.Equal(Verdict.CannotTell, found.Verdict);
        Assert.Equal("fewer than 30 at risk", found.Reason);
    }

    [Fact]
    public void Nothing_seen_gives_the_exact_bound()
    {
        var found = Of((0, 0), (0, 0));
        Assert.Equal(Verdict.NoneSeen, found.Verdict);
        Assert.Equal(2.996 / 2000 * 1000, found.Chance!.Value.High, 0.001);
    }

    [Fact]
    public void One_seed_gives_no_interval()
    {
        var found = Of((100, 200));
        Assert.Equal(Verdict.CannotTell, found.Verdict);
        Assert.Null(found.Chance);
        Assert.Equal(100, found.Value, 1e-9);
    }

    [Fact]
    public void Rare_events_are_no_surer_than_their_counts()
    {
        // Every seed shows the same small difference, so that the t interval alone would be a point.
        var found = Of((3, 4), (3, 4), (3, 4));
        var counts = Poisson.OfDifference(9, 3000, 12, 3000).Times(1000);
        Assert.True(found.Chance!.Value.Low <= counts.Low && found.Chance.Value.High >= counts.High);
        Assert.Equal(Verdict.NoClearDifference, found.Verdict);
    }

    [Fact]
    public void What_only_a_regime_makes_is_known_to_be_none_without()
    {
        var none = new Reckoned(0, 0, double.PositiveInfinity, double.PositiveInfinity);
        var found = Difference.Of([new(none, Rate(20)), new(none, Rate(22))], 1000);
        var alone = Poisson.Of(42).Times(1000 / 2000.0);
        Assert.Equal(21, found.Value, 1e-9);
        Assert.True(found.Chance!.Value.Low <= alone.Low && found.Chance.Value.High >= alone.High);
    }

    [Fact]
    public void Swapping_twins_turns_every_sign_and_keeps_the_width() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 400]).Array[2, 12].Sample(seeds =>
        {
            Pair[] pairs = [.. seeds.Select(s => new Pair(Rate(s.Item1), Rate(s.Item2)))];
            var there = Difference.Of(pairs, 1000);
            var back = Difference.Of([.. pairs.Select(p => p.Swapped)], 1000);
            Assert.Equal(-there.Value, back.Value, 1e-9);
            Assert.Equal(there.Chance!.Value.Negated.Low, back.Chance!.Value.Low, 1e-9);
            Assert.True(there.Chance.Value.Low <= there.Value + 1e-9 && there.Value - 1e-9 <= there.Chance.Value.High);
            var turned = there.Verdict switch
            {
                Verdict.Higher => Verdict.Lower,
                Verdict.Lower => Verdict.Higher,
                var same => same,
            };
            Assert.Equal(turned, back.Verdict);
        }, iter: 300);

    [Fact]
    public void Assumptions_turn_a_sign_only_against_the_finding()
    {
        var range = AssumedRange.Of([-1, 2, 3])!;
        Assert.True(range.Turns(2));
        Assert.False(AssumedRange.Of([1, 2, 3])!.Turns(2));
        Assert.True(AssumedRange.Of([1, 2, 3])!.Turns(-2));
        Assert.Null(AssumedRange.Of([]));
        Assert.Null(range.Middle);
    }

    [Fact]
    public void From_twenty_draws_on_one_stray_silences_nothing()
    {
        var range = AssumedRange.Of([-1, .. Enumerable.Repeat(5.0, 39)])!;
        Assert.Equal(-1, range.All.Low);
        Assert.False(range.Turns(4));
    }

    [Fact]
    public void The_figure_that_moves_the_result_comes_first()
    {
        IReadOnlyDictionary<string, double>[] draws = [.. Enumerable.Range(0, 12)
            .Select(d => new Dictionary<string, double> { ["moves"] = d, ["idle"] = d * 5 % 12, ["fixed"] = 1 })];
        var ranked = Influence.Rank(draws, [.. Enumerable.Range(0, 12).Select(d => 100.0 - d * d)]);
        Assert.Equal("moves", ranked[0].Path);
        Assert.Equal(-1, ranked[0].Correlation, 1e-12);
        Assert.True(ranked[0].BeyondChance);
        Assert.False(ranked[1].BeyondChance);
        Assert.DoesNotContain(ranked, r => r.Path == "fixed");
        Assert.Empty(Influence.Rank(draws[..9], [.. Enumerable.Range(0, 9).Select(d => (double)d)]));
    }

    [Fact]
    public void Ties_share_their_rank() => Assert.Equal([1, 2.5, 2.5, 4], Influence.Ranks([1, 5, 5, 9]));
}
