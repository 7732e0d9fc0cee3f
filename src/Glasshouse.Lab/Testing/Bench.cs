using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Lab.Testing;

/// <summary>
/// One invented household in an empty neighbourhood: no acts but those of the test. Its weeks pass through the very phases of a run;
/// <see cref="Pass"/> follows the order of the week in a district.
/// </summary>
internal sealed class Bench
{
    /// <summary>Slot of the invented person.</summary>
    public const int Self = 0;

    /// <summary>Youngest age of a person with a grown-up child.</summary>
    public const int YoungestParentOfAdult = Adult + Generation;

    private const int Child = 1;
    private const int Partner = 2;
    private const int Adult = 18;
    private const int Generation = 20;

    private readonly RegimeTables _regime;
    private RegimeTables _tables;
    private readonly Roster _roster = new(Roster.BlockSize);
    private readonly Situation _situation;
    private readonly Entering _entering = new();
    private readonly Reckoning _reckoning = new();
    private readonly Linking _linking = new();
    private readonly Dictionary<WeightTable, Weighing> _weighings;
    private readonly Answering _answering = new();
    private readonly Spilling _spilling = new();
    private readonly Buying _buying = new();
    private readonly Selling _selling = new();
    private readonly Consenting _consenting = new();

    public Bench(RegimeTables tables, PolicyTest test)
    {
        // Who has a record in a test has joined, whatever the share of those who do, but for a test that says when.
        _regime = tables with { Subjects = tables.Subjects with { Consents = [] } };
        _tables = _regime;
        var slab = new Slab();
        _situation = new Situation(slab, _roster.Slots);
        Dossiers = new Dossiers(slab, _roster.Slots, tables.Rules.Ladders.Length);
        Standing = new Standing(
            slab, _roster.Slots, tables.Grades.Further.Length, tables.FurtherWeights.Length, tables.EverSpills,
            tables.Grades.AnyNewcomers);
        _entering.Luck = Entering.LuckOf(0, 0);
        _roster.Age.Span.Fill(Roster.Vacant);
        var age = test.Person.Age;
        Settle(Self, age, test.Firm ? [.. test.Person.Roles, Role.FirmHead, Role.Employed] : test.Person.Roles);
        if (test.Records.Any(r => r.By == DoneBy.Child))
        {
            Settle(Child, Math.Max(Adult, age - Generation - 5), []);
        }
        if (test.Records.Any(r => r.By == DoneBy.Partner))
        {
            Settle(Partner, age, []);
        }
        _situation.Marks[Self] |= test.Joins is null ? 0 : MarkBits.Outside(0);
        _tables.Subjects.Review(_roster, _situation);
        _tables = _regime.At(0);
        Newcomers.Review(_tables.Grades, Standing, Dossiers, _roster, _situation, established: !test.Newcomer);
        _weighings = tables.Weighed.ToDictionary(table => table, _ => new Weighing());
        if (_tables.Weighed.Any())
        {
            Weigh(0);
            Score(0);
        }
    }

    public Dossiers Dossiers { get; }

    public Standing Standing { get; }

    /// <summary>Parts of weighed scores, from the last weighing, each with its feature.</summary>
    public IEnumerable<(WeightedFeature Feature, Part Part)> Parts =>
        _weighings.SelectMany(w => w.Value.Parts.Select(p => (w.Key.Features[p.Feature], p)));

    /// <summary>Size of an effect on the person, all scales together.</summary>
    public float Treated(Effect effect) => new Treatment(_tables.Consequences, _situation, Standing, Self).Of(effect);

    /// <summary>True if anything of the regime is in force.</summary>
    public bool Runs => _tables.Runs;

    /// <summary>Records entered this week.</summary>
    public ReadOnlySpan<Entered> Entered => _entering.Records;

    /// <summary>True if the rule book counts the person among its subjects.</summary>
    public bool IsScored => _roster.Is(Self, Role.Adult) && !SubjectTable.LeavesOut(_situation.Marks[Self]);

    /// <summary>Ids of what has been bought this week.</summary>
    public IEnumerable<string> Bought => _buying.Bought.Select(b => _tables.Consequences.Offers[b.Offer].Id)
        .Concat(_selling.Sold.Where(s => s.Slot == Self).Select(s => _tables.Consequences.Lots[s.Lot].Id));

    /// <summary>Lets a week pass.</summary>
    /// <param name="week">Week from 0.</param>
    /// <param name="seen">What is seen in it, sorted by slot.</param>
    /// <param name="repairs">Repairs that the person now manages if they are open.</param>
    /// <param name="buys">What the person now buys if it can be paid.</param>
    /// <param name="consents">True or false if the person joins or leaves the main scale at the end of the week.</param>
    /// <param name="isLast">True for the week that is looked at: a weighed score is then weighed whatever the day of the month.</param>
    public void Pass(int week, ReadOnlySpan<Sighting> seen, IReadOnlyCollection<string> repairs, IReadOnlyCollection<string> buys,
        bool? consents, bool isLast)
    {
        if (week % Calendar.Year == 0)
        {
            Dossiers.NewYear();
        }
        var before = _tables;
        _tables = _regime.At(week);
        var turns = !ReferenceEquals(before.Consequences, _tables.Consequences);
        if (turns)
        {
            Answering.Mark(_tables.Consequences, Standing, _roster, _situation);
            Dossiers.TouchAll();
        }
        var (rules, grades) = (_tables.Rules, _tables.Grades);
        foreach (var scale in rules.Asked)
        {
            Standing.GradesOn(scale, _entering.Held(scale, _roster.Slots));
        }
        _entering.Open(Dossiers, week);
        _entering.Enter(rules, Dossiers, _roster, _situation, seen, week);
        _entering.Continue(rules, Dossiers, _roster, _situation, week);
        _entering.Come(rules, Dossiers, _roster, _situation, week);
        if (turns)
        {
            Linking.Standing(LinkTime.While, rules, Dossiers, Standing, _roster, _situation, _entering, week);
        }
        Score(week);
        _answering.Open();
        Dossiers.Agenda.Done(week);
        if (IsMonthEnd(week))
        {
            _answering.Month(Managing(repairs), rules, Dossiers, Standing, _roster, _situation, 0, 0, week);
        }
        if (IsMonthEnd(week))
        {
            Newcomers.Month(grades, Standing, Dossiers);
        }
        if (consents is { } joins)
        {
            Consent(joins);
        }
        _buying.Open();
        _selling.Open();
        if (IsMonthEnd(week))
        {
            _buying.Month(Buying(buys), rules, grades, Dossiers, _roster, 0, 0, week);
            Lot[] lots = [.. _tables.Consequences.Lots.Select(l => l with { Chance = buys.Contains(l.Id) ? 1 : 0, Price = 0 })];
            _selling.Month(lots, rules, Dossiers, _roster, _situation, 0, 0, week);
        }
        if (grades.HasDate(DatesOf(week)))
        {
            Dossiers.Touched.Add(Self);
        }
        if (DatesOf(week).YearEnds && rules.Links.Length > 0)
        {
            Linking.Standing(LinkTime.YearEnd, rules, Dossiers, Standing, _roster, _situation, _entering, week);
        }
        if (IsMonthEnd(week) || isLast || (turns && before.Weights is null))
        {
            Weigh(week);
        }
        Score(week);
    }

    /// <summary>True for a week at whose end repairs are decided.</summary>
    public static bool IsMonthEnd(int week) => (week + 1) % Calendar.Exchange == 0;

    /// <summary>The sighting that a record of a test tells: seen, and declared where a row asks for that.</summary>
    public Sighting Sighting(TestRecord record, ConductTable conducts)
    {
        var index = conducts.IndexOf(record.Conduct);
        var conduct = conducts.Conducts[index];
        var level = record.Level is { } name ? conduct.Levels.Keys.ToList().IndexOf(name) : 0;
        var slot = record.By switch { DoneBy.Child => Child, DoneBy.Partner => Partner, _ => Self };
        var bits = BitsOf(conduct, record.Amount ?? conduct.Amount?.Mean.Value ?? 1) ?? 0;
        return new Sighting(
            (ushort)slot, (byte)index, (byte)level, (ushort)record.Lasts, bits, Seen: true, Declaring: 0,
            (ushort)_tables.Sights.EntryWeeks[(int)conduct.Channel]);
    }

    /// <summary>The least and the most that one deed can bring in a run.</summary>
    public static (int Least, int Most) Amounts(Conduct conduct) =>
        conduct.Amount is { } amount ? (Whole(amount.Mean.Value * 0.5), Whole(amount.Mean.Value * 1.5)) : (1, 1);

    /// <summary>Luck of an act under which it brings an amount; null if none does.</summary>
    public static uint? BitsOf(Conduct conduct, double amount)
    {
        if (conduct.Amount is not { } counted)
        {
            return amount == 1 ? 0u : null;
        }
        var (mean, wanted) = ((float)counted.Mean.Value, Whole(amount));
        for (var bits = 0u; bits < 100_000; bits++)
        {
            if (Math.Max(1, (int)(mean * (0.5f + Episodes.Mix(bits) / 4294967296f) + 0.5f)) == wanted)
            {
                return bits;
            }
        }
        return null;
    }

    private static int Whole(double amount) => Math.Max(1, (int)(amount + 0.5));

    private void Settle(int slot, int age, IReadOnlyList<Role> roles)
    {
        _roster.Age[slot] = (byte)age;
        _roster.Household[slot] = Self;
        _roster.HouseholdSize[slot] = 3;
        _roster.Roles[slot] = RoleBits.Of(roles) | (age >= Adult ? RoleBits.Of(Role.Adult) : 0);
        _situation.Roles[slot] = _roster.Roles[slot];
        Standing.Enter(_tables.Grades, slot);
    }

    private Weighed Read => new(_tables.Rules, _tables.Grades, Dossiers, _roster, _situation, Standing);

    private static Dates DatesOf(int week) => new(IsMonthEnd(week), (week + 1) % Calendar.Year == 0);

    private void Score(int week)
    {
        var settling = new Settling(Read, _entering, _reckoning, _linking, DatesOf(week), week);
        while (settling.Next())
        {
        }
        Answering.Mark(_tables.Consequences, _reckoning.Changes, Standing, _situation);
        _spilling.Follow(_tables.Consequences, _reckoning.Changes, Standing, _roster, _situation);
        Dossiers.Touched.Clear();
        _reckoning.Clear();
        _linking.Open();
    }

    private void Weigh(int week)
    {
        foreach (var table in _tables.Weighed)
        {
            _weighings[table].Weigh(Read, table, week, Self);
        }
    }

    private void Consent(bool joins)
    {
        _consenting.Change(_tables.Subjects, _tables.Rules, _tables.Grades, Dossiers, Standing, _roster, _situation, Self, 0, joins);
        Newcomers.Review(_tables.Grades, Standing, Dossiers, _roster, _situation);
    }

    private ConsequenceTable Buying(IReadOnlyCollection<string> buys) => new()
    {
        Sizes = [],
        EntryGrade = 0,
        Offers = [.. _tables.Consequences.Offers.Select(o => o with { Chance = buys.Contains(o.Id) ? 1 : 0 })],
    };

    // Whether somebody manages a repair is luck in a run; here the test says so. Whether it is open is for the rule book to say.
    private ConsequenceTable Managing(IReadOnlyCollection<string> repairs)
    {
        var answers = _tables.Consequences;
        var deeds = answers.Repairs.SelectMany(ways => ways ?? []).Where(r => repairs.Contains(r.Id)).Select(r => r.Deed).ToHashSet();
        return new ConsequenceTable
        {
            Sizes = answers.Sizes,
            EntryGrade = answers.EntryGrade,
            Refuses = answers.Refuses,
            Further = answers.Further,
            Spills = answers.Spills,
            Redress = answers.Redress,
            InForce = answers.InForce,
            RepairsRows = answers.RepairsRows,
            Repairs = [.. answers.Repairs.Select(ways =>
                ways?.Select(r => r with { MonthlyChance = deeds.Contains(r.Deed) ? 1 : 0 }).ToArray())],
        };
    }
}
