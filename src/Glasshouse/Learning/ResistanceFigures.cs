using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>How people resist: open protest, evasion, disputing.</summary>
public sealed record ResistanceFigures
{
    [Means("Open protest.")]
    public required ProtestFigures Protest { get; init; }
    [Means("Moving what is watched out of sight.")]
    public required EvasionFigures Evasion { get; init; }
    [Means("Factor added to the chance of an appeal per unit of grievance.")]
    [Between(0, 10)]
    [PartOf(Mechanism.Disputing)]
    public required Figure DisputingPerGrievance { get; init; }
}

/// <summary>Who protests in the open: Epstein's rule for who dares, Granovetter's thresholds for who follows.</summary>
public sealed record ProtestFigures
{
    [Means("Hardship, 0 to 1, per unit of stress above rest, beside grievance.")]
    [Between(0, 2)]
    public required Figure HardshipStress { get; init; }
    [Means("Hardship, 0 to 1, of a grade below the entry grade, one's own or another's that hits.")]
    [Between(0, 1)]
    public required Figure HardshipPenalty { get; init; }
    [Means("Grievance (hardship times lack of legitimacy) less feared arrest above which a person protests; at 1 nobody does.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Protest, off: 1)]
    public required Figure Threshold { get; init; }
    [Means("Police to 1,000 adults, as far as protesters reckon with them.")]
    [Between(0, 100)]
    public required Figure Police { get; init; }
    [Means("Constant of the feared chance of arrest, k in 1 - exp(-k police / protesters).")]
    [Between(0, 20)]
    public required Figure ArrestConstant { get; init; }
    [Means("Risk aversion, 0 to 1 with mean one half, per standard deviation of the trait.")]
    [Between(0, 0.5)]
    public required Figure RiskAversionSpread { get; init; }
    [Means("Share of others seen protesting at which an average person with cause follows in spite of fear.")]
    [Between(0, 2)]
    public required Figure FollowAt { get; init; }
    [Means("How much earlier a person follows per standard deviation of voice.")]
    [Between(0, 1)]
    public required Figure FollowSpread { get; init; }
    [Means("Weight of the district against the neighbourhood in the share that is seen.")]
    [Between(0, 1)]
    public required Figure SeenFar { get; init; }
    [Means("Longest time held after an arrest for protest, weeks; times are uniform up to it.")]
    [Between(0, 1000)]
    public required Figure HeldWeeks { get; init; }
}

/// <summary>Who moves what is watched out of sight, how fast, and what it costs.</summary>
public sealed record EvasionFigures
{
    [Means("Share moved out of sight per unit of perceived risk that the regime adds and of risk aversion of one.")]
    [Between(0, 20)]
    [PartOf(Mechanism.Evasion)]
    public required Figure PerRisk { get; init; }
    [Means("How much more an aggrieved person evades: factor added per unit of grievance.")]
    [Between(0, 20)]
    public required Figure PerGrievance { get; init; }
    [Means("Largest share of what is watched that can be moved out of sight.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Evasion)]
    public required Figure Most { get; init; }
    [Means("Share of the gap by which evasion grows in four weeks.")]
    [Between(0, 1)]
    public required Figure Learning { get; init; }
    [Means("Share of the gap by which it shrinks in four weeks: habits outlast their reason.")]
    [Between(0, 1)]
    public required Figure Unlearning { get; init; }
    [Means("Cost of full evasion in four weeks, weeks of spending.")]
    [Between(0, 4)]
    public required Figure Cost { get; init; }
}
