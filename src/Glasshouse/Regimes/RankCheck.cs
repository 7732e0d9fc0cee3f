using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>Bands by rank: every grade but the last names a share, each larger than the one before, and none a score.</summary>
internal static class RankCheck
{
    /// <summary>True if some grade of the scale goes by rank.</summary>
    public static bool IsRanked(ScaleText scale) => scale.Text.Grades.Values.Any(g => g.TopShare is not null);

    public static void Check(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        var position = 0;
        var share = 0.0;
        foreach (var (id, grade) in scale.Text.Grades)
        {
            var path = $"{scale.Path}grades.{id}";
            var isLast = ++position == scale.Text.Grades.Count;
            if (grade.ForNewcomers)
            {
                continue;
            }

            if (grade.From is not null || grade.Above)
            {
                faults.Add(FaultCode.GradeOrder, r.KeyAt(path), $"a lowest score in grade '{id}' of bands by rank",
                    "'top-share' in every grade but the last, and no 'from' or 'above'");
            }
            else if (isLast == grade.TopShare is not null)
            {
                faults.Add(FaultCode.GradeOrder, r.KeyAt(path),
                    isLast ? $"'top-share' in the lowest grade '{id}'" : $"no 'top-share' in grade '{id}'",
                    "a share in every grade but the last, which takes all that are left");
            }
            else if (grade.TopShare?.Value <= share)
            {
                faults.Add(FaultCode.GradeOrder, r.At($"{path}.top-share.value"),
                    $"grade '{id}' for the best {grade.TopShare.Value}, not above {share}, where the grade before it ends",
                    "grades best first, each with a larger share: it counts who stands in the band or above it");
            }

            share = grade.TopShare?.Value ?? share;
        }
    }
}
