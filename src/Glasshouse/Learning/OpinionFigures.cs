using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>How people who meet move each other's private opinion of the authorities.</summary>
public sealed record OpinionFigures
{
    [Means("What a meeting does to opinions.")]
    public required OpinionRule Rule { get; init; }
    [Means("Distance of opinions, 0 to 1, from which on people do not listen to each other; of no account where they copy.")]
    [Between(0, 1)]
    public required Figure Confidence { get; init; }
    [Means("Share of the gap by which an opinion moves in a meeting or a month; where people copy, the chance to.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Opinions)]
    public required Figure Pull { get; init; }
}

/// <summary>What a meeting does to opinions.</summary>
public enum OpinionRule
{
    /// <summary>Two who meet and are near enough move towards each other.</summary>
    Pairwise,

    /// <summary>Everybody moves towards the mean of those near enough in the neighbourhood.</summary>
    Averaging,

    /// <summary>One takes over the opinion of another.</summary>
    Copying,
}
