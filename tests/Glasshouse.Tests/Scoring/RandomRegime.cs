using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Tests.Files;

namespace Glasshouse.Tests.Scoring;

/// <summary>
/// Rule books drawn at random over a catalogue of four conducts: ranges, ladders, caps, units, repetition, direct grounds.
/// </summary>
internal static class RandomRegime
{
    private static readonly Regime Small = SmallRegime.Read(SmallRegime.Text).ValueOrThrow();

    /// <summary>Two conducts that last, one with three levels, and a deed that is counted in hours.</summary>
    public static IReadOnlyDictionary<string, Conduct> Catalogue { get; } = new Dictionary<string, Conduct>
    {
        ["owing"] = Conduct(["light", "heavy"], lasts: 30),
        ["brawling"] = Conduct(["light", "middle", "heavy"]),
        ["helping"] = Conduct(["plain"]) with { Valence = Valence.Good, Amount = new Amount { Unit = "hours", Mean = Of(3) } },
        ["idling"] = Conduct(["light", "heavy"], lasts: 12),
    };

    /// <summary>A rule book.</summary>
    public static Regime Draw(Random random)
    {
        var rows = new Dictionary<string, PointRow>();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            rows[$"R-{i:00}"] = Row(random);
        }
        if (random.Next(2) == 0)
        {
            Ladder(random, rows);
        }
        var grounds = new Dictionary<string, DirectGround>();
        for (var i = random.Next(4); i > 0; i--)
        {
            grounds[$"G-{i}"] = new DirectGround
            {
                Text = "t",
                Article = "a",
                Domain = "d",
                Grade = random.Next(2) == 0 ? "B" : "C",
                On = On(random),
                Credited = Who(random),
            };
        }
        return Small with
        {
            Rows = rows,
            DirectGrades = grounds,
            Repairs = new Dictionary<string, Repair>(),
            Subjects = Small.Subjects with { OptIn = new OptIn { Share = Of(1), RecordedAnyway = random.Next(2) == 0 } },
            Score = Small.Score! with
            {
                Floor = Maybe(random, Of(900)),
                Ceiling = Maybe(random, Of(1040)),
                Spending = Spending(random),
                Sale = Sale(random),
            },
            Rules = Small.Rules! with
            {
                SuspendBonuses = Maybe(random, "a"),
                LargestMinus = Maybe(random, "a"),
                LargestPlus = Maybe(random, "a"),
                RepeatFactor = Maybe(random, Of(random.Next(2) == 0 ? 2 : 1.5)),
                ArrearsUnitMonths = Of(random.Next(1, 7)),
                Discretion = Of(random.Next(5) / 4.0),
            },
            Validity = Small.Validity! with
            {
                DirectGradeYears = new Dictionary<string, Figure> { ["B"] = Of(1), ["C"] = Of(random.Next(1, 3)) },
                LightMonths = Of(random.Next(1, 13)),
                HeavyMonths = Of(random.Next(6, 25)),
                FromEndOfConduct = Maybe(random, "a"),
            },
        };
    }

    private static Dictionary<string, Spending> Spending(Random random) =>
        Enumerable.Range(0, random.Next(3)).ToDictionary(i => $"s-{i}", _ => new Spending
        {
            Text = "t",
            Article = "a",
            Price = Of(random.Next(1, 60)),
            Worth = Of(0.1),
            YearlyChance = Of(1),
        });

    private static Dictionary<string, Sale> Sale(Random random) =>
        Enumerable.Range(0, random.Next(3)).ToDictionary(i => $"s-{i}", _ => new Sale
        {
            Text = "t",
            Article = "a",
            Price = Of(random.Next(1, 9)),
            Points = Of(random.Next(1, 60)),
            Months = Of(random.Next(1, 19)),
            YearlyChance = Of(1),
        });

    private static PointRow Row(Random random)
    {
        var deduction = random.Next(3) > 0;
        var (small, large) = (random.Next(0, 30), random.Next(30, 90));
        var points = deduction ? new Points(-large, -small) : new Points(small, large);
        return new PointRow
        {
            Text = "t",
            Article = "a",
            Domain = "d",
            Points = points,
            On = On(random),
            Credited = Who(random),
            Months = random.Next(3) == 0 ? random.Next(1, 13) : null,
            Per = (Per)random.Next(3),
            After = random.Next(4) == 0 ? new After { Grades = [random.Next(2) == 0 ? "A" : "B", "C"] } : null,
            Unless = random.Next(4) == 0 ? new After { Grades = [random.Next(2) == 0 ? "A" : "B"] } : null,
            Cap = !deduction && random.Next(2) == 0 ? new SharedCap { Name = "cap", Points = 50 } : null,
        };
    }

    private static void Ladder(Random random, Dictionary<string, PointRow> rows)
    {
        var points = 0;
        var cap = random.Next(2) == 0 ? new SharedCap { Name = "cap", Points = 50 } : null;
        for (var i = 1; i <= 3; i++)
        {
            points += random.Next(1, 10);
            rows[$"T-{i}"] = new PointRow
            {
                Text = "t",
                Article = "a",
                Domain = "d",
                Points = new Points(points, points),
                Months = random.Next(1, 13),
                On = [new Trigger { Conduct = "helping" }],
                Tier = new Tier { Counter = "hours", Reach = i * 6 },
                Cap = cap,
            };
        }
    }

    private static List<Trigger> On(Random random) =>
        [.. Catalogue.Keys.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).ToList().Select(conduct => new Trigger
        {
            Conduct = conduct,
            Levels = random.Next(2) == 0 ? null : [.. Catalogue[conduct].Levels.Keys.Skip(random.Next(2)).DefaultIfEmpty("plain")],
            Who = random.Next(3) == 0 ? [Role.Urban] : null,
        })];

    private static Credited Who(Random random) => random.Next(4) == 0 ? (Credited)random.Next(4) : Credited.Actor;

    private static T? Maybe<T>(Random random, T value) where T : class => random.Next(2) == 0 ? value : null;

    private static Figure Of(double value) => new(value, Provenance.Assumed, "drawn for a test", value, value);

    private static Conduct Conduct(string[] levels, double lasts = 0) => new()
    {
        Text = "t",
        Channel = Channel.Public,
        Valence = Valence.Bad,
        Rate = Of(1),
        Temperament = "plain",
        Levels = levels.ToDictionary(l => l, _ => new Level { Share = Of(1.0 / levels.Length) }),
        LastsWeeks = lasts > 0 ? Of(lasts) : null,
        FoundByLaw = Of(0),
        LawLossWeeks = Of(0),
    };
}
