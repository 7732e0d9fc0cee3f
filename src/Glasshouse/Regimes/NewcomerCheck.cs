using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>Nobody is led into the grade for newcomers by a score, and time or a date leads out of it.</summary>
internal static class NewcomerCheck
{
    public static void Check(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        var grades = scale.Text.Grades.ToList();
        foreach (var (id, _) in grades.Where(g => !g.Value.ForNewcomers && g.Value.NewcomerMonths is not null))
        {
            faults.Add(FaultCode.GradeOrder, r.KeyAt($"{scale.Path}grades.{id}.newcomer-months"),
                $"'newcomer-months' in grade '{id}'", "the time beside 'for-newcomers: true'");
        }

        foreach (var (id, grade) in grades.Where(g => g.Value.ForNewcomers))
        {
            var ends = grade.NewcomerMonths is not null || scale.Text.Score?.Evaluated is Evaluated.Monthly or Evaluated.Yearly;
            if (grade.From is not null || grade.TopShare is not null || grade.Entry || id == grades[^1].Key || !ends
                || grades.Count(g => g.Value.ForNewcomers) > 1)
            {
                faults.Add(FaultCode.GradeOrder, r.KeyAt($"{scale.Path}grades.{id}.for-newcomers"), $"'{id}' as the grade for newcomers",
                    "one on a scale, neither the last nor the entry grade, without a band, and with 'newcomer-months' unless scores "
                    + "become grades at dates");
            }
        }
    }
}
