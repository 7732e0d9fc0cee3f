namespace Glasshouse.Responding;

/// <summary>Redress as plain numbers.</summary>
public sealed record RedressTable
{
    public float Notice { get; init; }
    public float AppealIfFalse { get; init; }
    public float AppealIfTrue { get; init; }
    public float FalseFound { get; init; }
    public float TrueCleared { get; init; }

    /// <summary>How much is decided by machines: 1 for solely, one half for partly.</summary>
    public float Machine { get; init; }

    /// <summary>Weeks until a decision.</summary>
    public int DecisionWeeks { get; init; } = 1;

    /// <summary>Appeals decided per adult and week, at most.</summary>
    public double SlotsPerWeek { get; init; }
}

/// <summary>A way to have a record replaced or closed.</summary>
/// <param name="Id">Its id; keys the luck.</param>
/// <param name="ToRule">Rule that replaces it; <see cref="Nothing"/> if it is closed.</param>
/// <param name="KeepTerm">True if the ground's term runs on; false if the new rule's term starts.</param>
/// <param name="AfterWeeks">Earliest week after the record.</param>
/// <param name="MonthlyChance">Chance per exchange of four weeks.</param>
/// <param name="With">The repair whose luck it shares, since one deed earns both; null for its own.</param>
public readonly record struct RepairRule(
    string Id, ushort ToRule, bool KeepTerm, int AfterWeeks, float MonthlyChance, string? With = null)
{
    /// <summary>No rule: the record is closed.</summary>
    public const ushort Nothing = ushort.MaxValue;

    /// <summary>True if every other record of the scale is closed with it.</summary>
    public bool ClearsScale { get; init; }

    /// <summary>True if it is earned by paying or performing what is owed.</summary>
    public bool Paid { get; init; }

    /// <summary>The deed that earns it.</summary>
    public string Deed => With ?? Id;

    public Kernel.Purpose Luck { get; } = Kernel.Purpose.Named("responding/repair/" + (With ?? Id));
}

/// <summary>What follows from each grade, and how records are contested and repaired.</summary>
public sealed class ConsequenceTable
{
    /// <summary>Number of kinds of effect.</summary>
    public const int Effects = (int)Effect.Inspection + 1;

    /// <summary>Nothing follows from anything.</summary>
    public static ConsequenceTable Nothing { get; } = new() { Sizes = new float[Effects], EntryGrade = 0 };

    private readonly uint _present;

    /// <summary>Sizes by grade x <see cref="Effects"/> + effect; several consequences of one kind add up.</summary>
    public required float[] Sizes
    {
        get;
        init
        {
            field = value;
            for (var i = 0; i < value.Length; i++)
            {
                _present |= value[i] != 0 ? 1u << (i % Effects) : 0;
            }
        }
    }

    /// <summary>True if anything follows from any grade.</summary>
    public bool Any => _present != 0 || Spills.Any || Further.Any(f => f.Any);

    /// <summary>What follows for others than the subject, from all scales, if it is the main one.</summary>
    public SpillTable Spills { get; init; } = SpillTable.None;

    /// <summary>What follows on the scales beside this one, if it is the main one.</summary>
    public ConsequenceTable[] Further { get; init; } = [];

    public required int EntryGrade { get; init; }

    /// <summary>False while nothing of the scale is in force: then a grade is a word in a file and marks nobody.</summary>
    public bool InForce { get; init; } = true;

    /// <summary>True where everybody may see a grade that is in force.</summary>
    public bool Open { get; init; }

    /// <summary>Marks of those whom nothing on the scale reaches.</summary>
    public uint Refuses { get; init; }

    /// <summary>What points buy, on all scales.</summary>
    public Offer[] Offers { get; init; } = [];

    /// <summary>Points that money buys.</summary>
    public Lot[] Lots { get; init; } = [];

    public RedressTable Redress { get; init; } = new();

    /// <summary>Repairs of each rule, by rule number and in the order of the text; null where there is none.</summary>
    public RepairRule[]?[] Repairs { get; init; } = [];

    /// <summary>True if rows can be repaired, not only grounds.</summary>
    public bool RepairsRows { get; init; }

    /// <summary>The size of an effect in a grade.</summary>
    public float Of(byte grade, Effect effect) => Sizes[grade * Effects + (int)effect];

    /// <summary>True if the entry grade of some scale has the effect: then it reaches everybody.</summary>
    public bool AtEntry(Effect effect) => Of((byte)EntryGrade, effect) != 0 || Further.Any(f => f.AtEntry(effect));

    /// <summary>True if some grade has the effect.</summary>
    public bool Has(Effect effect)
    {
        var present = _present;
        foreach (var further in Further)
        {
            present |= further._present;
        }
        return (present & 1u << (int)effect) != 0 || Spills.Has(effect);
    }
}
