using Glasshouse.Recording;

namespace Glasshouse.Scoring;

// Scoring: the ledger becomes score and grade. In: dossiers (no origins), the scale. Out: standings, and a list of changed grades.

/// <summary>The part of one record in a score, or what the scale's floor or ceiling adds to it.</summary>
/// <param name="Record">Number of the record; -1 for the floor or ceiling.</param>
/// <param name="Rule">Row or ground; 0 for the floor or ceiling.</param>
/// <param name="Points">Points that count, thousandths; 0 for a ground and for a suspended bonus.</param>
/// <param name="Suspended">True for a bonus that does not count while a direct grade stands.</param>
public readonly record struct Contribution(int Record, ushort Rule, int Points, bool Suspended);

/// <summary>A subject whose grade changed on a scale, 0 for the main one.</summary>
public readonly record struct GradeChange(ushort Slot, byte From, byte To, bool Direct, byte Scale = 0);

/// <summary>Which dates a week brings, for scales that are evaluated at dates; ranking comes right after them.</summary>
public readonly record struct Dates(bool MonthEnds, bool YearEnds, bool Ranking = false)
{
    /// <summary>True if a scale turns its scores into grades this week.</summary>
    public bool Are(Evaluation evaluation) => evaluation switch
    {
        Evaluation.Yearly => YearEnds,
        Evaluation.Monthly => MonthEnds,
        _ => true,
    };
}

/// <summary>Reckons scores from records, on all scales in one walk. A score is by definition the base and the sum of counted
/// contributions, floor and ceiling among them.</summary>
public sealed class Reckoning
{
    private GradeChange[] _changes = new GradeChange[64];
    private int _count;

    /// <summary>Grades that changed since they were last cleared.</summary>
    public ReadOnlySpan<GradeChange> Changes => _changes.AsSpan(0, _count);

    /// <summary>Forgets the changes: whoever answers to them has done so.</summary>
    public void Clear() => _count = 0;

    /// <summary>Reckons anew every subject whose records changed.</summary>
    public void Reckon(RuleTable rules, GradeTable grades, Dossiers dossiers, Standing standing, Dates dates = default)
    {
        Span<Sums> sums = stackalloc Sums[grades.Further.Length + 1];
        foreach (var slot in dossiers.Touched.Slots)
        {
            Walk(rules, dossiers, slot, sums);
            Main(grades, standing, slot, sums[0], dates);
            for (var scale = 1; scale < sums.Length; scale++)
            {
                var table = grades.Further[scale - 1];
                var was = standing.GradeOn(scale, slot);
                if (table.Board is { } board)
                {
                    var on = board.GradeOf(sums[board.Scale].Held, Score(grades, sums[board.Scale], standing, board.Scale, slot));
                    Move(standing, scale, slot, was, on, -1, table.Entry);
                    continue;
                }
                var byPoints = standing.IsNew(table, slot) ? table.Newcomers
                    : table.Evaluates(dates) ? ByPoints(table, Score(grades, sums[scale], standing, scale, slot))
                    : standing.AtDate(table, scale, slot);
                var grade = sums[scale].Grade(table, byPoints);
                Move(standing, scale, slot, was, grade, sums[scale].Direct, byPoints);
            }
        }
    }

    private void Move(Standing standing, int scale, ushort slot, int was, int grade, int direct, int byPoints)
    {
        standing.Set(scale, slot, grade, direct, byPoints);
        if (grade != was)
        {
            Add(new GradeChange(slot, (byte)was, (byte)grade, direct >= 0, (byte)scale));
        }
    }

    private static int Score(GradeTable grades, in Sums sums, Standing standing, int scale, int slot) =>
        grades.On(scale) is var table && table.Weighted ? standing.ScoresOf(table, scale)[slot] : sums.Score(table);

    private void Main(GradeTable grades, Standing standing, ushort slot, in Sums sums, Dates dates)
    {
        var score = Score(grades, sums, standing, 0, slot);
        var was = standing.Grade[slot];
        var byPoints = standing.IsNew(grades, slot) ? grades.Newcomers
            : grades.Evaluates(dates) ? ByPoints(grades, score)
            : standing.AtDate(grades, 0, slot);
        var grade = (byte)sums.Grade(grades, byPoints);
        var direct = sums.Direct < 0 ? Standing.NoGrade : (byte)sums.Direct;
        if (grades.Evaluation != Evaluation.Always)
        {
            standing.Before[slot] = (byte)byPoints;
        }
        else if (direct == Standing.NoGrade)
        {
            standing.Before[slot] = Standing.NoGrade;
        }
        else if (standing.Direct[slot] == Standing.NoGrade)
        {
            standing.Before[slot] = was;
        }
        standing.Score[slot] = score;
        standing.Direct[slot] = direct;
        standing.Grade[slot] = grade;
        standing.Rung[slot] = Ladder.Rung(grades, score, direct);
        if (grade != was)
        {
            Add(new GradeChange(slot, was, grade, direct != Standing.NoGrade));
        }
    }

    private static int ByPoints(GradeTable table, int score) => table.IsList ? table.Entry : table.Of(score);

    /// <summary>Score and direct grade of a subject on a scale: one walk over its records.</summary>
    public static (int Score, byte Direct) Sum(RuleTable rules, GradeTable grades, Dossiers dossiers, int slot, int scale = 0)
    {
        Span<Sums> sums = stackalloc Sums[grades.Further.Length + 1];
        Walk(rules, dossiers, slot, sums);
        return (sums[scale].Score(grades.On(scale)), sums[scale].Direct < 0 ? Standing.NoGrade : (byte)sums[scale].Direct);
    }

    private static void Walk(RuleTable rules, Dossiers dossiers, int slot, Span<Sums> sums)
    {
        sums.Fill(Sums.None);
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            if (dossiers.Ledger.State(r) == RecordState.Counting)
            {
                var rule = rules.Rules[dossiers.Ledger.Row(r)];
                sums[rule.Scale].Take(rule, dossiers.Ledger.Points(r));
            }
        }
    }

    /// <summary>
    /// The contributions that make up a subject's score on a scale, newest first, before them the floor or ceiling where it binds.
    /// Base and points counted add up to the score; on a list there are none, only the grounds that stand.
    /// </summary>
    public static List<Contribution> Explain(RuleTable rules, GradeTable grades, Dossiers dossiers, int slot, int scale = 0)
    {
        var table = grades.On(scale);
        var (score, direct) = Sum(rules, grades, dossiers, slot, scale);
        var list = new List<Contribution>();
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            var rule = rules.Rules[dossiers.Ledger.Row(r)];
            if (table.Board is { } board && (rule.Switches & board.Bits) != 0 && dossiers.Ledger.State(r) == RecordState.Counting)
            {
                list.Add(new Contribution(r, dossiers.Ledger.Row(r), 0, false));
            }
            else if (dossiers.Ledger.State(r) == RecordState.Counting && rule.Scale == scale)
            {
                var points = dossiers.Ledger.Points(r);
                var earned = points > 0 || rules.Rules[dossiers.Ledger.Row(r)].Spends;
                var suspended = earned && table.SuspendBonuses && direct != Standing.NoGrade;
                list.Add(new Contribution(r, dossiers.Ledger.Row(r), suspended ? 0 : points, suspended));
            }
        }
        var open = table.Base + list.Sum(c => c.Points);
        if (score != open)
        {
            list.Insert(0, new Contribution(-1, 0, score - open, false));
        }
        return list;
    }

    private void Add(in GradeChange change)
    {
        if (_count == _changes.Length)
        {
            Array.Resize(ref _changes, _count * 2);
        }
        _changes[_count++] = change;
    }

    // What the counting records of one scale say.
    private struct Sums
    {
        public static readonly Sums None = new() { Direct = -1, AtBest = -1, AtLeast = int.MaxValue };

        public int Minus, Plus, Direct, AtBest, AtLeast, Down;
        public uint Held;

        public void Take(Rule rule, int points)
        {
            // What was spent is taken from what was earned, and is suspended with it.
            var earned = points > 0 || rule.Spends;
            Minus += earned ? 0 : points;
            Plus += earned ? points : 0;
            Direct = Math.Max(Direct, rule.Grade);
            AtBest = Math.Max(AtBest, rule.AtBest);
            AtLeast = rule.AtLeast >= 0 ? Math.Min(AtLeast, rule.AtLeast) : AtLeast;
            Down += rule.Down;
            Held |= rule.Switches;
        }

        public readonly int Score(GradeTable table)
        {
            var suspended = table.SuspendBonuses && Direct >= 0;
            return Math.Clamp(table.Base + Minus + (suspended ? 0 : Plus), table.Floor, table.Ceiling);
        }

        // On a list the worst direct grade is the grade, be it above the entry grade; on a score it never raises.
        public readonly int Grade(GradeTable table, int byPoints)
        {
            var grade = table.Below(byPoints, Down);
            grade = Direct < 0 ? Math.Min(grade, AtLeast) : table.IsList ? Direct : Math.Max(grade, Direct);
            return Math.Max(grade, AtBest);
        }
    }
}
