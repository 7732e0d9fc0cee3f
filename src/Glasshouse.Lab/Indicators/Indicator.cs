using Glasshouse.Tallying;

namespace Glasshouse.Lab.Indicators;

/// <summary>How an indicator is counted, which decides what stands for its events and for the persons at risk.</summary>
public enum Counted
{
    /// <summary>Events over years lived by the persons in the denominator, a stock counted every quarter.</summary>
    RatePerYear,

    /// <summary>A stock over a stock: the share of person-weeks.</summary>
    ShareOfWeeks,

    /// <summary>A sum of shares (Q24) over a stock: the mean.</summary>
    Mean,

    /// <summary>Events over events.</summary>
    ShareOfEvents,
}

/// <summary>
/// A measured outcome as a formula over counted measures. It does not say whether more of it is good: that is the reader's to
/// say, and <see cref="Concern"/> only says who asks for it.
/// </summary>
public sealed record Indicator
{
    /// <summary>Kebab-case, the same in every file.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in plain words.</summary>
    public required string Title { get; init; }

    /// <summary>Unit of the value after <see cref="Scale"/>.</summary>
    public required string Unit { get; init; }

    public required Theme Theme { get; init; }

    /// <summary>Whose concern it is.</summary>
    public required string Concern { get; init; }

    public required Counted Counted { get; init; }

    /// <summary>Measures that are added up.</summary>
    public required IReadOnlyList<Measure> Numerator { get; init; }

    /// <summary>
    /// A group of conducts that is counted in the numerator's place; a society without that group has no such indicator.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>Measures that they are divided by, added up.</summary>
    public required IReadOnlyList<Measure> Denominator { get; init; }

    /// <summary>True if what is left of the denominator is counted and not the numerator.</summary>
    public bool Rest { get; init; }

    /// <summary>Factor from the bare ratio to the unit.</summary>
    public required double Scale { get; init; }

    /// <summary>
    /// The setting that determines it, so that it is shown as an assumption and never as a finding; null: none does.
    /// </summary>
    public string? SetBy { get; init; }

    /// <summary>
    /// True if it cannot exist without a regime: then "without" is none by definition, and only its size is a finding.
    /// </summary>
    public bool RegimeOnly { get; init; }

    /// <summary>True for the few that a short page shows.</summary>
    public bool Brief { get; init; }

    /// <summary>The formula, for people who want to know what was divided by what.</summary>
    public string Formula =>
        $"{(Rest ? "1 - " : "")}{Group ?? Names(Numerator)} / {Names(Denominator)}"
            + $"{(Counted == Counted.RatePerYear ? " x 13/52" : "")}, times {Scale:0.###}";

    private static string Names(IEnumerable<Measure> measures) => string.Join(" + ", measures.Select(Spell));

    private static string Spell(Measure measure) => measure switch
    {
        >= Measure.Transitions => $"Transitions {(measure - Measure.Transitions) / MeasureSet.GradeCount} to "
            + $"{(measure - Measure.Transitions) % MeasureSet.GradeCount}",
        >= Measure.Grades => $"Grade {measure - Measure.Grades}",
        >= Measure.Records => $"Records {(measure - Measure.Records) / 4}.{(measure - Measure.Records) % 4}",
        _ => measure.ToString(),
    };
}
