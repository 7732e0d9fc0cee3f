using Glasshouse.Lab.Law;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Societies;
using Xunit;

namespace Glasshouse.Tests.Law;

/// <summary>A regime is asked at a point of its own life: what is out of force then is no evidence.</summary>
public sealed class LawTimeTests
{
    private const string Shamed = "documented: true }";
    private const string Years = "value: 2, document: S1 }";

    [Theory]
    [InlineData(0, Truth.No)]
    [InlineData(1.9, Truth.No)]
    [InlineData(2, Truth.Yes)]
    public void A_consequence_counts_from_the_year_in_which_it_comes_into_force(double year, Truth detriment) =>
        Assert.Equal(detriment, Ask("detriment", Shamed, "documented: true, from-year: { " + Years + " }", year));

    [Theory]
    [InlineData(0, Truth.Yes)]
    [InlineData(1.9, Truth.Yes)]
    [InlineData(2, Truth.No)]
    public void A_row_counts_until_the_year_in_which_it_ends(double year, Truth petty)
    {
        const string Row = "domain: public-behaviour, on: [{ conduct: littering }] }";
        Assert.Equal(petty, Ask("petty-conduct-recorded", Row, Row[..^1] + ", until-year: { " + Years + " }", year, Also));
    }

    [Theory]
    [InlineData(0, null, Truth.No)]
    [InlineData(1, "everything", Truth.Yes)]
    [InlineData(3, "mild", Truth.No)]
    [InlineData(5, "over", Truth.No)]
    public void A_phase_takes_consequences_out_of_force(double year, string? phase, Truth detriment)
    {
        const string Phases = """
            phases:
              everything: { from-year: { value: 1, document: S1 } }
              mild: { from-year: { value: 3, document: S1 }, without: [shamed] }
              over: { from-year: { value: 5, document: S1 }, without: ["*"] }

            """;
        const string Late = "documented: true, from-year: { value: 1, document: S1 } }";
        var text = SmallRegime.With(Shamed, Late) + Phases;
        Assert.Equal(phase, OwnTime.Of(SmallRegime.Read(text).ValueOrThrow(), Day("2026-01-01"), year).Phase);
        Assert.Equal(detriment, Ask("detriment", text, year));
    }

    [Fact]
    public void A_phase_that_runs_in_no_district_runs_nowhere()
    {
        const string Paused = "phases: { pause: { from-year: { value: 1, document: S1 }, districts: { value: 0, document: S1 } } }\n";
        Assert.Equal(Truth.Yes, Ask("adverse-records", SmallRegime.Text + Paused, 0));
        Assert.Equal(Truth.No, Ask("adverse-records", SmallRegime.Text + Paused, 1));
    }

    [Theory]
    [InlineData("R-1", true)]
    [InlineData("*", true)]
    [InlineData("inner/R-1", false)]
    [InlineData("inner/*", false)]
    public void A_phase_names_what_it_leaves_out_by_id_or_by_what_ids_begin_with(string without, bool own)
    {
        var text = SmallRegime.Text + $"phases: {{ less: {{ from-year: {{ value: 1, document: S1 }}, without: [\"{without}\"] }} }}\n";
        var outer = OwnTime.Of(SmallRegime.Read(text).ValueOrThrow(), Day("2026-01-01"), 1);
        var plain = OwnTime.Of(SmallRegime.Read(SmallRegime.Text).ValueOrThrow(), Day("2026-01-01"), 1);
        Assert.Equal(!own, outer.Holds("", "R-1", null, null));
        Assert.True(plain.Holds("", "R-1", null, null));
        Assert.Equal(own && without != "*", plain.Within(outer, "inner").Holds("", "R-1", null, null));
    }

    [Theory]
    [InlineData("from: \"2020-01-01\"", "2022-01-01", 2, "2 years after")]
    [InlineData("from: \"2020\"", "2022-01-01", 2, "2020-01-01")]
    [InlineData("from: \"2020-01-01\"", "2019-01-01", 0, "not yet in force")]
    [InlineData("from: \"2018-01-01\", until: \"2019\"", "2026-01-01", 2, "no longer in force")]
    [InlineData("jurisdictions: [cn]", "2026-01-01", 0, "states no day")]
    public void The_day_says_how_old_the_regime_is(string dates, string day, double year, string said)
    {
        var regime = SmallRegime.Read(SmallRegime.Text
            + $"system: {{ operator: state, ai: false, public-body: true, automated: none, basis: none, {dates} }}\n").ValueOrThrow();
        var time = OwnTime.Of(regime, Day(day));
        Assert.Equal(year, time.Year, 0.01);
        Assert.Contains(said, time.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_has_written_begins_on_no_day_even_if_its_model_did()
    {
        using var regimes = new RegimeFolder();
        var parts = regimes.Ask("hybrid-financial", "cn").Parts;
        Assert.Equal(0, parts[0].Time.Year);
        Assert.Contains("nobody has put it into force", parts[0].Time.Words, StringComparison.Ordinal);
    }

    // The heavier row on the same conduct is taken away, so that one row decides.
    private static string Also(string text) => text.Replace("{ conduct: littering, levels: [heavy], who: [urban] }",
        "{ conduct: bankruptcy }", StringComparison.Ordinal).Replace("{ conduct: littering, levels: [heavy] }",
        "{ conduct: bankruptcy }", StringComparison.Ordinal);

    private static Truth Ask(string predicate, string passage, string put, double year, Func<string, string>? also = null) =>
        Ask(predicate, (also ?? (t => t))(SmallRegime.With(passage, put)), year);

    private static Truth Ask(string predicate, string text, double year)
    {
        var reading = SmallRegime.Read(text);
        var time = OwnTime.Of(reading.ValueOrThrow(), Day("2026-01-01"), year);
        return Predicates.Of(predicate).Ask(new Facts(reading, ChinaUrban.Load(), time)).Truth;
    }

    private static DateOnly Day(string text) => LawCheck.Day(text)!.Value;
}
