using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>How lives change minds: perceived risk, awareness, trust, support, stress, grievance.</summary>
public sealed record LearningFigures
{
    [Means("Perceived chance of being punished for an act in a channel under ordinary law.")]
    public required IReadOnlyDictionary<Channel, Figure> LawRisk { get; init; }
    [Means("Perceived chance of being punished in a channel in a year without having done anything, under ordinary law.")]
    [Between(0, 1)]
    public required Figure LawRiskInnocent { get; init; }
    [Means("Share of the gap to a new experience of one's own by which perceived risk moves.")]
    [Between(0, 1)]
    [PartOf(Mechanism.OwnExperience)]
    public required Figure OwnExperience { get; init; }
    [Means("Share of the gap by which perceived risk moves when a neighbour is punished or listed.")]
    [Between(0, 1)]
    [PartOf(Mechanism.NeighbourExperience)]
    public required Figure NeighbourExperience { get; init; }
    [Means("Share of the gap to what is published and said by which perceived risk moves in a week.")]
    [Between(0, 1)]
    public required Figure WeeklyAdjustment { get; init; }
    [Means("Perceived chance that people who know of the regime start from, as a share of the regime's announced reach.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Announcements)]
    public required Figure AnnouncedReach { get; init; }
    [Means("How perceived risk reaches beyond the place of an experience; absent: not at all.")]
    public RiskFigures? Risk { get; init; }
    [Means("Chance per week that an unaware adult hears of the regime from media, while it runs.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Hearsay)]
    public required Figure AwarenessMedia { get; init; }
    [Means("Chance per week that an unaware adult hears of it from each tenth of the neighbourhood that tells of it.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Hearsay)]
    public required Figure AwarenessTalk { get; init; }
    [Means("How long the news that one is scored is told, and how far; absent: by all who know, in the neighbourhood.")]
    public TalkFigures? Talk { get; init; }
    [Means("What media say of the uses of a regime; absent: nothing.")]
    public NewsFigures? News { get; init; }
    [Means("How the example of neighbours is seen; absent: it is not.")]
    public ExampleFigures? Example { get; init; }
    [Means("Speed at which stress settles, share of the gap per week.")]
    [Between(0, 1)]
    public required Figure StressSpeed { get; init; }
    [Means("Resting stress, 0 to 1.")]
    [Between(0, 1)]
    public required Figure StressRest { get; init; }
    [Means("Stress added while without work.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Strain)]
    public required Figure StressJobless { get; init; }
    [Means("Stress added while in arrears.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Strain)]
    public required Figure StressArrears { get; init; }
    [Means("Stress added while a grade below the entry grade stands.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Strain)]
    public required Figure StressPenalty { get; init; }
    [Means("Stress added for a person who knows of being scored.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Strain)]
    public required Figure StressWatched { get; init; }
    [Means("How strain differs between persons, and what it does; absent: everybody feels alike, and it does nothing.")]
    public HealthFigures? Health { get; init; }
    [Means("What it takes to find an error in one's file and to dispute it; absent: nobody looks, and nothing hinders.")]
    public RedressFigures? Redress { get; init; }
    [Means("Close ties beyond the home; absent: nobody has any, and it makes no difference.")]
    public TieFigures? Ties { get; init; }
    [Means("Speed at which trust recovers, share of the gap per week.")]
    [Between(0, 1)]
    public required Figure TrustRecovery { get; init; }
    [Means("Trust in institutions at the start, 0 to 1.")]
    [Between(0, 1)]
    public required Figure TrustInstitutionsStart { get; init; }
    [Means("Trust in people at the start, 0 to 1.")]
    [Between(0, 1)]
    public required Figure TrustPeopleStart { get; init; }
    [Means("Trust in institutions lost by a penalty for something not done.")]
    [Between(0, 1)]
    [PartOf(Mechanism.LossOfTrust)]
    public required Figure TrustLostByError { get; init; }
    [Means("Trust in people lost by being harmed by another's act.")]
    [Between(0, 1)]
    [PartOf(Mechanism.LossOfTrust)]
    public required Figure TrustLostByHarm { get; init; }
    [Means("Trust in people lost by being named in public, or when a neighbour is.")]
    [Between(0, 1)]
    [PartOf(Mechanism.LossOfTrust)]
    public required Figure TrustLostByNaming { get; init; }
    [Means("How trust that is lost stays lost; absent: all of it comes back with the speed at which trust recovers.")]
    public TrustFigures? Trust { get; init; }
    [Means("How people who meet move each other's private opinion; absent: not at all.")]
    public OpinionFigures? Opinions { get; init; }
    [Means("What people answer when asked what they think of being scored; absent: they are not asked.")]
    public SurveyFigures? Survey { get; init; }
    [Means("Support for the authorities at the start, 0 to 1, for an average stance.")]
    [Between(0, 1)]
    public required Figure SupportStart { get; init; }
    [Means("Support per standard deviation of stance.")]
    [Between(0, 0.5)]
    public required Figure SupportStance { get; init; }
    [Means("Speed at which support settles, share of the gap per week.")]
    [Between(0, 1)]
    public required Figure SupportSpeed { get; init; }
    [Means("Support gained in a grade above the entry grade, for a person who knows.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Support)]
    public required Figure SupportReward { get; init; }
    [Means("Support lost in a grade below the entry grade.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Support)]
    public required Figure SupportPenalty { get; init; }
    [Means("Support gained per point of felt safety above its start.")]
    [Between(0, 5)]
    [PartOf(Mechanism.Support)]
    public required Figure SupportSafety { get; init; }
    [Means("Grievance added by a penalty for something not done.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Grievance)]
    public required Figure GrievanceError { get; init; }
    [Means("Grievance added by a penalty for exercising a right.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Grievance)]
    public required Figure GrievanceRight { get; init; }
    [Means("Grievance added by any other penalty.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Grievance)]
    public required Figure GrievanceOther { get; init; }
    [Means("Weeks over which grievance halves.")]
    [Between(1, 1040)]
    public required Figure GrievanceHalfLife { get; init; }
    [Means("Felt safety, 0 to 1, lost per act that harms others and resident of the neighbourhood.")]
    [Between(0, 100)]
    [PartOf(Mechanism.FeltSafety)]
    public required Figure SafetyPerHarm { get; init; }
    [Means("Share of lost safety that comes back in a week.")]
    [Between(0.001, 1)]
    public required Figure SafetyRecovery { get; init; }
}
