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

    private readonly RegimeTables _tables;
    private readonly Roster _roster = new(Roster.BlockSize);
    private readonly Situation _situation;
    private readonly Entering _entering = new();
    private readonly Reckoning _reckoning = new();
    private readonly Linking _linking = new();
    private readonly Weighing _weighing = new();
    private readonly Answering _answering = new();

    public Bench(RegimeTables tables, PolicyTest test)
    {
        // Who has a record in a test has joined, whatever the share of those who do.
        _tables = tables with { Subjects = tables.Subjects with { Share = 1 } };
        var slab = new Slab();
        _situation = new Situation(slab, _roster.Slots);
        Dossiers = new Dossiers(slab, _roster.Slots);
        Standing = new Standing(slab, _roster.Slots, tables.Grades.Further.Length);
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
        _tables.Subjects.Review(_roster, _situation, 0, 0);
        if (tables.Weights is not null)
        {
            Weigh(0);
            Score(0);
        }
    }

    public Dossiers Dossiers { get; }

    public Standing Standing { get; }

    /// <summary>Parts of a weighed score, from the last weighing.</summary>
    public IReadOnlyList<Part> Parts => _weighing.Parts;

    /// <summary>Size of an effect on the person, all scales together.</summary>
    public float Treated(Effect effect) => new Treatment(_tables.Consequences, _situation, Standing, Self).Of(effect);

    /// <summary>Records entered this week.</summary>
    public ReadOnlySpan<Entered> Entered => _entering.Records;

    /// <summary>True if the rule book counts the person among its subjects.</summary>
    public bool IsScored => _roster.Is(Self, Role.Adult) && !SubjectTable.LeavesOut(_situation.Marks[Self]);

    /// <summary>Lets a week pass.</summary>
    /// <param name="week">Week from 0.</param>
    /// <param name="seen">What is seen in it, sorted by slot.</param>
    /// <param name="repairs">Repairs that the person now manages if they are open.</param>
    /// <param name="isLast">True for the week that is looked at: a weighed score is then weighed whatever the day of the month.</param>
    public void Pass(int week, ReadOnlySpan<Sighting> seen, IReadOnlyCollection<string> repairs, bool isLast)
    {
        if (week % Calendar.Year == 0)
        {
            Dossiers.NewYear();
        }
        var (rules, grades) = (_tables.Rules, _tables.Grades);
        _entering.Open(Dossiers, week);
        _entering.Enter(rules, Dossiers, _roster, _situation, seen, week);
        _entering.Continue(rules, Dossiers, _roster, _situation, week);
        _entering.Come(rules, Dossiers, _roster, _situation, week);
        Score(week);
        _answering.Open();
        Dossiers.Agenda.Done(week);
        if (IsMonthEnd(week))
        {
            _answering.Month(Managing(repairs), rules, Dossiers, Standing, _roster, _situation, 0, 0, week);
        }
        if (grades.HasDate(DatesOf(week)))
        {
            Dossiers.Touched.Add(Self);
        }
        if (DatesOf(week).YearEnds && rules.Links.Length > 0)
        {
            Linking.YearEnd(rules, Dossiers, Standing, _roster, _situation, _entering, week);
        }
        if (IsMonthEnd(week) || isLast)
        {
            Weigh(week);
        }
        Score(week);
    }

    /// <summary>True for a week at whose end repairs are decided.</summary>
    public static bool IsMonthEnd(int week) => (week + 1) % Calendar.Exchange == 0;

    /// <summary>The sighting that a record of a test tells.</summary>
    public static Sighting Sighting(TestRecord record, ConductTable conducts)
    {
        var index = conducts.IndexOf(record.Conduct);
        var conduct = conducts.Conducts[index];
        var level = record.Level is { } name ? conduct.Levels.Keys.ToList().IndexOf(name) : 0;
        var slot = record.By switch { DoneBy.Child => Child, DoneBy.Partner => Partner, _ => Self };
        var bits = BitsOf(conduct, record.Amount ?? conduct.Amount?.Mean.Value ?? 1) ?? 0;
        return new Sighting((ushort)slot, (byte)index, (byte)level, (ushort)record.Lasts, bits);
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

    private static Dates DatesOf(int week) => new(IsMonthEnd(week), (week + 1) % Calendar.Year == 0);

    private void Score(int week)
    {
        const int Rounds = 8;
        var (rules, grades) = (_tables.Rules, _tables.Grades);
        _reckoning.Reckon(rules, grades, Dossiers, Standing, DatesOf(week));
        for (var round = 0; round < Rounds && rules.Links.Length > 0; round++)
        {
            if (!_linking.Follow(rules, Dossiers, Standing, _roster, _situation, _entering, _reckoning.Changes, week))
            {
                break;
            }
            _reckoning.Reckon(rules, grades, Dossiers, Standing, DatesOf(week));
        }
        Answering.Mark(_tables.Consequences, _reckoning.Changes, Standing, _situation);
        Dossiers.Touched.Clear();
        _reckoning.Clear();
        _linking.Open();
    }

    private void Weigh(int week)
    {
        if (_tables.Weights is { } weights)
        {
            _weighing.Weigh(new Weighed(_tables.Rules, _tables.Grades, Dossiers, _roster, _situation, Standing), weights, week, Self);
        }
    }

    // Whether somebody manages a repair is luck in a run; here the test says so. Whether it is open is for the rule book to say.
    private ConsequenceTable Managing(IReadOnlyCollection<string> repairs)
    {
        var answers = _tables.Consequences;
        var deeds = answers.Repairs.OfType<RepairRule>().Where(r => repairs.Contains(r.Id)).Select(r => r.Deed).ToHashSet();
        return new ConsequenceTable
        {
            Sizes = answers.Sizes,
            EntryGrade = answers.EntryGrade,
            Further = answers.Further,
            Redress = answers.Redress,
            RepairsRows = answers.RepairsRows,
            Repairs = [.. answers.Repairs.Select(r => r is { } repair
                ? repair with { MonthlyChance = deeds.Contains(repair.Deed) ? 1 : 0 }
                : r)],
        };
    }
}
