using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>A consequence follows from one thing: grades, records, or points.</summary>
internal static class FollowsCheck
{
    // Bits that a rule has for the consequences of its own records.
    private const int Most = 32;

    private static readonly string[] Band = ["from", "below"];
    private static readonly string[] Other = ["grades", "rows"];

    public static void Check(Reading<Regime> r, ScaleText scale, string id, Consequence consequence, FaultList faults)
    {
        var path = $"{scale.Path}consequences.{id}";
        var keys = r.Keys(path);
        List<string> from = [.. Other.Where(keys.Contains), .. keys.Any(Band.Contains) ? ["points"] : (string[])[]];
        if (from.Count != 1 || consequence is { FollowsGrades: true, Grades.Count: 0 })
        {
            faults.Add(FaultCode.FollowsFrom, r.KeyAt(path),
                from.Count > 1 ? $"'{id}' follows from {string.Join(" and ", from)}" : $"nothing from which '{id}' follows",
                "one of 'grades', 'rows', and a band of points with 'from', 'below' or both");
        }

        Rows(r, scale, path, consequence, faults);
        Points(r, scale, path, consequence, faults);
    }

    /// <summary>Checks that there is room for all that follows from records.</summary>
    public static void Room(Reading<Regime> r, Regime merged, FaultList faults)
    {
        var ofRecords = ScaleText.Of(merged).Sum(s => s.Text.Consequences.Values.Count(c => c.Rows.Count > 0));
        if (ofRecords > Most)
        {
            faults.Add(FaultCode.FollowsFrom, r.KeyAt("consequences"), $"{ofRecords} consequences of single records", $"at most {Most}");
        }
    }

    private static void Rows(Reading<Regime> r, ScaleText scale, string path, Consequence consequence, FaultList faults)
    {
        string[] known = [.. r.Keys(scale.Path + "rows"), .. r.Keys(scale.Path + "direct-grades")];
        for (var i = 0; i < consequence.Rows.Count; i++)
        {
            var row = consequence.Rows[i];
            if (!known.Contains(row))
            {
                faults.Add(FaultCode.UnknownEarlier, r.At($"{path}.rows.{i}"), $"unknown row or ground {Spelling.Quote(row)}",
                    "an id of rows or direct-grades of its own scale", Spelling.Nearest(row, known));
            }
        }
    }

    private static void Points(Reading<Regime> r, ScaleText scale, string path, Consequence consequence, FaultList faults)
    {
        if ((consequence.From ?? consequence.Below) is null)
        {
            return;
        }

        if (scale.Text.Score is null)
        {
            faults.Add(FaultCode.FollowsFrom, r.KeyAt(path), $"a band of points in '{path}' on a list, which has no score",
                "'grades' or 'rows'");
        }
        else if (consequence.From?.Value >= consequence.Below?.Value)
        {
            faults.Add(FaultCode.FollowsFrom, r.KeyAt(path), $"an empty band from {consequence.From.Value} below {consequence.Below.Value}",
                "'from' less than 'below'");
        }
    }
}
