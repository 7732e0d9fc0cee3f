using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;

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
    [Means("Known gaps in the text, and what was assumed in their place.")]
    public IReadOnlyDictionary<string, Gap> Gaps { get; init; } = Empty.Map<Gap>();
    [Means("True for a regime that nobody has written: said on every page that shows it.")]
    public bool Hypothetical { get; init; }
    [Means("False only in a baseline for tests of the model: police, courts and fines find nothing either.")]
    public bool OrdinaryLaw { get; init; } = true;
    [Means("Id of the society that it belongs to.")]
    public string? Society { get; init; }
    [Means("Who runs it, by what right, and how much of it is done by machines.")]
    public SystemFacts? System { get; init; }
    [Means("What the text says about its own limits; what is absent is not stated.")]
    public Governance? Governance { get; init; }
    [Means("Regimes whose scales run beside this one's, by file name without ending.")]
    public IReadOnlyList<string> Includes { get; init; } = [];
    [Means("What the text calls the main scale; absent: the score.")]
    public string? ScaleName { get; init; }
    [Means("Scales beside the main one, by id: at most three, those of included regimes among them.")]
    public IReadOnlyDictionary<string, FurtherScale> Scales { get; init; } = Empty.Map<FurtherScale>();
    [Means("What is in force when, in order of time; each holds until the next begins, and before the first all is in force.")]
    public IReadOnlyDictionary<string, Phase> Phases { get; init; } = Empty.Map<Phase>();
    [Means("Who is scored.")]
    public required Subjects Subjects { get; init; }
    [Means("What the regime sees, by channel.")]
    public IReadOnlyDictionary<Channel, Sight> Channels { get; init; } = new Dictionary<Channel, Sight>();
    [Means("Where the score starts; absent: a list, whose grades come from direct grounds alone.")]
    public Scale? Score { get; init; }
    [Means("The grades, best first.")]
    public required IReadOnlyDictionary<string, Grade> Grades { get; init; }
    [Means("The rules that combine rows.")]
    public CombiningRules? Rules { get; init; }
    [Means("How long records count.")]
    public Validity? Validity { get; init; }
    [Means("Point rows by number.")]
    public IReadOnlyDictionary<string, PointRow> Rows { get; init; } = Empty.Map<PointRow>();
    [Means("Grounds that set a grade whatever the points.")]
    public IReadOnlyDictionary<string, DirectGround> DirectGrades { get; init; } = Empty.Map<DirectGround>();
    [Means("How a record is replaced by a lighter one.")]
    public IReadOnlyDictionary<string, Repair> Repairs { get; init; } = Empty.Map<Repair>();
    [Means("What follows from a grade.")]
    public IReadOnlyDictionary<string, Consequence> Consequences { get; init; } = Empty.Map<Consequence>();
    [Means("How a subject learns of a record and contests it; absent: not at all.")]
    public Redress? Redress { get; init; }

    /// <summary>Article and text of a row, ground or repair; those of a further scale have its id before their own.</summary>
    public (string Article, string Text)? TextOf(string id)
    {
        foreach (var scale in ScaleText.Of(this).Reverse().Where(s => id.StartsWith(s.Prefix, StringComparison.Ordinal)))
        {
            var own = id[scale.Prefix.Length..];
            if (scale.Text.Rows.TryGetValue(own, out var row))
            {
                return (row.Article, row.Text);
            }
            if (scale.Text.DirectGrades.TryGetValue(own, out var ground))
            {
                return (ground.Article, ground.Text);
            }
            if (scale.Text.Repairs.TryGetValue(own, out var repair))
            {
                return (repair.Article, repair.Text);
            }
            if (scale.Text.Score?.Spending.FirstOrDefault(s => Spending.RuleId("", s.Key) == own) is { Value: { } spending })
            {
                return (spending.Article, spending.Text);
            }
            if (scale.Text.Score?.Sale.FirstOrDefault(s => Sale.RuleId("", s.Key) == own) is { Value: { } sale })
            {
                return (sale.Article, sale.Text);
            }
        }

        return null;
    }
}

/// <summary>Who is scored.</summary>
public sealed record Subjects
{
    [Means("Whether persons or firms are scored.")]
    public SubjectKind Of { get; init; } = SubjectKind.Persons;
    [Means("Youngest age scored, years; nobody below 18 acts in the model. Absent: every adult, and always for firms.")]
    [Between(18, 100)]
    public Figure? AdultFrom { get; init; }
    [Means("Roles that all subjects hold; absent: none is asked for.")]
    public IReadOnlyList<Role>? Who { get; init; }
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
    [Means("Share of those outside who join in a year.")]
    [Between(0, 1)]
    public Figure? JoinsYearly { get; init; }
    [Means("Share of those inside who leave in a year; absent: there is no way out.")]
    [Between(0, 1)]
    public Figure? WithdrawsYearly { get; init; }
    [Means("True if breaches of those outside are kept as well, without a score.")]
    public bool RecordedAnyway { get; init; }
    [Means("What a refusal costs, in a sentence.")]
    public string? IfRefused { get; init; }
}

/// <summary>What kind of subject stands on a scale.</summary>
public enum SubjectKind { Persons, Firms }

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
    [Means("Chance that somebody near reports an act in plain view that neither the channel nor an office saw; absent: nobody does.")]
    [Between(0, 1)]
    public Figure? Reports { get; init; }
    [Means("Weeks from a sighting to its entry; absent: it is entered in its week.")]
    [Between(0, 104)]
    public Figure? EntryWeeks { get; init; }
    [Means("Share of sightings booked on another person.")]
    [Between(0, 0.5)]
    public required Figure Misattributed { get; init; }
    [Means("Share of sightings entered at a wrong gravity.")]
    [Between(0, 0.5)]
    public required Figure Misread { get; init; }
    [Means("Invented sightings per 1,000 adults per year.")]
    [Between(0, 1000)]
    public required Figure Invented { get; init; }
    [Means("Change of coverage from one year to the next, as a share of it; coverage ends at 1.")]
    [Between(-0.5, 1)]
    public Figure? YearlyGain { get; init; }
    [Means("Factor on what is booked on a wrong person or misread, by group of the person on whom it is booked.")]
    [Between(0, 100)]
    public IReadOnlyDictionary<string, Figure> ErrorsByGroup { get; init; } = Empty.Map<Figure>();
    [Means("Factor on what is seen, by group of the society.")]
    [Between(0, 10)]
    public IReadOnlyDictionary<string, Figure> ByGroup { get; init; } = Empty.Map<Figure>();
    [Means("Factor on what is seen, by conduct; 0 for what is never looked at. What ordinary law finds comes in as before.")]
    [Between(0, 10)]
    public IReadOnlyDictionary<string, Figure> ByConduct { get; init; } = Empty.Map<Figure>();
    [Means("Who looks: a bank, a camera, neighbours.")]
    public string? Who { get; init; }
}

/// <summary>A known gap in the text.</summary>
public sealed record Gap
{
    [Means("What the text does not say.")]
    public required string Missing { get; init; }
    [Means("What was assumed in its place.")]
    public required string Assumed { get; init; }
    [Means("Why that and nothing else.")]
    public required string Why { get; init; }
}

/// <summary>Maps that a file may leave out.</summary>
internal static class Empty
{
    public static IReadOnlyDictionary<string, T> Map<T>() => new Dictionary<string, T>();
}
