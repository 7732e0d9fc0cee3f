using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>How perceived risk reaches beyond the place of an experience.</summary>
public sealed record RiskFigures
{
    [Means("Share of what moves the perceived risk of one channel that moves that of each of the others.")]
    [Between(0, 0.5)]
    [PartOf(Mechanism.Generalisation)]
    public required Figure Generalises { get; init; }
    [Means("Punishments, in each channel, as which neighbours see it when somebody is named in public.")]
    [Between(0, 64)]
    [PartOf(Mechanism.Listings)]
    public required Figure Listing { get; init; }
}
