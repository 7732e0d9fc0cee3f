using Glasshouse.Files;
using Glasshouse.Lab.Testing;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Testing;

public sealed class PolicyTestingTests
{
    private const string Head = """
        schema: glasshouse/policy-tests/v1
        regime: small
        tests:
        """;

    private const string Good = """
          twice:
            says: two lots of litter
            records: [{ week: 0, conduct: littering }, { week: 3, conduct: littering }]
            at-week: 3
            expect: { score: 990, grade: A, because: R-1 }
        """;

    [Fact]
    public void A_test_that_holds_passes_and_names_the_rule_that_decided()
    {
        var result = Try(Good);
        Assert.True(result.Passed);
        Assert.Equal("A at 990, most by R-1 (a)", result.Decided);
    }

    [Fact]
    public void A_test_that_does_not_hold_fails_with_the_account()
    {
        var result = Try(Good.Replace("990, grade: A", "995, grade: B", StringComparison.Ordinal));
        Assert.Equal([new Miss("score", "995", "990"), new Miss("grade", "B", "A")], result.Misses);
        Assert.Equal(
            [
                new TrialLine("", 1000, "base", true),
                new TrialLine("R-1", -5, "week 0, counts until week 52 (a)", true),
                new TrialLine("R-1", -5, "week 3, counts until week 55 (a)", true),
            ], result.Account);
    }

    [Fact]
    public void What_no_row_enters_stands_in_the_account()
    {
        var result = Try("""
              minor:
                says: nobody below the age is scored
                person: { age: 12 }
                records: [{ week: 0, conduct: littering }]
                at-week: 0
                expect: { score: 1000, without: R-1 }
            """);
        Assert.True(result.Passed);
        Assert.Contains(result.Account, l => l.Words == "the rule book does not score this person");
        Assert.Contains(result.Account, l => l.Words == "week 0, littering: no row enters it");
    }

    [Fact]
    public void A_repair_happens_when_it_is_open_and_not_before()
    {
        const string Mend = """
              mend:
                says: a fire is mended
                records: [{ week: 0, conduct: littering, level: heavy }]
                repairs: [{ week: 8, repair: mend }, { week: 28, repair: mend }]
                at-week: {0}
                expect: { {1} }
            """;
        Assert.True(Try(Filled("28", "direct: C-1, grade: C")).Passed);
        Assert.True(Try(Filled("31", "direct: none, score: 955, because: R-5, without: C-1")).Passed);

        static string Filled(string week, string expect) => Mend.Replace("{0}", week, StringComparison.Ordinal)
            .Replace("{1}", expect, StringComparison.Ordinal);
    }

    [Fact]
    public void Consequences_are_those_of_the_grade_held()
    {
        var result = Try("""
              shamed:
                says: grade C is named
                records: [{ week: 0, conduct: littering, level: heavy }]
                at-week: 0
                expect: { consequences: { named-in-public: 1, travel-refused: 0.2 } }
            """);
        Assert.Equal([new Miss("travel-refused", "0.2", "0")], result.Misses);
    }

    [Fact]
    public void An_amount_is_one_that_a_run_could_bring()
    {
        var conduct = SmallRegime.Conducts["helping"];
        Assert.Equal((1, 3), Bench.Amounts(conduct));
        Assert.NotNull(Bench.BitsOf(conduct, 3));
        Assert.Null(Bench.BitsOf(conduct, 4));
        Assert.Null(Bench.BitsOf(SmallRegime.Conducts["littering"], 2));
    }

    // A list beside the score: whoever falls to C stands on it for as long as that holds, and a list costs nothing by itself.
    private const string Black = """
        scales:
          black:
            label: the black list
            grades:
              off: { label: clean, entry: true }
              on: { label: listed }
            direct-grades:
              B-1: { text: in grade C, grade: on, article: g, domain: legal, indefinite: true,
                     on: [{ scale: score, grades: [C], when: while }] }
            consequences:
              travel: { text: no trains, grades: [on], effect: travel-refused, size: { value: 0.5, document: S1 }, documented: true }

        """;

    [Theory]
    [InlineData("30, repair: list/paid", "off")]
    [InlineData("4, repair: list/paid", "listed")]
    public void A_repair_of_a_further_scale_has_its_id_before_it(string repair, string grade)
    {
        const string List = """
            scales:
              list:
                label: list
                grades: { off: { label: off, entry: true }, listed: { label: listed } }
                direct-grades:
                  L-1: { text: litters, grade: listed, indefinite: true, article: l, domain: legal, on: [{ conduct: littering }] }
                repairs:
                  paid: { text: pays, of: [L-1], clears: true, article: l,
                          after-weeks: { value: 26, document: S1 }, yearly-chance: { value: 1, document: S1 } }

            """;
        var report = Report($"""
            {Head}
              paid:
                says: who pays after half a year is off the list
                records: [{"{"} week: 0, conduct: littering {"}"}]
                repairs: [{"{"} week: {repair} {"}"}]
                at-week: 40
                expect: {"{"} list: {"{"} list: "{grade}" {"}"} {"}"}

            """, SmallRegime.Text.TrimEnd() + "\n" + List);
        Assert.True(Assert.Single(report.Results).Passed);
    }

    [Fact]
    public void A_list_that_follows_from_a_grade_is_told_by_its_id()
    {
        const string Listed = """
              listed:
                says: whoever falls to C is listed
                records: [{ week: 0, conduct: littering, level: heavy }]
                at-week: 3
                expect: { grade: C, list: { black: on }, because: black/B-1, consequences: { travel-refused: 0.5 } }
              left:
                says: who is not in C is not on the list
                records: [{ week: 0, conduct: littering }]
                at-week: 3
                expect: { grade: A, list: { black: off }, without: black/B-1, consequences: { travel-refused: 0 } }
            """;
        var report = Report($"{Head}\n{Listed}\n", SmallRegime.Text + Black);
        Assert.All(report.Results, r => Assert.Empty(r.Misses));
        Assert.Contains(Assert.Throws<FaultException>(() => Report(
            $"{Head}\n{Listed}\n".Replace("black: off", "black: of", StringComparison.Ordinal), SmallRegime.Text + Black)).Faults,
            f => f.Code == FaultCode.UnknownGrade);
    }

    [Theory]
    [InlineData("regime: small", "regime: large", FaultCode.FileName)]
    [InlineData("tests/v1", "tests/v2", FaultCode.SchemaWord)]
    [InlineData("twice:", "case-370102:", FaultCode.Identifier)]
    [InlineData("two lots", "lots since 2020-01-05", FaultCode.Identifier)]
    [InlineData("two lots", "lots of 1.5.2020", FaultCode.Identifier)]
    [InlineData("at-week: 3", "at-week: 2", FaultCode.TestOrder)]
    [InlineData("{ score: 990, grade: A, because: R-1 }", "{}", FaultCode.ExpectsNothing)]
    [InlineData("because: R-1", "because: R-11", FaultCode.UnknownRule)]
    [InlineData("because: R-1", "direct: R-1", FaultCode.UnknownRule)]
    [InlineData("because: R-1", "list: { black: listed }", FaultCode.UnknownRule)]
    [InlineData("because: R-1", "name: Li Lei", FaultCode.UnknownKey)]
    [InlineData("grade: A", "grade: E", FaultCode.UnknownGrade)]
    [InlineData("week: 3, conduct: littering", "week: 3, conduct: litering", FaultCode.UnknownConduct)]
    [InlineData("week: 3, conduct: littering", "week: 3, conduct: littering, level: gross", FaultCode.UnknownLevel)]
    [InlineData("week: 3, conduct: littering", "week: 3, conduct: littering, amount: 3", FaultCode.Amount)]
    [InlineData("week: 3, conduct: littering", "week: 3, conduct: littering, date: 5", FaultCode.UnknownKey)]
    [InlineData("week: 3, conduct: littering", "week: 3, conduct: littering, by: child", FaultCode.TestOrder, "age: 30")]
    [InlineData("at-week: 3", "at-week: 3\n    buys: [{ week: 1, buy: oil }]", FaultCode.UnknownRule)]
    [InlineData("at-week: 3", "at-week: 3\n    withdraws: 1", FaultCode.UnknownRule)]
    [InlineData("at-week: 3", "at-week: 3\n    withdraws: 4", FaultCode.TestOrder)]
    [InlineData("at-week: 3", "at-week: 3\n    repairs: [{ week: 1, repair: mends }]", FaultCode.UnknownRepairTarget)]
    [InlineData("at-week: 3", "at-week: 3\n    person: { roles: [urban, rural] }", FaultCode.NeverFires)]
    public void A_faulty_test_is_refused(string passage, string replacement, string code, string? person = null)
    {
        var text = $"{Head}\n{Good}\n".Replace(passage, replacement, StringComparison.Ordinal);
        text = person is null ? text : text.Replace("    records:", $"    person: {{ {person} }}\n    records:", StringComparison.Ordinal);
        Assert.Contains(Faults(text), f => f.Code == code);
    }

    [Fact]
    public void More_than_twenty_records_are_refused()
    {
        var records = string.Join(", ", Enumerable.Range(0, 21).Select(_ => "{ week: 0, conduct: littering }"));
        var fault = Assert.Single(Faults($"{Head}\n{Good}\n".Replace(
            "{ week: 0, conduct: littering }, { week: 3, conduct: littering }", records, StringComparison.Ordinal)));
        Assert.Equal(FaultCode.TooManyRecords, fault.Code);
    }

    private static TrialResult Try(string tests) => Assert.Single(Report($"{Head}\n{tests}\n").Results);

    private static IReadOnlyList<Fault> Faults(string text) =>
        Assert.Throws<FaultException>(() => Report(text)).Faults;

    private static PolicyTestReport Report(string text, string regime = SmallRegime.Text) => PolicyTesting.Try(
        SmallRegime.Read(regime).ValueOrThrow(),
        Shipped.Society with
        {
            Conducts = SmallRegime.Conducts,
            ConductGroups = new Dictionary<string, IReadOnlyList<string>>(),
            Temperaments = new Dictionary<string, Glasshouse.Acting.Temperament> { ["careless"] = new(), ["kind"] = new() },
        },
        Yaml.Read<PolicyTests>(text, "small.yaml"));
}
