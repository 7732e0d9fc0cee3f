namespace Glasshouse.Lab.Law;

/// <summary>What comes of a condition; the words say their direction.</summary>
public enum Verdict
{
    /// <summary>A prohibition holds for the regime.</summary>
    FallsUnder,

    /// <summary>A prohibition concerns such regimes, and this one does not do what is forbidden.</summary>
    DoesNotFallUnder,

    /// <summary>A prohibition does not concern such regimes at all: not the same as passing.</summary>
    OutsideScope,

    /// <summary>The file does not state, or only assumes, what would decide.</summary>
    CannotTell,

    /// <summary>A duty holds for the regime and is kept, as far as its text says.</summary>
    Provided,

    /// <summary>A duty holds for the regime and is not kept.</summary>
    Missing,

    /// <summary>A duty does not hold for the regime.</summary>
    DoesNotApply,

    /// <summary>A right is touched; whether lawfully is not said.</summary>
    Touched,

    /// <summary>A right is not touched by anything in the file.</summary>
    NotTouched,

    /// <summary>The condition is not in force on the day asked for.</summary>
    NotInForce,
}

/// <summary>Verdicts for the screen.</summary>
public static class Verdicts
{
    /// <summary>A verdict in words.</summary>
    public static string InWords(this Verdict verdict) => verdict switch
    {
        Verdict.FallsUnder => "falls under it",
        Verdict.DoesNotFallUnder => "does not fall under it",
        Verdict.OutsideScope => "outside its scope",
        Verdict.Provided => "applies and provided",
        Verdict.Missing => "applies and missing",
        Verdict.DoesNotApply => "does not apply",
        Verdict.Touched => "right touched",
        Verdict.NotTouched => "right not touched",
        Verdict.NotInForce => "not in force",
        _ => "cannot tell",
    };
}

/// <summary>A change of answers that would change a verdict.</summary>
/// <param name="Answers">The predicates and what they would have to answer.</param>
/// <param name="To">The verdict then.</param>
/// <param name="Regime">Id of the regime in whose file they stand, where several run together.</param>
public sealed record Change(IReadOnlyList<(string Predicate, bool Answer)> Answers, Verdict To, string? Regime = null);

/// <summary>From the answers to a condition's predicates to its verdict, and to what would change it.</summary>
internal static class Judging
{
    private static readonly bool[] BothWays = [true, false];

    public static Verdict Of(Condition condition, Func<string, Truth> answer)
    {
        var scope = All(condition.Scope);
        var met = Logic.All([All(condition.All), condition.Any.Count == 0 ? Truth.Yes : Logic.Any(condition.Any.Select(answer))]);
        var applies = Logic.All([scope, met, Logic.Not(Logic.Any(condition.Unless.Select(answer)))]);
        return condition.Kind switch
        {
            ConditionKind.Prohibition when scope == Truth.No => Verdict.OutsideScope,
            ConditionKind.Prohibition => Choose(applies, Verdict.FallsUnder, Verdict.DoesNotFallUnder),
            ConditionKind.Right => Choose(applies, Verdict.Touched, Verdict.NotTouched),
            _ when applies == Truth.Yes => Choose(All(condition.Provided), Verdict.Provided, Verdict.Missing),
            _ => Choose(applies, Verdict.CannotTell, Verdict.DoesNotApply),
        };

        Truth All(IReadOnlyList<string> names) => Logic.All(names.Select(answer));
    }

    /// <summary>The verdict on all that runs together: the gravest of its parts.</summary>
    public static Verdict Gravest(IEnumerable<Verdict> parts) => parts.MinBy(v => v switch
    {
        Verdict.FallsUnder or Verdict.Missing or Verdict.Touched => 0,
        Verdict.CannotTell => 1,
        Verdict.DoesNotFallUnder or Verdict.Provided or Verdict.NotTouched => 2,
        _ => 3,
    });

    /// <summary>The predicates that the verdict rests on.</summary>
    public static IReadOnlyList<string> Deciding(Condition c, Verdict verdict, Func<string, Truth> answer)
    {
        return verdict switch
        {
            Verdict.OutsideScope => With(Truth.No, c.Scope),
            Verdict.DoesNotFallUnder or Verdict.DoesNotApply or Verdict.NotTouched => Against(),
            Verdict.CannotTell => With(Truth.CannotTell, c.Asked),
            Verdict.Missing => [.. With(Truth.Yes, c.All.Concat(c.Any)), .. With(Truth.No, c.Provided)],
            _ => With(Truth.Yes, c.Asked),
        };

        List<string> With(Truth truth, IEnumerable<string> names) => [.. names.Where(n => answer(n) == truth).Distinct()];

        // What stands in the way: a part that does not hold, all of a choice, or an exception that does.
        List<string> Against()
        {
            var parts = With(Truth.No, c.Scope.Concat(c.All));
            var choice = With(Truth.No, c.Any);
            return [.. parts, .. choice.Count == c.Any.Count ? choice : [], .. With(Truth.Yes, c.Unless)];
        }
    }

    /// <summary>
    /// The answers that would change the verdict, tried one by one; two by two where no single one does. What is known is turned
    /// round, what is open is tried both ways.
    /// </summary>
    public static IReadOnlyList<Change> Changes(Condition condition, Verdict now, Func<string, Truth> answer)
    {
        var turns = condition.Asked
            .SelectMany(name => BothWays.Select(to => (Predicate: name, Answer: to)))
            .Where(t => answer(t.Predicate) != (t.Answer ? Truth.Yes : Truth.No))
            .ToList();
        var single = Try(turns.Select(t => new[] { t }));
        return single.Count > 0
            ? single
            : Try(from a in turns
                  from b in turns
                  where string.CompareOrdinal(a.Predicate, b.Predicate) < 0
                  select new[] { a, b });

        List<Change> Try(IEnumerable<(string Predicate, bool Answer)[]> sets) =>
        [
            .. from set in sets
               let then = Of(condition, name => set.Where(t => t.Predicate == name)
                   .Select(t => t.Answer ? Truth.Yes : Truth.No).FirstOrDefault(answer(name)))
               where then != now
               select new Change(set, then),
        ];
    }

    private static Verdict Choose(Truth truth, Verdict yes, Verdict no) => truth switch
    {
        Truth.Yes => yes,
        Truth.No => no,
        _ => Verdict.CannotTell,
    };
}
