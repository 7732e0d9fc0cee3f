using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Scoring;

namespace Glasshouse.Regimes;

/// <content>Scales: who stands on them, their grades, and how they hang together.</content>
public sealed partial class Compilation
{
    private bool IsOfFirms(int scale) => SubjectsOf(scale).Of == SubjectKind.Firms;

    private Subjects SubjectsOf(int scale) => Text(scale).Subjects ?? _regime.Subjects;

    private int AdultFrom(int scale) => (int)Math.Ceiling(SubjectsOf(scale).AdultFrom?.Value ?? 0);

    // A firm stands at the place of its head, who is at work.
    private uint RolesOf(int scale) => (SubjectsOf(scale).Who is { } who ? RoleBits.Of(who) : 0)
        | (IsOfFirms(scale) ? RoleBits.Of([Role.FirmHead]) : 0);

    // Work comes and goes; who stands on the main scale is told by what lasts.
    private uint LastingRoles(int scale) => RolesOf(scale) & ~RoleBits.Of(Role.Employed);

    private int SignOf(int scale) => Text(scale).Score?.Counts == Counts.Demerits ? -1 : 1;

    private GradeTable Grades()
    {
        var further = Enumerable.Range(1, _scales.Count - 1).Select(s => Grades(s, []));
        return Grades(0, [.. further, .. _boards.Select((b, i) => Hidden(b.Board, i + 1))]);
    }

    private GradeTable Grades(int scale, GradeTable[] further)
    {
        var (text, sign) = (Text(scale), SignOf(scale));
        var grades = text.Grades.Values.ToList();
        var score = text.Score;
        var ranked = grades.Exists(g => g.TopShare is not null);
        var (floor, ceiling) = sign > 0 ? (score?.Floor, score?.Ceiling) : (score?.Ceiling, score?.Floor);
        return new GradeTable
        {
            Id = _scales[scale].Id,
            Label = text.Label,
            Names = [.. text.Grades.Keys],
            From = ranked ? Uncut(grades.Count, EntryOf(scale)) : FromOf(grades, sign),
            TopShares = ranked ? TopSharesOf(grades) : [],
            Newcomers = grades.FindIndex(g => g.ForNewcomers),
            NewFor = (Calendar.FromMonths(grades.Find(g => g.ForNewcomers)?.NewcomerMonths?.Value ?? 0) + Calendar.Exchange - 1)
                / Calendar.Exchange,
            IsCut = !ranked,
            Entry = EntryOf(scale),
            Base = sign * Thousandths(score?.Base.Value ?? 0),
            Floor = floor is null ? int.MinValue : sign * Thousandths(floor.Value),
            Ceiling = ceiling is null ? int.MaxValue : sign * Thousandths(ceiling.Value),
            SuspendBonuses = Combining(scale)?.SuspendBonuses is not null,
            IsList = score is null,
            Weighted = score?.Counts is Counts.Weighted or Counts.Learned,
            Start = score?.Counts is Counts.Weighted or Counts.Learned ? Weighted.Start(text) : 0,
            Column = _scales.Skip(1).Take(Math.Max(0, scale - 1)).Count(s => s.Text.Score?.Counts == Counts.Weighted),
            Evaluation = (Evaluation)(score?.Evaluated ?? Evaluated.Always),
            Sign = sign,
            OfFirms = IsOfFirms(scale),
            Shown = IsOfFirms(scale) ? ShownOf(grades, EntryOf(scale)) : [],
            Further = further,
        };
    }

    // In proportion to the steps from the entry grade; what not everybody sees looks like nothing.
    private static float[] ShownOf(List<Grade> grades, int entry) => grades.Any(g => g.SeenBy == SeenBy.Everybody)
        ? [.. grades.Select((grade, g) => grade.SeenBy != SeenBy.Everybody || grade.ForNewcomers || g == entry ? 0
            : g > entry ? (g - entry) / (float)(grades.Count - 1 - entry) : (g - entry) / (float)entry)]
        : [];

    // No score leads into the grade of newcomers: it begins where the one above it does, whose scores are taken already.
    private static int[] FromOf(List<Grade> grades, int sign)
    {
        var judged = grades.Where(g => !g.ForNewcomers).ToList();
        var from = judged.Select((grade, g) => sign > 0
            ? grade.From is { } lowest ? Thousandths(lowest.Value) + (grade.Above ? 1 : 0) : int.MinValue
            : g + 1 < judged.Count ? 1 - Thousandths(judged[g + 1].From!.Value) : int.MinValue).ToList();
        if (grades.FindIndex(g => g.ForNewcomers) is >= 0 and var newcomers)
        {
            from.Insert(newcomers, newcomers == 0 ? int.MaxValue : from[newcomers - 1]);
        }
        return [.. from];
    }

    private static double[] TopSharesOf(List<Grade> grades)
    {
        var shares = grades.Select(g => g.TopShare?.Value ?? 1).ToArray();
        if (grades.FindIndex(g => g.ForNewcomers) is >= 0 and var newcomers)
        {
            shares[newcomers] = newcomers == 0 ? 0 : shares[newcomers - 1];
        }
        return shares;
    }

    // Before anybody has been ranked, every score stands in the entry grade.
    private static int[] Uncut(int grades, int entry) =>
        [.. Enumerable.Range(0, grades).Select(g => g < entry ? int.MaxValue : int.MinValue)];

    private static int Thousandths(double points) => (int)(points * 1000);

    private Booking Book(int scale)
    {
        var (rules, text) = (Combining(scale), Text(scale));
        return new Booking
        {
            Roles = RolesOf(scale),
            AdultFrom = AdultFrom(scale),
            AsMain = IsAsMain(scale),
            RepeatFactor = rules?.RepeatFactor?.Value ?? 1,
            LargestOnly = rules is { LargestMinus: not null, LargestPlus: not null },
            FromEndOfConduct = Terms(scale)?.FromEndOfConduct is not null,
            Erases = Terms(scale)?.AfterExpiry == AfterExpiry.Erased,
            FromEntry = Terms(scale)?.FromEntry is not null,
            ArrearsUnitWeeks = Calendar.FromMonths(rules?.ArrearsUnitMonths?.Value ?? 6),
            ResetYearly = text.Score?.Reset == Reset.Yearly,
            Refuses = Refuses(scale),
            RecordedAnyway = SubjectsOf(scale).OptIn?.RecordedAnyway == true,
            Connected = ConnectedOn(scale),
        };
    }

    // A scale without subjects of its own has those of the main one, consent included.
    private bool IsAsMain(int scale) => scale == 0 || Text(scale).Subjects is null;

    private uint Refuses(int scale) => SubjectsOf(scale).OptIn is null ? 0 : MarkBits.Outside(IsAsMain(scale) ? 0 : scale);

    private SubjectTable Subjects() => new(AdultFrom(0))
    {
        Roles = LastingRoles(0),
        OneForAll = Enumerable.Range(0, _scales.Count).All(IsAsMain),
        Consents =
        [
            .. from scale in Enumerable.Range(0, _scales.Count)
               let optIn = SubjectsOf(scale).OptIn
               where optIn is not null && (scale == 0 || !IsAsMain(scale))
               select new Consent((byte)scale, (float)optIn.Share.Value, AtExchange(optIn.JoinsYearly), AtExchange(optIn.WithdrawsYearly),
                   AdultFrom(scale), LastingRoles(scale)),
        ],
    };

    // A yearly chance comes in thirteen equal parts, as for repairs.
    private static float AtExchange(Figure? yearly) => (float)((yearly?.Value ?? 0) * Calendar.Exchange / Calendar.Year);

    // Connections help with one's own regime; those that it includes keep their own books.
    private Connected? ConnectedOn(int scale) => _regime.Governance?.Connections is { } connections && !_scales[scale].Id.Contains('/')
        ? new Connected([.. connections.Who.Select(role => RoleBits.Of([role]))], (float)connections.Share) : null;

    // Rows and grounds name others that may stand below them, so this comes when all are there.
    private void Resolve()
    {
        for (var scale = 0; scale < _scales.Count; scale++)
        {
            var (prefix, text) = (_scales[scale].Prefix, Text(scale));
            foreach (var (id, row) in text.Rows)
            {
                Resolve(scale, prefix + id, row.After, row.Unless);
            }
            foreach (var (id, ground) in text.DirectGrades)
            {
                Resolve(scale, prefix + id, ground.After, ground.Unless);
            }
        }
        // A rule without a conduct of its own takes the class of what leads to it: first along links, then of its own scale.
        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var (rule, trigger) in _byGrade)
            {
                _classes[rule] = _classes[rule] >= 0 ? _classes[rule] : ClassOn(ScaleNamed(trigger.Scale!));
            }
        }
        for (var rule = 0; rule < _rules.Count; rule++)
        {
            _classes[rule] = _classes[rule] >= 0 ? _classes[rule] : Math.Max(0, ClassOn(_rules[rule].Scale));
        }
    }

    private int ClassOn(int scale)
    {
        for (var rule = 0; rule < _rules.Count; rule++)
        {
            if (_rules[rule].Scale == scale && _classes[rule] >= 0)
            {
                return _classes[rule];
            }
        }
        return -1;
    }

    private void Resolve(int scale, string id, After? after, After? unless)
    {
        foreach (var number in after is null && unless is null ? [] : _numbers[id])
        {
            _rules[number] = _rules[number] with { After = EarlierOf(scale, after), Unless = EarlierOf(scale, unless) };
        }
    }

    // To stand in a grade of a list is to have a ground that sets it; on a score it is the grade at the beginning of the week.
    private Earlier? EarlierOf(int scale, After? after)
    {
        if (after is null)
        {
            return null;
        }
        var prefix = _scales[scale].Prefix;
        var rules = after.Rows.SelectMany(id => _numbers.TryGetValue(prefix + id, out var own) ? own : _numbers[id]).ToList();
        var grades = (after.Grades ?? []).Select(g => GradeOf(scale, g)).ToHashSet();
        if (Text(scale).Score is not null)
        {
            return new Earlier([.. rules], after.Times, after.StandingWeeks, after.Ever, after.WithinWeeks ?? int.MaxValue)
            {
                Grades = grades.Aggregate(0u, (bits, grade) => bits | 1u << grade),
                Scale = (byte)scale,
            };
        }
        rules.AddRange(Enumerable.Range(0, _rules.Count).Select(r => (ushort)r)
            .Where(r => _rules[r].Scale == scale && _rules[r].Grade >= 0 && grades.Contains(_rules[r].Grade)));
        return new Earlier([.. rules], after.Times, after.StandingWeeks, after.Ever, after.WithinWeeks ?? int.MaxValue);
    }

    private int ScaleNamed(string id) => _scales.ToList().FindIndex(s => s.Id == id);

    private Link[] Links() => [.. _byGrade.Select(link =>
    {
        var scale = ScaleNamed(link.Trigger.Scale!);
        var grades = (link.Trigger.Grades ?? []).Aggregate(0u, (bits, grade) => bits | 1u << GradeOf(scale, grade));
        return new Link((byte)scale, grades, (LinkTime)link.Trigger.When, (LinkTo)link.Trigger.Whose, link.Rule,
            RuleTable.RolesOf(link.Trigger.Who) | RolesOf(_rules[link.Rule].Scale));
    })];

    private Periodic[] Periodic() => [.. _bySelf.Select(self => new Periodic(
        self.Rule, self.Trigger.Every == Every.Month ? Calendar.Exchange : Calendar.Year,
        RuleTable.RolesOf(self.Trigger.Who) | RolesOf(_rules[self.Rule].Scale) | RoleBits.Of(Role.Adult)))];

    private RuleTable Rules()
    {
        // By scale, and heaviest first: a worse direct grade, then the larger number of points, then the order of the text.
        var catches = _catches.Select(list => list?
            .OrderBy(c => _rules[c.Rule].Scale).ThenByDescending(c => _rules[c.Rule].Grade)
            .ThenByDescending(c => Math.Abs(_rules[c.Rule].Points)).ThenBy(c => c.Rule)
            .ToArray()).ToArray();
        var ladders = Enumerable.Range(0, Math.Max(RuleTable.FewestCounters, _counters.Count))
            .Select(counter => _brackets.TryGetValue(counter, out var tiers) ? tiers : Ladder(counter)).ToArray();
        return new RuleTable
        {
            Rules = [.. _rules],
            Catches = catches,
            Ladders = ladders,
            Books = [.. Enumerable.Range(0, _scales.Count).Select(Book)],
            Links = Links(),
            Remembered = Remembered(),
            Periodic = Periodic(),
            ClassOf = [.. _classes],
            AmountMean = [.. _conducts.Conducts.Select(c => (float)(c.Amount?.Mean.Value ?? 1))],
        };
    }

    private bool[] Remembered()
    {
        var asked = _rules.SelectMany(r => new[] { r.After, r.Unless }).Where(e => e is { Ever: true })
            .SelectMany(e => e!.Rules).Select(r => (int)r).ToHashSet();
        return asked.Count == 0 ? [] : [.. Enumerable.Range(0, _rules.Count).Select(asked.Contains)];
    }

    private LadderTier[] Ladder(int counter) =>
    [
        .. from scale in _scales
           from row in scale.Text.Rows
           where row.Value.Tier is { } tier && _counters.IndexOf(scale.Prefix + tier.Counter) == counter
           let number = _numbers[scale.Prefix + row.Key][0]
           orderby row.Value.Tier!.Reach
           select new LadderTier((int)row.Value.Tier!.Reach, _rules[number].Points, number),
    ];
}
