using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Law;

/// <summary>What the predicates ask of a regime: what it declares, and what its own rows say whatever it declares.</summary>
internal sealed class Facts
{
    /// <summary>Weeks that a record without an end counts for here.</summary>
    public const double WithoutEnd = 52 * 100;

    private readonly Reading<Regime> _reading;
    private readonly OwnTime _time;

    /// <summary>Reads the facts off a regime over a society, whose conducts say which acts exercise a right.</summary>
    /// <param name="reading">The regime.</param>
    /// <param name="society">The society.</param>
    /// <param name="time">When it is read; null for its start.</param>
    /// <param name="subjects">The kind of subject whose scales are read; null for all.</param>
    public Facts(Reading<Regime> reading, Society society, OwnTime? time = null, SubjectKind? subjects = null)
    {
        _reading = reading;
        _time = time ?? new OwnTime(0, null, "");
        Regime = reading.ValueOrThrow();
        Society = society;
        Scales =
        [
            .. Regime.Scales.Select(s => Further(s.Key, s.Value)).Prepend(Main())
                .Where(s => subjects is null || s.Subjects.Of == subjects),
        ];
    }

    public Regime Regime { get; }

    public Society Society { get; }

    public SystemFacts? System => Regime.System;

    public Governance? Governance => Regime.Governance;

    /// <summary>The scales, the main one first.</summary>
    public IReadOnlyList<ScaleFacts> Scales { get; }

    public IEnumerable<Entry> Entries => Scales.SelectMany(s => s.Entries);

    /// <summary>What takes points or lowers a grade.</summary>
    public IEnumerable<Entry> Adverse => Entries.Where(e => e.Adverse);

    public IEnumerable<Following> Following => Scales.SelectMany(s => s.Following);

    /// <summary>What follows to the subject's loss.</summary>
    public IEnumerable<Following> Harms => Following.Where(f => f.Harms);

    /// <summary>True if the file itself has a key: a list that is absent is not stated, an empty one is.</summary>
    public bool States(string path, string key) => _reading.Keys(path).Contains(key);

    /// <summary>Whether persons, firms or both stand on a regime's scales.</summary>
    public static IReadOnlyList<SubjectKind> Kinds(Regime regime) =>
        [.. regime.Scales.Values.Select(s => (s.Subjects ?? regime.Subjects).Of).Prepend(regime.Subjects.Of).Distinct()];

    private ScaleFacts Main() => Of("", "", Regime.Subjects, "subjects", Regime.Score, Regime.Grades, Regime.Validity, Regime.Rows,
        Regime.DirectGrades, Regime.Consequences, Regime.Repairs);

    private ScaleFacts Further(string id, FurtherScale scale) => Of(id, $"scales.{id}.", scale.Subjects ?? Regime.Subjects,
        scale.Subjects is null ? "subjects" : $"scales.{id}.subjects", scale.Score, scale.Grades,
        scale.Validity ?? Regime.Validity, scale.Rows,
        scale.DirectGrades, scale.Consequences, scale.Repairs);

    private ScaleFacts Of(string id, string prefix, Subjects subjects, string subjectsPath, Scale? score,
        IReadOnlyDictionary<string, Grade> grades, Validity? validity, IReadOnlyDictionary<string, PointRow> rows,
        IReadOnlyDictionary<string, DirectGround> grounds,
        IReadOnlyDictionary<string, Consequence> consequences, IReadOnlyDictionary<string, Repair> repairs)
    {
        var ladder = new Ladder([.. grades.Keys], grades.Values.TakeWhile(g => !g.Entry).Count());
        var terms = new Terms(prefix, validity, score?.Counts == Counts.Demerits, Regime.Hypothetical);
        var weighed = WeighedAgainst(score);
        return new ScaleFacts
        {
            Prefix = prefix,
            Subjects = subjects,
            SubjectsPath = subjectsPath,
            Score = score,
            Grades = grades,
            IsRunning = Holds("*", null, null),
            Entries =
            [
                .. rows.Where(r => Holds(r.Key, r.Value.FromYear, r.Value.UntilYear)).Select(r =>
                    Entry(prefix, r.Key, r.Value, terms, weighed.Contains(r.Key))),
                .. grounds.Where(g => Holds(g.Key, g.Value.FromYear, g.Value.UntilYear))
                    .Select(g => Entry(prefix, g.Key, g.Value, ladder, terms)),
            ],
            Following =
            [
                .. consequences.Where(c => Holds(c.Key, c.Value.FromYear, c.Value.UntilYear))
                    .Select(c => Follows(prefix, c.Key, c.Value, ladder, c.Value.Rows.Any(MayReward))),
                .. (score?.Spending.Keys ?? []).Select(id => Bought($"{prefix}score.spending.{id}")),
            ],
            Repairs = [.. repairs.Select(r => ($"{prefix}repairs.{r.Key}", r.Value))],
        };

        bool Holds(string of, Figure? from, Figure? until) => _time.Holds(id, of, from, until);

        bool MayReward(string row) => rows.TryGetValue(row, out var r) && !terms.IsAgainst(r.Points);
    }

    // Rows without points of their own, which a weighted or learned score counts against the subject.
    private static HashSet<string> WeighedAgainst(Scale? score) =>
    [
        .. from dimension in score?.Weights?.Dimensions.Values ?? []
           from feature in dimension.Features.Values
           where feature.Of == Quality.MonthsClean || (feature.Of == Quality.Records && feature.Worst.Value > feature.Best.Value)
           from row in feature.Rows ?? []
           select row,
    ];

    private Entry Entry(string prefix, string id, PointRow row, Terms terms, bool isWeighedAgainst) => new()
    {
        Path = $"{prefix}rows.{id}",
        Id = id,
        Domain = row.Domain,
        Adverse = isWeighedAgainst || terms.IsAgainst(row.Points),
        Good = !terms.IsAgainst(row.Points) && (row.Points.Min != 0 || row.Points.Max != 0),
        Term = terms.Of(row, $"{prefix}rows.{id}"),
        Severity = row.Severity,
        On = On(row.On),
    };

    private Entry Entry(string prefix, string id, DirectGround ground, Ladder ladder, Terms terms) => new()
    {
        Path = $"{prefix}direct-grades.{id}",
        Id = id,
        Domain = ground.Domain,
        Adverse = ground.AtBest is not null || ground.Down is not null
            || (ground.Grade is not null && ladder.IsBelowEntry(ground.Grade)),
        Good = ground.AtLeast is not null,
        Grade = ground.Grade,
        IsGround = true,
        Term = terms.Of(ground, $"{prefix}direct-grades.{id}"),
        Severity = ground.Severity,
        On = On(ground.On),
    };

    private IReadOnlyList<Caught> On(IReadOnlyList<Trigger>? on) =>
    [
        .. (on ?? []).Where(t => t.Conduct is not null).Select(t =>
            new Caught(t.Conduct!, Society.Conducts.GetValueOrDefault(t.Conduct!), t.Levels ?? [], t.Who ?? [])),
    ];

    private Following Follows(string prefix, string id, Consequence c, Ladder ladder, bool rewards)
    {
        var worth = c.Effect is { } effect && c.Size is not null && Society.Living.Worth.TryGetValue(effect, out var each)
            ? each.Value * c.Size.Value
            : (double?)null;
        return new Following
        {
            Path = $"{prefix}consequences.{id}",
            Grades = c.Grades,
            Rows = c.Rows,
            Effect = c.Effect,
            // A kind of effect that the society does not weigh is judged by the grades or rows that it follows from.
            Harms = worth is { } known and not 0 ? known < 0 : !rewards && c.From is null && c.Grades.All(ladder.IsBelowEntry),
            // What nobody has written has no other text: all that stands in it is its own.
            Documented = c.Documented || Regime.Hypothetical,
            Law = c.Law,
            Context = c.Domain ?? Contexts.Of(c.Effect),
            AlsoHits = c.AlsoHits,
            YearlyLoss = Math.Max(0, -(worth ?? 0)),
        };
    }

    // What points buy is a reward that no grade gives.
    private static Following Bought(string path) => new()
    {
        Path = path,
        Grades = [],
        Effect = null,
        Harms = false,
        Documented = true,
        Law = null,
        Context = "services",
        AlsoHits = [],
        YearlyLoss = 0,
    };

    /// <summary>The grades of a scale, best first.</summary>
    private sealed record Ladder(List<string> Grades, int Entry)
    {
        public bool IsBelowEntry(string grade) => Grades.IndexOf(grade) > Entry;
    }
}

/// <summary>A scale: a score with its grades, or a list.</summary>
internal sealed record ScaleFacts
{
    public required string Prefix { get; init; }

    public required Subjects Subjects { get; init; }

    public required string SubjectsPath { get; init; }

    public required Scale? Score { get; init; }

    public required IReadOnlyDictionary<string, Grade> Grades { get; init; }

    /// <summary>False in a phase that takes all out of force.</summary>
    public required bool IsRunning { get; init; }

    public required IReadOnlyList<Entry> Entries { get; init; }

    public required IReadOnlyList<Following> Following { get; init; }

    public required IReadOnlyList<(string Path, Repair Repair)> Repairs { get; init; }

    /// <summary>Features that are weighed, with their places.</summary>
    public IEnumerable<(string Path, Quality Of)> Features =>
        from dimension in (IsRunning ? Score?.Weights?.Dimensions : null) ?? new Dictionary<string, Dimension>()
        from feature in dimension.Value.Features
        select ($"{Prefix}score.weights.dimensions.{dimension.Key}.features.{feature.Key}", feature.Value.Of);
}

/// <summary>A row or a ground, modelled or not: what the text says counts.</summary>
internal sealed record Entry
{
    public required string Path { get; init; }

    public required string Id { get; init; }

    public required string Domain { get; init; }

    /// <summary>True if it takes points or lowers the grade.</summary>
    public required bool Adverse { get; init; }

    /// <summary>True if it gives points or raises the grade.</summary>
    public required bool Good { get; init; }

    public bool IsGround { get; init; }

    /// <summary>The grade that a ground sets.</summary>
    public string? Grade { get; init; }

    /// <summary>How long it counts, where that is stated.</summary>
    public required Term? Term { get; init; }

    /// <summary>How grave the text calls it, if it says so.</summary>
    public required Severity? Severity { get; init; }

    public required IReadOnlyList<Caught> On { get; init; }

    /// <summary>True if an act that it catches exercises the right.</summary>
    public bool Prices(Right right) => On.Any(c => c.Conduct?.Right == right);

    /// <summary>True if an act that it catches exercises any right.</summary>
    public bool PricesRight => On.Any(c => c.Conduct is not null && c.Conduct.Right != Right.None);
}

/// <summary>An act that a row catches; the conduct is null where the society has none of the name.</summary>
internal sealed record Caught(string Id, Conduct? Conduct, IReadOnlyList<string> Levels, IReadOnlyList<Role> Who);

/// <summary>How long a record counts, and where that stands.</summary>
/// <param name="Weeks">Weeks.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="IsAssumed">True if nobody published it.</param>
/// <param name="IsUntilLifted">True if it stands for as long as what it rests on, not for a number of years.</param>
internal sealed record Term(double Weeks, string Path, bool IsAssumed, bool IsUntilLifted = false);

/// <summary>What follows from a grade, from single records or from points.</summary>
internal sealed record Following
{
    public required string Path { get; init; }

    public required IReadOnlyList<string> Grades { get; init; }

    /// <summary>Rows or grounds whose records alone bring it; none where it follows from grades or points.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    public required Effect? Effect { get; init; }

    /// <summary>True if it is to the subject's loss.</summary>
    public required bool Harms { get; init; }

    /// <summary>True if the regime's own text names it.</summary>
    public required bool Documented { get; init; }

    public required string? Law { get; init; }

    /// <summary>The part of life in which it bites.</summary>
    public required string Context { get; init; }

    public required IReadOnlyList<Reached> AlsoHits { get; init; }

    /// <summary>Loss, weeks of median income a year, by the society's worths.</summary>
    public required double YearlyLoss { get; init; }
}
