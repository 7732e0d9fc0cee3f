using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab;

/// <summary>What a run came to, before it is turned into indicators.</summary>
public sealed record RunResult
{
    public required RunRequest Request { get; init; }

    public required Regime Regime { get; init; }

    public required Society Society { get; init; }

    /// <summary>One outcome per seed, at the figures as written. Twin 0 is without the regime, twin 1 with it.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>
    /// One outcome per draw of the assumed and calibrated figures, all with the first seed; empty if not examined.
    /// </summary>
    public required IReadOnlyList<Draw> Draws { get; init; }

    /// <summary>All figures of both files, for the account of what rests on what.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Names of the regime's grades, best first, and which is the entry grade.</summary>
    public required IReadOnlyList<string> Grades { get; init; }

    public required int EntryGrade { get; init; }

    /// <summary>Seconds that the histories took, files and writing not counted.</summary>
    public required double Seconds { get; init; }

    /// <summary>Bytes of state per person and twin, the ledger not counted; null if not measured.</summary>
    public double? BytesPerPerson { get; init; }
}

/// <summary>One draw of the assumptions.</summary>
/// <param name="Values">Drawn values by the figures' paths, file first.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record Draw(IReadOnlyDictionary<string, double> Values, Outcome Outcome);
