using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>Deals between strangers: how many are offered, what makes people enter them, what a visible record does to cheats.</summary>
public sealed record DealFigures
{
    [Means("Deals with strangers that an adult is offered in a year.")]
    [Between(0, 50)]
    public required Figure Offers { get; init; }
    [Means("Log odds that an offer is taken up at a trust in people of one half, the record of the other side unknown.")]
    [Between(-6, 6)]
    public required Figure Entering { get; init; }
    [Means("Log odds per unit of trust in people.")]
    [Between(0, 10)]
    [PartOf(Mechanism.Assurance)]
    public required Figure EnteringTrust { get; init; }
    [Means("Log odds added where the other side's record is known and clean.")]
    [Between(0, 5)]
    [PartOf(Mechanism.Assurance)]
    public required Figure EnteringKnown { get; init; }
    [Means("Chance that a partner looks at a record that everybody may see.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Reputation)]
    public required Figure Looks { get; init; }
    [Means("Share of partners who refuse who is known to cheat.")]
    [Between(0, 1)]
    public required Figure Refuse { get; init; }
    [Means("What keeping a deal costs, as a share of what it is worth to the other side (c/b).")]
    [Between(0.05, 5)]
    public required Figure CostPerBenefit { get; init; }
    [Means("Log hazard of cheating per unit by which keeping faith gains on it, in units of what keeping costs.")]
    [Between(0, 10)]
    [PartOf(Mechanism.Reputation)]
    public required Figure Response { get; init; }
}
