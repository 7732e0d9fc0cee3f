using Glasshouse.Files;
using Glasshouse.Recording;
using Glasshouse.Tallying;

namespace Glasshouse.Regimes;

/// <summary>A regime finds room in the tables: so many grades, so many yearly counters.</summary>
internal static class RoomCheck
{
    private const int MostFurther = 3;
    private const int MostFurtherGrades = 14;

    public static void Check(Reading<Regime> r, Regime regime, IReadOnlyList<Regime>? included, FaultList faults)
    {
        var grades = r.Keys("grades").Count;
        if (grades is < 2 or > MeasureSet.GradeCount)
        {
            faults.Add(FaultCode.GradeCount, r.KeyAt("grades"), $"{grades} grades", $"2 to {MeasureSet.GradeCount}");
        }

        foreach (var id in r.Keys("scales"))
        {
            var further = r.Keys($"scales.{id}.grades").Count;
            if (further is < 2 or > MostFurtherGrades)
            {
                faults.Add(FaultCode.GradeCount, r.KeyAt($"scales.{id}.grades"), $"{further} grades", $"2 to {MostFurtherGrades}");
            }
        }

        Included(r, regime, included ?? [], faults);
        var merged = Including.Merge(regime, included ?? []);
        FollowsCheck.Room(r, merged, faults);
        if (merged.Scales.Count > MostFurther)
        {
            faults.Add(FaultCode.Scales, r.KeyAt(regime.Includes.Count > 0 ? "includes" : "scales"),
                $"{merged.Scales.Count} scales beside the main one ({string.Join(", ", merged.Scales.Keys)})", $"at most {MostFurther}");
        }

        SpillCheck.Room(r, merged, faults);
        var ladders = ScaleText.Of(merged)
            .SelectMany(s => s.Text.Rows.Select(r => r.Value.Tier is { } tier ? s.Prefix + tier.Counter
                : r.Value.Brackets.Count > 0 ? s.Prefix + r.Key : ""))
            .Where(name => name.Length > 0).Distinct().ToList();
        if (ladders.Count > RuleTable.Counters)
        {
            faults.Add(FaultCode.Counters, r.KeyAt("rows"), $"{ladders.Count} yearly counters ({string.Join(", ", ladders)})",
                $"at most {RuleTable.Counters} ladders, over all scales");
        }
    }

    private static void Included(Reading<Regime> r, Regime regime, IReadOnlyList<Regime> included, FaultList faults)
    {
        foreach (var other in included.Where(other => other.Includes.Count > 0 || other.Phases.Count > 0))
        {
            var at = regime.Includes.ToList().IndexOf(other.Id);
            faults.Add(FaultCode.Includes, r.At($"includes.{Math.Max(0, at)}"),
                other.Phases.Count > 0 ? $"'{other.Id}', which has phases of its own" : $"'{other.Id}', which includes others itself",
                "a regime that includes none and has no phases");
        }
    }
}
