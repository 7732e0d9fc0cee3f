using Glasshouse.Lab.Law;
using Glasshouse.Tests.Tidy;
using Xunit;

namespace Glasshouse.Tests.Law;

public sealed class PredicateTests
{
    [Fact]
    public void Every_case_is_answered_as_it_says() =>
        Tree.None(from c in LawCases.All
                  let answer = Predicates.Of(c.Predicate).Ask(c.Facts)
                  where answer.Truth != c.Truth
                  select $"{c}: {answer.Truth}, {answer.Why}");

    [Fact]
    public void Every_predicate_has_a_case_each_way_unless_it_can_only_answer_one_way() =>
        Tree.None(from name in Predicates.Names
                  from truth in new[] { Truth.Yes, Truth.No }
                  where !LawCases.All.Any(c => c.Predicate == name && c.Truth == truth)
                      && !LawCases.Never.ContainsKey((name, truth))
                  select $"{name}: no case for {truth}");

    [Fact]
    public void What_a_predicate_never_answers_it_does_not()
    {
        foreach (var (name, truth) in LawCases.Never.Keys)
        {
            Assert.DoesNotContain(LawCases.All, c => Predicates.Of(name).Ask(c.Facts).Truth == truth);
        }
    }

    [Fact]
    public void Every_open_answer_says_why_or_where() =>
        Tree.None(from c in LawCases.All
                  where c.Truth == Truth.CannotTell
                  let answer = Predicates.Of(c.Predicate).Ask(c.Facts)
                  where answer.Why is null
                  select c.ToString());

    [Fact]
    public void The_page_on_law_lists_every_predicate_and_no_other()
    {
        var page = File.ReadAllText(Tree.Full("docs/law.md"));
        var listed = page.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]);
        Assert.Equal(Predicates.Names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
