using Glasshouse.Lab.Law;
using Xunit;

namespace Glasshouse.Tests.Law;

/// <summary>What runs together is asked as a whole, and each answer points into the file that gives it.</summary>
public sealed class LawPartsTests : IDisposable
{
    private const string Includer = "wenzhou-draft";
    private const string Society = "society: china-urban\n";
    private readonly RegimeFolder _regimes = new();

    public void Dispose() => _regimes.Dispose();

    [Fact]
    public void What_a_regime_includes_decides_with_it_and_its_lines_are_named()
    {
        Assert.NotEqual(Verdict.FallsUnder, _regimes.Rule(Includer, "cn", "CN-PROV-PERSONS").Verdict);
        var ruling = WithTheCourt().Rule(Includer, "cn", "CN-PROV-PERSONS");
        Assert.Equal(Verdict.FallsUnder, ruling.Verdict);
        var line = ruling.Deciding.Single(f => f.Predicate == "shown-to-everybody").Lines.Single();
        Assert.EndsWith("court-defaulters.yaml", line.File, StringComparison.Ordinal);
        Assert.Equal("publishes-persons: true", line.Text);
        Assert.Contains(ruling.Changes, c => c.Regime == "court-defaulters, persons"
            && c.Answers is [("shown-to-everybody", false)]);
    }

    [Fact]
    public void An_ai_system_in_an_included_regime_brings_the_whole_under_the_ban_and_one_line_takes_it_out()
    {
        WithTheCourt();
        Assert.Equal(Verdict.OutsideScope, _regimes.Rule(Includer, "eu", "AIA-5-1-c").Verdict);
        _regimes.Change("court-defaulters", "ai: false", "ai: true");
        var ruling = _regimes.Rule(Includer, "eu", "AIA-5-1-c");
        Assert.Equal(Verdict.FallsUnder, ruling.Verdict);
        Assert.All(ruling.Deciding, f => Assert.Equal("court-defaulters", f.Part.Regime.Id));
        Assert.Contains(ruling.Changes, c => c.To == Verdict.OutsideScope && c.Answers is [("ai-system", false)]);
    }

    [Fact]
    public void Each_part_answers_for_its_own_declarations()
    {
        // The draft rests on no law; that the court's list does, helps it nothing.
        var ruling = WithTheCourt().Rule(Includer, "cn", "CN-2020-BASIS");
        Assert.Equal(3, ruling.Parts.Count);
        Assert.Contains(Verdict.Provided, ruling.Parts);
        Assert.Equal(Judging.Gravest(ruling.Parts), ruling.Verdict);
        Assert.NotEqual(Verdict.Provided, ruling.Verdict);
    }

    [Fact]
    public void Persons_and_firms_are_asked_apart()
    {
        var report = _regimes.Ask("court-defaulters", "cn");
        Assert.Equal(["court-defaulters, persons", "court-defaulters, firms"], report.Parts.Select(p => p.Name));
        var travel = _regimes.Rule("court-defaulters", "international", "ICCPR-12");
        Assert.Equal([Verdict.Touched, Verdict.NotTouched], travel.Parts);
    }

    [Fact]
    public void A_fault_in_an_included_file_is_told() =>
        Assert.Throws<Glasshouse.Files.FaultException>(() => WithTheCourt()
            .Change("court-defaulters", "ai: false", "ai: perhaps").Ask(Includer, "eu"));

    [Theory]
    [InlineData(Verdict.FallsUnder, Verdict.OutsideScope, Verdict.FallsUnder)]
    [InlineData(Verdict.CannotTell, Verdict.DoesNotFallUnder, Verdict.CannotTell)]
    [InlineData(Verdict.DoesNotFallUnder, Verdict.OutsideScope, Verdict.DoesNotFallUnder)]
    [InlineData(Verdict.Provided, Verdict.Missing, Verdict.Missing)]
    [InlineData(Verdict.Provided, Verdict.DoesNotApply, Verdict.Provided)]
    [InlineData(Verdict.NotTouched, Verdict.Touched, Verdict.Touched)]
    public void The_gravest_verdict_is_the_whole_s(Verdict one, Verdict other, Verdict whole)
    {
        Assert.Equal(whole, Judging.Gravest([one, other]));
        Assert.Equal(whole, Judging.Gravest([other, one]));
    }

    private RegimeFolder WithTheCourt() => _regimes.Change(Includer, Society, Society + "includes: [court-defaulters]\n");
}
