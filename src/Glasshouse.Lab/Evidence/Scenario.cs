using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Regimes;

namespace Glasshouse.Lab.Evidence;

/// <summary>How a run measures what a study measured.</summary>
public sealed record Scenario
{
    [Means("People of each history.")]
    [Between(1000, 10_000_000)]
    public long People { get; init; } = 10_000;
    [Means("Years after the start of the regimes.")]
    [Between(1, 50)]
    public int Years { get; init; } = 3;
    [Means("Histories with different luck.")]
    [Between(5, 1000)]
    public int Seeds { get; init; } = 10;
    [Means("What is compared, by name: the first is the treated arm, the second its control; further ones are told beside them.")]
    public required IReadOnlyDictionary<string, Arm> Arms { get; init; }
    [Means("What is measured in each arm.")]
    public required Measurement Measure { get; init; }
    [Means("What is made of the arms; absent: the treated arm if there is only one, else the difference.")]
    public Contrast? Contrast { get; init; }

    /// <summary>The contrast in force.</summary>
    internal Contrast Made => Contrast ?? (Arms.Count == 1 ? Evidence.Contrast.Treated : Evidence.Contrast.Difference);

    /// <summary>What is measured in an arm.</summary>
    internal Measurement MeasureIn(Arm arm) => Measure with
    {
        Of = arm.Of ?? Measure.Of,
        Against = arm.Against ?? Measure.Against,
        Among = Measure.Among.Where(a => !arm.Among.ContainsKey(a.Key)).Concat(arm.Among).ToDictionary(),
    };

    /// <summary>First and last year that are measured, from 1.</summary>
    internal (int First, int Last) Window
    {
        get
        {
            var last = Measure.ToYear ?? Years;
            return (Measure.FromYear ?? last, last);
        }
    }
}

/// <summary>One side of a comparison: the same people with the same luck under a regime of their own.</summary>
public sealed record Arm
{
    [Means("A regime by name, or 'law-only'. One in the folder 'regimes' beside the evidence file is found first.")]
    public string Regime { get; init; } = RegimeTables.LawOnlyName;
    [Means("Figures of the society or of the regime with another value, by path.")]
    public IReadOnlyDictionary<FreeKey, double> Set { get; init; } = new Dictionary<FreeKey, double>();
    [Means("Mechanisms that are turned off, from the burn-in on.")]
    public IReadOnlyList<Mechanism> Off { get; init; } = [];
    [Means("Years for which the regime is in force, after which nothing of it is; absent: to the end.")]
    [Between(0.25, 50)]
    public double? YearsOn { get; init; }
    [Means("Measured in this arm in place of the measure's 'of'.")]
    public string? Of { get; init; }
    [Means("Measured in this arm in place of the measure's 'against'.")]
    public string? Against { get; init; }
    [Means("Who is measured in this arm, beside the measure's own filter.")]
    public IReadOnlyDictionary<FreeKey, Bounds> Among { get; init; } = new Dictionary<FreeKey, Bounds>();
}

/// <summary>What is measured in an arm.</summary>
public sealed record Measurement
{
    [Means("The statistic, or 'indicator' for one that every run reports.")]
    public required Statistic What { get; init; }
    [Means("The variable over persons, or the id of the indicator.")]
    public required string Of { get; init; }
    [Means("The second variable, for statistics of two.")]
    public string? Against { get; init; }
    [Means("Who is measured: adults for whom each variable has the number or lies in the range.")]
    public IReadOnlyDictionary<FreeKey, Bounds> Among { get; init; } = new Dictionary<FreeKey, Bounds>();
    [Means("Whether each arm looks among its own people, or all look at those whom the treated arm finds.")]
    public Members Members { get; init; }
    [Means("Turns 'of' into 1 within the range and 0 outside.")]
    public Bounds? Counts { get; init; }
    [Means("The same for 'against'.")]
    public Bounds? AgainstCounts { get; init; }
    [Means("First year measured; absent: the last.")]
    [Between(1, 50)]
    public int? FromYear { get; init; }
    [Means("Last year measured; absent: the last of the run.")]
    [Between(1, 50)]
    public int? ToYear { get; init; }
    [Means("Factor on the result of each arm, 100 for percent.")]
    public double Scale { get; init; } = 1;
    [Means("For 'top-share': the share of persons with the most.")]
    [Between(0, 1)]
    public double ShareOf { get; init; } = 0.1;
    [Means("For 'percentile': the share of persons below.")]
    [Between(0, 1)]
    public double At { get; init; } = 0.5;
}

/// <summary>A range of a variable, ends included. In YAML a number, or <c>{ min: 18, max: 59 }</c>.</summary>
[NumberOrRange]
public sealed record Bounds(double Min, double Max)
{
    public bool Holds(double value) => Min <= value && value <= Max;
}

/// <summary>Whose values an arm takes.</summary>
public enum Members
{
    /// <summary>Those for whom the filter holds in the arm itself.</summary>
    Own,

    /// <summary>Those for whom it holds in the treated arm: the same persons in all arms.</summary>
    Treated,
}

/// <summary>What is made of the arms.</summary>
public enum Contrast
{
    /// <summary>The treated arm alone.</summary>
    Treated,

    /// <summary>Treated minus control.</summary>
    Difference,

    /// <summary>The difference in percent of the control.</summary>
    PercentChange,

    /// <summary>Treated over control.</summary>
    Ratio,
}
