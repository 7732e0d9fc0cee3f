using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Regimes;

/// <summary>Which acts a row or a ground catches.</summary>
public sealed record Trigger
{
    [Means("A conduct of the society's catalogue; or else a grade of a scale, or 'every'.")]
    public string? Conduct { get; init; }
    [Means("Levels of that conduct, by name; absent: all.")]
    public IReadOnlyList<string>? Levels { get; init; }
    [Means("Roles that the subject must hold, all of them.")]
    public IReadOnlyList<Role>? Who { get; init; }
    [Means("A scale: 'score' for the main one, an id of scales, or an included regime's id, '/' and its scale.")]
    public string? Scale { get; init; }
    [Means("Grades of that scale which trigger.")]
    public IReadOnlyList<string>? Grades { get; init; }
    [Means("Comes by itself to every subject, once a year or once a month.")]
    public Every? Every { get; init; }
    [Means("For grades: on entering one, at the end of each year in one, or for as long as one is held.")]
    public Moment When { get; init; } = Moment.Entered;
    [Means("For grades: who is credited or charged, seen from the subject that stands in the grade.")]
    public Whose Whose { get; init; } = Whose.Self;
}

/// <summary>What comes by itself.</summary>
public enum Every { Year, Month }

/// <summary>When a grade triggers.</summary>
public enum Moment { Entered, YearEnd, While }

/// <summary>Whose record a grade triggers.</summary>
public enum Whose
{
    /// <summary>The subject's own.</summary>
    Self,

    /// <summary>The head's of the firm that stands in the grade.</summary>
    Head,

    /// <summary>The firm's whose head stands in the grade.</summary>
    Firm,

    /// <summary>The oldest adult's of the household.</summary>
    HouseholdHead,

    /// <summary>All other adults' of the household.</summary>
    Household,

    /// <summary>The parents' who share the household.</summary>
    Parents,
}

/// <summary>What must have come before, or must not have.</summary>
public sealed record After
{
    [Means("Rows or grounds, by id; those of another scale with its id and '/' before.")]
    public IReadOnlyList<string> Rows { get; init; } = [];
    [Means("How many earlier records of them still count.")]
    [Between(1, 100)]
    public int Times { get; init; } = 1;
    [Means("True if records count here that have expired or were repaired; never those removed on appeal, nor what validity erases.")]
    public bool Ever { get; init; }
    [Means("Or weeks that the oldest of them must have stood.")]
    [Between(0, 1000)]
    public int StandingWeeks { get; init; }
    [Means("Count only records of so many last weeks; absent: all that still count, or that have ever been.")]
    [Between(1, 1000)]
    public int? WithinWeeks { get; init; }
    [Means("Or grades of the row's own scale, one of which the subject stands in; where points bring them, at the beginning of the week.")]
    public IReadOnlyList<string>? Grades { get; init; }
}

/// <summary>Points for a part of an amount.</summary>
public sealed record Bracket
{
    [Means("Count up to which it holds; absent in the last: without end.")]
    [Between(0, 10000)]
    public double? Upto { get; init; }
    [Means("Points for each unit in it.")]
    public required double Each { get; init; }
}

/// <summary>A row of the published table.</summary>
public sealed record PointRow
{
    [Means("What the row says, in our own short words.")]
    public required string Text { get; init; }
    [Means("Points, negative for a deduction; a range where an official has discretion.")]
    public required Points Points { get; init; }
    [Means("Months that the record counts; absent: by size (validity).")]
    [Between(1, 240)]
    public double? Months { get; init; }
    [Means("Section of the table.")]
    public required string Article { get; init; }
    [Means("Domain of the conduct: financial, legal, business, public-behaviour, online.")]
    public required string Domain { get; init; }
    [Means("Doubt that the source notes about this row.")]
    public string? Note { get; init; }
    [Means("Acts that the row catches; absent together with a reason in not-modelled.")]
    public IReadOnlyList<Trigger>? On { get; init; }
    [Means("Why no conduct of the model can trigger the row.")]
    public string? NotModelled { get; init; }
    [Means("For a row that is not modelled: the protected right whose exercise it prices.")]
    public Right Right { get; init; }
    [Means("Why the mapping from row to conduct is an honest reading, where it is not plain.")]
    public string? Reading { get; init; }
    [Means("Counted again for each month, arrears unit or occurrence.")]
    public Per Per { get; init; } = Per.Occurrence;
    [Means("A yearly count that must be reached, and the counter it uses; lower tiers of the same counter are replaced.")]
    public Tier? Tier { get; init; }
    [Means("A cap that several rows share.")]
    public SharedCap? Cap { get; init; }
    [Means("Whose record it is when not the actor's.")]
    public Credited Credited { get; init; } = Credited.Actor;
    [Means("What must have come before.")]
    public After? After { get; init; }
    [Means("What must not have come before.")]
    public After? Unless { get; init; }
    [Means("Share of such deeds that their subject declares and proves; nothing else enters the row, whoever saw it.")]
    [Between(0, 1)]
    public Figure? Declared { get; init; }
    [Means("Share of cases in which it is applied.")]
    [Between(0, 1)]
    public Figure? Applies { get; init; }
    [Means("In force from so many years after the start.")]
    [Between(0, 100)]
    public Figure? FromYear { get; init; }
    [Means("In force until so many years after the start.")]
    [Between(0, 100)]
    public Figure? UntilYear { get; init; }
    [Means("For a hypothetical regime: real texts that have it.")]
    public IReadOnlyList<string> Like { get; init; } = [];
    [Means("How grave the text calls it.")]
    public Severity? Severity { get; init; }
    [Means("True if it is kept with 0 points, for lists and weights to read.")]
    public bool Noted { get; init; }
    [Means("Points by brackets of the yearly amount, lowest first; 'points' is then what all of them can bring.")]
    public IReadOnlyList<Bracket> Brackets { get; init; } = [];
}

/// <summary>How often a row counts.</summary>
public enum Per { Occurrence, Month, ArrearsUnit }

/// <summary>Who is credited or charged.</summary>
public enum Credited
{
    /// <summary>The person who acted.</summary>
    Actor,

    /// <summary>The person and the parents who share the household.</summary>
    ActorAndParents,

    /// <summary>The parents, or failing them the partner, in the household.</summary>
    ParentsOrPartner,

    /// <summary>The head of the firm, for what the firm did.</summary>
    FirmHead,
}

/// <summary>
/// Points of a row: one number, or a range under discretion. In YAML a number, or <c>{ min: -50, max: -5 }</c>.
/// </summary>
[NumberOrRange]
public sealed record Points(double Min, double Max);

/// <summary>A threshold on a yearly counter.</summary>
public sealed record Tier
{
    [Means("Name of the counter, shared by the rows of one ladder.")]
    public required string Counter { get; init; }
    [Means("Count at which the row is reached, in the unit of the conduct's amount.")]
    [Between(1, 10000)]
    public required double Reach { get; init; }
}

/// <summary>A cap shared by several rows.</summary>
public sealed record SharedCap
{
    [Means("Name of the cap.")]
    public required string Name { get; init; }
    [Means("Points, at most, over all rows with this cap.")]
    [Between(1, 10000)]
    public required double Points { get; init; }
    [Means("Within what time.")]
    public CapPeriod Period { get; init; } = CapPeriod.Year;
}

/// <summary>The time over which a cap holds.</summary>
public enum CapPeriod { Year, Month, Ever }

/// <summary>How grave a text calls a breach.</summary>
public enum Severity { Minor, General, Serious }

/// <summary>A ground that sets a grade directly.</summary>
public sealed record DirectGround
{
    [Means("What the ground says, in our own short words.")]
    public required string Text { get; init; }
    [Means("The grade it sets; or else one of at-best, at-least and down.")]
    public string? Grade { get; init; }
    [Means("Article of the text.")]
    public required string Article { get; init; }
    [Means("Acts that meet the ground; absent together with a reason in not-modelled.")]
    public IReadOnlyList<Trigger>? On { get; init; }
    [Means("Why no conduct of the model can meet the ground.")]
    public string? NotModelled { get; init; }
    [Means("For a ground that is not modelled: the protected right whose exercise it prices.")]
    public Right Right { get; init; }
    [Means("Why the mapping is an honest reading, where it is not plain.")]
    public string? Reading { get; init; }
    [Means("Domain, for the list of what is not modelled.")]
    public required string Domain { get; init; }
    [Means("Whose record it is when not the actor's.")]
    public Credited Credited { get; init; } = Credited.Actor;
    [Means("What must have come before.")]
    public After? After { get; init; }
    [Means("What must not have come before.")]
    public After? Unless { get; init; }
    [Means("Share of cases in which it is applied.")]
    [Between(0, 1)]
    public Figure? Applies { get; init; }
    [Means("In force from so many years after the start.")]
    [Between(0, 100)]
    public Figure? FromYear { get; init; }
    [Means("In force until so many years after the start.")]
    [Between(0, 100)]
    public Figure? UntilYear { get; init; }
    [Means("For a hypothetical regime: real texts that have it.")]
    public IReadOnlyList<string> Like { get; init; } = [];
    [Means("How grave the text calls it.")]
    public Severity? Severity { get; init; }
    [Means("Years of its own term; absent: by validity.")]
    [Between(0, 19)]
    public Figure? Years { get; init; }
    [Means("Months of its own term.")]
    [Between(0, 228)]
    public Figure? Months { get; init; }
    [Means("True if it stands until something lifts it; the model lets it fall after 19 years.")]
    public bool Indefinite { get; init; }
    [Means("True if each further record adds its term to what is left.")]
    public bool AddsToTerm { get; init; }
    [Means("Instead of a grade: the best grade that the subject can still have.")]
    public string? AtBest { get; init; }
    [Means("Instead of a grade: the worst grade that points can bring while it stands.")]
    public string? AtLeast { get; init; }
    [Means("Instead of a grade: grades down from what the points give.")]
    [Between(1, 10)]
    public int? Down { get; init; }
}
