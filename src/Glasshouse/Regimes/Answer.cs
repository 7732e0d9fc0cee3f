using Glasshouse.Files;
using Glasshouse.Responding;

namespace Glasshouse.Regimes;

/// <summary>Replacement of a record by a lighter one.</summary>
public sealed record Repair
{
    [Means("What the text says, in our own short words.")]
    public required string Text { get; init; }
    [Means("Rows and grounds that it repairs, by id.")]
    public required IReadOnlyList<string> Of { get; init; }
    [Means("Row that replaces the ground.")]
    public string? ToRow { get; init; }
    [Means("Grade that replaces the ground's grade; the term runs on.")]
    public string? ToGrade { get; init; }
    [Means("True if nothing replaces the record: it is closed.")]
    public bool Clears { get; init; }
    [Means("True if every other record of the scale is closed with it.")]
    public bool ClearsScale { get; init; }
    [Means("How it is earned.")]
    public RepairBy? By { get; init; }
    [Means("Another repair that comes of the same deed, and so by the same luck; of another scale with its id and '/' before.")]
    public string? With { get; init; }
    [Means("What the text says it may not repair.")]
    public IReadOnlyList<string> Excludes { get; init; } = [];
    [Means("Article of the text.")]
    public required string Article { get; init; }
    [Means("Earliest repair, weeks after the record.")]
    [Between(0, 520)]
    public required Figure AfterWeeks { get; init; }
    [Means("Share of eligible subjects who manage it in a year.")]
    [Between(0, 1)]
    public required Figure YearlyChance { get; init; }
}

/// <summary>How a repair is earned.</summary>
public enum RepairBy { Time, Deed, Training, Payment, Performance }

/// <summary>What follows from a grade, from a single record, or from points.</summary>
public sealed record Consequence
{
    [Means("What follows, in our own short words.")]
    public required string Text { get; init; }
    [Means("Grades it follows from; or else rows, or a band of points.")]
    public IReadOnlyList<string> Grades { get; init; } = [];
    [Means("Rows or grounds of the same scale: it holds while a record of one of them counts, whatever the grade.")]
    public IReadOnlyList<string> Rows { get; init; } = [];
    [Means("It holds from so many points of the scale on, whatever the grade; of demerits, from so many up.")]
    public Figure? From { get; init; }
    [Means("It holds below so many points of the scale.")]
    public Figure? Below { get; init; }
    [Means("The kind of effect; absent together with a reason in not-modelled.")]
    public Effect? Effect { get; init; }
    [Means("Size in the unit of the effect.")]
    public Figure? Size { get; init; }
    [Means("Why the model has no such effect.")]
    public string? NotModelled { get; init; }
    [Means("The context in which it bites: finance, work, education, travel, health, housing, services, reputation, business, home-life.")]
    public string? Domain { get; init; }
    [Means("Statute that the text names as its basis.")]
    public string? Law { get; init; }
    [Means("Who else is hit, once however many hit them: children and others of the household, staff of the subject's firm, its head.")]
    public IReadOnlyList<Reached> AlsoHits { get; init; } = [];
    [Means("Size for those; absent: the same.")]
    public Figure? AlsoSize { get; init; }
    [Means("Share of cases in which it is applied.")]
    [Between(0, 1)]
    public Figure? Applied { get; init; }
    [Means("What the text exempts, in a sentence.")]
    public string? Except { get; init; }
    [Means("In force from so many years after the start.")]
    [Between(0, 100)]
    public Figure? FromYear { get; init; }
    [Means("In force until so many years after the start.")]
    [Between(0, 100)]
    public Figure? UntilYear { get; init; }
    [Means("For a hypothetical regime: real texts that have it.")]
    public IReadOnlyList<string> Like { get; init; } = [];
    [Means("True if this regime's own text names it; false if it is borrowed from a neighbour.")]
    public required bool Documented { get; init; }
    [Means("Regime and article it is borrowed from.")]
    public string? BorrowedFrom { get; init; }

    /// <summary>True if it follows from grades, false if from records or points.</summary>
    internal bool FollowsGrades => Rows.Count == 0 && From is null && Below is null;
}

/// <summary>Whom a consequence hits besides the subject.</summary>
public enum Reached { Child, Household, Staff, FirmHead, Ties }

/// <summary>Notice, appeal and correction.</summary>
public sealed record Redress
{
    [Means("Chance that the subject is told of a deduction.")]
    [Between(0, 1)]
    public required Figure Notice { get; init; }
    [Means("Chance that a subject who knows of a false record appeals.")]
    [Between(0, 1)]
    public required Figure AppealIfFalse { get; init; }
    [Means("Chance that a subject who knows of a true record appeals.")]
    [Between(0, 1)]
    public required Figure AppealIfTrue { get; init; }
    [Means("Chance that the second look recognises a false record.")]
    [Between(0, 1)]
    public required Figure FalseFound { get; init; }
    [Means("Chance that the second look wrongly clears a true record.")]
    [Between(0, 1)]
    public required Figure TrueCleared { get; init; }
    [Means("Weeks until an appeal is decided.")]
    [Between(1, 104)]
    public required Figure DecisionWeeks { get; init; }
    [Means("Appeals that can be decided per 1,000 adults per year; the rest wait in line, the oldest first.")]
    [Between(0, 1000)]
    public required Figure SlotsPerThousand { get; init; }
    [Means("Whether the subject is heard before the record is entered; absent: not stated.")]
    public bool? HearingBefore { get; init; }
    [Means("Whether the subject is told before it is entered; absent: not stated.")]
    public bool? NoticeBefore { get; init; }
    [Means("Whether an objection is shown beside the record; absent: not stated.")]
    public bool? ObjectionFlag { get; init; }
    [Means("Whether the subject's own explanation is kept beside it; absent: not stated.")]
    public bool? ExplanationKept { get; init; }
    [Means("Whether repair is a right; absent: not stated.")]
    public bool? RepairIsRight { get; init; }
}
