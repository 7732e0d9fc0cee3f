using Glasshouse.Lab;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Lab;

public sealed class ReachTests
{
    [Fact]
    public void Every_row_is_told_by_source_domain_and_who()
    {
        var reach = Reach.Of(SmallRegime.Read(SmallRegime.Text).ValueOrThrow(), SmallRegime.Conducts);
        Assert.Equal("persons from 18", reach.Subjects);
        Assert.Equal(
            [
                "public/legal 0+1: everybody",
                "public/public-behaviour 4+0: everybody, rural, urban",
                "not modelled/business 1+0: ",
                "not modelled/legal 1+0: ",
            ],
            reach.Cells.Select(c => $"{c.Source}/{c.Domain} {c.Rows}+{c.Grounds}: {string.Join(", ", c.Who)}"));
        Assert.Equal(["named-in-public"], reach.Consequences);
    }

    [Fact]
    public void A_family_and_a_firm_are_told_apart_from_the_actor()
    {
        var small = SmallRegime.Read(SmallRegime.With(
            "on: [{ conduct: littering }]", "credited: actor-and-parents, on: [{ conduct: littering }]"));
        var cell = Reach.Of(small.ValueOrThrow(), SmallRegime.Conducts).Cells.Single(c => c.Domain == "public-behaviour");
        Assert.Contains("everybody, and the parents", cell.Who);
    }

    [Fact]
    public void Others_who_are_hit_are_told_with_the_context()
    {
        var small = SmallRegime.Read(SmallRegime.With("effect: named-in-public,",
            "effect: named-in-public, also-hits: [household, staff], domain: reputation,"));
        var reach = Reach.Of(small.ValueOrThrow(), SmallRegime.Conducts);
        Assert.Equal(["household in reputation", "staff in reputation"], reach.Others);
    }

    [Fact]
    public void What_people_near_report_and_what_only_its_subject_tells_are_sources_of_their_own()
    {
        var text = SmallRegime.With("    sensitivity:", "    reports: { value: 0.1, document: S1 }\n    sensitivity:")
            .Replace("tier: { counter: help, reach: 10 }", "declared: { value: 0.5, document: S1 }, tier: { counter: help, reach: 10 }",
                StringComparison.Ordinal);
        var cells = Reach.Of(SmallRegime.Read(text).ValueOrThrow(), SmallRegime.Conducts).Cells;
        Assert.Equal(
            ["public and reports/legal 0+1", "public and reports/public-behaviour 3+0", "declared/public-behaviour 1+0"],
            cells.Take(3).Select(c => $"{c.Source}/{c.Domain} {c.Rows}+{c.Grounds}"));
    }

    [Fact]
    public void Every_shipped_regime_is_shown_or_named()
    {
        var shelf = new Shelf([Repository.Root]);
        var (regimes, faulty) = Reach.All(shelf);
        Assert.Equal(shelf.List(FileKind.Regime).Select(f => f.Name),
            regimes.Select(r => r.Regime).Concat(faulty).Order(StringComparer.Ordinal));
        Assert.Contains(regimes, r => r.Regime == "wendeng-2020");
    }
}
