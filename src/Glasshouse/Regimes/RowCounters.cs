namespace Glasshouse.Regimes;

/// <summary>
/// The yearly counters of rows. A ladder counts amounts and a cap counts points, so the two never share one, whatever their names.
/// </summary>
internal static class RowCounters
{
    public static string Of(Tier tier) => "ladder " + tier.Counter;

    public static string Of(SharedCap cap) => "cap " + cap.Name;

    /// <summary>The counters that a row needs.</summary>
    public static IEnumerable<string> Of(PointRow row)
    {
        if (row.Tier is { } tier)
        {
            yield return Of(tier);
        }
        if (row.Cap is { } cap)
        {
            yield return Of(cap);
        }
    }
}
