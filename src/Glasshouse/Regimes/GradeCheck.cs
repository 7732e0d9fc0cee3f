using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>
/// Grades form one ladder of bands, a subject without records stands on one of them, and whoever names a grade means one.
/// </summary>
internal static class GradeCheck
{
    public static void Check(Reading<Regime> r, Regime regime, FaultList faults)
    {
        // The bands are only comparable if none was lost to a fault of its own.
        if (regime.Grades.Count == r.Keys("grades").Count)
        {
            Bands(r, regime, faults);
            Entry(r, regime, faults);
        }

        Names(r, regime, faults);
    }

    private static void Bands(Reading<Regime> r, Regime regime, FaultList faults)
    {
        var position = 0;
        double? above = null;
        foreach (var (id, grade) in regime.Grades)
        {
            var isLast = ++position == regime.Grades.Count;
            if (isLast && grade.From is not null)
            {
                faults.Add(FaultCode.GradeOrder, r.KeyAt($"grades.{id}.from"), $"a lowest score in the lowest grade '{id}'",
                    "no 'from': scores have no grade below it otherwise");
            }
            else if (!isLast && grade.From is null)
            {
                faults.Add(FaultCode.GradeOrder, r.KeyAt($"grades.{id}"), $"no 'from' in grade '{id}'",
                    "the lowest score of its band: only the last grade has none");
            }

            if (grade.From?.Value >= above)
            {
                faults.Add(FaultCode.GradeOrder, r.At($"grades.{id}.from.value"),
                    $"grade '{id}' from {grade.From.Value}, not below {above}, where the grade before it begins",
                    "grades best first, each with a lower 'from'");
            }

            above = grade.From?.Value ?? above;
        }
    }

    private static void Entry(Reading<Regime> r, Regime regime, FaultList faults)
    {
        var entries = regime.Grades.Where(g => g.Value.Entry).Select(g => g.Key).ToList();
        if (entries.Count == 0)
        {
            faults.Add(FaultCode.EntryGrade, r.KeyAt("grades"), "no entry grade", "one grade with 'entry: true'");
        }

        foreach (var extra in entries.Skip(1))
        {
            faults.Add(FaultCode.EntryGrade, r.KeyAt($"grades.{extra}.entry"),
                $"'{extra}' as another entry grade beside '{entries[0]}'",
                "one grade with 'entry: true'");
        }

        // What is weighed begins at its base and stands in the entry grade only until the first weighing.
        if (entries.Count != 1 || regime.Score is null or { Counts: Counts.Weighted })
        {
            return;
        }

        var start = regime.Score.Base.Value;
        var reached = regime.Grades.FirstOrDefault(g => g.Value.From is null || g.Value.From.Value <= start).Key;
        if (reached is not null && reached != entries[0])
        {
            faults.Add(FaultCode.EntryGrade, r.At("score.base.value"), $"a base score of {start}, which is in grade '{reached}'",
                $"a score in the entry grade '{entries[0]}'");
        }
    }

    private static void Names(Reading<Regime> r, Regime regime, FaultList faults)
    {
        var grades = r.Keys("grades");
        foreach (var id in r.Keys("validity.direct-grade-years"))
        {
            Known(id, r.KeyAt($"validity.direct-grade-years.{id}"));
        }

        foreach (var (id, ground) in regime.DirectGrades)
        {
            if (ground.Grade is null)
            {
                continue;
            }

            Known(ground.Grade, r.At($"direct-grades.{id}.grade"));
            if (grades.Contains(ground.Grade) && !r.Keys("validity.direct-grade-years").Contains(ground.Grade))
            {
                faults.Add(FaultCode.NoTerm, r.At($"direct-grades.{id}.grade"), $"the direct grade '{ground.Grade}' without a term",
                    $"years for '{ground.Grade}' in 'validity.direct-grade-years'");
            }
        }

        foreach (var (id, repair) in regime.Repairs)
        {
            if (repair.ToGrade is not null)
            {
                Known(repair.ToGrade, r.At($"repairs.{id}.to-grade"));
            }
        }

        foreach (var (id, consequence) in regime.Consequences)
        {
            for (var i = 0; i < consequence.Grades.Count; i++)
            {
                Known(consequence.Grades[i], r.At($"consequences.{id}.grades.{i}"));
            }
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
}
