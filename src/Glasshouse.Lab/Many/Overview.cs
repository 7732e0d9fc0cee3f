namespace Glasshouse.Lab.Many;

/// <summary>What many regimes came to, side by side and never added up.</summary>
/// <param name="Regimes">What each finished run found for all adults.</param>
/// <param name="Failed">Runs that failed inside, with the reason.</param>
public sealed record Overview(IReadOnlyList<Findings> Regimes, IReadOnlyList<ManyManifest.RunEntry> Failed)
{
    /// <summary>Why numbers of different societies do not stand beside each other.</summary>
    public const string NotAcross =
        "Regimes over different societies cannot be compared number by number: people, law, conducts and base rates differ, and a "
        + "difference between two of them may come from any of these.";

    /// <summary>Why there is no rank and no sum.</summary>
    public const string NoTotal =
        "Within a society regimes stand in the order of the alphabet, which is no rank. Nothing is added up over indicators or regimes: "
        + "a hope that is met does not pay for a fear that is.";

    /// <summary>By society, both in the order of the alphabet.</summary>
    public IReadOnlyList<IGrouping<string, Findings>> BySociety =>
        [.. Regimes.OrderBy(f => f.Run.Regime, StringComparer.Ordinal).GroupBy(f => f.Run.Society)
            .OrderBy(g => g.Key, StringComparer.Ordinal)];

    /// <summary>How many of what.</summary>
    public string Counted
    {
        get
        {
            var societies = Regimes.Select(f => f.Run.Society).Distinct().Count();
            return $"{Count(Regimes.Count, "regime")} over {Count(societies, "society", "societies")}";
        }
    }

    private static string Count(int number, string one, string? many = null) => $"{number} {(number == 1 ? one : many ?? one + "s")}";
}
