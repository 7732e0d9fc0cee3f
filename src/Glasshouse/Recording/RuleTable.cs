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
    public required string Id { get; init; }

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

    /// <summary>Yearly counter of the points under a cap, -1 for none.</summary>
    public int CapCounter { get; init; } = -1;

    /// <summary>Yearly cap on those points, thousandths.</summary>
    public int Cap { get; init; }

    /// <summary>Causes of harm that hold for the rule itself.</summary>
    public Cause Causes { get; init; }

    /// <summary>True for a row that is kept with no points, for weights to read.</summary>
    public bool Noted { get; init; }

    /// <summary>True for a noted row about an act that rules forbid.</summary>
    public bool NotedAgainst { get; init; }

    public bool IsGround => Grade >= 0;

    /// <summary>True if a record with these points tells against its subject.</summary>
    public bool IsAgainst(int points) => IsGround || NotedAgainst || points < 0;
}

/// <summary>A tier of a ladder: the count that reaches it, what it is worth, and its rule.</summary>
public readonly record struct LadderTier(int Reach, int Points, ushort Rule);

/// <summary>A rule that a conduct at a level can trigger, and the roles that it asks for.</summary>
public readonly record struct Caught(ushort Rule, uint Roles);

/// <summary>The rule book as tables: rules by number, and what each conduct and level can trigger.</summary>
public sealed class RuleTable
{
    /// <summary>Levels of gravity, at most.</summary>
    public const int Levels = 8;

    /// <summary>Yearly counters, at most.</summary>
    public const int Counters = 2;

    /// <summary>A rule book without rules.</summary>
    public static RuleTable Empty(int conducts) => new() { Rules = [], Catches = new Caught[conducts * Levels][] };

    public required Rule[] Rules { get; init; }

    /// <summary>By conduct x <see cref="Levels"/> + level: rules caught, heaviest first; null if none.</summary>
    public required Caught[]?[] Catches { get; init; }

    /// <summary>
    /// Tiers by yearly counter, lowest first; a ladder is caught by its lowest tier. Empty for counters that only cap.
    /// </summary>
    public LadderTier[][] Ladders { get; init; } = [[], []];

    /// <summary>Factor on a deduction while an earlier one of the same class counts; 1 for none.</summary>
    public double RepeatFactor { get; init; } = 1;

    /// <summary>True if one act under several rows counts once, by the largest.</summary>
    public bool LargestOnly { get; init; }

    /// <summary>True if continuing conduct counts from its end.</summary>
    public bool FromEndOfConduct { get; init; }

    /// <summary>Weeks of an arrears unit.</summary>
    public int ArrearsUnitWeeks { get; init; } = 26;

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
