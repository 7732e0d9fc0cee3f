using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>
/// Keys of the language whose mechanism is not in the model yet. A file that has one is refused: nothing is accepted and then
/// ignored. A key leaves this list with the commit that gives it its effect.
/// </summary>
internal static class NotYet
{
    private static readonly string[] OfScales =
    [
        "score.spending", "rows.*.never",
        "subjects.opt-in.joins-yearly", "subjects.opt-in.withdraws-yearly", "subjects.opt-in.recorded-anyway",
        "consequences.*.also-hits", "consequences.*.also-size", "consequences.*.from-year", "consequences.*.until-year",
    ];

    // Paths of keys; a star stands for every entry.
    private static readonly IReadOnlyList<string> Keys =
    [
        "phases", "channels.*.yearly-gain", "channels.*.by-group", "channels.*.by-conduct",
        .. OfScales, .. OfScales.Select(key => "scales.*." + key), "scales.*.subjects.opt-in",
        "governance.connections", "governance.targets",
    ];

    public static void Check(Reading<Regime> r, FaultList faults)
    {
        foreach (var path in Keys.SelectMany(key => Expand(r, "", key.Split('.'))))
        {
            faults.Add(FaultCode.NotYet, r.KeyAt(path), $"'{path}', which is not in the model yet", "a file without it, for now");
        }
    }

    private static List<string> Expand(Reading<Regime> r, string under, ReadOnlySpan<string> steps)
    {
        var paths = new List<string>();
        Expand(r, under, steps, paths);
        return paths;
    }

    private static void Expand(Reading<Regime> r, string under, ReadOnlySpan<string> steps, List<string> paths)
    {
        var keys = steps[0] == "*" && r.Keys(under).Count == 0 ? Positions(r, under) : r.Keys(under);
        foreach (var key in keys.Where(steps[0] == "*" ? _ => true : Same(steps[0])))
        {
            var path = under.Length == 0 ? key : $"{under}.{key}";
            if (steps.Length == 1)
            {
                paths.Add(path);
            }
            else
            {
                Expand(r, path, steps[1..], paths);
            }
        }
    }

    private static Func<string, bool> Same(string step) => key => key == step;

    private static List<string> Positions(Reading<Regime> r, string list)
    {
        var positions = new List<string>();
        while (r.Keys($"{list}.{positions.Count}").Count > 0)
        {
            positions.Add(Scalars.Show(positions.Count));
        }
        return positions;
    }
}
