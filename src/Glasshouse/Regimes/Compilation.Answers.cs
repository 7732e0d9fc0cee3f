using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Regimes;

/// <content>What follows: repairs, consequences, redress.</content>
public sealed partial class Compilation
{
    // What replaces a ground is a rule of its own with the ground's class and causes, so that it is told as what it was.
    private RepairRule[]?[] Repairs()
    {
        var repairs = new List<(int Of, RepairRule Rule)>();
        for (var scale = 0; scale < _scales.Count; scale++)
        {
            var prefix = _scales[scale].Prefix;
            foreach (var (id, repair) in Text(scale).Repairs)
            {
                var monthly = (float)(repair.YearlyChance.Value * Calendar.Exchange / Calendar.Year);
                foreach (var of in repair.Of.SelectMany(ground => _numbers[prefix + ground]))
                {
                    var number = RepairRule.Nothing;
                    if (!repair.Clears)
                    {
                        var to = repair.ToRow is { } row ? _rules[_numbers[prefix + row][0]] : Lighter(scale, prefix + id, repair);
                        number = Add(to with { Causes = _rules[of].Causes }, _classes[of]);
                    }
                    var keepTerm = repair.ToRow is null;
                    var deed = DeedOf(scale, repair);
                    repairs.Add((of, new RepairRule(prefix + id, number, keepTerm, (int)repair.AfterWeeks.Value, monthly, deed)
                    {
                        ClearsScale = repair.ClearsScale,
                        Paid = repair.By is RepairBy.Payment or RepairBy.Performance,
                    }));
                }
            }
        }
        var table = new RepairRule[]?[_rules.Count];
        foreach (var ways in repairs.GroupBy(r => r.Of, r => r.Rule))
        {
            table[ways.Key] = [.. ways];
        }
        return table;
    }

    private string? DeedOf(int scale, Repair repair) => repair.With is not { } with ? null
        : Text(scale).Repairs.ContainsKey(with) ? _scales[scale].Prefix + with
        : with;

    private Rule Lighter(int scale, string id, Repair repair)
    {
        var grade = repair.ToGrade ?? throw new InvalidDataException($"repair '{id}' leads to neither a row nor a grade");
        return new Rule { Id = id, Scale = (byte)scale, Weeks = Calendar.Year, Grade = GradeOf(scale, grade) };
    }

    private ConsequenceTable Consequences(bool documentedOnly, GradeTable grades, RepairRule[]?[] repairs) => new()
    {
        Sizes = Sizes(0, documentedOnly),
        EntryGrade = grades.Entry,
        InForce = !_timetable.IsOut(_scales[0].Id, _inForce),
        Open = Enumerable.Range(0, _scales.Count).Any(s => !_timetable.IsOut(_scales[s].Id, _inForce)
            && Text(s).Grades.Values.Any(g => g.SeenBy == SeenBy.Everybody)),
        Refuses = LeavesOut(0),
        Repairs = repairs,
        RepairsRows = Enumerable.Range(0, _rules.Count).Any(r => repairs[r] is not null && !_rules[r].IsGround),
        Offers = [.. Enumerable.Range(0, _scales.Count).SelectMany(Offers)],
        Lots = [.. Enumerable.Range(0, _scales.Count).SelectMany(Lots)],
        Redress = (_regime.Redress is { } redress ? Table(redress) : new RedressTable()) with
        {
            Machine = (int)(_regime.System?.Automated ?? Automation.None) / (float)Automation.Solely,
        },
        Spills = Spills(documentedOnly),
        Further =
        [
            .. Enumerable.Range(1, _scales.Count - 1).Select(scale => new ConsequenceTable
            {
                Sizes = Sizes(scale, documentedOnly),
                EntryGrade = grades.On(scale).Entry,
                InForce = !_timetable.IsOut(_scales[scale].Id, _inForce),
                Refuses = LeavesOut(scale),
            }),
            .. _boards.Select(b => Following(b.Board, b.Texts)),
        ],
    };

    // The marks of those whom nothing on a scale reaches: on the main one also those who are no subjects at all.
    private uint LeavesOut(int scale) => scale == 0 ? MarkBits.Of(Population.Mark.Unscored) : Refuses(scale);

    private IEnumerable<Offer> Offers(int scale) =>
        from spending in Text(scale).Score?.Spending ?? Empty.Map<Spending>()
        where !_timetable.IsOut(_scales[scale].Id, _inForce)
        let id = Spending.RuleId(_scales[scale].Prefix, spending.Key)
        select new Offer(id, _numbers[id][0], (byte)scale, Thousandths(spending.Value.Price.Value), (float)spending.Value.Worth,
            AtExchange(spending.Value.YearlyChance));

    private IEnumerable<Lot> Lots(int scale) =>
        from sale in Text(scale).Score?.Sale ?? Empty.Map<Sale>()
        where !_timetable.IsOut(_scales[scale].Id, _inForce)
        let number = _numbers[Sale.RuleId(_scales[scale].Prefix, sale.Key)][0]
        let rule = _rules[number]
        select new Lot(rule.Id, number, rule.Scale, rule.Points, (float)sale.Value.Price.Value, rule.Weeks,
            AtExchange(sale.Value.YearlyChance));

    private float[] Sizes(int scale, bool documentedOnly)
    {
        var sizes = new float[Text(scale).Grades.Count * ConsequenceTable.Effects];
        foreach (var (id, consequence) in Text(scale).Consequences)
        {
            if (consequence.Effect is not { } effect || !(consequence.Documented || !documentedOnly)
                || !_inForce.Contains(_scales[scale].Prefix + id))
            {
                continue;
            }
            foreach (var grade in consequence.Grades)
            {
                sizes[GradeOf(scale, grade) * ConsequenceTable.Effects + (int)effect] += SizeOf(consequence);
            }
        }
        return sizes;
    }

    // Consequences of the same grades that reach the same others are one spill.
    private SpillTable Spills(bool documentedOnly)
    {
        var spills = new List<Spill>();
        var sizes = new List<float[]>();
        for (var scale = 0; scale < _scales.Count; scale++)
        {
            foreach (var (id, consequence) in Text(scale).Consequences)
            {
                if (consequence.AlsoHits.Count == 0 || consequence.Effect is not { } effect || !(consequence.Documented || !documentedOnly)
                    || !_inForce.Contains(_scales[scale].Prefix + id))
                {
                    continue;
                }
                var spill = new Spill((byte)scale, consequence.Grades.Aggregate(0u, (bits, grade) => bits | 1u << GradeOf(scale, grade)),
                    consequence.AlsoHits.Aggregate(SpillTo.None, (bits, who) => bits | ToOf(who)), IsOfFirms(scale), LeavesOut(scale));
                if (!spills.Contains(spill))
                {
                    spills.Add(spill);
                    sizes.Add(new float[ConsequenceTable.Effects]);
                }
                var size = ((consequence.AlsoSize ?? consequence.Size)?.Value ?? 0) * (consequence.Applied?.Value ?? 1);
                sizes[spills.IndexOf(spill)][(int)effect] += (float)size;
            }
        }
        return new SpillTable([.. spills], [.. sizes.SelectMany(s => s)]);
    }

    // The model knows no ties beyond the home: the household stands for them.
    private static SpillTo ToOf(Reached reached) => reached switch
    {
        Reached.Child => SpillTo.Child,
        Reached.Staff => SpillTo.Staff,
        Reached.FirmHead => SpillTo.FirmHead,
        _ => SpillTo.Household,
    };

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
}
