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

    /// <summary>The same for weighed scales beside the main one, each with its number.</summary>
    public WeightTable[] FurtherWeights { get; init; } = [];

    /// <summary>All that is weighed now, the main scale first.</summary>
    public IEnumerable<WeightTable> Weighed
    {
        get
        {
            var further = FurtherWeights.Where(w => Consequences.Further[w.Scale - 1].InForce);
            return Weights is null ? further : further.Prepend(Weights);
        }
    }

    /// <summary>True while anything of it is in force, so that people can become aware of it.</summary>
    public bool Runs { get; init; } = Rules.Rules.Length > 0;

    /// <summary>What is in force when and where, in order of time; none if it is the same at all times and places.</summary>
    public IReadOnlyList<Epoch> Epochs { get; init; } = [];

    /// <summary>Sensors that follow the regime's own records; null where all are looked at as the file says.</summary>
    public Sensors? Sensors { get; init; }

    /// <summary>Phases that begin when support falls, in the order of the file.</summary>
    public IReadOnlyList<Response> Responses { get; init; } = [];

    /// <summary>True if there are such phases, so that support goes up at each exchange.</summary>
    public bool Answers { get; init; }

    /// <summary>True if all that is on record is erased when this comes into force.</summary>
    public bool Erases { get; init; }

    /// <summary>True if at some time something follows from grades for others than their subjects.</summary>
    public bool EverSpills => Ever(c => c.Spills.Any);

    /// <summary>True if something holds of what follows at some time.</summary>
    public bool Ever(Func<ConsequenceTable, bool> holds) => holds(Consequences)
        || Epochs.Concat(Responses.SelectMany(r => r.Epochs)).Any(e => holds(e.Here.Consequences));

    /// <summary>What is in force in a week and place.</summary>
    /// <param name="week">Week after the start, from 0.</param>
    /// <param name="place">Place of a district among all, 0 to 1: it runs in those up to the share of the epoch.</param>
    /// <param name="response">The response that holds, by number; -1 for none.</param>
    public RegimeTables At(int week, double place = 0, int response = -1)
    {
        var epochs = response < 0 ? Epochs : Responses[response].Epochs;
        for (var e = epochs.Count - 1; e >= 0; e--)
        {
            if (week >= epochs[e].FromWeek)
            {
                return place <= epochs[e].Share ? epochs[e].Here : epochs[e].Elsewhere;
            }
        }
        return this;
    }

    /// <summary>The regime with bands cut anew, weights learned and sensors moved, and the stakes that people see then.</summary>
    public RegimeTables Derived(GradeTable grades, WeightTable? weights, Sensors? sensors, ConductTable conducts, LivingFigures living) =>
        this with
        {
            Sensors = sensors,
            Grades = grades,
            Weights = weights,
            Stakes = ReferenceEquals(grades, Grades) && ReferenceEquals(weights?.AtStake, Weights?.AtStake)
            ? Stakes
            : Perception.Stakes(Rules, grades, Consequences, ByScale(weights), conducts, living,
                Sights.EntryWeeks),
        };

    private WeightTable?[] ByScale(WeightTable? main)
    {
        var tables = new WeightTable?[Grades.Further.Length + 1];
        tables[0] = main;
        foreach (var further in FurtherWeights)
        {
            tables[further.Scale] = further;
        }
        return tables;
    }

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
