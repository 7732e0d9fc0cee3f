using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Recording;

namespace Glasshouse.Regimes;

/// <content>Rows and grounds become rules, and what conducts trigger.</content>
public sealed partial class Compilation
{
    private const int Longest = Agenda.Horizon - 1;

    private void AddRows(int scale)
    {
        var (prefix, sign) = (_scales[scale].Prefix, SignOf(scale));
        foreach (var (id, row) in Text(scale).Rows)
        {
            var points = sign * (row.Points.Min + (row.Points.Max - row.Points.Min) * Discretion(scale, row.Points));
            var whileHeld = row.On?.Any(t => t.When == Moment.While) == true;
            var rule = new Rule
            {
                Id = prefix + id,
                Scale = (byte)scale,
                Points = (int)Math.Round(points * 1000, MidpointRounding.AwayFromZero),
                Weeks = whileHeld ? Longest : Calendar.FromMonths(row.Months ?? MonthsBySize(scale, points)),
                Repeats = row.Per switch { Per.Month => Repeats.Monthly, Per.ArrearsUnit => Repeats.PerArrearsUnit, _ => Repeats.Once },
                Charged = (Charged)row.Credited,
                Counter = row.Tier is { } tier ? Number(_counters, prefix + tier.Counter)
                    : row.Brackets.Count > 0 ? Number(_counters, prefix + "brackets " + id) : -1,
                CapId = row.Cap is { } cap ? Number(_caps, prefix + cap.Name) : -1,
                Cap = (int)((row.Cap?.Points ?? 0) * 1000),
                CapTime = (CapTime)(row.Cap?.Period ?? CapPeriod.Year),
                Noted = row.Noted,
                Declared = (float?)row.Declared?.Value,
                Applies = (float)(row.Applies?.Value ?? 1),
            };
            Add(scale, rule, row.On, row.Credited, points, row.Tier);
            if (row.Brackets.Count > 0)
            {
                _brackets[rule.Counter] = Tiers(row.Brackets, sign, _numbers[rule.Id][0]);
            }
        }
    }

    // A tier for every whole unit, each worth what all units up to it are worth together.
    private static LadderTier[] Tiers(IReadOnlyList<Bracket> brackets, int sign, ushort rule)
    {
        const int MostUnits = 1000;
        var tiers = new List<LadderTier>();
        var (unit, sum) = (0, 0.0);
        foreach (var bracket in brackets)
        {
            for (; unit < Math.Min(bracket.Upto ?? MostUnits, MostUnits); unit++)
            {
                sum += bracket.Each;
                tiers.Add(new LadderTier(unit + 1, (int)Math.Round(sign * sum * 1000), rule));
            }
        }
        return [.. tiers];
    }

    // The heavier end of a range is the one away from zero.
    private double Discretion(int scale, Points points)
    {
        var share = Combining(scale)?.Discretion.Value ?? 0.5;
        return points.Max <= 0 ? 1 - share : share;
    }

    private double MonthsBySize(int scale, double points) => Terms(scale) is not { } validity ? Longest * 12.0 / Calendar.Year
        : points < 0 && -points > validity.LightUpTo.Value ? validity.HeavyMonths.Value : validity.LightMonths.Value;

    private void AddGrounds(int scale)
    {
        foreach (var (id, ground) in Text(scale).DirectGrades)
        {
            var grade = ground.Grade is { } named ? GradeOf(scale, named) : -1;
            var rule = new Rule
            {
                Id = _scales[scale].Prefix + id,
                Scale = (byte)scale,
                Weeks = TermOf(scale, ground),
                Grade = grade,
                AtBest = ground.AtBest is { } best ? GradeOf(scale, best) : -1,
                AtLeast = ground.AtLeast is { } least ? GradeOf(scale, least) : -1,
                Down = ground.Down ?? 0,
                Favours = ground.AtLeast is not null || (grade >= 0 && grade < EntryOf(scale)),
                Charged = (Charged)ground.Credited,
                AddsToTerm = ground.AddsToTerm,
                Applies = (float)(ground.Applies?.Value ?? 1),
            };
            Add(scale, rule, ground.On, ground.Credited, rule.Favours ? 0 : double.NegativeInfinity, null);
        }
    }

    // What was spent is a rule of its own, so that it is told as what it was. Its term is that of what was used up.
    private void AddSpending(int scale)
    {
        foreach (var (id, spending) in Text(scale).Score?.Spending ?? Empty.Map<Spending>())
        {
            var rule = new Rule
            {
                Id = Spending.RuleId(_scales[scale].Prefix, id),
                Scale = (byte)scale,
                Points = -Thousandths(spending.Price.Value),
                Weeks = Longest,
                Spends = true,
            };
            _numbers[rule.Id] = [Add(rule, -1)];
        }
    }

    // No act triggers it, so that no deed is worth more or less for being for sale.
    private void AddSale(int scale)
    {
        foreach (var (id, sale) in Text(scale).Score?.Sale ?? Empty.Map<Sale>())
        {
            var rule = new Rule
            {
                Id = Sale.RuleId(_scales[scale].Prefix, id),
                Scale = (byte)scale,
                Points = Thousandths(sale.Points.Value),
                Weeks = Calendar.FromMonths(sale.Months.Value),
            };
            _numbers[rule.Id] = [Add(rule, -1)];
        }
    }

    private int EntryOf(int scale) => Text(scale).Grades.Values.ToList().FindIndex(g => g.Entry);

    private int TermOf(int scale, DirectGround ground)
    {
        if (ground.Indefinite || ground.On?.Any(t => t.When == Moment.While) == true)
        {
            return Longest;
        }
        return ground.Years is { } years ? Calendar.FromYears(years.Value)
            : ground.Months is { } months ? Calendar.FromMonths(months.Value)
            : ground.Grade is { } grade && Terms(scale)?.DirectGradeYears.TryGetValue(grade, out var term) == true
                ? Calendar.FromYears(term.Value)
                : Longest;
    }

    private Cause CausesOf(int scale, Conduct conduct, Credited credited, double points)
    {
        // More than the light limit, or a direct grade, for what ordinary law would punish by less than a week's income.
        var light = Terms(scale)?.LightUpTo.Value ?? 0;
        var beyond = points < -light && conduct.LawLossWeeks.Value < 1 && !conduct.HarmsOthers;
        return (conduct.Right != Right.None ? Cause.Right : 0)
            | (credited != Credited.Actor || (conduct.ByFirm && !IsOfFirms(scale)) ? Cause.SpillOver : 0)
            | (beyond ? Cause.BeyondGravity : 0);
    }

    // One rule for each conduct that a row or ground names, so that the record tells what it was for; and one for each other trigger.
    private void Add(int scale, Rule rule, IReadOnlyList<Trigger>? on, Credited credited, double points, Tier? tier)
    {
        var numbers = _numbers[rule.Id] = [];
        if (on is null)
        {
            numbers.Add(Add(rule, 0));
            return;
        }
        foreach (var sameConduct in on.Where(t => t.Conduct is not null).GroupBy(t => _conducts.IndexOf(t.Conduct!)))
        {
            var conduct = _conducts.Conducts[sameConduct.Key];
            var number = Add(rule with
            {
                Causes = CausesOf(scale, conduct, credited, points),
                NotedAgainst = rule.Noted && conduct.Valence == Valence.Bad,
            }, sameConduct.Key);
            numbers.Add(number);
            if (tier is not null && !IsLowest(scale, tier))
            {
                continue;
            }
            foreach (var trigger in sameConduct)
            {
                Catch(scale, trigger, conduct, sameConduct.Key, number);
            }
        }
        foreach (var trigger in on.Where(t => t.Conduct is null))
        {
            var spills = trigger.Scale is not null && trigger.Whose is not (Whose.Self or Whose.Firm);
            var number = Add(rule with { Causes = spills && !rule.Favours && points <= 0 ? Cause.SpillOver : 0 }, -1);
            numbers.Add(number);
            (trigger.Scale is null ? _bySelf : _byGrade).Add((number, trigger));
        }
    }

    private ushort Add(Rule rule, int ofClass)
    {
        _rules.Add(rule);
        _classes.Add(ofClass);
        return (ushort)(_rules.Count - 1);
    }

    private void Catch(int scale, Trigger trigger, Conduct conduct, int index, ushort number)
    {
        var roles = RuleTable.RolesOf(trigger.Who) | RolesOf(scale);
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

    private bool IsLowest(int scale, Tier tier) =>
        Text(scale).Rows.Values.Where(r => r.Tier?.Counter == tier.Counter).Min(r => r.Tier!.Reach) >= tier.Reach;

    private static int Number(List<string> names, string name)
    {
        var at = names.IndexOf(name);
        if (at < 0)
        {
            at = names.Count;
            names.Add(name);
        }
        return at;
    }
}
