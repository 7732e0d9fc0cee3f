using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Lab.Evidence;

// Evidence: published findings that the model is held against. An evidence file states one, as typed records; docs/evidence.md
// says how to read and to write one.

/// <summary>A published finding, and how a run of the model measures the same quantity.</summary>
public sealed record PublishedFinding
{
    [Means("The kind of file and the version of its language.")]
    public required string Schema { get; init; }
    [Means("Short name, the same as the file's name.")]
    public required string Id { get; init; }
    [Means("What was found, in a sentence of our own words.")]
    public required string Title { get; init; }
    [Means("What it is about.")]
    public required Topic Topic { get; init; }
    [Means("What it may be used for.")]
    public required EvidenceUse Use { get; init; }
    [Means("The study that it comes from; findings of one study share it, such as author-year.")]
    public required string Study { get; init; }
    [Means("Where it was published.")]
    public required FindingSource Source { get; init; }
    [Means("The society that it belongs to; absent for an exact result of a known sub-model.")]
    public string? Society { get; init; }
    [Means("Mechanisms that it judges.")]
    public IReadOnlyList<Mechanism> Mechanisms { get; init; } = [];
    [Means("What was published.")]
    public required PublishedValue Published { get; init; }
    [Means("How far the model may be off, and why; absent: a quarter of the value, or the sign where there is no value.")]
    public Tolerance? Tolerance { get; init; }
    [Means("How a run measures the same quantity.")]
    public Scenario? Scenario { get; init; }
    [Means("Why no run can measure it, in place of a scenario.")]
    public string? Untestable { get; init; }
    [Means("The test that reproduces it, in place of a scenario: folder and class, for use 'reference'.")]
    public string? ReproducedBy { get; init; }
    [Means("What to know beside it.")]
    public string? Note { get; init; }

    /// <summary>The tolerance in force.</summary>
    internal Tolerance Allowed => Tolerance ?? (Published.Value is null && Published.Low is null
        ? new Tolerance { Of = ToleranceOf.Sign, Why = "the sign, since no value is published" }
        : new Tolerance { Of = ToleranceOf.Relative, Size = 0.25, Why = "a quarter of the value, since nothing narrower was fixed" });
}

/// <summary>What findings are about.</summary>
public enum Topic { BaseRates, Deterrence, Expression, Attitudes, Errors, Consequences, Reference }

/// <summary>What a finding may be used for.</summary>
public enum EvidenceUse
{
    /// <summary>It sets a rate.</summary>
    Parameter,

    /// <summary>Coefficients are fitted to it.</summary>
    Calibration,

    /// <summary>It is predicted, and nothing is fitted to it.</summary>
    Validation,

    /// <summary>An exact result of a known sub-model.</summary>
    Reference,
}

/// <summary>Where a finding was published.</summary>
public sealed record FindingSource
{
    [Means("Title.")]
    public required string Title { get; init; }
    [Means("Authors.")]
    public string? Authors { get; init; }
    [Means("Year.")]
    public string? Year { get; init; }
    [Means("Where it was read, or a copy of it.")]
    public string? Url { get; init; }
    [Means("True if the main value was seen at its source.")]
    public required bool Read { get; init; }
    [Means("What to know of the source.")]
    public string? Note { get; init; }
}

/// <summary>The published result.</summary>
public sealed record PublishedValue
{
    [Means("The value; absent if only a sign or an order is known.")]
    public double? Value { get; init; }
    [Means("Lower end of the published range.")]
    public double? Low { get; init; }
    [Means("Upper end of the published range.")]
    public double? High { get; init; }
    [Means("The sign, where no value is published.")]
    public Sign? Sign { get; init; }
    [Means("Unit of the value.")]
    public required string Unit { get; init; }

    /// <summary>The value, or the middle of the range; null if neither is known.</summary>
    internal double? Centre => Value ?? (Low is { } low && High is { } high ? (low + high) / 2 : null);
}

/// <summary>The sign of a result.</summary>
public enum Sign { Positive, Negative }

/// <summary>How far the model may be off.</summary>
public sealed record Tolerance
{
    [Means("What the size is measured in: the unit of the value, a share of the value, or only the sign counts.")]
    public required ToleranceOf Of { get; init; }
    [Means("How far a simulated value may lie from the published one: absolute in its unit, relative as a share such as 0.25.")]
    [Between(0, 1e12)]
    public double? Size { get; init; }
    [Means("The value that means no effect, for signs; absent: 1 for ratios and odds ratios, 0.5 for an AUC, else 0.")]
    public double? From { get; init; }
    [Means("Why so far and no further.")]
    public required string Why { get; init; }
}

/// <summary>What a tolerance is measured in.</summary>
public enum ToleranceOf { Absolute, Relative, Sign }
