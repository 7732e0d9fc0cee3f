using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Recording;

/// <summary>How often a row counts while conduct continues.</summary>
public enum Repeats : byte { Once, Monthly, PerArrearsUnit }

/// <summary>Whose record it becomes.</summary>
public enum Charged : byte { Actor, ActorAndParents, ParentsOrPartner, FirmHead }

/// <summary>Why a deduction hits somebody who did no wrong of that weight; any number may hold.</summary>
[Flags]
public enum Cause : byte
{
    None = 0,

    /// <summary>For exercising a protected right.</summary>
    Right = 1,

    /// <summary>For what another did.</summary>
    SpillOver = 2,

    /// <summary>Beyond the gravity of the act under ordinary law.</summary>
    BeyondGravity = 4,
}

/// <summary>A row or a direct ground, ready for the week.</summary>
public sealed record Rule
{
    /// <summary>Number or id in the regime file.</summary>
    public required string Id
    {
        get;
        init
        {
            field = value;
            Luck = Purpose.Named("recording/applies/" + value).Code;
        }
    }

    /// <summary>Bits of its own, from its id, for the share of cases in which it is applied: adding a rule moves no other.</summary>
    public uint Luck { get; private init; }

    /// <summary>Points, thousandths, after discretion; 0 for a ground.</summary>
    public int Points { get; init; }

    /// <summary>Weeks that a record counts.</summary>
    public required int Weeks { get; init; }

    /// <summary>Grade that a ground sets, by index; -1 for a row.</summary>
    public int Grade { get; init; } = -1;

    public Repeats Repeats { get; init; }

    public Charged Charged { get; init; }

    /// <summary>Yearly counter of a ladder's amounts, -1 for none.</summary>
    public int Counter { get; init; } = -1;

    /// <summary>Number of the cap that it falls under, -1 for none.</summary>
    public int CapId { get; init; } = -1;

    /// <summary>Points under that cap, at most, thousandths.</summary>
    public int Cap { get; init; }

    /// <summary>Time over which the cap holds.</summary>
    public CapTime CapTime { get; init; }

    /// <summary>Scale that it counts on, 0 for the main one.</summary>
    public byte Scale { get; init; }

    /// <summary>Best grade that its subject can still have, by index; -1 for no such bar.</summary>
    public int AtBest { get; init; } = -1;

    /// <summary>Worst grade that points can bring while it stands, by index; -1 for none.</summary>
    public int AtLeast { get; init; } = -1;

    /// <summary>Grades down from what the points give.</summary>
    public int Down { get; init; }

    /// <summary>True for a ground that nobody would contest: it raises.</summary>
    public bool Favours { get; init; }

    /// <summary>Bits of the consequences that hold while a record of it counts.</summary>
    public uint Switches { get; init; }

    /// <summary>True if it is kept with 0 points.</summary>
    public bool Noted { get; init; }

    /// <summary>True if its term is added to what is left of records that set the same grade.</summary>
    public bool AddsToTerm { get; init; }

    /// <summary>What must have come before; null for nothing.</summary>
    public Earlier? After { get; init; }

    /// <summary>What must not have come before; null for nothing.</summary>
    public Earlier? Unless { get; init; }

    /// <summary>For a rule that enters nothing else: share of acts whose subject declares and proves them.</summary>
    public float? Declared { get; init; }

    /// <summary>Share of cases in which it is applied.</summary>
    public float Applies { get; init; } = 1;

    /// <summary>False while it is not in force: then nothing new is entered under it.</summary>
    public bool InForce { get; init; } = true;

    /// <summary>Causes of harm that hold for the rule itself.</summary>
    public Cause Causes { get; init; }

    /// <summary>True for a noted row about an act that rules forbid.</summary>
    public bool NotedAgainst { get; init; }

    /// <summary>True if its subject chose it: points that were spent. They tell against nobody.</summary>
    public bool Spends { get; init; }

    /// <summary>True if it acts on the grade itself; a row acts through points.</summary>
    public bool IsGround => Grade >= 0 || AtBest >= 0 || AtLeast >= 0 || Down > 0;

    /// <summary>True if a record with these points tells against its subject.</summary>
    public bool IsAgainst(int points) => IsGround ? !Favours : NotedAgainst || (points < 0 && !Spends);
}

/// <summary>The time over which a cap holds.</summary>
public enum CapTime : byte { Year, Month, Ever }

/// <summary>Earlier records that a rule asks for.</summary>
/// <param name="Rules">Which rules' records, by number.</param>
/// <param name="Times">How many of them must count.</param>
/// <param name="StandingWeeks">Or, if above 0, for how long the oldest of them must have stood.</param>
/// <param name="Ever">True if records that have expired or were repaired count as well.</param>
/// <param name="Within">Only records of so many last weeks.</param>
public sealed record Earlier(ushort[] Rules, int Times, int StandingWeeks, bool Ever = false, int Within = int.MaxValue)
{
    /// <summary>True if a record in a state is one of those asked for.</summary>
    public bool Takes(RecordState state) => state == RecordState.Counting || (Ever && Ledger.IsPast(state));

    /// <summary>Or grades held at the beginning of the week, a bit each, of a scale with points.</summary>
    public uint Grades { get; init; }

    /// <summary>The scale of those grades.</summary>
    public byte Scale { get; init; }
}

/// <summary>Whose bad records do not stick.</summary>
/// <param name="Roles">Roles, any one of which is enough: those of each entry together.</param>
/// <param name="Share">Share of their bad records that are let go.</param>
public sealed record Connected(uint[] Roles, float Share);

/// <summary>How one scale books records.</summary>
public sealed record Booking
{
    /// <summary>Roles that its subjects hold.</summary>
    public uint Roles { get; init; }

    /// <summary>Youngest age of its subjects, years.</summary>
    public int AdultFrom { get; init; }

    /// <summary>True if its subjects are those of the main scale, consent included.</summary>
    public bool AsMain { get; init; } = true;

    /// <summary>Marks of those who do not consent to the scale; 0 where nobody is asked.</summary>
    public uint Refuses { get; init; }

    /// <summary>True if what tells against those who do not consent is kept aside.</summary>
    public bool RecordedAnyway { get; init; }

    /// <summary>True for somebody who has not given the consent that the scale asks for.</summary>
    public bool Asks(Situation situation, int slot) => (situation.Marks[slot] & Refuses) != 0;

    /// <summary>True for somebody of its age and roles, consent apart.</summary>
    public bool Suits(Roster roster, Situation situation, int slot) =>
        roster.Age[slot] >= AdultFrom && (situation.Roles[slot] & Roles) == Roles;

    /// <summary>True if an adult is one of its subjects.</summary>
    public bool TakesIn(Roster roster, Situation situation, int slot) => !Asks(situation, slot)
        && (AsMain ? !SubjectTable.LeavesOut(situation.Marks[slot]) : Suits(roster, situation, slot));

    /// <summary>Factor on a deduction while an earlier one of the same class counts; 1 for none.</summary>
    public double RepeatFactor { get; init; } = 1;

    /// <summary>True if one act under several rows counts once, by the largest.</summary>
    public bool LargestOnly { get; init; }

    /// <summary>True if continuing conduct counts from its end.</summary>
    public bool FromEndOfConduct { get; init; }

    /// <summary>True if terms count from entry, else from the act.</summary>
    public bool FromEntry { get; init; }

    /// <summary>Weeks of an arrears unit.</summary>
    public int ArrearsUnitWeeks { get; init; } = 26;

    /// <summary>True if nothing is left of a record that has expired.</summary>
    public bool Erases { get; init; }

    /// <summary>True if points stop counting at the turn of the year.</summary>
    public bool ResetYearly { get; init; }

    /// <summary>Whose bad records do not stick; null where all do.</summary>
    public Connected? Connected { get; init; }
}

/// <summary>When a grade triggers a rule.</summary>
public enum LinkTime : byte { Entered, YearEnd, While }

/// <summary>Whose record a grade triggers, seen from the one who stands in it.</summary>
public enum LinkTo : byte { Self, Head, Firm, HouseholdHead, Household, Parents }

/// <summary>A grade of one scale that triggers a rule of another, or of the same.</summary>
/// <param name="Scale">The scale whose grade it is.</param>
/// <param name="Grades">Those grades, a bit each.</param>
/// <param name="Time">When it triggers.</param>
/// <param name="To">Whom it charges.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Roles">Roles that the one charged must hold.</param>
public readonly record struct Link(byte Scale, uint Grades, LinkTime Time, LinkTo To, ushort Rule, uint Roles)
{
    /// <summary>True for one of its grades.</summary>
    public bool Has(int grade) => (Grades & 1u << grade) != 0;
}

/// <summary>A rule that comes by itself to every subject.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Weeks">Every so many weeks: a year or a month of four weeks.</param>
/// <param name="Roles">Roles that it asks for.</param>
public readonly record struct Periodic(ushort Rule, int Weeks, uint Roles);

/// <summary>A tier of a ladder: the count that reaches it, what it is worth, and its rule.</summary>
public readonly record struct LadderTier(int Reach, int Points, ushort Rule);

/// <summary>A rule that a conduct at a level can trigger, and the roles that it asks for.</summary>
public readonly record struct Caught(ushort Rule, uint Roles);

/// <summary>The rule book as tables: rules by number, and what each conduct and level can trigger.</summary>
public sealed record RuleTable
{
    /// <summary>Levels of gravity, at most.</summary>
    public const int Levels = 8;

    /// <summary>Yearly counters of ladders, at most.</summary>
    public const int MostCounters = 8;

    /// <summary>Yearly counters that there is always room for.</summary>
    public const int FewestCounters = 2;

    /// <summary>A rule book without rules.</summary>
    public static RuleTable Empty(int conducts) => new() { Rules = [], Catches = new Caught[conducts * Levels][] };

    public required Rule[] Rules { get; init; }

    /// <summary>By conduct x <see cref="Levels"/> + level: rules caught, heaviest first; null if none.</summary>
    public required Caught[]?[] Catches { get; init; }

    /// <summary>
    /// Tiers by yearly counter, lowest first; a ladder is caught by its lowest tier.
    /// </summary>
    public LadderTier[][] Ladders { get; init; } = [[], []];

    /// <summary>How each scale books records, the main one first.</summary>
    public Booking[] Books { get; init; } = [new Booking()];

    /// <summary>Grades that trigger rules.</summary>
    public Link[] Links { get; init; } = [];

    /// <summary>Rules that come by themselves.</summary>
    public Periodic[] Periodic { get; init; } = [];

    /// <summary>By rule: true if some condition asks for its past records; empty where none does.</summary>
    public bool[] Remembered { get; init; } = [];

    /// <summary>Scales on which some rule asks for the grade at the beginning of the week.</summary>
    public byte[] Asked => field ??= [.. Rules.SelectMany(r => new[] { r.After, r.Unless }).OfType<Earlier>()
        .Where(e => e.Grades != 0).Select(e => e.Scale).Distinct()];

    /// <summary>True if some cap holds over a time, so that what it has used is kept until that is over.</summary>
    public bool Caps => Rules.Any(r => r.CapId >= 0 && r.CapTime != CapTime.Ever);

    /// <summary>Class of each rule for repetition: the conduct that first triggers it.</summary>
    public int[] ClassOf { get; init; } = [];

    /// <summary>Mean amount of one act of a conduct at its lightest level, in the unit of the counter.</summary>
    public float[] AmountMean { get; init; } = [];

    /// <summary>What a conduct at a level triggers for a person with roles.</summary>
    public ReadOnlySpan<Caught> Of(int conduct, int level) => Catches[conduct * Levels + level] ?? [];

    /// <summary>The highest tier that a count reaches, and its points; no points below the lowest.</summary>
    public (ushort Rule, int Points) TierAt(int ladder, int count)
    {
        var reached = (Rule: (ushort)0, Points: 0);
        foreach (var tier in Ladders[ladder])
        {
            if (count >= tier.Reach)
            {
                reached = (tier.Rule, tier.Points);
            }
        }
        return reached;
    }

    /// <summary>True if the person's roles meet what a catch asks for.</summary>
    public static bool Meets(in Caught caught, uint roles) => (roles & caught.Roles) == caught.Roles;

    /// <summary>Roles that a list of role words asks for.</summary>
    public static uint RolesOf(IEnumerable<Role>? roles) => roles is null ? 0 : RoleBits.Of(roles);
}
