using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Recording;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Regimes;

/// <summary>Compiles a regime over a society's conducts into flat tables. The regime has been checked before.</summary>
public sealed class Compilation
{
    private readonly Regime _regime;
    private readonly ConductTable _conducts;
    private readonly List<Rule> _rules = [];
    private readonly List<int> _classes = [];
    private readonly Dictionary<string, List<ushort>> _numbers = [];
    private readonly List<string> _counters = [];
    private readonly List<Caught>?[] _catches;
    private readonly string[] _grades;

    private CombiningRules Combining => _regime.Rules ?? throw new InvalidDataException("a regime without combining rules");

    private Validity Terms => _regime.Validity ?? throw new InvalidDataException("a regime without terms");

    private Compilation(Regime regime, ConductTable conducts)
    {
        _regime = regime;
        _conducts = conducts;
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
        var compilation = new Compilation(regime, conducts);
        compilation.AddRows();
        compilation.AddGrounds();
        var repairs = compilation.Repairs();
        var grades = compilation.Grades();
        var consequences = compilation.Consequences(documentedOnly, grades, repairs);
        var rules = compilation.Rules();
        var sights = compilation.Sights(observing);
        var weights = Weighted.Compile(regime, compilation._numbers, rules, conducts);
        var stakes = Perception.Stakes(rules, grades, consequences, weights, conducts, living);
        var subjects = new SubjectTable(
            (int)Math.Ceiling(regime.Subjects.AdultFrom?.Value ?? 0), (float)(regime.Subjects.OptIn?.Share.Value ?? 1));
        return new RegimeTables(regime.Id, sights, rules, grades, consequences, stakes, [.. sights.SeenUrban])
        {
            Subjects = subjects,
            Weights = weights,
        };
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
                Counter = row.Tier is { } tier ? Counter(RowCounters.Of(tier)) : -1,
                CapCounter = row.Cap is { } cap ? Counter(RowCounters.Of(cap)) : -1,
                Cap = (int)((row.Cap?.Points ?? 0) * 1000),
                Noted = row.Noted,
            };
            Add(id, rule, row.On, row.Credited, points, row.Tier);
        }
    }

    // The heavier end of a range is the one away from zero.
    private double Discretion(Points points)
    {
        var share = Combining.Discretion.Value;
        return points.Max <= 0 ? 1 - share : share;
    }

    private double MonthsBySize(double points)
    {
        var validity = Terms;
        return points < 0 && -points > validity.LightUpTo.Value ? validity.HeavyMonths.Value : validity.LightMonths.Value;
    }

    private void AddGrounds()
    {
        foreach (var (id, ground) in _regime.DirectGrades)
        {
            var rule = new Rule
            {
                Id = id,
                Weeks = Calendar.FromYears(Terms.DirectGradeYears[ground.Grade!].Value),
                Grade = Array.IndexOf(_grades, ground.Grade),
                Charged = (Charged)ground.Credited,
            };
            Add(id, rule, ground.On, ground.Credited, double.NegativeInfinity, null);
        }
    }

    private Cause CausesOf(Conduct conduct, Credited credited, double points)
    {
        // More than the light limit, or a direct grade, for what ordinary law would punish by less than a week's income.
        var beyond = points < -Terms.LightUpTo.Value && conduct.LawLossWeeks.Value < 1 && !conduct.HarmsOthers;
        return (conduct.Right != Right.None ? Cause.Right : 0)
            | (credited != Credited.Actor || conduct.ByFirm ? Cause.SpillOver : 0)
            | (beyond ? Cause.BeyondGravity : 0);
    }

    // One rule for each conduct that a row or ground names, so that the record tells what it was for.
    private void Add(string id, Rule rule, IReadOnlyList<Trigger>? on, Credited credited, double points, Tier? tier)
    {
        var numbers = _numbers[id] = [];
        if (on is null)
        {
            numbers.Add(Add(rule, 0));
            return;
        }
        foreach (var sameConduct in on.GroupBy(t => _conducts.IndexOf(t.Conduct!)))
        {
            var conduct = _conducts.Conducts[sameConduct.Key];
            var number = Add(rule with
            {
                Causes = CausesOf(conduct, credited, points),
                NotedAgainst = rule.Noted && conduct.Valence == Valence.Bad,
            }, sameConduct.Key);
            numbers.Add(number);
            if (tier is not null && !IsLowest(tier))
            {
                continue;
            }
            foreach (var trigger in sameConduct)
            {
                Catch(trigger, conduct, sameConduct.Key, number);
            }
        }
    }

    private ushort Add(Rule rule, int ofClass)
    {
        _rules.Add(rule);
        _classes.Add(ofClass);
        return (ushort)(_rules.Count - 1);
    }

    private void Catch(Trigger trigger, Conduct conduct, int index, ushort number)
    {
        var roles = RuleTable.RolesOf(trigger.Who);
        var level = 0;
        foreach (var name in conduct.Levels.Keys)
        {
            if (trigger.Levels is null || trigger.Levels.Contains(name))
            {
                (_catches[index * RuleTable.Levels + level] ??= []).Add(new Caught(number, roles));
            }
            level++;
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

    // What replaces a ground is a rule of its own with the ground's class and causes, so that it is told as what it was.
    private RepairRule?[] Repairs()
    {
        var repairs = new List<(int Of, RepairRule Rule)>();
        foreach (var (id, repair) in _regime.Repairs)
        {
            var monthly = (float)(repair.YearlyChance.Value * Calendar.Exchange / Calendar.Year);
            foreach (var of in repair.Of.SelectMany(ground => _numbers[ground]))
            {
                var to = repair.ToRow is { } row ? _rules[_numbers[row][0]] : Lighter(id, repair);
                var number = Add(to with { Causes = _rules[of].Causes }, _classes[of]);
                repairs.Add((of, new RepairRule(id, number, repair.ToRow is null, (int)repair.AfterWeeks.Value, monthly)));
            }
        }
        var table = new RepairRule?[_rules.Count];
        foreach (var (of, rule) in repairs)
        {
            table[of] = rule;
        }
        return table;
    }

    private Rule Lighter(string id, Repair repair)
    {
        var grade = repair.ToGrade ?? throw new InvalidDataException($"repair '{id}' leads to neither a row nor a grade");
        return new Rule { Id = id, Weeks = Calendar.Year, Grade = Array.IndexOf(_grades, grade) };
    }

    private GradeTable Grades()
    {
        var grades = _regime.Grades.Values.ToList();
        return new GradeTable
        {
            Names = _grades,
            From = [.. grades.Select(g => g.From is { } from ? (int)(from.Value * 1000) : int.MinValue)],
            Entry = grades.FindIndex(g => g.Entry),
            Weighted = _regime.Score!.Counts == Counts.Weighted,
            Start = Weighted.Start(_regime),
            Base = (int)(_regime.Score!.Base.Value * 1000),
            Floor = _regime.Score!.Floor is { } floor ? (int)(floor.Value * 1000) : int.MinValue,
            Ceiling = _regime.Score!.Ceiling is { } ceiling ? (int)(ceiling.Value * 1000) : int.MaxValue,
            SuspendBonuses = Combining.SuspendBonuses is not null,
        };
    }

    private ConsequenceTable Consequences(bool documentedOnly, GradeTable grades, RepairRule?[] repairs)
    {
        var sizes = new float[grades.Count * ConsequenceTable.Effects];
        foreach (var consequence in _regime.Consequences.Values.Where(c => c.Effect is not null && (c.Documented || !documentedOnly)))
        {
            foreach (var grade in consequence.Grades)
            {
                var at = Array.IndexOf(_grades, grade) * ConsequenceTable.Effects + (int)consequence.Effect!;
                sizes[at] += (float)(consequence.Size?.Value ?? 0);
            }
        }
        return new ConsequenceTable
        {
            Sizes = sizes,
            EntryGrade = grades.Entry,
            Repairs = repairs,
            Redress = _regime.Redress is { } redress ? Table(redress) : new RedressTable(),
        };
    }

    private static RedressTable Table(Redress redress) => new()
    {
        Notice = (float)redress.Notice,
        AppealIfFalse = (float)redress.AppealIfFalse,
        AppealIfTrue = (float)redress.AppealIfTrue,
        FalseFound = (float)redress.FalseFound,
        TrueCleared = (float)redress.TrueCleared,
        DecisionWeeks = Math.Max(1, (int)redress.DecisionWeeks.Value),
        SlotsPerWeek = redress.SlotsPerThousand.Value / 1000 / Calendar.Year,
    };

    private RuleTable Rules()
    {
        // Heaviest first: a worse direct grade, then the larger number of points, then the order of the text.
        var catches = _catches.Select(list => list?
            .OrderByDescending(c => _rules[c.Rule].Grade).ThenByDescending(c => Math.Abs(_rules[c.Rule].Points)).ThenBy(c => c.Rule)
            .ToArray()).ToArray();
        var ladders = Enumerable.Range(0, Math.Max(RuleTable.Counters, _counters.Count)).Select(counter => _regime.Rows
            .Where(r => r.Value.Tier is { } tier && Counter(RowCounters.Of(tier)) == counter)
            .Select(r => new LadderTier((int)r.Value.Tier!.Reach, _rules[_numbers[r.Key][0]].Points, _numbers[r.Key][0]))
            .OrderBy(t => t.Reach).ToArray()).ToArray();
        return new RuleTable
        {
            Rules = [.. _rules],
            Catches = catches,
            Ladders = ladders,
            RepeatFactor = Combining.RepeatFactor?.Value ?? 1,
            LargestOnly = Combining.LargestMinus is not null && Combining.LargestPlus is not null,
            FromEndOfConduct = Terms.FromEndOfConduct is not null,
            ArrearsUnitWeeks = Calendar.FromMonths(Combining.ArrearsUnitMonths?.Value ?? 6),
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
