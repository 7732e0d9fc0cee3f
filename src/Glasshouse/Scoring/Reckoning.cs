using Glasshouse.Recording;

namespace Glasshouse.Scoring;

// Scoring: the ledger becomes score and grade. In: dossiers (no origins), the scale. Out: standings, and a list of changed grades.

/// <summary>The part of one record in a score, or what the scale's floor or ceiling adds to it.</summary>
/// <param name="Record">Number of the record; -1 for the floor or ceiling.</param>
/// <param name="Rule">Row or ground; 0 for the floor or ceiling.</param>
/// <param name="Points">Points that count, thousandths; 0 for a ground and for a suspended bonus.</param>
/// <param name="Suspended">True for a bonus that does not count while a direct grade stands.</param>
public readonly record struct Contribution(int Record, ushort Rule, int Points, bool Suspended);

/// <summary>A subject whose grade changed.</summary>
public readonly record struct GradeChange(ushort Slot, byte From, byte To, bool Direct);

/// <summary>Reckons scores from records. The score is by definition the base and the sum of counted contributions, floor and
/// ceiling among them.</summary>
public sealed class Reckoning
{
    private GradeChange[] _changes = new GradeChange[64];
    private int _count;

    /// <summary>Grades that changed this week.</summary>
    public ReadOnlySpan<GradeChange> Changes => _changes.AsSpan(0, _count);

    /// <summary>Reckons anew every subject whose records changed.</summary>
    public void Reckon(RuleTable rules, GradeTable grades, Dossiers dossiers, Standing standing)
    {
        _count = 0;
        foreach (var slot in dossiers.Touched.Slots)
        {
            var (score, direct) = Sum(rules, grades, dossiers, slot);
            score = grades.Weighted ? standing.Score[slot] : score;
            var was = standing.Grade[slot];
            var grade = grades.Of(score);
            if (direct != Standing.NoGrade)
            {
                grade = Math.Max(grade, direct);
                if (standing.Direct[slot] == Standing.NoGrade)
                {
                    standing.Before[slot] = was;
                }
            }
            else
            {
                standing.Before[slot] = Standing.NoGrade;
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
    }

    /// <summary>Score and direct grade of a subject: one walk over its records.</summary>
    public static (int Score, byte Direct) Sum(RuleTable rules, GradeTable grades, Dossiers dossiers, int slot)
    {
        var minus = 0;
        var plus = 0;
        var direct = -1;
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            if (dossiers.Ledger.State(r) != RecordState.Counting)
            {
                continue;
            }
            direct = Math.Max(direct, rules.Rules[dossiers.Ledger.Row(r)].Grade);
            var points = dossiers.Ledger.Points(r);
            minus += Math.Min(0, points);
            plus += Math.Max(0, points);
        }
        var suspended = grades.SuspendBonuses && direct >= 0;
        var score = Math.Clamp(grades.Base + minus + (suspended ? 0 : plus), grades.Floor, grades.Ceiling);
        return (score, direct < 0 ? Standing.NoGrade : (byte)direct);
    }

    /// <summary>
    /// The contributions that make up a subject's score, newest first, before them the floor or ceiling where it binds. Base and
    /// points counted add up to the score.
    /// </summary>
    public static List<Contribution> Explain(RuleTable rules, GradeTable grades, Dossiers dossiers, int slot)
    {
        var (score, direct) = Sum(rules, grades, dossiers, slot);
        var list = new List<Contribution>();
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            if (dossiers.Ledger.State(r) == RecordState.Counting)
            {
                var points = dossiers.Ledger.Points(r);
                var suspended = points > 0 && grades.SuspendBonuses && direct != Standing.NoGrade;
                list.Add(new Contribution(r, dossiers.Ledger.Row(r), suspended ? 0 : points, suspended));
            }
        }
        var open = grades.Base + list.Sum(c => c.Points);
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
}
