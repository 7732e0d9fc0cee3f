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

        var counters = regime.Rows.Values.SelectMany(RowCounters.Of).Distinct().ToList();
        if (counters.Count > RuleTable.Counters)
        {
            faults.Add(FaultCode.Counters, r.KeyAt("rows"), $"{counters.Count} yearly counters ({string.Join(", ", counters)})",
                $"at most {RuleTable.Counters}, ladders and caps together");
        }
    }
}
