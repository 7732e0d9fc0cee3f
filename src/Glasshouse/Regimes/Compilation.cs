using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Regimes;

/// <summary>Compiles a regime over a society's conducts into flat tables. The regime has been checked before.</summary>
public sealed class Compilation
{
    private readonly Regime _regime;
    private readonly ConductTable _conducts;
    private readonly LivingFigures _living;
    private readonly List<Rule> _rules = [];
    private readonly List<int> _classes = [];
    private readonly Dictionary<string, ushort> _numbers = [];
    private readonly List<string> _counters = [];
    private readonly List<Caught>?[] _catches;
    private readonly string[] _grades;

    private Compilation(Regime regime, ConductTable conducts, LivingFigures living)
    {
        _regime = regime;
        _conducts = conducts;
        _living = living;
        _catches = new List<Caught>?[conducts.Count * RuleTable.Levels];
        _grades = [.. regime.Grades.Keys];
    }

    /// <summary>Compiles a regime.</summary>
    /// <param name="regime">A regime without faults.</param>
    /// <param name="conducts">The society's conducts.</param>
    /// <param name="living">The society's living figures, for what effects are worth.</param>
    /// <param name="observing">The society's observing figures.</param>
    /// <param name="documentedOnly">True to leave out consequences that the regime's own text does not name.</param>
    public static RegimeTables Compile(
        Regime regime, ConductTable conducts, LivingFigures living, ObservingFigures observing, bool documentedOnly = false)
    {
        var compilation = new Compilation(regime, conducts, living);
        compilation.AddRows();
        compilation.AddGrounds();
        var repairs = compilation.Repairs();
        var grades = compilation.Grades();
        var consequences = compilation.Consequences(documentedOnly, grades, repairs);
        var rules = compilation.Rules();
        var sights = compilation.Sights(observing);
        var stakes = Perception.Stakes(rules, grades, consequences, conducts, living);
        return new RegimeTables(regime.Id, sights, rules, grades, consequences, stakes, [.. sights.SeenUrban]);
    }

    private void AddRows()
    {
        foreach (var (id, row) in _regime.Rows)
        {
            var points = row.Points.Min + (row.Points.Max - row.Points.Min) * Discretion(row.Points);
            var thousandths = (int)Math.Round(points * 1000, MidpointRounding.AwayFromZero);
            var rule = new Rule
            {
                Id = id,
                Points = thousandths,
                Weeks = Calendar.FromMonths(row.Months ?? MonthsBySize(points)),
                Repeats = row.Per switch { Per.Month => Repeats.Monthly, Per.ArrearsUnit => Repeats.PerArrearsUnit, _ => Repeats.Once },
                Charged = (Charged)row.Credited,
                Counter = row.Tier is { } tier ? Counter(tier.Counter) : row.Cap is { } cap ? Counter(cap.Name) : -1,
                Cap = (int)((row.Cap?.Points ?? 0) * 1000),
                Causes = CausesOf(row.On, row.Credited, points),
            };
            Add(id, rule, row.On, lowestTierOnly: row.Tier);
        }
    }

    // The heavier end of a range is the one away from zero.
    private double Discretion(Points points)
    {
        var share = _regime.Rules.Discretion.Value;
        return points.Max <= 0 ? 1 - share : share;
    }

    private double MonthsBySize(double points)
    {
        var validity = _regime.Validity;
        return points < 0 && -points > validity.LightUpTo.Value ? validity.HeavyMonths.Value : validity.LightMonths.Value;
    }

    private void AddGrounds()
    {
        foreach (var (id, ground) in _regime.DirectGrades)
        {
            var rule = new Rule
            {
                Id = id,
                Weeks = Calendar.FromYears(_regime.Validity.DirectGradeYears[ground.Grade].Value),
                Grade = Array.IndexOf(_grades, ground.Grade),
                Charged = (Charged)ground.Credited,
                Causes = CausesOf(ground.On, ground.Credited, double.NegativeInfinity),
            };
            Add(id, rule, ground.On, null);
        }
    }

    private Cause CausesOf(IReadOnlyList<Trigger>? on, Credited credited, double points)
    {
        var causes = credited == Credited.Actor ? Cause.None : Cause.SpillOver;
        if (on is null)
        {
            return causes;
        }
        var conducts = on.Select(t => _conducts.Conducts[_conducts.IndexOf(t.Conduct)]).ToList();
        causes |= conducts.Exists(c => c.Right != Right.None) ? Cause.Right : 0;
        causes |= conducts.Exists(c => c.ByFirm) ? Cause.SpillOver : 0;
        // A ground, or more than forty points, for what ordinary law would fine by less than a week's income.
        var heavy = points < -_regime.Validity.LightUpTo.Value;
        causes |= heavy && conducts.TrueForAll(c => c.LawLossWeeks.Value < 1 && !c.HarmsOthers) ? Cause.BeyondGravity : 0;
        return causes;
    }

    private void Add(string id, Rule rule, IReadOnlyList<Trigger>? on, Tier? lowestTierOnly)
    {
        var number = (ushort)_rules.Count;
        _numbers[id] = number;
        _rules.Add(rule);
        _classes.Add(on is { Count: > 0 } ? _conducts.IndexOf(on[0].Conduct) : 0);
        if (on is null || (lowestTierOnly is { } tier && !IsLowest(tier)))
        {
            return;
        }
        foreach (var trigger in on)
        {
            var conduct = _conducts.IndexOf(trigger.Conduct);
            var levels = _conducts.Conducts[conduct].Levels.Keys.ToList();
            var roles = RuleTable.RolesOf(trigger.Who);
            for (var level = 0; level < levels.Count; level++)
            {
                if (trigger.Levels is null || trigger.Levels.Contains(levels[level]))
                {
                    (_catches[conduct * RuleTable.Levels + level] ??= []).Add(new Caught(number, roles));
                }
            }
        }
    }

    private bool IsLowest(Tier tier) =>
        _regime.Rows.Values.Where(r => r.Tier?.Counter == tier.Counter).Min(r => r.Tier!.Reach) >= tier.Reach;

    private int Counter(string name)
    {
        var at = _counters.IndexOf(name);
        if (at < 0)
        {
            at = _counters.Count;
            _counters.Add(name);
        }
        return at;
    }

    private RepairRule?[] Repairs()
    {
        var repairs = new List<(int Of, RepairRule Rule)>();
        foreach (var (id, repair) in _regime.Repairs)
        {
            var to = repair.ToRow is { } row ? _numbers[row] : Lighter(id, repair);
            var monthly = (float)(repair.YearlyChance.Value * Calendar.Exchange / Calendar.Year);
            var rule = new RepairRule(id, to, repair.ToRow is null, (int)repair.AfterWeeks.Value, monthly);
            repairs.AddRange(repair.Of.Select(ground => ((int)_numbers[ground], rule)));
        }
        var table = new RepairRule?[_rules.Count];
        foreach (var (of, rule) in repairs)
        {
            table[of] = rule;
            // What replaces a ground keeps its class and its causes of harm, so that it is told as what it was.
            _classes[rule.ToRule] = _classes[of];
            _rules[rule.ToRule] = _rules[rule.ToRule] with { Causes = _rules[rule.ToRule].Causes | _rules[of].Causes };
        }
        return table;
    }

    private ushort Lighter(string id, Repair repair)
    {
        var grade = repair.ToGrade ?? throw new InvalidDataException($"repair '{id}' leads to neither a row nor a grade");
        _rules.Add(new Rule { Id = id, Weeks = Calendar.Year, Grade = Array.IndexOf(_grades, grade) });
        _classes.Add(0);
        return (ushort)(_rules.Count - 1);
    }

    private GradeTable Grades()
    {
        var grades = _regime.Grades.Values.ToList();
        return new GradeTable
        {
            Names = _grades,
            From = [.. grades.Select(g => g.From is { } from ? (int)(from.Value * 1000) : int.MinValue)],
            Entry = grades.FindIndex(g => g.Entry),
            Base = (int)(_regime.Score.Base.Value * 1000),
            Floor = _regime.Score.Floor is { } floor ? (int)(floor.Value * 1000) : int.MinValue,
            Ceiling = _regime.Score.Ceiling is { } ceiling ? (int)(ceiling.Value * 1000) : int.MaxValue,
            SuspendBonuses = _regime.Rules.SuspendBonuses is not null,
        };
    }

    private ConsequenceTable Consequences(bool documentedOnly, GradeTable grades, RepairRule?[] repairs)
    {
        var sizes = new float[grades.Count * ConsequenceTable.Effects];
        foreach (var consequence in _regime.Consequences.Values.Where(c => c.Documented || !documentedOnly))
        {
            foreach (var grade in consequence.Grades)
            {
                sizes[Array.IndexOf(_grades, grade) * ConsequenceTable.Effects + (int)consequence.Effect] += (float)consequence.Size;
            }
        }
        var redress = _regime.Redress;
        return new ConsequenceTable
        {
            Sizes = sizes,
            EntryGrade = grades.Entry,
            Repairs = repairs,
            Redress = new RedressTable
            {
                Notice = (float)redress.Notice,
                AppealIfFalse = (float)redress.AppealIfFalse,
                AppealIfTrue = (float)redress.AppealIfTrue,
                FalseFound = (float)redress.FalseFound,
                TrueCleared = (float)redress.TrueCleared,
                DecisionWeeks = Math.Max(1, (int)redress.DecisionWeeks.Value),
                SlotsPerWeek = redress.SlotsPerThousand.Value / 1000 / Calendar.Year,
            },
        };
    }

    private RuleTable Rules()
    {
        // Heaviest first: a worse direct grade, then the larger number of points, then the order of the text.
        var catches = _catches.Select(list => list?
            .OrderByDescending(c => _rules[c.Rule].Grade).ThenByDescending(c => Math.Abs(_rules[c.Rule].Points)).ThenBy(c => c.Rule)
            .ToArray()).ToArray();
        var ladders = Enumerable.Range(0, Math.Max(RuleTable.Counters, _counters.Count)).Select(counter => _regime.Rows
            .Where(r => r.Value.Tier is { } tier && Counter(tier.Counter) == counter)
            .Select(r => new LadderTier((int)r.Value.Tier!.Reach, _rules[_numbers[r.Key]].Points, _numbers[r.Key]))
            .OrderBy(t => t.Reach).ToArray()).ToArray();
        return new RuleTable
        {
            Rules = [.. _rules],
            Catches = catches,
            Ladders = ladders,
            RepeatFactor = _regime.Rules.RepeatFactor?.Value ?? 1,
            LargestOnly = _regime.Rules.LargestMinus is not null && _regime.Rules.LargestPlus is not null,
            HeadSpillOver = _regime.Rules.HeadSpillOver is not null,
            FromEndOfConduct = _regime.Validity.FromEndOfConduct is not null,
            ArrearsUnitWeeks = Calendar.FromMonths(_regime.Rules.ArrearsUnitMonths?.Value ?? 6),
            ClassOf = [.. _classes],
            AmountMean = [.. _conducts.Conducts.Select(c => (float)(c.Amount?.Mean.Value ?? 1))],
        };
    }

    private SightTable Sights(ObservingFigures observing)
    {
        var watched = new bool[_conducts.Count];
        for (var i = 0; i < _catches.Length; i++)
        {
            watched[i / RuleTable.Levels] |= _catches[i] is not null;
        }
        var sights = new SightTable
        {
            Watched = watched,
            CrossDistrict = (float)observing.CrossDistrict,
            FootprintOnline = (float)observing.FootprintOnline,
        };
        foreach (var (channel, sight) in _regime.Channels)
        {
            var c = (int)channel;
            sights.SeenUrban[c] = (float)(sight.CoverageUrban.Value * sight.Sensitivity.Value);
            sights.SeenRural[c] = (float)(sight.CoverageRural.Value * sight.Sensitivity.Value);
            sights.FromLaw[c] = (float)sight.FromLaw;
            sights.Misattributed[c] = (float)sight.Misattributed;
            sights.Misread[c] = (float)sight.Misread;
            sights.Invented[c] = sight.Invented.Value / 1000 / Calendar.Year;
        }
        return sights;
    }
}
