using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Regimes;

public sealed class RegimeCheckTests
{
    [Fact]
    public void A_sound_regime_has_no_faults()
    {
        var reading = SmallRegime.Read(SmallRegime.Text);
        Assert.Empty(reading.Faults);
        Assert.Empty(RegimeCheck.Check(reading, SmallRegime.Conducts));
    }

    /// <summary>One passage is replaced; the fault points at the given passage of the changed text.</summary>
    [Theory]
    [InlineData("regime/v1", "regime/v2", "GH201", "glasshouse/regime/v2")]
    [InlineData("id: small", "id: smal", "GH202", "smal\n")]
    [InlineData("value: 850", "value: 960", "GH203", "960, document: S1 }, label: warned")]
    [InlineData("C: { label", "C: { from: { value: 1, document: S1 }, label", "GH203", "from: { value: 1,")]
    [InlineData("B: { from: { value: 850, document: S1 }, label", "B: { label", "GH203", "B: { label")]
    [InlineData(", entry: true", "", "GH204", "grades:\n  A")]
    [InlineData("label: warned", "label: warned, entry: true", "GH204", "entry: true }\n  C:")]
    [InlineData("value: 1000", "value: 900", "GH204", "900")]
    [InlineData("C: { value: 2", "D: { value: 2", "GH205", "D: { value: 2")]
    [InlineData("grade: C,", "grade: E,", "GH205", "E, article")]
    [InlineData("to-grade: B", "to-grade: b", "GH205", "b\n    article: e")]
    [InlineData("grades: [C]", "grades: [C, CC]", "GH205", "CC]")]
    [InlineData("on: [{ conduct: littering }]", "on: [{ conduct: literring }]", "GH206", "literring")]
    [InlineData("levels: [heavy], who", "levels: [haevy], who", "GH207", "haevy")]
    [InlineData(", not-modelled: too rare", "", "GH208", "R-6:")]
    [InlineData("not-modelled: too rare", "on: []", "GH208", "R-6:")]
    [InlineData("to-row: R-5", "to-row: R-6", "GH208", "R-5:")]
    [InlineData("on: [{ conduct: littering }]", "on: [{ conduct: littering }], not-modelled: x", "GH209", "not-modelled: x")]
    [InlineData("who: [urban]", "who: [urban, rural]", "GH210", "[urban, rural]")]
    [InlineData("levels: [heavy], who", "levels: [], who", "GH210", "[], who")]
    [InlineData("on: [{ conduct: littering }]", "on: [{ conduct: helping, who: [urban] }]", "GH210", "[urban] }] }\n  R-2")]
    [InlineData("points: -5,", "points: 0,", "GH211", "0, article: a, domain: public-behaviour, on:")]
    [InlineData("min: -50, max: -10", "min: -10, max: -50", "GH211", "{ min: -10")]
    [InlineData("min: -50, max: -10", "min: -50, max: 10", "GH211", "{ min: -50")]
    [InlineData("of: [C-1]", "of: [C-1, C-2]", "GH212", "C-2]")]
    [InlineData("to-row: R-5\n", "to-row: R-5x\n", "GH212", "R-5x")]
    [InlineData("reach: 50", "reach: 10", "GH213", "10 }, cap: { name: help, points: 20 } }\n  R-5")]
    [InlineData("helps much, points: 10", "helps more, points: 5", "GH213", "5, article: q, domain: public-behaviour,\n")]
    [InlineData("reach: 50 }, cap: { name: help, points: 20", "reach: 50 }, cap: { name: help, points: 30", "GH214", "30 }")]
    public void A_fault_has_its_code_and_its_place(string passage, string replacement, string code, string place)
    {
        var text = SmallRegime.With(passage, replacement);
        var reading = SmallRegime.Read(text);
        Assert.Empty(reading.Faults);
        var faults = RegimeCheck.Check(reading, SmallRegime.Conducts).Select(f => (f.Code, new Mark(f.Line, f.Column)));
        Assert.Contains((code, PlaceOf(place, text)), faults);
    }

    [Theory]
    [InlineData("on: [{ conduct: littering }]", "on: [{ conduct: literring }]", "littering")]
    [InlineData("levels: [heavy], who", "levels: [haevy], who", "heavy")]
    [InlineData("to-grade: B", "to-grade: b", "B")]
    public void The_nearest_name_is_suggested(string passage, string replacement, string nearest)
    {
        var reading = SmallRegime.Read(SmallRegime.With(passage, replacement));
        Assert.Equal(nearest, RegimeCheck.Check(reading, SmallRegime.Conducts)[0].Nearest);
    }

    [Fact]
    public void A_row_with_a_fault_of_its_own_is_not_reported_as_unknown()
    {
        var reading = SmallRegime.Read(SmallRegime.With("text: repaired, ", ""));
        Assert.Equal([FaultCode.MissingKey], reading.Faults.Select(f => f.Code));
        Assert.Empty(RegimeCheck.Check(reading, SmallRegime.Conducts));
    }

    [Theory]
    [InlineData("entry-weeks: { value: 4, document: S1 }")]
    [InlineData("head-spill-over: article 6")]
    public void What_would_have_no_effect_is_no_part_of_the_language(string key)
    {
        var reading = SmallRegime.Read(SmallRegime.With("rules:\n", "rules:\n  " + key + "\n"));
        Assert.Equal([FaultCode.UnknownKey], reading.Faults.Select(f => f.Code));
    }

    [Fact]
    public void All_faults_are_found_at_once()
    {
        var text = SmallRegime.With("id: small", "id: other")
            .Replace("points: -5,", "points: 0,", StringComparison.Ordinal)
            .Replace("of: [C-1]", "of: [C-9]", StringComparison.Ordinal);
        var faults = RegimeCheck.Check(SmallRegime.Read(text), SmallRegime.Conducts);
        Assert.Equal(["GH202", "GH211", "GH212"], faults.Select(f => f.Code));
    }

    private static Mark PlaceOf(string passage, string text)
    {
        var at = text.IndexOf(passage, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The changed text has no '{passage}'.");
        return new Mark(text[..at].Count(c => c == '\n') + 1, at - text.LastIndexOf('\n', at));
    }
}
