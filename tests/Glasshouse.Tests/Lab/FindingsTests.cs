using Glasshouse.Engine;
using Glasshouse.Lab;
using Glasshouse.Lab.Uncertainty;
using Xunit;

namespace Glasshouse.Tests.Lab;

public sealed class FindingsTests
{
    [Fact]
    public void The_four_numbers_are_the_same_whatever_comes_out()
    {
        var findings = Findings.From(MadeRun.Of());
        Assert.Equal(Findings.FourNumbers, findings.Headline.Select(h => h.Indicator.Name));
        Assert.All(findings.Headline, h => Assert.True(h.OfAll && h.Period == "mature"));
    }

    [Fact]
    public void Every_indicator_is_told_for_every_stratum_and_period()
    {
        var findings = Findings.From(MadeRun.Of());
        Assert.Equal(0, findings.Rows.Count % (2 * Outcome.StrataList.Count));
        Assert.Equal(findings.Rows.Count, findings.Rows.DistinctBy(r => (r.Indicator.Name, r.Stratum, r.Period)).Count());
    }

    [Fact]
    public void Verdicts_follow_the_counts()
    {
        var findings = Findings.From(MadeRun.Of());
        Assert.Equal(Verdict.Lower, findings.Of("harm-to-others", "mature")!.Verdict);
        Assert.Equal(Verdict.Higher, findings.Of("words-withheld", "mature")!.Verdict);
        Assert.Equal(Verdict.OnlyWithRegime, findings.Of("weeks-wronged", "mature")!.Verdict);
        Assert.Equal(Verdict.SetByAssumption, findings.Of("records-invented", "mature")!.Verdict);
        Assert.Equal(Verdict.NoClearDifference, findings.Of("volunteering", "mature")!.Verdict);
        Assert.Equal(Verdict.NoneSeen, findings.Of("said-in-support", "mature")!.Verdict);
    }

    [Fact]
    public void Without_a_regime_there_is_nothing_that_only_a_regime_makes()
    {
        var findings = Findings.From(MadeRun.Of());
        Assert.All(findings.Rows.Where(r => r.Indicator.RegimeOnly && double.IsFinite(r.Without)),
            r => Assert.Equal(0, r.Without));
    }

    [Fact]
    public void What_only_a_regime_makes_is_never_less_than_none()
    {
        // Two seeds give the widest intervals.
        var findings = Findings.From(MadeRun.Of(seeds: 2));
        Assert.All(findings.Rows.Where(r => r.Indicator.RegimeOnly && r.Chance is not null),
            r => Assert.True(r.Chance!.Value.Low >= 0));
        Assert.All(findings.Courses.Where(c => c.Indicator.RegimeOnly).SelectMany(c => c.Years),
            y => Assert.True(y.Chance!.Value.Low >= 0));
    }

    [Fact]
    public void Assumptions_are_not_examined_until_drawn()
    {
        Assert.Null(Findings.From(MadeRun.Of()).Headline[0].Assumed);
        var drawn = Findings.From(MadeRun.Of(draws: 12));
        Assert.NotNull(drawn.Headline[0].Assumed);
        Assert.Equal("small.yaml:one", drawn.Influences["harm-to-others"][0].Path);
    }

    [Fact]
    public void One_seed_shows_the_spread_between_districts_and_no_interval()
    {
        var harm = Findings.From(MadeRun.Of(seeds: 1)).Headline[0];
        Assert.Null(harm.Chance);
        Assert.NotNull(harm.Spread);
        Assert.Equal(Verdict.CannotTell, harm.Verdict);
        Assert.Null(Findings.From(MadeRun.Of(seeds: 2)).Headline[0].Spread);
    }

    [Fact]
    public void A_run_of_one_year_has_no_mature_state()
    {
        var findings = Findings.From(MadeRun.Of(years: 1));
        Assert.All(findings.Rows, r => Assert.Equal("roll-out", r.Period));
        Assert.Single(findings.Courses[0].Years);
    }

    [Fact]
    public void The_rule_book_is_counted_whole()
    {
        var book = Findings.From(MadeRun.Of()).RuleBook;
        Assert.Equal(6, book.Rows);
        Assert.True(book.RowsModelled < book.Rows);
        Assert.Contains(book.Domains.SelectMany(d => d.Reasons), r => r.Reason == "too rare");
    }
}
