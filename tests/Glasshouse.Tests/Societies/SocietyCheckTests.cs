using Glasshouse.Societies;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Societies;

public sealed class SocietyCheckTests
{
    [Fact]
    public void A_sound_society_has_no_faults() => Assert.Empty(CodesOf(File.ReadAllText(Tiny.SocietyPath)));

    [Theory]
    [InlineData("society/v1", "society/v2", "GH201")]
    [InlineData("id: tiny-society", "id: other", "GH202")]
    [InlineData("{ to: 39, share: { value: 0.3, low: 0.3, high: 0.3", "{ to: 39, share: { value: 0.31, low: 0.3, high: 0.4", "GH301")]
    [InlineData("\"18\": { to: 39", "\"20\": { to: 39", "GH302")]
    [InlineData("\"18\": { to: 39", "\"18\": { to: 41", "GH302")]
    [InlineData("\"4\": { share", "\"x4\": { share", "GH302")]
    [InlineData("education+income-potential", "education+incme-potential", "GH303")]
    [InlineData("education+income-potential", "education+education", "GH303")]
    [InlineData("temperament: plain\n    levels:\n      once: { share: { value: 1, low: 1, high: 1, assumed: made up for tests } }\n"
        + "    found-by-law: { value: 0, low: 0, high: 0, assumed: made up for tests }\n"
        + "    law-loss-weeks: { value: 0, low: 0, high: 0, assumed: made up for tests }\n  littering",
        "temperament: plane\n    levels:\n      once: { share: { value: 1, low: 1, high: 1, assumed: made up for tests } }\n"
        + "    found-by-law: { value: 0, low: 0, high: 0, assumed: made up for tests }\n"
        + "    law-loss-weeks: { value: 0, low: 0, high: 0, assumed: made up for tests }\n  littering", "GH305")]
    [InlineData("helping: [helping]", "helping: [helpin]", "GH306")]
    [InlineData("    b: { share: { value: 0.5, low: 0.5, high: 0.5, assumed: made up for tests } }\n", "", "GH307")]
    [InlineData("    lasts-weeks: { value: 8, low: 6.4, high: 9.6, assumed: made up for tests }\n", "", "GH308")]
    public void A_fault_has_its_code(string passage, string replacement, string code) =>
        Assert.Contains(code, CodesOf(Tiny.SocietyWith(passage, replacement)));

    [Fact]
    public void A_society_that_stands_for_one_person_is_refused()
    {
        var text = Tiny.SocietyWith("""
              ages:
                "0": { to: 17, share: { value: 0.2, low: 0.2, high: 0.2, assumed: made up for tests } }
                "18": { to: 39, share: { value: 0.3, low: 0.3, high: 0.3, assumed: made up for tests } }
                "40": { to: 64, share: { value: 0.35, low: 0.35, high: 0.35, assumed: made up for tests } }
                "65": { to: 95, share: { value: 0.15, low: 0.15, high: 0.15, assumed: made up for tests } }
            """, """
              ages:
                "0": { to: 42, share: { value: 0, low: 0, high: 0, assumed: x } }
                "43": { to: 43, share: { value: 1, low: 1, high: 1, assumed: x } }
            """);
        text = Replace(text, "urban-share: { value: 0.6, low: 0.48, high: 0.72", "urban-share: { value: 1, low: 1, high: 1");
        text = Replace(text, "a: { share: { value: 0.5, low: 0.5, high: 0.5", "a: { share: { value: 1, low: 1, high: 1");
        text = Replace(text, "b: { share: { value: 0.5, low: 0.5, high: 0.5", "b: { share: { value: 0, low: 0, high: 0");
        Assert.DoesNotContain("GH304", CodesOf(text));
        foreach (var (size, share) in new[] { ("1", "0.25"), ("2", "0.3"), ("3", "0.25"), ("4", "0.2") })
        {
            var value = size == "2" ? "1" : "0";
            text = Replace(text, $"\"{size}\": {{ share: {{ value: {share}, low: {share}, high: {share}",
                $"\"{size}\": {{ share: {{ value: {value}, low: {value}, high: {value}");
        }
        Assert.Equal(["GH304"], CodesOf(text));
    }

    [Fact]
    public void A_faulty_entry_is_reported_once()
    {
        var codes = CodesOf(Tiny.SocietyWith("text: drops rubbish\n", "txt: drops rubbish\n"));
        Assert.Equal(["GH102"], codes);
    }

    private static string Replace(string text, string passage, string replacement)
    {
        Assert.Equal(2, text.Split(passage).Length);
        return text.Replace(passage, replacement, StringComparison.Ordinal);
    }

    private static IEnumerable<string> CodesOf(string text)
    {
        var reading = Yaml.Read<Society>(text, "tiny-society.yaml");
        return reading.Faults.Concat(SocietyCheck.Check(reading)).Select(f => f.Code);
    }
}
