using Glasshouse.Files;
using Glasshouse.Regimes;

namespace Glasshouse.Lab.Law;

/// <summary>What a regime tells people, and what it lets them do about it.</summary>
internal static partial class Predicates
{
    private const double WorkingDaysPerWeek = 5;

    private static IEnumerable<Predicate> OfRedress =>
    [
        Governed("rules-published", "the rules are published", "the rules are not published", g => g.RulesPublished),
        Governed("human-review", "a human can be asked to look again", "no human can be asked to look again", g => g.HumanReview),
        Governed("explains-on-request", "a score is explained to who asks", "a score is not explained", g => g.ExplainsOnRequest),
        Governed("reasons-given", "a decision comes with its reasons", "a decision comes without its reasons",
            g => g.ReasonsGiven),
        Governed("impact-assessment", "the impact was assessed beforehand", "the impact was not assessed beforehand",
            g => g.ImpactAssessment),
        Governed("may-refuse-automation", "a decision by machines alone may be refused",
            "a decision by machines alone may not be refused",
            g => g.MayRefuseAutomation),
        new("contestable", "a record or a score can be contested", "nothing can be contested", "redress", Contestable),
        Redressed("notice-before", "the person is told before it is entered", "the person is not told before it is entered",
            r => r.NoticeBefore),
        Redressed("hearing-before", "the person is heard before it is entered", "the person is not heard before it is entered",
            r => r.HearingBefore),
        Answered("answered-within-2-days", 2),
        Answered("answered-within-3-days", 3),
        Answered("answered-within-5-days", 5),
        new("repair-exists", "a record can be repaired", "no record can be repaired", "repairs", f =>
            Repairs(f) is { Count: > 0 } repairs ? Answer.Yes(repairs.Select(r => r.Path).Take(3)) : NoRepair(f)),
        new("repair-is-a-right", "repair is a right", "repair is no right", "redress.repair-is-right", f =>
            f.Regime.Redress?.RepairIsRight is { } stated ? Answer.Of(stated, "redress.repair-is-right")
            : Repairs(f).Count == 0 ? NoRepair(f)
            : Answer.Open([], "'redress.repair-is-right' is not stated")),
        new("repair-lifts-everything", "a repair ends use and punishment at once",
            "a repair leaves a lighter record or grade in place", "repairs", f =>
        {
            var repairs = Repairs(f);
            var lighter = repairs.Where(r => !r.Repair.Clears).Select(r => r.Path).ToList();
            return repairs.Count == 0 ? NoRepair(f)
                : lighter.Count > 0 ? Answer.No(lighter)
                : Answer.Yes(repairs.Select(r => r.Path));
        }),
    ];

    private static Predicate Governed(string name, string yes, string no, Func<Governance, bool?> ask) =>
        new(name, yes, no, $"governance.{name}",
        f => Answer.Of(f.Governance is { } governance ? ask(governance) : null, $"governance.{name}"));

    private static Predicate Redressed(string name, string yes, string no, Func<Redress, bool?> ask) =>
        new(name, yes, no, $"redress.{name}",
        f => f.Regime.Redress is { } redress
            ? Answer.Of(ask(redress), $"redress.{name}")
            : NoRedress(f));

    private static Predicate Answered(string name, int days) => new(name, $"an objection is answered within {days} working days",
        $"an objection is not answered within {days} working days", "governance.answer-days", f =>
            f.Governance?.AnswerDays is { } stated ? Answer.Of(stated <= days, "governance.answer-days")
            : f.Regime.Redress is not { } redress ? NoRedress(f)
            : redress.DecisionWeeks.Provenance == Provenance.Assumed
                ? Answer.Open(["redress.decision-weeks"], "the term is assumed")
                : Answer.Of(redress.DecisionWeeks.Value * WorkingDaysPerWeek <= days, "redress.decision-weeks"));

    private static Answer Contestable(Facts f)
    {
        if (f.Regime.Redress is not { } redress)
        {
            return NoRedress(f);
        }
        var stated = new[]
        {
            (redress.AppealIfFalse, "appeal-if-false"), (redress.FalseFound, "false-found"),
            (redress.DecisionWeeks, "decision-weeks"),
            (redress.SlotsPerThousand, "slots-per-thousand"),
        };
        return Answer.Any(
        [
            Answer.Of(f.Governance?.CorrectionOnProof, "governance.correction-on-proof"),
            Answer.Of(f.Governance?.ComplaintBody, "governance.complaint-body"),
            .. from s in stated
               where s.Item1 is { Provenance: Provenance.Document, Value: > 0 }
               select Answer.Yes([$"redress.{s.Item2}"]),
        ]);
    }

    // Repair is what copies of a text lack first. Only where a file says so, or nobody has written it, is none there.
    private static Answer NoRepair(Facts f) =>
        f.Regime.Redress?.RepairIsRight == false ? Answer.No(["redress.repair-is-right"], "the file has no repair")
        : f.Regime.Hypothetical ? Answer.No([], "the file has no repair")
        : Answer.Open([], "no repair was read, which does not say that there is none");

    private static Answer NoRedress(Facts f) => f.Regime.Hypothetical
        ? Answer.No([], "the file has no 'redress'")
        : Answer.Open([], "nothing was read of notice or objection, which does not say that there is none");

    private static List<(string Path, Repair Repair)> Repairs(Facts f) => [.. f.Scales.SelectMany(s => s.Repairs)];
}
