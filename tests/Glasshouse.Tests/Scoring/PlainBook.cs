using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Regimes;

namespace Glasshouse.Tests.Scoring;

/// <summary>
/// A slow and plain reading of a regime's text: a list of records per person, walked from end to end. It knows the regime file and the
/// catalogue, and none of the tables that the engine compiles them into.
/// </summary>
internal sealed class PlainBook(Regime regime, IReadOnlyDictionary<string, Conduct> catalogue, Roster roster)
{
    private readonly string[] _grades = [.. regime.Grades.Keys];
    private readonly List<Entry> _entries = [];
    private readonly List<Again> _again = [];
    private readonly Dictionary<(int Slot, string Counter), int> _yearly = [];
    private readonly HashSet<int> _outside = [];
    private int _acts;

    private sealed record Entry(int Slot, string Rule, string Conduct, int Points, int Grade, int Expires, int Act)
    {
        public bool Aside { get; init; }

        public bool Spent { get; init; }

        public bool IsAgainst => Grade >= 0 || (Points < 0 && !Spent);
    }

    private sealed record Again(int Week, int Slot, Reading Rule, string Level, int WeeksLeft);

    // A row or a ground as it concerns one conduct.
    private sealed record Reading(string Id, string Conduct, int Points, int Grade, int Order, Per Per, Credited Credited, PointRow? Row);

    /// <summary>Lets a week pass: terms end, the year turns, the week's sightings and what continues are entered.</summary>
    public void Pass(int week, IEnumerable<Sighting> seen, Func<int, uint> rolesOf)
    {
        var held = Enumerable.Range(0, roster.Slots).Select(slot => _grades[Of(slot).Grade]).ToArray();
        _entries.RemoveAll(e => e.Expires <= week);
        if (week % 52 == 0)
        {
            _yearly.Clear();
        }
        foreach (var sighting in seen)
        {
            var conduct = catalogue.Keys.ElementAt(sighting.Conduct);
            var level = catalogue[conduct].Levels.Keys.ElementAt(sighting.Level);
            var roles = rolesOf(sighting.Slot);
            _acts++;
            var caught = (roles & RoleBits.Of(Role.Adult)) == 0 ? [] : Caught(conduct, level, roles)
                .Where(r => r.Row?.After?.Grades?.Contains(held[sighting.Slot]) != false
                    && r.Row?.Unless?.Grades?.Contains(held[sighting.Slot]) != true);
            if (regime.Rules!.LargestMinus is not null && regime.Rules!.LargestPlus is not null)
            {
                caught = caught.Take(1);
            }
            foreach (var rule in caught.ToList())
            {
                Charge(rule, sighting.Slot, level, sighting.Weeks, week, sighting.Bits, isFirst: true);
            }
        }
        foreach (var unit in _again.Where(a => a.Week == week).ToList())
        {
            _acts++;
            var roles = rolesOf(unit.Slot);
            if ((roles & RoleBits.Of(Role.Adult)) != 0 && Caught(unit.Rule.Conduct, unit.Level, roles).Any(r => r.Id == unit.Rule.Id))
            {
                Charge(unit.Rule, unit.Slot, unit.Level, unit.WeeksLeft, week, 0, isFirst: false);
            }
        }
    }

    /// <summary>Lets somebody join or leave: what tells against who leaves is kept where the text says so, the rest is gone.</summary>
    public void Consent(int slot, bool joins)
    {
        var mine = _entries.Where(e => e.Slot == slot).ToList();
        _entries.RemoveAll(e => e.Slot == slot);
        var kept = joins ? mine : mine.Where(e => e.IsAgainst && regime.Subjects.OptIn!.RecordedAnyway);
        _entries.AddRange(kept.Select(e => e with { Aside = !joins }));
        foreach (var key in _yearly.Keys.Where(k => k.Slot == slot && !k.Counter.StartsWith("cap ", StringComparison.Ordinal)).ToList())
        {
            _yearly.Remove(key);
        }
        _ = joins ? _outside.Remove(slot) : _outside.Add(slot);
    }

    /// <summary>Lets everybody buy one of everything that can be paid, in the order of the text.</summary>
    public int Buy(int people)
    {
        var bought = 0;
        foreach (var price in regime.Score!.Spending.Values.Select(s => Thousandths(s.Price.Value)))
        {
            for (var slot = 0; slot < people; slot++)
            {
                var floor = Thousandths(regime.Score!.Floor?.Value ?? regime.Score!.Base.Value);
                var mine = _entries.Where(e => e.Slot == slot && !e.Aside).ToList();
                var barred = regime.Rules!.SuspendBonuses is not null && mine.Exists(e => e.Grade >= 0);
                var earned = mine.Where(e => e.Points > 0 || e.Spent).GroupBy(e => e.Expires).OrderBy(g => g.Key)
                    .Select(g => (g.Key, Left: g.Sum(e => e.Points))).ToList();
                if (barred || Of(slot).Score - price < floor || earned.Sum(e => e.Left) < price)
                {
                    continue;
                }
                bought++;
                var owed = price;
                foreach (var (expires, left) in earned.Where(e => e.Left > 0))
                {
                    _entries.Add(new Entry(slot, "spent", "", -Math.Min(left, owed), -1, expires, _acts) { Spent = true });
                    owed -= Math.Min(left, owed);
                }
            }
        }
        return bought;
    }

    /// <summary>Lets somebody buy all points that are for sale and can be paid one after the other, in the order of the text.</summary>
    public int Sell(int slot, double savings, int week)
    {
        var sold = 0;
        foreach (var sale in _outside.Contains(slot) ? [] : regime.Score!.Sale.Values)
        {
            if (savings >= sale.Price.Value)
            {
                sold++;
                savings -= sale.Price.Value;
                var expires = week + Calendar.FromMonths(sale.Months.Value);
                _entries.Add(new Entry(slot, "sold", "", Thousandths(sale.Points.Value), -1, expires, _acts));
            }
        }
        return sold;
    }

    /// <summary>Score in thousandths, and grade by index.</summary>
    public (int Score, int Grade) Of(int slot)
    {
        var mine = _entries.Where(e => e.Slot == slot && !e.Aside).ToList();
        var direct = mine.Select(e => e.Grade).DefaultIfEmpty(-1).Max();
        var suspended = direct >= 0 && regime.Rules!.SuspendBonuses is not null;
        var score = Thousandths(regime.Score!.Base.Value) + mine.Where(e => (e.Points < 0 && !e.Spent) || !suspended).Sum(e => e.Points);
        score = regime.Score!.Floor is { } floor ? Math.Max(score, Thousandths(floor.Value)) : score;
        score = regime.Score!.Ceiling is { } ceiling ? Math.Min(score, Thousandths(ceiling.Value)) : score;
        var byScore = regime.Grades.Values.ToList().FindIndex(g => g.From is null || score >= Thousandths(g.From.Value));
        return (score, Math.Max(byScore, direct));
    }

    // The direct grade that is worst, then the largest number, then the order of the text.
    private IEnumerable<Reading> Caught(string conduct, string level, uint roles)
    {
        var order = 0;
        var all = new List<Reading>();
        foreach (var (id, row) in regime.Rows)
        {
            order++;
            var lowest = row.Tier is not { } tier
                || regime.Rows.Values.All(r => r.Tier?.Counter != tier.Counter || r.Tier.Reach >= tier.Reach);
            if (lowest && Meets(row.On, conduct, level, roles))
            {
                all.Add(new Reading(id, conduct, PointsOf(row), -1, order, row.Per, row.Credited, row));
            }
        }
        foreach (var (id, ground) in regime.DirectGrades)
        {
            order++;
            if (Meets(ground.On, conduct, level, roles))
            {
                all.Add(new Reading(id, conduct, 0, Array.IndexOf(_grades, ground.Grade), order, Per.Occurrence, ground.Credited, null));
            }
        }
        return all.OrderByDescending(r => r.Grade).ThenByDescending(r => Math.Abs(r.Points)).ThenBy(r => r.Order);
    }

    private static bool Meets(IReadOnlyList<Trigger>? on, string conduct, string level, uint roles) => on is not null && on.Any(t =>
        t.Conduct == conduct && (t.Levels is null || t.Levels.Contains(level)) && (t.Who ?? []).All(r => (roles & RoleBits.Of(r)) != 0));

    private void Charge(Reading rule, int slot, string level, int weeks, int week, uint bits, bool isFirst)
    {
        foreach (var subject in Subjects(rule.Credited, slot).ToList())
        {
            Book(rule, subject, weeks, week, bits, isFirst);
        }
        var unit = rule.Per switch
        {
            Per.Month => 4,
            Per.ArrearsUnit => Calendar.FromMonths(regime.Rules!.ArrearsUnitMonths?.Value ?? 6),
            _ => int.MaxValue,
        };
        if (weeks > unit)
        {
            _again.Add(new Again(week + unit, slot, rule, level, weeks - unit));
        }
    }

    private IEnumerable<int> Subjects(Credited credited, int slot)
    {
        if (credited != Credited.ParentsOrPartner)
        {
            yield return slot;
        }
        var home = Enumerable.Range(0, roster.Slots).Where(s => s != slot && roster.Household[s] == roster.Household[slot]
            && roster.Is(s, Role.Adult));
        var parents = home.Where(other => roster.Age[other] - roster.Age[slot] is >= 18 and <= 50).ToList();
        var partner = home.Where(other => Math.Abs(roster.Age[other] - roster.Age[slot]) < 18)
            .OrderBy(other => Math.Abs(roster.Age[other] - roster.Age[slot])).Take(1);
        foreach (var other in credited switch
        {
            Credited.ActorAndParents => parents,
            Credited.ParentsOrPartner => parents.Count > 0 ? parents : partner,
            _ => [],
        })
        {
            yield return other;
        }
    }

    private void Book(Reading rule, int slot, int weeks, int week, uint bits, bool isFirst)
    {
        var (id, points, row) = (rule.Id, rule.Points, rule.Row);
        var outside = _outside.Contains(slot);
        if (outside && !regime.Subjects.OptIn!.RecordedAnyway)
        {
            return;
        }
        if (row?.Tier is { } tier)
        {
            var had = _yearly.GetValueOrDefault((slot, tier.Counter));
            var mean = (float)(catalogue[rule.Conduct].Amount?.Mean.Value ?? 1);
            var now = had + Math.Max(1, (int)(mean * (0.5f + Episodes.Mix(bits) / 4294967296f) + 0.5f));
            _yearly[(slot, tier.Counter)] = now;
            var before = Reached(tier.Counter, had);
            var after = Reached(tier.Counter, now);
            points = (after is { } a ? PointsOf(a.Value) : 0) - (before is { } b ? PointsOf(b.Value) : 0);
            (id, row) = after is { } reached ? (reached.Key, reached.Value) : (id, row);
        }
        if (row?.Cap is { } cap && !outside)
        {
            var had = _yearly.GetValueOrDefault((slot, "cap " + cap.Name));
            points = Math.Max(0, Math.Min(points, Thousandths(cap.Points) - had));
            _yearly[(slot, "cap " + cap.Name)] = had + points;
        }
        if (rule.Grade < 0 && (points == 0 || (outside && points > 0)))
        {
            return;
        }
        if (points < 0 && isFirst && regime.Rules!.RepeatFactor is { } factor && _entries.Any(e =>
            e.Slot == slot && e.Conduct == rule.Conduct && e.Act < _acts && e.IsAgainst && !e.Aside))
        {
            points = (int)(points * factor.Value);
        }
        var from = regime.Validity!.FromEndOfConduct is null ? week : week + weeks;
        _entries.Add(new Entry(slot, id, rule.Conduct, points, rule.Grade, from + Term(rule, row), _acts) { Aside = outside });
    }

    private KeyValuePair<string, PointRow>? Reached(string counter, int count)
    {
        var tiers = regime.Rows.Where(r => r.Value.Tier?.Counter == counter && r.Value.Tier.Reach <= count).ToList();
        return tiers.Count == 0 ? null : tiers.MaxBy(r => r.Value.Tier!.Reach);
    }

    private int Term(Reading rule, PointRow? row)
    {
        if (row is null)
        {
            return Calendar.FromYears(regime.Validity!.DirectGradeYears[_grades[rule.Grade]].Value);
        }
        var heavy = PointsOf(row) < -Thousandths(regime.Validity!.LightUpTo.Value);
        return Calendar.FromMonths(row.Months ?? (heavy ? regime.Validity!.HeavyMonths : regime.Validity!.LightMonths).Value);
    }

    // Discretion goes from the light end of a range to the heavy one, which for a deduction is the lower number.
    private int PointsOf(PointRow row)
    {
        var (light, heavy) = row.Points.Max <= 0 ? (row.Points.Max, row.Points.Min) : (row.Points.Min, row.Points.Max);
        return Thousandths(light + regime.Rules!.Discretion.Value * (heavy - light));
    }

    private static int Thousandths(double points) => (int)Math.Round(points * 1000, MidpointRounding.AwayFromZero);
}
