using Glasshouse.Files;

namespace Glasshouse.Lab.Law;

// A law file, as typed records. It chooses among predicates by name; what a predicate asks of a regime is code (Predicates.cs).

/// <summary>Conditions of one body of law that limit scoring, checkable on a rule book.</summary>
public sealed record LawBook
{
    [Means("The kind of file and the version of its language.")]
    public required string Schema { get; init; }
    [Means("Short name, the same as the file's name.")]
    public required string Id { get; init; }
    [Means("Whose law it is.")]
    public required string Title { get; init; }
    [Means("How to read the answers, in a few sentences.")]
    public required string Summary { get; init; }
    [Means("The texts that the wording was taken from.")]
    public required IReadOnlyDictionary<string, LawSource> Sources { get; init; }
    [Means("The conditions by id.")]
    public required IReadOnlyDictionary<string, Condition> Conditions { get; init; }
    [Means("What is law as well and is not asked here, with the reason.")]
    public IReadOnlyDictionary<string, string> LeftOut { get; init; } = new Dictionary<string, string>();
}

/// <summary>A text that wording was taken from.</summary>
public sealed record LawSource
{
    [Means("What it is.")]
    public required string Title { get; init; }
    [Means("Where it was read.")]
    public string? Url { get; init; }
    [Means("Year.")]
    public string? Year { get; init; }
    [Means("Whether it is the text itself.")]
    public required Copy Copy { get; init; }
}

/// <summary>How near a source is to the text of the law.</summary>
public enum Copy
{
    /// <summary>The law's own text, or a full copy of it.</summary>
    FullText,

    /// <summary>A summary, a translation in parts, a report or a table made by others.</summary>
    Secondary,

    /// <summary>No source at hand: what is generally known of it.</summary>
    GeneralKnowledge,
}

/// <summary>What a condition does.</summary>
public enum ConditionKind
{
    /// <summary>Something may not be done.</summary>
    Prohibition,

    /// <summary>Something must be provided.</summary>
    Duty,

    /// <summary>A right: whether it is touched is shown, and no verdict is given.</summary>
    Right,
}

/// <summary>One condition: met when scope and 'all' hold, one of 'any' where there are some, and none of 'unless'.</summary>
public sealed record Condition
{
    [Means("What it is about, in a few words.")]
    public required string Title { get; init; }
    [Means("Name of the law.")]
    public required string Law { get; init; }
    [Means("Article.")]
    public required string Article { get; init; }
    [Means("Whether it forbids, demands, or names a right.")]
    public required ConditionKind Kind { get; init; }
    [Means("What it says, in our own short words.")]
    public required string Says { get; init; }
    [Means("Ids of the sources that it was taken from.")]
    public required IReadOnlyList<string> Sources { get; init; }
    [Means("Day from which it is in force, as year-month-day; absent: since before any regime here.")]
    public string? InForce { get; init; }
    [Means("Last day on which it is in force; absent: no end known.")]
    public string? Until { get; init; }
    [Means("Doubt about the dates.")]
    public string? DateNote { get; init; }
    [Means("True if it binds nobody by force of law.")]
    public bool Soft { get; init; }
    [Means("True if tables of many regimes have a column for it.")]
    public bool Main { get; init; }
    [Means("What must hold for the law to concern the regime at all; names of predicates.")]
    public IReadOnlyList<string> Scope { get; init; } = [];
    [Means("What must all hold; names of predicates.")]
    public IReadOnlyList<string> All { get; init; } = [];
    [Means("Of which at least one must hold; names of predicates.")]
    public IReadOnlyList<string> Any { get; init; } = [];
    [Means("Of which none may hold; names of predicates.")]
    public IReadOnlyList<string> Unless { get; init; } = [];
    [Means("For a duty: what must be provided, all of it; names of predicates.")]
    public IReadOnlyList<string> Provided { get; init; } = [];
    [Means("What to know beside the verdict.")]
    public string? Note { get; init; }

    /// <summary>All predicates that it asks, each once.</summary>
    internal IEnumerable<string> Asked => Scope.Concat(All).Concat(Any).Concat(Unless).Concat(Provided).Distinct();
}
