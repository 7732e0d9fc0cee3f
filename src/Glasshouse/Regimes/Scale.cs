using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>The scale of the score.</summary>
public sealed record Scale
{
    [Means("Score of a subject without records, points.")]
    [Between(0, 10000)]
    public required Figure Base { get; init; }
    [Means("Lowest score; none stated if absent.")]
    public Figure? Floor { get; init; }
    [Means("Highest score; none stated if absent.")]
    public Figure? Ceiling { get; init; }
    [Means("How the number comes about: points, demerits (higher is worse), weighted features, or weights that are learned.")]
    public Counts Counts { get; init; } = Counts.Points;
    [Means("Whether records stop counting at the turn of the year, whatever their term.")]
    public Reset Reset { get; init; } = Reset.Never;
    [Means("When a new score becomes a new grade; direct grades act at once.")]
    public Evaluated Evaluated { get; init; } = Evaluated.Always;
    [Means("For weighted and learned scales: what is weighed, and how heavily.")]
    public Weights? Weights { get; init; }
    [Means("What points can be spent on.")]
    public IReadOnlyDictionary<string, Spending> Spending { get; init; } = Empty.Map<Spending>();
    [Means("Points that money buys.")]
    public IReadOnlyDictionary<string, Sale> Sale { get; init; } = Empty.Map<Sale>();
}

/// <summary>How a score comes about.</summary>
public enum Counts { Points, Demerits, Weighted, Learned }

/// <summary>When records stop counting whatever their term.</summary>
public enum Reset { Never, Yearly }

/// <summary>When a score becomes a grade.</summary>
public enum Evaluated { Always, Monthly, Yearly }

/// <summary>Something that points buy.</summary>
public sealed record Spending
{
    /// <summary>Id of the rule under which a price is entered; no id of a file has a blank in it.</summary>
    public static string RuleId(string prefix, string id) => $"{prefix}spending {id}";

    [Means("What it is, in our own short words.")]
    public required string Text { get; init; }
    [Means("Price, points.")]
    [Between(0.001, 10000)]
    public required Figure Price { get; init; }
    [Means("Worth, weeks of income.")]
    [Between(0, 52)]
    public required Figure Worth { get; init; }
    [Means("Share of those who can afford it who buy it in a year.")]
    [Between(0, 1)]
    public required Figure YearlyChance { get; init; }
    [Means("Article of the text.")]
    public required string Article { get; init; }
}

/// <summary>Points that money buys.</summary>
public sealed record Sale
{
    /// <summary>Id of the rule under which the points are entered; no id of a file has a blank in it.</summary>
    public static string RuleId(string prefix, string id) => $"{prefix}sale {id}";

    [Means("What it is, in our own short words.")]
    public required string Text { get; init; }
    [Means("Price, weeks of income; taken from savings.")]
    [Between(0.001, 520)]
    public required Figure Price { get; init; }
    [Means("Points that it gives.")]
    [Between(0.001, 10000)]
    public required Figure Points { get; init; }
    [Means("Months that they count.")]
    [Between(1, 228)]
    public required Figure Months { get; init; }
    [Means("Share of those who can afford it who buy it in a year.")]
    [Between(0, 1)]
    public required Figure YearlyChance { get; init; }
    [Means("Article of the text.")]
    public required string Article { get; init; }
}

/// <summary>A grade: a half-open band of scores, and the label the text gives it.</summary>
public sealed record Grade
{
    [Means("Lowest score of the band; absent for the lowest grade.")]
    public Figure? From { get; init; }
    [Means("The text's word for it.")]
    public required string Label { get; init; }
    [Means("True for the grade of a subject without records.")]
    public bool Entry { get; init; }
    [Means("True if the band begins above 'from', not at it.")]
    public bool Above { get; init; }
    [Means("Grade inside which this one is a step, and under whose label it is told.")]
    public string? Within { get; init; }
    [Means("For bands by rank: share of subjects at or above the band's lower end; instead of 'from'.")]
    [Between(0, 1)]
    public Figure? TopShare { get; init; }
    [Means("True for the grade of subjects too new to be judged; no score leads into it.")]
    public bool ForNewcomers { get; init; }
    [Means("Months that a newcomer stands in it at least; absent: until the next date at which scores become grades.")]
    [Between(1, 120)]
    public Figure? NewcomerMonths { get; init; }
    [Means("Who can see that a subject stands in it.")]
    public SeenBy SeenBy { get; init; } = SeenBy.Subject;
}

/// <summary>Who can see a grade.</summary>
public enum SeenBy { Nobody, Subject, Lenders, Employers, Officials, Everybody }

/// <summary>
/// A scale beside the main one: the same words in a block. Without a score it is a list, whose grades come from direct grounds alone.
/// </summary>
public sealed record FurtherScale
{
    [Means("What the text calls it.")]
    public required string Label { get; init; }
    [Means("Who stands on it; absent: the regime's subjects.")]
    public Subjects? Subjects { get; init; }
    [Means("Where its score starts; absent: a list.")]
    public Scale? Score { get; init; }
    [Means("Its grades, best first.")]
    public required IReadOnlyDictionary<string, Grade> Grades { get; init; }
    [Means("The rules that combine its rows; absent: the regime's.")]
    public CombiningRules? Rules { get; init; }
    [Means("How long its records count; absent: as in the regime.")]
    public Validity? Validity { get; init; }
    [Means("Its point rows by number.")]
    public IReadOnlyDictionary<string, PointRow> Rows { get; init; } = Empty.Map<PointRow>();
    [Means("Grounds that set a grade on it.")]
    public IReadOnlyDictionary<string, DirectGround> DirectGrades { get; init; } = Empty.Map<DirectGround>();
    [Means("How its records are repaired.")]
    public IReadOnlyDictionary<string, Repair> Repairs { get; init; } = Empty.Map<Repair>();
    [Means("What follows from its grades.")]
    public IReadOnlyDictionary<string, Consequence> Consequences { get; init; } = Empty.Map<Consequence>();
}

/// <summary>The rules that combine rows.</summary>
public sealed record CombiningRules
{
    [Means("Article under which bonuses are recorded but do not count while a direct grade stands; absent: they count.")]
    public string? SuspendBonuses { get; init; }
    [Means("Article under which one act under several rows counts once, by the largest minus or the direct grade.")]
    public string? LargestMinus { get; init; }
    [Means("Article under which one deed under several rows counts once, by the largest plus.")]
    public string? LargestPlus { get; init; }
    [Means("Factor on the deduction when a bad act of the same class is recorded while the first still counts.")]
    [Between(1, 10)]
    public Figure? RepeatFactor { get; init; }
    [Means("Unit in which continuing arrears without a stated period are assessed, months.")]
    [Between(1, 24)]
    public Figure? ArrearsUnitMonths { get; init; }
    [Means("Where an official has discretion, the share of the range that is used (0 lightest, 1 heaviest).")]
    [Between(0, 1)]
    public required Figure Discretion { get; init; }
}

/// <summary>How long records count.</summary>
public sealed record Validity
{
    [Means("Years that a direct grade stands, by grade.")]
    public IReadOnlyDictionary<string, Figure> DirectGradeYears { get; init; } = Empty.Map<Figure>();
    [Means("Months for a deduction up to the threshold.")]
    [Between(1, 240)]
    public required Figure LightMonths { get; init; }
    [Means("Deduction, points, up to which the light term holds.")]
    [Between(1, 1000)]
    public required Figure LightUpTo { get; init; }
    [Means("Months for a larger deduction.")]
    [Between(1, 240)]
    public required Figure HeavyMonths { get; init; }
    [Means("Article under which continuing conduct counts from its end.")]
    public string? FromEndOfConduct { get; init; }
    [Means("Article under which terms count from entry; absent: from the act, so that what is entered late counts no longer for it.")]
    public string? FromEntry { get; init; }
    [Means("What becomes of a record that has expired; absent: not stated, and kept as if hidden.")]
    public AfterExpiry? AfterExpiry { get; init; }
}

/// <summary>What becomes of a record that has expired.</summary>
public enum AfterExpiry
{
    /// <summary>It is kept, and counts where a condition asks for what has ever been.</summary>
    Hidden,

    /// <summary>It is gone.</summary>
    Erased,
}
