using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>Close ties beyond the home: how many people have, what takes them, and what they are good for.</summary>
public sealed record TieFigures
{
    [Means("Close ties beyond the home that a person in the middle has.")]
    [Between(0.5, 20)]
    public required Figure Usual { get; init; }
    [Means("Log spread of their number between persons.")]
    [Between(0, 1.5)]
    public required Figure Spread { get; init; }
    [Means("Share of ties lost by being named in public.")]
    [Between(0, 1)]
    [PartOf(Mechanism.LossOfTies)]
    public required Figure LostByNaming { get; init; }
    [Means("Chance that a report on somebody costs a tie, to who reports and to somebody of the neighbourhood.")]
    [Between(0, 1)]
    [PartOf(Mechanism.LossOfTies)]
    public required Figure LostByInforming { get; init; }
    [Means("Share of ties that withdraw from a person who falls below the entry grade, where grades hit others or are published.")]
    [Between(0, 1)]
    [PartOf(Mechanism.GuiltByAssociation)]
    public required Figure Shunned { get; init; }
    [Means("Mean weeks until a lost tie has been made good.")]
    [Between(4, 520)]
    public required Figure RegrowthWeeks { get; init; }
    [Means("Share by which burdens weigh more on a person without ties, and less on one with twice the usual number.")]
    [Between(0, 0.9)]
    [PartOf(Mechanism.Comfort)]
    public required Figure Comfort { get; init; }
    [Means("Share by which a search for work has less force without ties, and more with twice the usual number.")]
    [Between(0, 0.9)]
    [PartOf(Mechanism.Contacts)]
    public required Figure Contacts { get; init; }
}
