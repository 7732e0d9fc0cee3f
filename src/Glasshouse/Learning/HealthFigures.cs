using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>How strain differs between persons, what adds to it beside a life's circumstances, and what it does.</summary>
public sealed record HealthFigures
{
    [Means("Standard deviation of resting stress between persons, by disposition.")]
    [Between(0, 0.3)]
    [PartOf(Mechanism.Disposition)]
    public required Figure Disposition { get; init; }
    [Means("Share by which a burden weighs more on a person per standard deviation of disposition.")]
    [Between(0, 0.5)]
    [PartOf(Mechanism.Disposition)]
    public required Figure Reactivity { get; init; }
    [Means("Stress added, beyond that of a penalty, while one rests on something not done.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Strain)]
    public required Figure Undeserved { get; init; }
    [Means("Share of the gap to full stress that a refusal because of a grade adds at once.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Strain)]
    public required Figure Refused { get; init; }
    [Means("Stress from which a person counts as distressed, as with the cut-off of a screening scale.")]
    [Between(0, 1)]
    public required Figure DistressedFrom { get; init; }
    [Means("Share of journeys, services and purchases forgone per felt chance, in a year, of being punished for nothing.")]
    [Between(0, 20)]
    [PartOf(Mechanism.Withdrawal)]
    public required Figure Withdrawal { get; init; }
    [Means("Share of the search for work that is lost at full stress.")]
    [Between(0, 0.9)]
    [PartOf(Mechanism.Exhaustion)]
    public required Figure Exhaustion { get; init; }
}
