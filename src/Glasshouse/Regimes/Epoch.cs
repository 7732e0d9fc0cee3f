namespace Glasshouse.Regimes;

/// <summary>A time in which the same rules are in force. All epochs of a regime number rules and grades alike.</summary>
/// <param name="FromWeek">First week after the start.</param>
/// <param name="Share">Share of districts in which the regime runs, 0 to 1.</param>
/// <param name="Here">What is in force there.</param>
/// <param name="Elsewhere">What is in force in the other districts: nothing of it.</param>
public sealed record Epoch(int FromWeek, float Share, RegimeTables Here, RegimeTables Elsewhere);
