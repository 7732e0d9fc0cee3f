using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>What people answer when they are asked what they think of being scored, and of sensors.</summary>
public sealed record SurveyFigures
{
    [Means("Approval of being scored, 0 to 1, of a person with average views and nothing gained, lost or known.")]
    [Between(0, 1)]
    public required Figure Approval { get; init; }
    [Means("Approval per point of support for the authorities above its start.")]
    [Between(0, 2)]
    [PartOf(Mechanism.Approval)]
    public required Figure PerSupport { get; init; }
    [Means("Approval per point of trust in institutions above its start.")]
    [Between(0, 2)]
    [PartOf(Mechanism.Approval)]
    public required Figure PerTrust { get; init; }
    [Means("Approval lost under a regime that sees all, for an average privacy concern; in proportion below that.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Approval)]
    public required Figure PerIntrusion { get; init; }
    [Means("Approval gained per point of felt safety that is missing.")]
    [Between(0, 2)]
    [PartOf(Mechanism.Approval)]
    public required Figure PerConcern { get; init; }
    [Means("Approval gained by a person who knows of the regime and gains by it.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Approval)]
    public required Figure Gain { get; init; }
    [Means("Approval lost by a person under a penalty.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Approval)]
    public required Figure Loss { get; init; }
    [Means("Approval lost by a person who knows of repressive use.")]
    [Between(0, 1)]
    [PartOf(Mechanism.News)]
    public required Figure Repression { get; init; }
    [Means("Fear in answers about being scored, as a share of that in answers about the authorities.")]
    [Between(0, 2)]
    [PartOf(Mechanism.SurveyFear)]
    public required Figure Fear { get; init; }
    [Means("Who fears more in a survey: by how much of itself the fear is larger.")]
    public required FearFigures MoreFear { get; init; }
    [Means("Support for sensors, 0 to 1, that see nothing of note, of a person with average views.")]
    [Between(0, 1)]
    public required Figure Sensors { get; init; }
    [Means("Support for sensors lost where they see all, for an average privacy concern.")]
    [Between(0, 1)]
    public required Figure SensorsIntrusion { get; init; }
}

/// <summary>By how much of itself the fear in a survey is larger.</summary>
public sealed record FearFigures
{
    [Means("Per standard deviation of being younger.")]
    [Between(-0.5, 0.5)]
    [PartOf(Mechanism.SurveyFear)]
    public required Figure Young { get; init; }
    [Means("In town against the country.")]
    [Between(-0.5, 0.5)]
    [PartOf(Mechanism.SurveyFear)]
    public required Figure Urban { get; init; }
    [Means("Per standard deviation of income potential.")]
    [Between(-0.5, 0.5)]
    [PartOf(Mechanism.SurveyFear)]
    public required Figure Wealthy { get; init; }
}
