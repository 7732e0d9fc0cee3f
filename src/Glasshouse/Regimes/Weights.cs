using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>What a weighted or learned scale weighs.</summary>
public sealed record Weights
{
    [Means("Dimensions by id; their weights add up to 1 or to 100.")]
    public required IReadOnlyDictionary<string, Dimension> Dimensions { get; init; }
    [Means("For learned weights: what is predicted.")]
    public Target? Target { get; init; }
}

/// <summary>A dimension of a weighted score.</summary>
public sealed record Dimension
{
    [Means("What it is, in our own short words.")]
    public required string Text { get; init; }
    [Means("Share of the range between floor and ceiling.")]
    [Between(0, 100)]
    public required Figure Weight { get; init; }
    [Means("What it is made of; the shares add up to 1.")]
    public required IReadOnlyDictionary<string, Feature> Features { get; init; }
}

/// <summary>One measured thing, brought to 0 at its worst and 1 at its best.</summary>
public sealed record Feature
{
    [Means("What is measured.")]
    public required Quality Of { get; init; }
    [Means("Share of the dimension.")]
    [Between(0, 1)]
    public required double Share { get; init; }
    [Means("Value that earns nothing; beyond it neither.")]
    public required Figure Worst { get; init; }
    [Means("Value that earns all; beyond it no more.")]
    public required Figure Best { get; init; }
    [Means("For qualities of records: which rows; absent: all that cost.")]
    public IReadOnlyList<string>? Rows { get; init; }
    [Means("True if a record weighs by the share of its term that is left.")]
    public bool Fades { get; init; }
}

/// <summary>What a feature measures.</summary>
public enum Quality
{
    /// <summary>Number of records that count.</summary>
    Records,

    /// <summary>Months since the newest such record; as many as its term if there is none.</summary>
    MonthsClean,

    /// <summary>Number of records of good deeds.</summary>
    Deeds,

    /// <summary>Age, years.</summary>
    Age,

    /// <summary>1 for somebody who owes on a loan.</summary>
    Borrows,

    /// <summary>1 for somebody with a credit card.</summary>
    CardHolder,

    /// <summary>Loans and cards, 0 to 2.</summary>
    CreditLines,

    /// <summary>1 for somebody in work.</summary>
    Employed,

    /// <summary>Savings, weeks of income.</summary>
    Savings,

    /// <summary>Wage, 1 for the usual one.</summary>
    Wage,

    /// <summary>1 for somebody who does not rent.</summary>
    OwnsHome,

    /// <summary>Education, standard deviations.</summary>
    Education,

    /// <summary>Digital footprint, standard deviations.</summary>
    DigitalFootprint,

    /// <summary>Mean score of the household at the last weighing.</summary>
    TiesScore,

    /// <summary>Standing of the firm that the person heads, 1 in the best grade of its scale and 0 in the worst.</summary>
    FirmStanding,
}

/// <summary>What learned weights predict, and how odds become points.</summary>
public sealed record Target
{
    [Means("Rows whose records count as the event.")]
    public required IReadOnlyList<string> Rows { get; init; }
    [Means("Points at the odds named.")]
    public required Figure Points { get; init; }
    [Means("Odds against the event at those points.")]
    [Between(0, 1000)]
    public required Figure Odds { get; init; }
    [Means("Points that double the odds.")]
    [Between(0, 1000)]
    public required Figure DoubleOdds { get; init; }
}
