using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>
/// Grades form one ladder of bands, a subject without records stands on one of them, and whoever names a grade means one.
/// </summary>
internal static class GradeCheck
{
    private static readonly string[] Setting = ["grade", "at-best", "at-least"];

    public static void Check(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        // The bands are only comparable if none was lost to a fault of its own.
        if (scale.Text.Grades.Count == r.Keys($"{scale.Path}grades").Count)
        {
            if (scale.Text.Score is null)
            {
                NoBands(r, scale, faults);
            }
            else if (RankCheck.IsRanked(scale))
            {
                RankCheck.Check(r, scale, faults);
            }
            else if (scale.Text.Score.Counts == Counts.Demerits)
            {
                Demerits(r, scale, faults);
            }
            else
            {
                Bands(r, scale, faults);
            }

            Entry(r, scale, faults);
            NewcomerCheck.Check(r, scale, faults);
        }

        Names(r, scale, faults);
    }

    private static void Bands(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        var position = 0;
        double? above = null;
        foreach (var (id, grade) in scale.Text.Grades)
        {
            var isLast = ++position == scale.Text.Grades.Count;
            if (grade.ForNewcomers)
            {
                continue;
            }

            if (isLast && grade.From is not null)
            {
                faults.Add(FaultCode.GradeOrder, r.KeyAt($"{scale.Path}grades.{id}.from"), $"a lowest score in the lowest grade '{id}'",
                    "no 'from': scores have no grade below it otherwise");
            }
            else if (!isLast && grade.From is null)
            {
                faults.Add(FaultCode.GradeOrder, r.KeyAt($"{scale.Path}grades.{id}"), $"no 'from' in grade '{id}'",
                    "the lowest score of its band: only the last grade has none");
            }

            if (grade.From?.Value >= above)
            {
                faults.Add(FaultCode.GradeOrder, r.At($"{scale.Path}grades.{id}.from.value"),
                    $"grade '{id}' from {grade.From.Value}, not below {above}, where the grade before it begins",
                    "grades best first, each with a lower 'from'");
            }

            above = grade.From?.Value ?? above;
        }
    }

    // A list has no number that could have bands.
    private static void NoBands(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        foreach (var (id, grade) in scale.Text.Grades.Where(g => g.Value.From is not null || g.Value.TopShare is not null))
        {
            var (key, what) = grade.From is not null ? ("from", "lowest score") : ("top-share", "share");
            faults.Add(FaultCode.GradeOrder, r.KeyAt($"{scale.Path}grades.{id}.{key}"), $"a {what} in grade '{id}' of a list",
                $"no '{key}' without a 'score'");
        }
    }

    // The more demerits the worse: the first band begins at none, each later one higher.
    private static void Demerits(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        var from = double.NegativeInfinity;
        foreach (var (id, grade) in scale.Text.Grades.Where(g => !g.Value.ForNewcomers))
        {
            var first = double.IsNegativeInfinity(from);
            if (first ? grade.From is not null : !(grade.From?.Value > from))
            {
                faults.Add(FaultCode.GradeOrder, r.KeyAt($"{scale.Path}grades.{id}"), $"grade '{id}' out of order",
                    "no 'from' in the first grade, and a higher one in each that follows: demerits count upwards");
            }

            from = grade.From?.Value ?? 0;
        }
    }

    private static void Entry(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        var entries = scale.Text.Grades.Where(g => g.Value.Entry).Select(g => g.Key).ToList();
        if (entries.Count == 0)
        {
            faults.Add(FaultCode.EntryGrade, r.KeyAt($"{scale.Path}grades"), "no entry grade", "one grade with 'entry: true'");
        }

        foreach (var extra in entries.Skip(1))
        {
            faults.Add(FaultCode.EntryGrade, r.KeyAt($"{scale.Path}grades.{extra}.entry"),
                $"'{extra}' as another entry grade beside '{entries[0]}'",
                "one grade with 'entry: true'");
        }

        // What is weighed begins at its base and stands in the entry grade only until the first weighing; what is ranked, until then.
        if (entries.Count != 1 || RankCheck.IsRanked(scale)
            || scale.Text.Score is null or { Counts: Counts.Weighted or Counts.Learned or Counts.Demerits })
        {
            return;
        }

        var start = scale.Text.Score.Base.Value;
        var judged = scale.Text.Grades.Where(g => !g.Value.ForNewcomers);
        var reached = judged.FirstOrDefault(g => g.Value.From is null || g.Value.From.Value <= start).Key;
        if (reached is not null && reached != entries[0])
        {
            faults.Add(FaultCode.EntryGrade, r.At($"{scale.Path}score.base.value"),
                $"a base score of {start}, which is in grade '{reached}'",
                $"a score in the entry grade '{entries[0]}'");
        }
    }

    private static void Names(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        var grades = r.Keys($"{scale.Path}grades");
        foreach (var id in r.Keys($"{scale.Path}validity.direct-grade-years"))
        {
            Known(id, r.KeyAt($"{scale.Path}validity.direct-grade-years.{id}"));
        }

        foreach (var (id, ground) in scale.Text.DirectGrades)
        {
            Ground(r, scale, id, ground, grades, Known, faults);
        }

        foreach (var (id, repair) in scale.Text.Repairs)
        {
            if (repair.ToGrade is not null)
            {
                Known(repair.ToGrade, r.At($"{scale.Path}repairs.{id}.to-grade"));
            }
        }

        foreach (var (id, consequence) in scale.Text.Consequences)
        {
            for (var i = 0; i < consequence.Grades.Count; i++)
            {
                Known(consequence.Grades[i], r.At($"{scale.Path}consequences.{id}.grades.{i}"));
            }

            FollowsCheck.Check(r, scale, id, consequence, faults);
        }

        void Known(string grade, Mark at)
        {
            if (!grades.Contains(grade))
            {
                faults.Add(FaultCode.UnknownGrade, at, $"unknown grade {Spelling.Quote(grade)}", Spelling.OneOf(grades),
                    Spelling.Nearest(grade, grades));
            }
        }
    }

    private static void Ground(Reading<Regime> r, ScaleText scale, string id, DirectGround ground, IReadOnlyCollection<string> grades,
        Action<string, Mark> known, FaultList faults)
    {
        var path = $"{scale.Path}direct-grades.{id}";
        string?[] named = [ground.Grade, ground.AtBest, ground.AtLeast];
        if (named.Count(n => n is not null) + (ground.Down is null ? 0 : 1) != 1)
        {
            faults.Add(FaultCode.GroundSets, r.KeyAt(path), $"not exactly one thing that '{id}' does",
                "one of 'grade', 'at-best', 'at-least' and 'down'");
        }

        for (var i = 0; i < named.Length; i++)
        {
            if (named[i] is { } grade)
            {
                known(grade, r.At($"{path}.{Setting[i]}"));
            }
        }

        var ownTerm = ground.Years is not null || ground.Months is not null || ground.Indefinite
            || ground.On?.All(t => t.When == Moment.While) == true;
        var term = ground.Grade is null || r.Keys($"{scale.Path}validity.direct-grade-years").Contains(ground.Grade)
            || (scale.Path.Length > 0 && r.Keys("validity.direct-grade-years").Contains(ground.Grade));
        if (!ownTerm && (ground.Grade is null ? ground.On is not null : grades.Contains(ground.Grade) && !term))
        {
            faults.Add(FaultCode.NoTerm, r.At($"{path}.grade"), $"the direct grade '{ground.Grade ?? id}' without a term",
                $"years for '{ground.Grade ?? id}' in 'validity.direct-grade-years', or 'years', 'months' or 'indefinite' of its own");
        }
    }
}
