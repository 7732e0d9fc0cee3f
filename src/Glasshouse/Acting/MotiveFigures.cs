using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>What takes the place of people's own motives, and how fast they return.</summary>
public sealed record MotiveFigures
{
    [Means("Share of what is left of the own motive that goes in each month under a price, for a person who knows of it.")]
    [Between(0, 1)]
    [PartOf(Mechanism.CrowdingOut)]
    public required Figure CrowdingSpeed { get; init; }
    [Means("Months of a price that are undone by a month without one; 0: the motive never returns.")]
    [Between(0, 1)]
    public required Figure Return { get; init; }
    [Means("How much a price in honour or blame takes away, as a share of what one in money or chances takes.")]
    [Between(0, 1)]
    public required Figure Symbolic { get; init; }
    [Means("How much more is taken from a person one standard deviation more prosocial, as a share.")]
    [Between(0, 1)]
    public required Figure Prosociality { get; init; }
}
