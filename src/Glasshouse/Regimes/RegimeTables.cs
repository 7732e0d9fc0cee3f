using Glasshouse.Acting;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Recording;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Regimes;

/// <summary>
/// A regime compiled into the tables of the phases. <see cref="LawOnly"/> is a society without a scoring regime.
/// </summary>
/// <param name="Name">Id of the regime.</param>
/// <param name="Sights">What Observing uses.</param>
/// <param name="Rules">What Recording uses.</param>
/// <param name="Grades">What Scoring uses.</param>
/// <param name="Consequences">What Responding and Living use.</param>
/// <param name="Stakes">What Acting uses: losses and gains as people perceive them.</param>
/// <param name="Reach">Announced chance that an act is seen, by channel.</param>
public sealed record RegimeTables(
    string Name, SightTable Sights, RuleTable Rules, GradeTable Grades, ConsequenceTable Consequences, Stakes Stakes, float[] Reach)
{
    /// <summary>Name of ordinary law alone.</summary>
    public const string LawOnlyName = "law-only";

    /// <summary>Name of the baseline without any law.</summary>
    public const string NoneName = "none";

    /// <summary>Who is scored.</summary>
    public SubjectTable Subjects { get; init; } = SubjectTable.Everyone;

    /// <summary>What a weighed score adds up; null where points do.</summary>
    public WeightTable? Weights { get; init; }

    /// <summary>The regime with bands cut anew and weights learned, and the stakes that people see then.</summary>
    public RegimeTables Derived(GradeTable grades, WeightTable? weights, ConductTable conducts, LivingFigures living) => this with
    {
        Grades = grades,
        Weights = weights,
        Stakes = ReferenceEquals(grades, Grades) && ReferenceEquals(weights?.AtStake, Weights?.AtStake)
            ? Stakes
            : Perception.Stakes(Rules, grades, Consequences, weights, conducts, living),
    };

    /// <summary>True if people can become aware of something that runs.</summary>
    public bool Runs => Rules.Rules.Length > 0;

    /// <summary>No scoring regime: the society under its own ordinary law.</summary>
    public static RegimeTables LawOnly(ConductTable conducts) => new(
        LawOnlyName,
        SightTable.Blind(conducts.Count),
        RuleTable.Empty(conducts.Count),
        GradeTable.None,
        ConsequenceTable.Nothing,
        new Stakes(new float[conducts.Count * Stakes.Rungs]),
        new float[4]);

    /// <summary>Neither a scoring regime nor ordinary law; for tests of the model, never a society that exists.</summary>
    public static RegimeTables None(ConductTable conducts) => LawOnly(conducts) with
    {
        Name = NoneName,
        Sights = new SightTable { Watched = new bool[conducts.Count], LawApplies = false },
    };
}
