using Glasshouse.Files;

namespace Glasshouse.Observing;

/// <summary>What holds for observing in a society, whatever the regime.</summary>
public sealed record ObservingFigures
{
    [Means("Share of misattributed sightings that fall on a person of another district.")]
    [Between(0, 1)]
    public required Figure CrossDistrict { get; init; }
    [Means("Relative change in the chance of being seen online per standard deviation of digital footprint.")]
    [Between(-1, 1)]
    public required Figure FootprintOnline { get; init; }
}
