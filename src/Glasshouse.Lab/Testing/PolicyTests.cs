using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Responding;

namespace Glasshouse.Lab.Testing;

// Policy tests: what a rule book should make of an invented person's few records. In: a file beside the regime. Out: pass or
// fail. Nothing here is public: the only way in is a file in the folder of the regime, and the only answer is about the regime.

/// <summary>The policy tests of one regime.</summary>
internal sealed record PolicyTests
{
    /// <summary>The first line's word.</summary>
    public const string SchemaWord = "glasshouse/policy-tests/v1";

    [Means("The kind of file and the version of its form.")]
    public required string Schema { get; init; }
    [Means("Id of the regime; the file has the same name.")]
    public required string Regime { get; init; }
    [Means("The tests by a short id.")]
    public required IReadOnlyDictionary<string, PolicyTest> Tests { get; init; }
}

/// <summary>One invented person, a few records, and what the rule book should make of them.</summary>
internal sealed record PolicyTest
{
    /// <summary>Records of a test, at most.</summary>
    public const int MostRecords = 20;

    [Means("What the test shows: article and rule, in a sentence.")]
    public required string Says { get; init; }
    [Means("The invented person; absent: 40 years old, without any role.")]
    public InventedPerson Person { get; init; } = new();
    [Means("True if the subject is a firm; its standing lies with its head.")]
    public bool Firm { get; init; }
    [Means("True if the subject has just come: in week 0 grown up, moved in, joined or founded.")]
    public bool Newcomer { get; init; }
    [Means("What is entered, at most 20 records.")]
    public required IReadOnlyList<TestRecord> Records { get; init; }
    [Means("Repairs that the person manages.")]
    public IReadOnlyList<TestRepair> Repairs { get; init; } = [];
    [Means("What the person buys with points as soon as it can be paid, or points that the person buys; money is there.")]
    public IReadOnlyList<TestPurchase> Buys { get; init; } = [];
    [Means("Week from which the person consents to the main scale; absent: from the start. After at-week: the person stays outside.")]
    [Between(0, 1023)]
    public int? Joins { get; init; }
    [Means("Week in which the person withdraws consent to the main scale; absent: never.")]
    [Between(0, 1023)]
    public int? Withdraws { get; init; }
    [Means("Week at whose end the person is looked at; weeks count from 0, the first of a year.")]
    [Between(0, 1023)]
    public required int AtWeek { get; init; }
    [Means("What is expected then; any of the keys.")]
    public required Expectation Expect { get; init; }
}

/// <summary>Who it is, as far as rules ask.</summary>
internal sealed record InventedPerson
{
    [Means("Roles that the person holds, as in the triggers of a regime.")]
    public IReadOnlyList<Role> Roles { get; init; } = [];
    [Means("Age in years.")]
    [Between(0, 100)]
    public int Age { get; init; } = 40;
}

/// <summary>Who did what a record tells.</summary>
internal enum DoneBy
{
    /// <summary>The invented person.</summary>
    Self,

    /// <summary>A grown-up child in the same household.</summary>
    Child,

    /// <summary>The partner in the same household.</summary>
    Partner,
}

/// <summary>One sighting that is entered.</summary>
internal sealed record TestRecord
{
    [Means("Week in which it is seen; its entry comes with it, or the channel's entry-weeks later.")]
    [Between(0, 1023)]
    public required int Week { get; init; }
    [Means("A conduct of the society's catalogue.")]
    public required string Conduct { get; init; }
    [Means("Level of that conduct; absent: the first.")]
    public string? Level { get; init; }
    [Means("Amount of a deed that is counted, in the unit of the conduct; absent: the mean.")]
    [Between(0, 10000)]
    public double? Amount { get; init; }
    [Means("Weeks that the conduct continues after its record; absent: it is over.")]
    [Between(0, 520)]
    public int Lasts { get; init; }
    [Means("Who did it; absent: the person.")]
    public DoneBy By { get; init; }
}

/// <summary>A repair that the person tries once; it is managed if it is open then.</summary>
internal sealed record TestRepair
{
    [Means("Week in which the person tries, once; it is decided at the next of the dates, every four weeks.")]
    [Between(0, 1023)]
    public required int Week { get; init; }
    [Means("Id of the repair; of a further scale with its id and '/' before.")]
    public required string Repair { get; init; }
}

/// <summary>Something that the person buys as soon as it can be paid.</summary>
internal sealed record TestPurchase
{
    [Means("Week from which the person wants it; points are spent and sold once in four weeks.")]
    [Between(0, 1023)]
    public required int Week { get; init; }
    [Means("Id of what is bought, under score.spending or score.sale.")]
    public required string Buy { get; init; }
}

/// <summary>What is expected.</summary>
internal sealed record Expectation
{
    [Means("The score, points.")]
    public double? Score { get; init; }
    [Means("The grade.")]
    public string? Grade { get; init; }
    [Means("The ground that sets the grade; 'none' if points alone do.")]
    public string? Direct { get; init; }
    [Means("Row or ground that counts at that time.")]
    public string? Because { get; init; }
    [Means("Row or ground that does not count at that time.")]
    public string? Without { get; init; }
    [Means("Records kept aside for want of consent.")]
    [Between(0, 20)]
    public int? Aside { get; init; }
    [Means("The grade on further scales and lists, by id.")]
    public IReadOnlyDictionary<string, string> List { get; init; } = new Dictionary<string, string>();
    [Means("The score on further scales, by id.")]
    public IReadOnlyDictionary<string, double> Scores { get; init; } = new Dictionary<string, double>();
    [Means("Sizes of effects in the grade held; 0 for an effect that must not be there.")]
    public IReadOnlyDictionary<Effect, double> Consequences { get; init; } = new Dictionary<Effect, double>();
}
