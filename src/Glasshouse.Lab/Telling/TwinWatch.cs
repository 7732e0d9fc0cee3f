using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Scoring;
using Mark = Glasshouse.Population.Mark;

namespace Glasshouse.Lab.Telling;

/// <summary>Watches one person in one twin, week by week.</summary>
internal sealed partial class TwinWatch
{
    private static readonly (Mark Mark, string Words)[] Arrears =
    [
        (Mark.LoanArrears, "a loan"), (Mark.CardArrears, "a credit card"), (Mark.BillArrears, "bills"), (Mark.TaxArrears, "tax"),
        (Mark.JudgmentDebt, "a debt under a judgment"),
    ];

    private readonly LoadedRun _run;
    private readonly RuleWords _words;
    private readonly Roster _roster;
    private readonly Twin _twin;
    private readonly ConductTable _conducts;
    private readonly int _slot;
    private readonly Dictionary<int, List<Happening>> _happenings = [];
    private readonly List<string> _because = [];
    private readonly List<Paths> _paths = [Paths.None];
    private uint _roles;
    private uint _marks;
    private (int Score, byte Grade, byte Before) _standing;
    private int _told;
    private byte[] _home = [];
    private int[] _further = [];
    private int _hits;
    private readonly float[] _looked = [1, 1, 1, 1];
    private int _week;

    /// <summary>Starts to watch whoever lives in a place of a twin.</summary>
    /// <param name="run">The run.</param>
    /// <param name="words">The words of its rules.</param>
    /// <param name="district">The district.</param>
    /// <param name="twin">The twin.</param>
    /// <param name="slot">The place.</param>
    /// <param name="before">Who watched it until the fork.</param>
    public TwinWatch(LoadedRun run, RuleWords words, District district, Twin twin, int slot, TwinWatch? before)
    {
        _run = run;
        _words = words;
        _roster = district.Roster;
        _twin = twin;
        _conducts = run.Plan.Society.Conducts;
        _slot = slot;
        Begin(before?._roles ?? twin.Situation.Roles[slot], before?._marks ?? 0);
        _home = [.. Household().Select(_ => (byte)twin.Regime.Grades.Entry)];
    }

    /// <summary>What happened, by week and in the order of the week's phases.</summary>
    public List<LifeEvent> Events { get; } = [];

    /// <summary>What twins can differ in, in a week of the regime.</summary>
    public IReadOnlyList<Happening> Happenings(int week) => _happenings.TryGetValue(week, out var list) ? list : [];

    /// <summary>Ways by which the regime had reached the person by the end of a week of the regime.</summary>
    public Paths PathsAfter(int week) => _paths[Math.Min(week, _paths.Count - 1)];

    /// <summary>Score, points, and grade by week of the regime, from week 1 on.</summary>
    public List<(double Score, string Grade)> Scores { get; } = [];

    /// <summary>Forgets the place's last occupant: somebody else lives there now.</summary>
    public void Restart()
    {
        Events.Clear();
        _happenings.Clear();
        _filed.Clear();
        _reached = Paths.None;
        _neighbourUntil = 0;
        Begin(_twin.Situation.Roles[_slot], 0);
        _home = [.. Household().Select(other => _twin.Standing.Grade[other])];
    }

    /// <summary>Takes down a week that has passed.</summary>
    /// <param name="week">Week of the history, from 0.</param>
    /// <param name="climate">Share of voiced posts that are critical in the twin without the regime.</param>
    public void Take(int week, float climate)
    {
        _week = LifeDate.FromHistory(_run.Plan, week);
        TakeRules();
        TakeSensors();
        TakeActs();
        TakeFile(week);
        TakeStanding();
        TakeOccasions();
        TakeFirm();
        TakeChanges();
        TakeMind();
        if (_week >= 1)
        {
            _paths.Add(Reached(climate));
            Scores.Add((RuleWords.Points(_standing.Score), Names(_standing)));
        }
    }

    private void Begin(uint roles, uint marks)
    {
        var grades = _twin.Regime.Grades;
        (_roles, _marks) = (roles, marks);
        _standing = (grades.Start, grades.Newcomers < 0 ? (byte)grades.Entry : _twin.Standing.Grade[_slot], Standing.NoGrade);
        _told = grades.Start;
        _further = [.. grades.Further.Select(f => f.Entry)];
        _hits = 0;
        _folded = _twin.Dossiers.Ledger.Folded;
    }

    // Sensors that follow the records, told where they move by a hundredth or more.
    private void TakeSensors()
    {
        if (_twin.Regime.Sensors is not { } sensors || SubjectTable.LeavesOut(_marks))
        {
            return;
        }
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var factor = sensors.Of((int)channel, _roster, _slot);
            if (Math.Abs(factor - _looked[(int)channel]) >= 0.01)
            {
                _looked[(int)channel] = factor;
                var word = Spelling.Kebab(channel.ToString());
                Add(Lane.InTheFile, FormattableString.Invariant(
                    $"after the records of the past year the {word} channel looks at this group x {factor:0.##}"));
            }
        }
    }

    // What is in force in this district, when it changes, and at the start where nothing of the regime is.
    private void TakeRules()
    {
        var regime = _twin.Regime;
        if (regime.Rules.Rules.Length == 0 || !(_twin.HasTurned || (_week == 1 && !regime.Runs)))
        {
            return;
        }
        var response = _twin.Responses.LastOrDefault(r => r.Week == _week - 1).Phase;
        if (response is not null)
        {
            var phase = _run.Regime.Phases[response];
            var why = phase.WhenSupportBelow is null ? "protest has grown" : "support has fallen";
            Add(Lane.InTheFile, $"{why}, and the authorities answer: {phase.Text ?? response}");
        }
        var turning = response is not null ? Turning.OfResponse(_run.Regime, response)
            : Turning.Of(_run.Regime).LastOrDefault(t => t.Week == _week - 1);
        Add(Lane.InTheFile, regime.Runs ? $"the rules change: {turning?.What}" : "nothing of the regime is in force here now");
    }

    private void TakeActs()
    {
        var found = _twin.Watching.Findings;
        var seen = _twin.Watching.Sightings.Seen;
        foreach (ref readonly var act in _twin.Acts.All)
        {
            if (act.Slot != _slot)
            {
                continue;
            }
            var noticed = false;
            foreach (ref readonly var finding in found)
            {
                noticed |= finding.Slot == _slot && finding.Conduct == act.Conduct;
            }
            foreach (ref readonly var sighting in seen)
            {
                noticed |= sighting.Slot == _slot && sighting.Conduct == act.Conduct;
            }
            var what = What(act.Conduct, act.Level);
            var (lane, text) = act.Said switch
            {
                Said.AsMeant => (Lane.Said, "as meant: " + what),
                Said.SilentForOthers => (Lane.Said, "kept silent before others, though ready to: " + what),
                Said.SilentForState => (Lane.Said, "kept silent for fear of what follows, though ready to: " + what),
                Said.Opposite => (Lane.Said, "the opposite, though ready to: " + what),
                _ => (Lane.Did, what),
            };
            Events.Add(new LifeEvent(_week, lane, text) { Conduct = _conducts.Ids[act.Conduct], Noticed = noticed });
            Happens(act.Said == Said.Nothing ? Domain.Acts : Domain.Words, act.Conduct << 16 | act.Ordinal, text);
        }
        foreach (ref readonly var finding in found)
        {
            if (finding.Slot == _slot)
            {
                Sees("ordinary law finds: ", finding.Conduct, finding.Level);
            }
        }
        foreach (ref readonly var sighting in seen)
        {
            if (sighting.Slot == _slot)
            {
                var channel = ((Channel)_conducts.Channel[sighting.Conduct]).ToString().ToLowerInvariant();
                var late = sighting.Late == 0 ? "" : $", {sighting.Late} weeks after the act";
                SeenLate(sighting.Conduct, sighting.Late);
                if (sighting.Seen)
                {
                    Sees($"the {channel} channel claims{late}: ", sighting.Conduct, sighting.Level);
                }
                if (sighting.Declaring < 1)
                {
                    Sees($"proves having done{late}: ", sighting.Conduct, sighting.Level);
                }
            }
        }
    }

    // What is entered late was told as unseen in the week of the act.
    private void SeenLate(byte conduct, int late)
    {
        var act = late == 0 ? -1
            : Events.FindLastIndex(e => e.Week == _week - late && e.Noticed == false && e.Conduct == _conducts.Ids[conduct]);
        if (act >= 0)
        {
            Events[act] = Events[act] with { Noticed = true };
        }
    }

    private void Sees(string by, byte conduct, byte level) =>
        Events.Add(new LifeEvent(_week, Lane.Seen, by + What(conduct, level)) { Conduct = _conducts.Ids[conduct] });

    private void TakeStanding()
    {
        var standing = _twin.Standing;
        var now = (standing.Score[_slot], standing.Grade[_slot], standing.Before[_slot]);
        // Weighed scores move a little at every weighing: told are changes of grade and of some points.
        var least = _twin.Regime.Weights is null ? 1 : 5_000;
        if ((now.Item2, now.Item3) != (_standing.Grade, _standing.Before) || Math.Abs(now.Item1 - _told) >= least)
        {
            var step = new ScoreStep(
                RuleWords.Points(_told), RuleWords.Points(now.Item1), Names(_standing), Names(now), [.. _because]);
            Add(Lane.Score, Text(step) + ByRank(step), score: step);
            _told = now.Item1;
        }
        _standing = now;
        TakeFurther();
        TakeHits();
        _because.Clear();
        var at = 0;
        foreach (var other in Household())
        {
            var grade = standing.Grade[other];
            if (other != _slot && grade != _home[at])
            {
                var names = _twin.Regime.Grades.Names;
                Add(Lane.Score, $"in the household: grade {names[_home[at]]} to {names[grade]}");
            }
            _home[at++] = grade;
        }
    }

    // Scales beside the main one: a change of grade, and what it followed from.
    private void TakeFurther()
    {
        for (var i = 0; i < _further.Length; i++)
        {
            var grade = _twin.Standing.GradeOn(i + 1, _slot);
            if (grade != _further[i])
            {
                var scale = _twin.Regime.Grades.Further[i];
                Add(Lane.Score, $"{scale.Label}: {scale.Names[_further[i]]} to {scale.Names[grade]}");
                _further[i] = grade;
            }
        }
    }

    // What begins and ends with the grades of others.
    private void TakeHits()
    {
        var hits = _twin.Regime.Consequences.Spills.Any ? _twin.Standing.Hits[_slot] : 0;
        foreach (var words in SpillWords.Of(_twin.Regime, hits & ~_hits))
        {
            Add(Lane.OpenAndClosed, "hit by " + words);
        }
        foreach (var words in SpillWords.Of(_twin.Regime, _hits & ~hits))
        {
            Add(Lane.OpenAndClosed, "hit no more by " + words);
        }
        _hits = hits;
    }

    private void TakeMind()
    {
        if (_week < 0 || _week % Calendar.Year != 0)
        {
            return;
        }
        var mind = _twin.Mind;
        var state = new StateOfMind(
            Hundredths(mind.Stress[_slot]), Hundredths(mind.TrustInstitutions[_slot]), Hundredths(mind.TrustPeople[_slot]),
            Hundredths(mind.Support[_slot]), Hundredths(mind.Grievance[_slot]),
            [.. Enumerable.Range(0, Mind.Channels).Select(c => Hundredths(Unit16.Wide(mind.RiskIfDone(c)[_slot])))],
            [.. Enumerable.Range(0, Mind.Channels).Select(c => Hundredths(Unit16.Wide(mind.RiskIfNot(c)[_slot])))],
            (_twin.Situation.Marks[_slot] & MarkBits.Of(Mark.Aware)) != 0, StatedSupport(mind));
        var text = FormattableString.Invariant(
            $"stress {state.Stress:F2}, trust in institutions {state.TrustInInstitutions:F2}, ")
            + FormattableString.Invariant($"in people {state.TrustInPeople:F2}, support {state.Support:F2} ")
            + FormattableString.Invariant($"(as stated in a survey {state.StatedSupport:F2}); ")
            + FormattableString.Invariant($"thinks that up to {100 * state.Risk.Max():F0} in 100 acts are punished");
        Events.Add(new LifeEvent(_week, Lane.Believed, text) { Mind = state });
    }

    private double StatedSupport(Mind mind)
    {
        var fear = _run.Plan.Society.Learning.Survey.Fear(_roster, _slot, Unit16.Wide(mind.RiskIfDone((int)Channel.Online)[_slot]));
        return Hundredths(Survey.Stated(mind.Support[_slot], fear));
    }

    private void Add(Lane lane, string text, RecordEntry? record = null, ScoreStep? score = null) =>
        Events.Add(new LifeEvent(_week, lane, text) { Record = record, Score = score });

    private void Happens(Domain domain, int key, string what)
    {
        if (!_happenings.TryGetValue(_week, out var list))
        {
            _happenings[_week] = list = [];
        }
        list.Add(new Happening(domain, key, what));
    }

    private IEnumerable<int> Household() => Enumerable.Range(_roster.Household[_slot], _roster.HouseholdSize[_slot]);

    private string What(int conduct, int level)
    {
        var levels = _conducts.Conducts[conduct].Levels;
        return _conducts.Conducts[conduct].Text + (levels.Count > 1 ? $" ({levels.Keys.ElementAt(level)})" : "");
    }

    private string Names((int Score, byte Grade, byte Before) standing) =>
        RuleWords.Grade(_twin.Regime.Grades, standing.Grade, standing.Before);

    // A grade that moves while the score stands still moved with the others.
    private string ByRank(ScoreStep step) => step.GradeBefore != step.GradeAfter && step.Before == step.After
        && RuleWords.Bands(_twin.Regime.Grades) is { } bands ? $" ({bands})" : "";

    private static string Text(ScoreStep step)
    {
        var score = step.Before == step.After
            ? ""
            : FormattableString.Invariant($"{step.Before:0.###} to {step.After:0.###} points");
        var grade = step.GradeBefore == step.GradeAfter
            ? $"grade {step.GradeAfter}"
            : $"grade {step.GradeBefore} to {step.GradeAfter}";
        return score.Length == 0 ? grade : $"{score}, {grade}";
    }

    private static double Hundredths(float value) => Math.Round(value, 2);
}
