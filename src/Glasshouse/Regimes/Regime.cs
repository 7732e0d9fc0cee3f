using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Responding;

namespace Glasshouse.Regimes;

// A regime file, as typed records. In: YAML read by Files/. Out: RegimeTables, the flat tables that the phases use.
// Every list is a map keyed by id, so that a variant can override or remove by id.

/// <summary>A scoring system's rule book, encoded from its published text.</summary>
[Extendable]
public sealed record Regime
{
    [Means("The kind of file and the version of its language.")]
    [Own]
    public required string Schema { get; init; }
    [Means("Short name, the same as the file's name.")]
    [Own]
    public required string Id { get; init; }
    [Means("Full name.")]
    [Own]
    public required string Title { get; init; }
    [Means("Where it applies.")]
    public required string Jurisdiction { get; init; }
    [Means("What it is, in a few sentences.")]
    public required string Summary { get; init; }
    [Means("Since when, and until when, the text has been in force.")]
    public required string InForce { get; init; }
    [Means("The documents it was encoded from.")]
    public required IReadOnlyDictionary<string, Source> Sources { get; init; }
    [Means("What could not be found out; an unknown is a value of its own.")]
    public IReadOnlyList<string> Unknowns { get; init; } = [];
    [Means("Who is scored.")]
    public required Subjects Subjects { get; init; }
    [Means("What the regime sees, by channel.")]
    public required IReadOnlyDictionary<Channel, Sight> Channels { get; init; }
    [Means("Where the score starts.")]
    public required Scale Score { get; init; }
    [Means("The grades, best first.")]
    public required IReadOnlyDictionary<string, Grade> Grades { get; init; }
    [Means("The rules that combine rows.")]
    public required CombiningRules Rules { get; init; }
    [Means("How long records count.")]
    public required Validity Validity { get; init; }
    [Means("Point rows by number.")]
    public required IReadOnlyDictionary<string, PointRow> Rows { get; init; }
    [Means("Grounds that set a grade whatever the points.")]
    public required IReadOnlyDictionary<string, DirectGround> DirectGrades { get; init; }
    [Means("How a record is replaced by a lighter one.")]
    public required IReadOnlyDictionary<string, Repair> Repairs { get; init; }
    [Means("What follows from a grade.")]
    public required IReadOnlyDictionary<string, Consequence> Consequences { get; init; }
    [Means("How a subject learns of a record and contests it.")]
    public required Redress Redress { get; init; }
}

/// <summary>Who is scored.</summary>
public sealed record Subjects
{
    [Means("Youngest age scored, years; nobody below 18 acts in the model.")]
    [Between(18, 100)]
    public required Figure AdultFrom { get; init; }
    [Means("Only persons who asked to be scored are; absent: everybody is.")]
    public OptIn? OptIn { get; init; }
    [Means("Whom the text counts in, in a sentence.")]
    public string? Note { get; init; }
}

/// <summary>Scoring by consent.</summary>
public sealed record OptIn
{
    [Means("Share of persons who join.")]
    [Between(0, 1)]
    public required Figure Share { get; init; }
}

/// <summary>How well one channel sees.</summary>
public sealed record Sight
{
    [Means("Share of acts of urban residents that fall in the channel's view, before sensitivity.")]
    [Between(0, 1)]
    public required Figure CoverageUrban { get; init; }
    [Means("The same for rural residents.")]
    [Between(0, 1)]
    public required Figure CoverageRural { get; init; }
    [Means("Chance that an act in view is noticed.")]
    [Between(0, 1)]
    public required Figure Sensitivity { get; init; }
    [Means("Share of the findings of police, courts and other offices that are entered.")]
    [Between(0, 1)]
    public required Figure FromLaw { get; init; }
    [Means("Share of sightings booked on another person.")]
    [Between(0, 0.5)]
    public required Figure Misattributed { get; init; }
    [Means("Share of sightings entered at a wrong gravity.")]
    [Between(0, 0.5)]
    public required Figure Misread { get; init; }
    [Means("Invented sightings per 1,000 adults per year.")]
    [Between(0, 1000)]
    public required Figure Invented { get; init; }
}

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
    public required IReadOnlyDictionary<string, Figure> DirectGradeYears { get; init; }
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
}

/// <summary>Which acts a row or a ground catches.</summary>
public sealed record Trigger
{
    [Means("A conduct of the society's catalogue.")]
    public required string Conduct { get; init; }
    [Means("Levels of that conduct, by name; absent: all.")]
    public IReadOnlyList<string>? Levels { get; init; }
    [Means("Roles that the subject must hold, all of them.")]
    public IReadOnlyList<Role>? Who { get; init; }
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
    [Means("Why the mapping from row to conduct is an honest reading, where it is not plain.")]
    public string? Reading { get; init; }
    [Means("Counted again for each month, arrears unit or occurrence.")]
    public Per Per { get; init; } = Per.Occurrence;
    [Means("A yearly count that must be reached, and the counter it uses; lower tiers of the same counter are replaced.")]
    public Tier? Tier { get; init; }
    [Means("A cap that several rows share within a year.")]
    public SharedCap? Cap { get; init; }
    [Means("Whose record it is when not the actor's.")]
    public Credited Credited { get; init; } = Credited.Actor;
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

/// <summary>A yearly cap shared by several rows.</summary>
public sealed record SharedCap
{
    [Means("Name of the cap.")]
    public required string Name { get; init; }
    [Means("Points a year, at most, over all rows with this cap.")]
    [Between(1, 10000)]
    public required double Points { get; init; }
}

/// <summary>A ground that sets a grade directly.</summary>
public sealed record DirectGround
{
    [Means("What the ground says, in our own short words.")]
    public required string Text { get; init; }
    [Means("The grade it sets.")]
    public required string Grade { get; init; }
    [Means("Article of the text.")]
    public required string Article { get; init; }
    [Means("Acts that meet the ground; absent together with a reason in not-modelled.")]
    public IReadOnlyList<Trigger>? On { get; init; }
    [Means("Why no conduct of the model can meet the ground.")]
    public string? NotModelled { get; init; }
    [Means("Why the mapping is an honest reading, where it is not plain.")]
    public string? Reading { get; init; }
    [Means("Domain, for the list of what is not modelled.")]
    public required string Domain { get; init; }
    [Means("Whose record it is when not the actor's.")]
    public Credited Credited { get; init; } = Credited.Actor;
}

/// <summary>Replacement of a record by a lighter one.</summary>
public sealed record Repair
{
    [Means("What the text says, in our own short words.")]
    public required string Text { get; init; }
    [Means("Direct grounds that it repairs, by id.")]
    public required IReadOnlyList<string> Of { get; init; }
    [Means("Row that replaces the ground.")]
    public string? ToRow { get; init; }
    [Means("Grade that replaces the ground's grade; the term runs on.")]
    public string? ToGrade { get; init; }
    [Means("Article of the text.")]
    public required string Article { get; init; }
    [Means("Earliest repair, weeks after the record.")]
    [Between(0, 520)]
    public required Figure AfterWeeks { get; init; }
    [Means("Share of eligible subjects who manage it in a year.")]
    [Between(0, 1)]
    public required Figure YearlyChance { get; init; }
}

/// <summary>What follows from a grade.</summary>
public sealed record Consequence
{
    [Means("What follows, in our own short words.")]
    public required string Text { get; init; }
    [Means("Grades it follows from.")]
    public required IReadOnlyList<string> Grades { get; init; }
    [Means("The kind of effect.")]
    public required Effect Effect { get; init; }
    [Means("Size in the unit of the effect.")]
    public required Figure Size { get; init; }
    [Means("True if this regime's own text names it; false if it is borrowed from a neighbour.")]
    public required bool Documented { get; init; }
    [Means("Regime and article it is borrowed from.")]
    public string? BorrowedFrom { get; init; }
}

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
}
