using Glasshouse.Regimes;
using Glasshouse.Responding;

namespace Glasshouse.Lab.Law;

/// <summary>What follows from grades and lists. What is borrowed from another text decides nothing.</summary>
internal static partial class Predicates
{
    /// <summary>Beyond so many times what ordinary law takes, a consequence may be out of proportion: our yardstick.</summary>
    public const double Proportion = 4;

    // What refuses or bars; a price or a publication is left to a lawyer.
    private static readonly Effect[] Grave =
    [
        Effect.LoanAccess, Effect.Hiring, Effect.TravelRefused, Effect.ServiceRefused, Effect.SchoolRefused, Effect.HomeRefused,
        Effect.CareRefused, Effect.PurchaseRefused, Effect.BenefitRefused, Effect.DrivingBarred, Effect.OfficeBarred,
        Effect.FirmIncome, Effect.FirmHiring,
    ];

    private static IEnumerable<Predicate> OfConsequences =>
    [
        new("detriment", "a low grade brings a loss", "nobody loses anything by a grade", "consequences", f =>
            Stated(f.Harms.ToList(), f) ?? (f.Following.Any()
                ? Answer.Open(Places(f.Following.Take(3)), "there are rewards only; whether missing one is a loss is arguable")
                : Answer.No([], "nothing follows from any grade"))),
        new("significant-effect", "something of weight follows: a refusal or a bar", "nothing of weight follows",
            "consequences", f =>
            Stated([.. f.Harms.Where(h => h.Effect is { } e && Grave.Contains(e))], f)
                ?? (f.Harms.Any()
                    ? Answer.Open(Places(f.Harms), "whether a price or a publication weighs enough is for a lawyer")
                    : Answer.No([], "no loss follows from any grade"))),
        new("unrelated-context", "conduct counts in a context it has nothing to do with",
            "conduct counts only in its own context", "consequences",
            Unrelated),
        new("disproportionate", "treatment is out of proportion to the conduct", "treatment is in proportion to the conduct",
            "consequences",
            Disproportionate),
        new("unreasonable-difference", "prices differ by score without reason", "prices do not differ by score",
            "consequences", f =>
            f.Following.Where(c => c.Effect is Effect.LoanPrice or Effect.Discount).ToList()
                is { Count: > 0 } prices
                ? Answer.Open(Places(prices), "prices differ by score; whether reasonably is for a lawyer")
                : Answer.No([])),
        new("credit-decisions", "lenders decide by it", "no lender decides by it", "consequences", f =>
        {
            var credit = f.Following.Where(c => c.Effect is Effect.LoanAccess or Effect.LoanPrice).ToList();
            var stated = credit.Where(c => c.Documented).ToList();
            return stated.Count > 0 ? Answer.Yes(Places(stated))
                : credit.Count > 0 ? Answer.Open(Places(credit), "these consequences are borrowed from another text")
                : Answer.No([]);
        }),
        new("rests-on-law", "what it takes from people rests on law", "what it takes from people rests on no law", "consequences",
            f => RestsOn(f, IsLaw)),
        new("rests-on-statute", "what it takes from people rests on a law or an administrative regulation",
            "what it takes from people rests on neither a law nor an administrative regulation", "consequences",
            Statute),
        new("each-measure-names-a-law", "each measure names the law that allows it", "a measure names no law that allows it",
            "consequences",
            f => RestsOn(f, _ => false)),
        new("third-parties-forced", "banks, associations or media are made to punish", "no third party is made to punish",
            "governance.third-parties-forced",
            f => Answer.Of(f.Governance?.ThirdPartiesForced, "governance.third-parties-forced")),
        new("shown-to-everybody", "standing is shown to everybody", "standing is not shown to everybody",
            "governance.publishes-persons", Shown),
    ];

    // Yes where the regime's own text names one, "cannot tell" where all are borrowed, null where there is none.
    private static Answer? Stated(List<Following> found, Facts f)
    {
        var stated = found.Where(h => h.Documented).ToList();
        return stated.Count > 0 ? Answer.Yes(Places(stated), f.Regime.Hypothetical ? "the regime is hypothetical" : null)
            : found.Count > 0 ? Answer.Open(Places(found.Take(3)), "these consequences are borrowed from another text")
            : null;
    }

    private static Answer Unrelated(Facts f)
    {
        var pairs = (from scale in f.Scales
                     from harm in scale.Following
                     where harm.Harms
                     from entry in scale.Entries
                     where entry.Adverse && Contexts.AreUnrelated(entry.Domain, harm.Context) && LeadsTo(entry, harm)
                     group entry by harm into g
                     select (Harm: g.Key, Domains: g.DistinctBy(e => e.Domain).ToList())).ToList();
        var stated = pairs.Where(p => p.Harm.Documented).ToList();
        return stated.Count > 0
            ? Answer.Yes(stated.SelectMany(p => p.Domains.Select(d => d.Path).Prepend(p.Harm.Path)).Distinct(),
                Words(stated[0].Domains, stated[0].Harm))
            : pairs.Count > 0 ? Answer.Open(pairs.Select(p => p.Harm.Path).Take(3),
                "these consequences are borrowed from another text")
            : Answer.No(f.Harms.Any() ? Places(f.Harms) : []);
    }

    private static string Words(List<Entry> entries, Following harm) =>
        $"records of the domains {string.Join(", ", entries.Select(e => e.Domain))} bite in {harm.Context}";

    private static bool LeadsTo(Entry entry, Following harm) => harm.Rows.Count > 0
        ? harm.Rows.Contains(entry.Id)
        : entry.Grade is null || harm.Grades.Contains(entry.Grade);

    private static Answer Disproportionate(Facts f)
    {
        if (!f.Harms.Any())
        {
            return f.Following.Any()
                ? Answer.Open([], "there are rewards only")
                : Answer.No([], "nothing follows from any grade");
        }
        var rights = Rights(f);
        if (rights.Count > 0)
        {
            return Answer.Yes(Places(rights), "acts that exercise a right are punished, which no gravity justifies");
        }
        var beyond = Beyond(f, e => e.IsGround);
        // Of rows only what they could cost if one alone decided the grade: within it there is nothing to ask.
        var rows = Beyond(f, e => !e.IsGround);
        return beyond.Count > 0
            ? Answer.Open(Places(beyond),
                $"these cost more than {Proportion:0} times what ordinary law takes, by assumed figures: ask")
            : rows.Count > 0
                ? Answer.Open(Places(rows), "what points cost is not measured against what ordinary law takes: ask")
                : Answer.No(Places(f.Harms.Take(1)),
                    $"nothing costs more than {Proportion:0} times what ordinary law takes");
    }

    // Dearest first.
    private static List<Entry> Beyond(Facts f, Func<Entry, bool> which) =>
        (from scale in f.Scales
         from entry in scale.Entries
         where which(entry) && entry.Adverse && entry.Term is not null && entry.On.Count > 0
         let yearly = scale.Following.Where(h => h.Harms && LeadsTo(entry, h)).Sum(h => h.YearlyLoss)
         let loss = yearly * entry.Term!.Weeks / Years
         let law = entry.On.Max(c => c.Conduct?.LawLossWeeks.Value ?? 0)
         where loss > Proportion * law
         orderby loss - Proportion * law descending
         select entry).ToList();

    // A measure that names its law rests on it; the others rest on what the whole text rests on, where that is enough.
    private static Answer RestsOn(Facts f, Func<Regimes.Basis, bool> isEnough)
    {
        var measures = f.Harms.Where(h => h.Documented).ToList();
        var without = measures.Where(h => h.Law is null).ToList();
        return (f.System?.Basis, without.Count) switch
        {
            _ when measures.Count == 0 && f.Harms.Any() => Answer.Open(Places(f.Harms.Take(3)),
                "these consequences are borrowed from another text"),
            (_, 0) => Answer.Yes(Places(measures)),
            (null, _) => Answer.Open(Places(without), "neither a law nor 'system.basis' is stated"),
            ({ } basis, _) when isEnough(basis) => Answer.Yes(["system.basis"]),
            ({ } basis, _) when IsLaw(basis) => Answer.Open(Places(without), "the measures name no law of their own"),
            (Regimes.Basis.MinistryRule, _) => Answer.Open(without.Select(h => h.Path).Prepend("system.basis"),
                "a ministry's rule is neither law nor regulation; whether one stands behind it is for a lawyer"),
            _ => Answer.No(without.Select(h => h.Path).Prepend("system.basis"), "the text itself is no law"),
        };
    }

    // What a measure names may be a local regulation or a court's provision: only what the whole text rests on says more.
    private static Answer Statute(Facts f)
    {
        var answer = RestsOn(f, IsStatute);
        return answer.Truth == Truth.Yes && (f.System is not { } system || !IsStatute(system.Basis))
            ? Answer.Open(answer.Paths, "whether what they name is a law or an administrative regulation is for a lawyer")
            : answer;

        static bool IsStatute(Regimes.Basis basis) => IsLaw(basis) && basis != Regimes.Basis.LocalRegulation;
    }

    private static Answer Shown(Facts f)
    {
        var named = f.Harms.Where(h => h.Documented && h.Effect == Effect.NamedInPublic).ToList();
        var open = f.Scales.SelectMany(Grades).ToList();
        var borrowed = f.Harms.Where(h => h.Effect == Effect.NamedInPublic).ToList();
        var ofPersons = f.Scales.Any(s => s.Subjects.Of == SubjectKind.Persons) ? f.Governance?.PublishesPersons : null;
        return ofPersons is { } stated ? Answer.Of(stated, "governance.publishes-persons")
            : named.Count + open.Count > 0 ? Answer.Yes([.. Places(named), .. open])
            : Answer.Open(Places(borrowed), borrowed.Count > 0 ? "publication is borrowed from another text"
                : "'governance.publishes-persons' is not stated");
    }

    private static IEnumerable<string> Grades(ScaleFacts scale) =>
        scale.Grades.Where(g => g.Value.SeenBy == SeenBy.Everybody).Select(g => $"{scale.Prefix}grades.{g.Key}.seen-by");
}
