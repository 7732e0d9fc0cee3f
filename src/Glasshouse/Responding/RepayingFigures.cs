using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Responding;

/// <summary>Paying off what is owed in order to stand on a list no more.</summary>
public sealed record RepayingFigures
{
    [Means("Median of what a person owes who is behind, weeks of spending.")]
    [Between(0.01, 520)]
    public required Figure Debt { get; init; }
    [Means("Log spread of it between persons.")]
    [Between(0, 3)]
    public required Figure Spread { get; init; }
    [Means("Hazard in a year that who is named in public pays, if savings are enough.")]
    [Between(0, 20)]
    [PartOf(Mechanism.Shame)]
    public required Figure Named { get; init; }
    [Means("Hazard in a year that who is penalised pays, if savings are enough: for what the standing costs, not for shame.")]
    [Between(0, 20)]
    [PartOf(Mechanism.Deterrence)]
    public required Figure Penalised { get; init; }
}
