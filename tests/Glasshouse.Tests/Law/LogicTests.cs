using Glasshouse.Lab.Law;
using Xunit;

namespace Glasshouse.Tests.Law;

public sealed class LogicTests
{
    private const Truth No = Truth.No;
    private const Truth Open = Truth.CannotTell;
    private const Truth Yes = Truth.Yes;

    private static readonly Truth[] Truths = [No, Open, Yes];

    [Theory]
    [InlineData(Yes, Yes, Yes, Yes)]
    [InlineData(Yes, Open, Open, Yes)]
    [InlineData(Yes, No, No, Yes)]
    [InlineData(Open, Open, Open, Open)]
    [InlineData(Open, No, No, Open)]
    [InlineData(No, No, No, No)]
    public void What_cannot_be_told_spreads_only_where_it_matters(Truth a, Truth b, Truth all, Truth any)
    {
        Assert.Equal(all, Logic.All([a, b]));
        Assert.Equal(all, Logic.All([b, a]));
        Assert.Equal(any, Logic.Any([a, b]));
        Assert.Equal(any, Logic.Any([b, a]));
    }

    [Fact]
    public void All_and_any_are_each_others_mirror()
    {
        foreach (var a in Truths)
        {
            Assert.Equal(a, Logic.Not(Logic.Not(a)));
            foreach (var b in Truths)
            {
                Assert.Equal(Logic.Not(Logic.All([a, b])), Logic.Any([Logic.Not(a), Logic.Not(b)]));
            }
        }
    }

    [Fact]
    public void Nothing_asked_holds_and_nothing_offered_does_not()
    {
        Assert.Equal(Yes, Logic.All([]));
        Assert.Equal(No, Logic.Any([]));
    }

    [Theory]
    [InlineData(No, Yes, No, Verdict.OutsideScope)]
    [InlineData(No, Open, Open, Verdict.OutsideScope)]
    [InlineData(Yes, Yes, No, Verdict.FallsUnder)]
    [InlineData(Yes, No, No, Verdict.DoesNotFallUnder)]
    [InlineData(Yes, Yes, Yes, Verdict.DoesNotFallUnder)]
    [InlineData(Yes, Open, No, Verdict.CannotTell)]
    [InlineData(Yes, Yes, Open, Verdict.CannotTell)]
    [InlineData(Open, Yes, No, Verdict.CannotTell)]
    [InlineData(Open, No, No, Verdict.DoesNotFallUnder)]
    public void A_prohibition(Truth scope, Truth met, Truth exempt, Verdict verdict) =>
        Assert.Equal(verdict, Judging.Of(Made(ConditionKind.Prohibition), Answers(scope, met, exempt, No)));

    [Theory]
    [InlineData(Yes, Yes, Yes, Verdict.Provided)]
    [InlineData(Yes, Yes, No, Verdict.Missing)]
    [InlineData(Yes, Yes, Open, Verdict.CannotTell)]
    [InlineData(Yes, Open, No, Verdict.CannotTell)]
    [InlineData(Yes, No, No, Verdict.DoesNotApply)]
    [InlineData(No, Yes, Yes, Verdict.DoesNotApply)]
    public void A_duty(Truth scope, Truth met, Truth provided, Verdict verdict) =>
        Assert.Equal(verdict, Judging.Of(Made(ConditionKind.Duty), Answers(scope, met, No, provided)));

    [Theory]
    [InlineData(Yes, Verdict.Touched)]
    [InlineData(No, Verdict.NotTouched)]
    [InlineData(Open, Verdict.CannotTell)]
    public void A_right(Truth met, Verdict verdict) =>
        Assert.Equal(verdict, Judging.Of(Made(ConditionKind.Right), Answers(Yes, met, No, No)));

    [Fact]
    public void Every_change_that_is_named_changes_the_verdict_and_one_is_enough_where_one_does()
    {
        foreach (var kind in Enum.GetValues<ConditionKind>())
        {
            foreach (var (scope, met, exempt, provided) in
                from a in Truths from b in Truths from c in Truths from d in Truths select (a, b, c, d))
            {
                var answers = Answers(scope, met, exempt, provided);
                var now = Judging.Of(Made(kind), answers);
                foreach (var change in Judging.Changes(Made(kind), now, answers))
                {
                    var turned = change.Answers.ToDictionary(t => t.Predicate, t => t.Answer ? Yes : No);
                    Assert.NotEqual(now, change.To);
                    Assert.Equal(change.To, Judging.Of(Made(kind), n => turned.GetValueOrDefault(n, answers(n))));
                    Assert.All(change.Answers, t => Assert.NotEqual(turned[t.Predicate], answers(t.Predicate)));
                }
            }
        }
    }

    private static Condition Made(ConditionKind kind) => new()
    {
        Title = "a",
        Law = "b",
        Article = "c",
        Kind = kind,
        Says = "d",
        Sources = [],
        Scope = ["scope"],
        All = ["met"],
        Unless = ["exempt"],
        Provided = kind == ConditionKind.Duty ? ["provided"] : [],
    };

    private static Func<string, Truth> Answers(Truth scope, Truth met, Truth exempt, Truth provided) => name => name switch
    {
        "scope" => scope,
        "met" => met,
        "exempt" => exempt,
        _ => provided,
    };
}
