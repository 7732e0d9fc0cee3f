using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>How long the news that one is scored is told, and how far.</summary>
public sealed record TalkFigures
{
    [Means("Chance per week that somebody who tells the news stops telling it.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Stifling)]
    public required Figure Stops { get; init; }
    [Means("Share of talk that is with people from elsewhere in the district.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Hearsay)]
    public required Figure Beyond { get; init; }
}

/// <summary>What media say of the uses of a regime, and what that does to support.</summary>
public sealed record NewsFigures
{
    [Means("Chance per week that a report on what the regime is used for reaches a person who knows of it.")]
    [Between(0, 1)]
    [PartOf(Mechanism.News)]
    public required Figure Reports { get; init; }
    [Means("Share of these reports that are negative; where the state owns the media, what it lets through.")]
    [Between(0, 1)]
    public required Figure Negative { get; init; }
    [Means("Support lost by a person who knows of repressive use.")]
    [Between(0, 1)]
    [PartOf(Mechanism.News)]
    public required Figure Repression { get; init; }
    [Means("Support gained by a person who knows of the regime, if all reports tell of its benefits.")]
    [Between(0, 1)]
    [PartOf(Mechanism.News)]
    public required Figure Benefits { get; init; }
}
