using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Law;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Tidy;
using Xunit;

namespace Glasshouse.Tests.Law;

public sealed class LawFileTests
{
    private const string Small = """
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

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Repository.PathOf("law"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_law_file_has_no_faults(string name) => Assert.NotEmpty(Law(name).Conditions);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_source_of_a_law_file_is_used(string name)
    {
        var law = Law(name);
        Assert.Empty(law.Sources.Keys.Except(law.Conditions.Values.SelectMany(c => c.Sources)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_condition_can_come_out_either_way(string name) =>
        Tree.None(from condition in Law(name).Conditions
                  let verdicts = Reachable(condition.Value)
                  from wanted in Wanted(condition.Value)
                  where !verdicts.Contains(wanted)
                  select $"{condition.Key}: never {wanted}");

    [Fact]
    public void Every_predicate_is_asked_by_some_condition() =>
        Assert.Empty(Predicates.Names.Except(Names.SelectMany(row => Law(row.Data).Conditions.Values).SelectMany(c => c.Asked)));

    [Fact]
    public void A_small_law_file_has_no_faults() => Assert.Empty(Faults(Small));

    [Theory]
    [InlineData("all: [detriment]", "all: [detrimint]", FaultCode.UnknownPredicate, "detriment")]
    [InlineData("sources: [text]", "sources: [texts]", FaultCode.UnknownLawSource, "text")]
    [InlineData("2020-01-31", "2020-02-31", FaultCode.Day, null)]
    [InlineData("2020-01-31", "31 January 2020", FaultCode.Day, null)]
    [InlineData("kind: prohibition", "kind: duty", FaultCode.ConditionShape, null)]
    [InlineData("    all: [detriment]", "    provided: [reasons-given]", FaultCode.ConditionShape, null)]
    [InlineData("glasshouse/law/v1", "glasshouse/law/v2", FaultCode.SchemaWord, null)]
    [InlineData("id: small", "id: tiny", FaultCode.FileName, null)]
    [InlineData("kind: prohibition", "kind: prohibitions", FaultCode.UnknownWord, "prohibition")]
    [InlineData("says:", "say:", FaultCode.UnknownKey, "says")]
    public void A_fault_is_found_at_its_place(string passage, string put, string code, string? nearest)
    {
        var faults = Faults(Small.Replace(passage, put, StringComparison.Ordinal));
        var fault = faults.First(f => f.Code == code);
        Assert.Equal(nearest, fault.Nearest);
        Assert.True(fault.Line > 1 || code == FaultCode.SchemaWord);
    }

    internal static LawBook Law(string name) => LawCheck.Read(InputFile.Read(FileKind.Law,
        Repository.PathOf("law", name + ".yaml")));

    private static List<Fault> Faults(string text)
    {
        var reading = Yaml.Read<LawBook>(text, "small.yaml");
        return [.. reading.Faults, .. LawCheck.Check(reading)];
    }

    // The verdicts that a condition can come to, with the answers that its predicates were seen to give.
    private static HashSet<Verdict> Reachable(Condition condition)
    {
        var sets = condition.Asked.Select(n => (Name: n, Truths: LawCases.All.Where(c => c.Predicate == n).Select(c =>
            c.Truth).Distinct().ToList()));
        IEnumerable<Dictionary<string, Truth>> answers = [new()];
        foreach (var (name, truths) in sets)
        {
            answers = from before in answers from truth in truths select new Dictionary<string, Truth>(before) { [name] = truth };
        }
        return [.. answers.Select(a => Judging.Of(condition, n => a[n]))];
    }

    private static Verdict[] Wanted(Condition condition) => condition.Kind switch
    {
        // What is reasonable is for a lawyer: such a ban comes out "does not" or "cannot tell".
        ConditionKind.Prohibition when condition.All.Contains("unreasonable-difference") =>
            [Verdict.CannotTell, Verdict.DoesNotFallUnder],
        ConditionKind.Prohibition => [Verdict.FallsUnder, Verdict.DoesNotFallUnder],
        ConditionKind.Duty => [Verdict.Provided, Verdict.Missing, Verdict.DoesNotApply],
        _ => [Verdict.Touched, Verdict.NotTouched],
    };
}
