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
            Repairs(f) is { Count: > 0 } repairs ? Answer.Yes(repairs.Select(r => r.Path).Take(3))
                : Answer.No([], "the file has no repair")),
        new("repair-is-a-right", "repair is a right", "repair is no right", "redress.repair-is-right", f =>
            f.Regime.Redress?.RepairIsRight is { } stated ? Answer.Of(stated, "redress.repair-is-right")
            : Repairs(f).Count == 0 ? Answer.No([], "the file has no repair")
            : Answer.Open([], "'redress.repair-is-right' is not stated")),
        new("repair-lifts-everything", "a repair ends use and punishment at once",
            "a repair leaves a lighter record or grade in place", "repairs", f =>
        {
            var repairs = Repairs(f);
            var lighter = repairs.Where(r => !r.Repair.Clears).Select(r => r.Path).ToList();
            return repairs.Count == 0 ? Answer.No([], "the file has no repair")
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
            : Answer.No([], "the file has no 'redress': there is none"));

    private static Predicate Answered(string name, int days) => new(name, $"an objection is answered within {days} working days",
        $"an objection is not answered within {days} working days", "governance.answer-days", f =>
            f.Governance?.AnswerDays is { } stated ? Answer.Of(stated <= days, "governance.answer-days")
            : f.Regime.Redress is not { } redress ? Answer.No([], "the file has no 'redress': there is none")
            : redress.DecisionWeeks.Provenance == Provenance.Assumed
                ? Answer.Open(["redress.decision-weeks"], "the term is assumed")
                : Answer.Of(redress.DecisionWeeks.Value * WorkingDaysPerWeek <= days, "redress.decision-weeks"));

    private static Answer Contestable(Facts f)
    {
        if (f.Regime.Redress is not { } redress)
        {
            return Answer.No([], "the file has no 'redress': there is none");
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

    private static List<(string Path, Repair Repair)> Repairs(Facts f) => [.. f.Scales.SelectMany(s => s.Repairs)];
}
