using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Recording;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Regimes;

/// <content>
/// What is in force when. Rules, grades and weights are compiled once; each epoch has its own catches, consequences, sights and stakes.
/// </content>
public sealed partial class Compilation
{
    private Timetable _timetable;
    private HashSet<string> _inForce = [];
    private int _week;

    // What does not change with time, and what is needed to make what does.
    private sealed record Lasting(RuleTable Rules, GradeTable Grades, RepairRule[]?[] Repairs, WeightTable?[] Weights,
        SubjectTable Subjects, LivingFigures Living, ObservingFigures Observing, IReadOnlyList<string> Groups,
        bool DocumentedOnly);

    private RegimeTables Epochs(Lasting lasting)
    {
        var nothing = At(lasting, 0, []);
        var epochs = Epochs(lasting, nothing);
        var responses = new List<Response>();
        foreach (var (id, phase) in _regime.Phases.Where(p => p.Value.IsAnswer))
        {
            _timetable = Timetable.Of(_regime, id);
            var behind = _regime.Phases.SkipWhile(p => p.Key != id).Select(p => p.Value)
                .Where(p => !p.IsAnswer).Select(p => p.FromWeek);
            responses.Add(new Response(id, phase.FromWeek, behind.DefaultIfEmpty(int.MaxValue).Min(),
                phase.WhenSupportBelow?.Value ?? double.NegativeInfinity,
                Epochs(lasting, nothing, id))
            {
                Above = phase.WhenProtestAbove?.Value ?? double.PositiveInfinity,
            });
        }
        return epochs is [{ Share: >= 1 } only] && responses.Count == 0 ? only.Here
            : epochs[0].Here with { Epochs = epochs, Responses = responses };
    }

    private List<Epoch> Epochs(Lasting lasting, RegimeTables nothing, string? answer = null)
    {
        var epochs = new List<Epoch>();
        foreach (var week in _timetable.TurnsAndGains)
        {
            var inForce = _timetable.At(week);
            var before = epochs.Count > 0 ? epochs[^1].Here : null;
            var now = _timetable.PhaseAt(week);
            var begins = now?.Id is not null && now?.Id != (epochs.Count > 0 ? _timetable.PhaseAt(epochs[^1].FromWeek)?.Id : null);
            // An answer may begin in the midst of its epochs.
            var erases = now is { Phase.Erases: true } && (begins || now?.Id == answer);
            var same = before is not null && !(begins && erases) && _inForce.SetEquals(inForce);
            var here = (same ? WithSights(before!, lasting, week) : At(lasting, week, inForce)) with { Erases = erases };
            epochs.Add(new Epoch(week, _timetable.ShareAt(week), here, nothing));
        }
        return epochs;
    }

    private RegimeTables At(Lasting lasting, int week, HashSet<string> inForce)
    {
        (_week, _inForce) = (week, inForce);
        var rules = InForce(lasting.Rules);
        var consequences = Consequences(lasting.DocumentedOnly, lasting.Grades, lasting.Repairs);
        var sights = Sights(lasting.Observing, lasting.Groups, rules);
        var runs = _rules.Count > 0 && _scales.Any(s => !_timetable.IsOut(s.Id, inForce));
        var stakes = Perception.Stakes(rules, lasting.Grades, consequences, lasting.Weights, _conducts, lasting.Living, sights.EntryWeeks);
        return new RegimeTables(_regime.Id, sights, rules, lasting.Grades, consequences, stakes, sights.Reach())
        {
            Subjects = lasting.Subjects,
            Weights = consequences.InForce ? lasting.Weights[0] : null,
            FurtherWeights = [.. lasting.Weights.Skip(1).OfType<WeightTable>()],
            Runs = runs,
            Sensors = Sensors(_regime.Governance),
            Answers = _regime.Phases.Values.Any(p => p.IsAnswer),
        };
    }

    private static Sensors? Sensors(Governance? says) => says is { SensorsFollow: null, SensorsAfterUnrest: null } or null ? null
        : Observing.Sensors.Alike(says.SensorsFollow?.Value ?? 0) with
        {
            Remembers = says.SensorsRemember,
            Corrected = says.SensorsCorrected,
            AfterUnrest = says.SensorsAfterUnrest?.Value ?? 0,
        };

    private RegimeTables WithSights(RegimeTables tables, Lasting lasting, int week)
    {
        _week = week;
        var sights = Sights(lasting.Observing, lasting.Groups, tables.Rules);
        return tables with { Sights = sights, Reach = sights.Reach() };
    }

    // The rule book with what is not in force taken out of what acts can meet. Numbers stay, for the records that are there.
    private RuleTable InForce(RuleTable all)
    {
        var timed = _timetable.Ids.ToHashSet();
        var rules = all.Rules.Select(r => r with { InForce = !timed.Contains(r.Id) || _inForce.Contains(r.Id) }).ToArray();
        if (rules.All(r => r.InForce))
        {
            return all;
        }
        var ladders = all.Ladders.Select(l => l.Where(tier => rules[tier.Rule].InForce).ToArray()).ToArray();
        return all with
        {
            Rules = rules,
            Ladders = ladders,
            Catches = [.. all.Catches.Select(caught => caught?.Select(Lowest).Where(c => rules[c.Rule].InForce).ToArray())
                .Select(caught => caught is { Length: > 0 } ? caught : null)],
        };

        // A ladder is caught by its lowest tier in force.
        Caught Lowest(Caught caught) =>
            rules[caught.Rule] is { InForce: false, Counter: >= 0 and var counter } && ladders[counter] is [var tier, ..]
                ? caught with { Rule = tier.Rule }
                : caught;
    }
}
