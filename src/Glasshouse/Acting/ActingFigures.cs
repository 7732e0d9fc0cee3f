using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>How people decide to act: deterrence, merit and speech.</summary>
public sealed record ActingFigures
{
    [Means("Deterrence per perceived chance of punishment times weight of loss (eta), log hazard.")]
    [Between(0, 50)]
    [PartOf(Mechanism.Deterrence)]
    public required Figure Deterrence { get; init; }
    [Means("Loss, in weeks of median income, at which the weight of a loss reaches one half.")]
    [Between(0.01, 520)]
    public required Figure HalfWeight { get; init; }
    [Means("Response of good deeds to a perceived gain, log hazard per chance times weight of gain.")]
    [Between(0, 50)]
    [PartOf(Mechanism.Merit)]
    public required Figure Merit { get; init; }
    [Means("Response of good deeds to the loss of the own motive for them, log hazard for the whole of it.")]
    [Between(0, 2)]
    [PartOf(Mechanism.CrowdingOut)]
    public required Figure CrowdingOut { get; init; }
    [Means("How much less counts what comes later; absent: it counts the same.")]
    public DelayFigures? Delay { get; init; }
    [Means("The own motives for duties and deeds, and what takes them; absent: nothing does.")]
    public MotiveFigures? Motives { get; init; }
    [Means("How critical words are withheld or turned round.")]
    public required SpeechFigures Speech { get; init; }
}

/// <summary>The three outcomes of speech: as meant, silence, the opposite.</summary>
public sealed record SpeechFigures
{
    [Means("Log odds of withholding for an average person without a scoring regime, among friends.")]
    [Between(-6, 6)]
    public required Figure Baseline { get; init; }
    [Means("What the eyes of others do; absent: nothing.")]
    public PeerFigures? Peers { get; init; }
    [Means("Log odds per perceived chance of punishment times weight of loss.")]
    [Between(0, 50)]
    [PartOf(Mechanism.FearOfSpeaking)]
    public required Figure Risk { get; init; }
    [Means("Log odds per standard deviation of privacy concern.")]
    [Between(0, 3)]
    public required Figure Privacy { get; init; }
    [Means("Log odds per standard deviation of voice.")]
    [Between(-3, 0)]
    public required Figure Voice { get; init; }
    [Means("Log odds per unit of the climate: share of voiced posts that are critical, minus one half.")]
    [Between(-5, 5)]
    [PartOf(Mechanism.Climate)]
    public required Figure Climate { get; init; }
    [Means("Share of those who withhold under a perceived risk of one who say the opposite instead.")]
    [Between(0, 1)]
    public required Figure Opposite { get; init; }
    [Means("Posts assumed to have been seen before the first one: steadies the climate.")]
    [Between(1, 100000)]
    public required Figure PriorPosts { get; init; }
    [Means("Share of adults who state support in a survey when they do not hold it, without a regime.")]
    [Between(0, 1)]
    [PartOf(Mechanism.SurveyFear)]
    public required Figure SurveyFear { get; init; }
}

/// <summary>Silence before others, which owes nothing to the state.</summary>
public sealed record PeerFigures
{
    [Means("Log odds of withholding before all eyes rather than among friends, if everybody else thought otherwise.")]
    [Between(0, 10)]
    [PartOf(Mechanism.FearOfOthers)]
    public required Figure Exposure { get; init; }
    [Means("Share of others who would take it amiss: how divided people are.")]
    [Between(0, 1)]
    public required Figure Polarisation { get; init; }
    [Means("Log odds before all eyes per standard deviation of education.")]
    [Between(-2, 2)]
    [PartOf(Mechanism.FearOfOthers)]
    public required Figure Education { get; init; }
}

/// <summary>A temperament: loadings of a log hazard on traits.</summary>
public sealed record Temperament
{
    [Means("Log hazard per standard deviation, by trait.")]
    public IReadOnlyDictionary<Trait, Figure> Loadings { get; init; } =
        new Dictionary<Trait, Figure>();
    [Means("Some who do it far more than all others; absent: nobody.")]
    public ProlificFigures? Prolific { get; init; }
}

/// <summary>A heavy tail: few people, each with many times the propensity of the others.</summary>
public sealed record ProlificFigures
{
    [Means("Share of the people.")]
    [Between(0, 0.5)]
    public required Figure Share { get; init; }
    [Means("Their propensity as a multiple of what they would have otherwise.")]
    [Between(1, 2000)]
    public required Figure Factor { get; init; }
}
