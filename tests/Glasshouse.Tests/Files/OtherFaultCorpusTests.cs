using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Law;
using Glasshouse.Lab.Testing;
using Glasshouse.Societies;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Files;

/// <summary>
/// Faults of societies, law files and policy tests, kept as those of regimes are: <c>Corpus/KIND/small.yaml</c> with one edit each.
/// </summary>
public sealed class OtherFaultCorpusTests
{
    private const string Societies = "societies", Laws = "law", Tests = "tests", Findings = "evidence";

    private const string Law = """
        schema: glasshouse/law/v1
        id: small
        title: A small law
        summary: For tests.
        sources:
          text: { title: A text, copy: full-text }
        conditions:
          one:
            title: a ban
            law: A law
            article: art. 1
            kind: prohibition
            says: Nobody does it.
            sources: [text]
            in-force: "2020-01-31"
            scope: [natural-persons]
            all: [detriment]

        """;

    private const string PolicyTests = """
        schema: glasshouse/policy-tests/v1
        regime: small
        tests:
          twice:
            says: two lots of litter
            person: { age: 40, roles: [urban] }
            records:
              - { week: 0, conduct: littering }
              - { week: 3, conduct: littering, level: heavy }
              - { week: 3, conduct: helping, amount: 2 }
            at-week: 3
            expect: { grade: C, because: R-1 }

        """;

    private const string Finding = """
        schema: glasshouse/evidence/v1
        id: small
        title: A small finding
        topic: attitudes
        use: validation
        study: nobody-2000
        source: { title: Nothing, read: true }
        society: tiny-society
        mechanisms: [support]
        published: { value: 5, low: 4, high: 6, unit: "%" }
        tolerance: { of: absolute, size: 1, why: made up }
        scenario:
          arms:
            with: { regime: tiny-regime, set: { channels.public.misread: 0.1 }, off: [strain] }
            without: { off: [strain] }
          measure: { what: mean, of: trust-people, among: { urban: 1 }, from-year: 2, scale: 100 }

        """;

    private static readonly Dictionary<string, (string Kind, string Passage, string Replacement)> Edits = new()
    {
        ["measured-and-untestable"] = (Findings, "mechanisms: [support]\n", "mechanisms: [support]\nuntestable: too hard\n"),
        ["judges-no-such-mechanism"] = (Findings, "[support]", "[suport]"),
        ["tolerance-without-size"] = (Findings, "absolute, size: 1", "absolute"),
        ["society-of-no-shelf"] = (Findings, "tiny-society", "tiny-socety"),
        ["regime-of-no-shelf"] = (Findings, "tiny-regime", "tiny-regim"),
        ["unknown-variable"] = (Findings, "trust-people", "trust-peple"),
        ["unknown-indicator"] = (Findings, "what: mean, of: trust-people, among: { urban: 1 }", "what: indicator, of: felt-saftey"),
        ["unknown-figure"] = (Findings, "channels.public.misread", "channels.public.misred"),
        ["figure-beyond-its-range"] = (Findings, "misread: 0.1", "misread: -0.1"),
        ["ratio-of-one"] = (Findings, "what: mean", "what: ratio"),
        ["year-after-the-end"] = (Findings, "from-year: 2", "from-year: 4"),
        ["shares-beyond-one"] = (Societies,
            "{ to: 39, share: { value: 0.3, low: 0.3, high: 0.3", "{ to: 39, share: { value: 0.31, low: 0.3, high: 0.4"),
        ["gap-between-bands"] = (Societies, "\"18\": { to: 39", "\"20\": { to: 39"),
        ["household-of-a-word"] = (Societies, "\"4\": { share", "\"four\": { share"),
        ["correlation-of-no-trait"] = (Societies, "education+income-potential", "education+incme-potential"),
        ["unknown-group-member"] = (Societies, "helping: [helping]", "helping: [helpin]"),
        ["one-group"] = (Societies, "    b: { share: { value: 0.5, low: 0.5, high: 0.5, assumed: made up for tests } }\n", ""),
        ["mark-without-end"] = (Societies, "    lasts-weeks: { value: 8, low: 6.4, high: 9.6, assumed: made up for tests }\n", ""),
        ["temperament-of-nobody"] = (Societies,
            "rate: { value: 3, low: 2.4, high: 3.6, assumed: made up for tests }\n    temperament: careless",
            "rate: { value: 3, low: 2.4, high: 3.6, assumed: made up for tests }\n    temperament: carless"),
        ["society-for-one"] = (Societies, "", ""),
        ["unknown-predicate"] = (Laws, "all: [detriment]", "all: [detrimint]"),
        ["unknown-law-source"] = (Laws, "sources: [text]", "sources: [texts]"),
        ["no-such-day"] = (Laws, "2020-01-31", "2020-02-31"),
        ["duty-that-provides-nothing"] = (Laws, "kind: prohibition", "kind: duty"),
        ["ban-that-asks-nothing"] = (Laws, "    all: [detriment]\n", ""),
        ["law-of-another-schema"] = (Laws, "glasshouse/law/v1", "glasshouse/law/v2"),
        ["too-many-records"] = (Tests, "      - { week: 0, conduct: littering }\n",
            string.Concat(Enumerable.Repeat("      - { week: 0, conduct: littering }\n", 19))),
        ["number-of-somebody"] = (Tests, "two lots of litter", "the case of 310101199001011234"),
        ["unknown-rule"] = (Tests, "because: R-1", "because: R-11"),
        ["record-after-the-end"] = (Tests, "at-week: 3", "at-week: 2"),
        ["expects-nothing"] = (Tests, "expect: { grade: C, because: R-1 }", "expect: {}"),
        ["more-than-a-run-brings"] = (Tests, "amount: 2", "amount: 20"),
        ["town-and-country"] = (Tests, "roles: [urban]", "roles: [urban, rural]"),
        ["conduct-of-nobody"] = (Tests, "conduct: helping", "conduct: heping"),
    };

    public static TheoryData<string> Names() => [.. Edits.Keys];

    /// <summary>The faults of all files.</summary>
    internal static IEnumerable<Fault> AllFaults => Edits.Keys.SelectMany(Faults);

    [Theory]
    [InlineData(Societies)]
    [InlineData(Laws)]
    [InlineData(Tests)]
    [InlineData(Findings)]
    public void The_file_that_the_others_are_edits_of_has_no_fault(string kind) => Assert.Empty(Faults(kind, "small", Base(kind)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_told_as_kept(string name)
    {
        var (kind, _, _) = Edits[name];
        var told = string.Concat(Faults(name).Select(FaultCorpusTests.Told));
        Directory.CreateDirectory(FaultCorpusTests.PathOf(kind));
        FaultCorpusTests.Keep($"{kind}/{name}.yaml", Text(name));
        FaultCorpusTests.Keep($"{kind}/{name}.txt", told);
        Assert.NotEmpty(told);
        Assert.Equal(Kept($"{kind}/{name}.yaml"), Text(name));
        Assert.Equal(Kept($"{kind}/{name}.txt"), told);
    }

    [Fact]
    public void None_is_left_over() => Assert.Equal(Edits.Select(e => $"{e.Value.Kind}/{e.Key}").Order(StringComparer.Ordinal),
        new[] { Societies, Laws, Tests, Findings }.SelectMany(kind => Directory.GetFiles(FaultCorpusTests.PathOf(kind), "*.yaml")
            .Select(f => $"{kind}/{Path.GetFileNameWithoutExtension(f)}")).Order(StringComparer.Ordinal));

    private static string Kept(string name) => File.ReadAllText(FaultCorpusTests.PathOf(name)).ReplaceLineEndings("\n");

    private static IReadOnlyList<Fault> Faults(string name) => Faults(Edits[name].Kind, name, Text(name));

    private static IReadOnlyList<Fault> Faults(string kind, string name, string text)
    {
        var file = name + ".yaml";
        switch (kind)
        {
            case Societies:
                var society = Yaml.Read<Society>(text, file);
                return [.. Fault.InOrder(society.Faults.Concat(SocietyCheck.Check(society)), file)];
            case Laws:
                var law = Yaml.Read<LawBook>(text, file);
                return [.. Fault.InOrder(law.Faults.Concat(LawCheck.Check(law)), file)];
            case Findings:
                using (var shelf = new Scratch())
                {
                    shelf.Write("societies/tiny-society.yaml", File.ReadAllText(Tiny.SocietyPath));
                    shelf.Write("regimes/tiny-regime.yaml", File.ReadAllText(Tiny.RegimePath));
                    var input = new InputFile(FileKind.Evidence, file, System.Text.Encoding.UTF8.GetBytes(text));
                    return FindingCheck.Open(input, new Readings(new Shelf([shelf.Path]))).Faults;
                }
            default:
                var regime = SmallRegime.Read(SmallRegime.Text).ValueOrThrow() with { Id = name };
                var tests = Yaml.Read<PolicyTests>(text, file);
                return [.. Fault.InOrder(tests.Faults.Concat(PolicyTestCheck.Check(tests, regime, SmallRegime.Conducts)), file)];
        }
    }

    private static string Base(string kind) => kind switch
    {
        Societies => File.ReadAllText(Tiny.SocietyPath).ReplaceLineEndings("\n")
            .Replace("id: tiny-society\n", "id: small\n", StringComparison.Ordinal),
        Laws => Law.ReplaceLineEndings("\n"),
        Findings => Finding.ReplaceLineEndings("\n"),
        _ => PolicyTests.ReplaceLineEndings("\n"),
    };

    private static string Text(string name)
    {
        var (kind, passage, replacement) = Edits[name];
        var text = Base(kind);
        if (passage.Length == 0)
        {
            text = ForOne(text);
        }
        else
        {
            Assert.Equal(2, text.Split(passage).Length);
            text = text.Replace(passage, replacement, StringComparison.Ordinal);
        }
        return text.Replace("id: small\n", $"id: {name}\n", StringComparison.Ordinal)
            .Replace("regime: small\n", $"regime: {name}\n", StringComparison.Ordinal);
    }

    // Everybody of one age, in one kind of home, place and group.
    private static string ForOne(string text)
    {
        var first = text.IndexOf("    \"0\": {", StringComparison.Ordinal);
        var last = text.IndexOf("    \"65\": {", StringComparison.Ordinal);
        text = text[..first] + "    \"0\": { to: 42, share: { value: 0, low: 0, high: 0, assumed: x } }\n"
            + "    \"43\": { to: 43, share: { value: 1, low: 1, high: 1, assumed: x } }\n" + text[(text.IndexOf('\n', last) + 1)..];
        foreach (var (passage, put) in new[]
        {
            ("urban-share: { value: 0.6, low: 0.48, high: 0.72", "urban-share: { value: 1, low: 1, high: 1"),
            ("a: { share: { value: 0.5, low: 0.5, high: 0.5", "a: { share: { value: 1, low: 1, high: 1"),
            ("b: { share: { value: 0.5, low: 0.5, high: 0.5", "b: { share: { value: 0, low: 0, high: 0"),
            ("\"1\": { share: { value: 0.25, low: 0.25, high: 0.25", "\"1\": { share: { value: 0, low: 0, high: 0"),
            ("\"2\": { share: { value: 0.3, low: 0.3, high: 0.3", "\"2\": { share: { value: 1, low: 1, high: 1"),
            ("\"3\": { share: { value: 0.25, low: 0.25, high: 0.25", "\"3\": { share: { value: 0, low: 0, high: 0"),
            ("\"4\": { share: { value: 0.2, low: 0.2, high: 0.2", "\"4\": { share: { value: 0, low: 0, high: 0"),
        })
        {
            text = text.Replace(passage, put, StringComparison.Ordinal);
        }
        return text;
    }
}
