using Glasshouse.Files;
using Glasshouse.Recording;
using Glasshouse.Tallying;

namespace Glasshouse.Regimes;

/// <summary>A regime finds room in the tables: so many grades, so many yearly counters.</summary>
internal static class RoomCheck
{
    public static void Check(Reading<Regime> r, Regime regime, FaultList faults)
    {
        var grades = r.Keys("grades").Count;
        if (grades is < 2 or > MeasureSet.GradeCount)
        {
            faults.Add(FaultCode.GradeCount, r.KeyAt("grades"), $"{grades} grades", $"2 to {MeasureSet.GradeCount}");
        }

        var ladders = ScaleText.Of(regime)
            .SelectMany(s => s.Text.Rows.Select(r => r.Value.Tier is { } tier ? s.Prefix + tier.Counter
                : r.Value.Brackets.Count > 0 ? s.Prefix + r.Key : ""))
            .Where(name => name.Length > 0).Distinct().ToList();
        if (ladders.Count > RuleTable.Counters)
        {
            faults.Add(FaultCode.Counters, r.KeyAt("rows"), $"{ladders.Count} yearly counters ({string.Join(", ", ladders)})",
                $"at most {RuleTable.Counters} ladders, over all scales");
        }
    }
}
