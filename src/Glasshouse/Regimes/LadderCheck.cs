using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>
/// Rows that share a counter form a ladder: a higher count earns or costs more. Rows that share a cap agree on it.
/// </summary>
internal static class LadderCheck
{
    public static void Check(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        foreach (var ladder in scale.Text.Rows.Where(row => row.Value.Tier is not null).GroupBy(row => row.Value.Tier!.Counter))
        {
            Tiers(r, scale, [.. ladder.OrderBy(row => row.Value.Tier!.Reach)], faults);
        }

        foreach (var shared in scale.Text.Rows.Where(row => row.Value.Cap is not null).GroupBy(row => row.Value.Cap!.Name))
        {
            var first = shared.First();
            foreach (var (id, row) in shared.Where(row => row.Value.Cap!.Points != first.Value.Cap!.Points))
            {
                faults.Add(FaultCode.CapsDiffer, r.At($"{scale.Path}rows.{id}.cap.points"),
                    $"cap '{shared.Key}' at {row.Cap!.Points} points", $"{first.Value.Cap!.Points} as in row '{first.Key}'");
            }
        }
    }

    private static void Tiers(Reading<Regime> r, ScaleText scale, List<KeyValuePair<string, PointRow>> tiers, FaultList faults)
    {
        for (var i = 1; i < tiers.Count; i++)
        {
            var (lowerId, lower) = tiers[i - 1];
            var (id, row) = tiers[i];
            if (row.Tier!.Reach <= lower.Tier!.Reach)
            {
                faults.Add(FaultCode.TierOrder, r.At($"{scale.Path}rows.{id}.tier.reach"),
                    $"row '{id}' at {row.Tier.Reach} of '{row.Tier.Counter}', as row '{lowerId}'", "a reach of its own");
            }
            else if (!IsMore(row.Points, lower.Points))
            {
                faults.Add(FaultCode.TierOrder, r.At($"{scale.Path}rows.{id}.points"),
                    $"points of row '{id}' no greater than those of row '{lowerId}', a lower tier of '{row.Tier.Counter}'",
                    "more points of the same sign for a higher tier");
            }
        }
    }

    private static bool IsMore(Points higher, Points lower) =>
        lower.Max > 0 ? higher.Max > lower.Max && higher.Min > 0 : higher.Min < lower.Min && higher.Max < 0;
}
