using Glasshouse.Kernel;

namespace Glasshouse.Population;

/// <summary>What a person's life is like in one twin: roles in force, marks, money. Written by Living and Responding.</summary>
public sealed class Situation(Slab slab, int slots)
{
    /// <summary>Roles in force, a bit per <see cref="Role"/>.</summary>
    public Column<uint> Roles { get; } = slab.Add<uint>(slots);

    /// <summary>Marks, a bit per <see cref="Mark"/>.</summary>
    public Column<uint> Marks { get; } = slab.Add<uint>(slots);

    /// <summary>Savings, weeks of spending.</summary>
    public Column<float> Savings { get; } = slab.Add<float>(slots);

    /// <summary>Pay when in work, of what the person could earn: <see cref="FullPay"/> for all of it.</summary>
    public Column<ushort> Pay { get; } = slab.Add<ushort>(slots);

    /// <summary>The most that lenders would lend now, 64ths of a week's income.</summary>
    public Column<ushort> Limit { get; } = slab.Add<ushort>(slots);

    /// <summary>What is owed on loans and cards, 64ths of a week's income.</summary>
    public Column<ushort> Debt { get; } = slab.Add<ushort>(slots);

    /// <summary>Exchanges that the person has been in work, or without, up to 255.</summary>
    public Column<byte> Spell { get; } = slab.Add<byte>(slots);

    /// <summary>Pay of whoever earns all that they could.</summary>
    public const int FullPay = ushort.MaxValue;

    /// <summary>Units of debt and limit in a week's income.</summary>
    public const int UnitsPerWeek = 64;

    /// <summary>Log spread of wages per standard deviation of income potential.</summary>
    public float WageSpread { get; init; }

    /// <summary>Wage when in work, in units of the median.</summary>
    public float WageOf(Roster roster, int slot) =>
        Elementary.Exp(WageSpread * roster.TraitOf(Trait.IncomePotential)[slot]) * Pay[slot] / FullPay;

    /// <summary>Close ties beyond the home.</summary>
    public Column<byte> Ties { get; } = slab.Add<byte>(slots);
}

/// <summary>Passing states of a life.</summary>
public enum Mark
{
    LoanArrears,
    CardArrears,
    BillArrears,
    TaxArrears,
    JudgmentDebt,

    /// <summary>Knows of being scored.</summary>
    Aware,

    /// <summary>Has a grade below the entry grade.</summary>
    Penalised,

    /// <summary>Has a grade above the entry grade.</summary>
    Rewarded,

    /// <summary>Named in public within the last year.</summary>
    Named,

    /// <summary>Penalised through a record of what the person did not do.</summary>
    ByError,

    /// <summary>Penalised for exercising a right.</summary>
    ByRight,

    /// <summary>Penalised for what another did.</summary>
    BySpillOver,

    /// <summary>Penalised for what the person could not do.</summary>
    ByInability,

    /// <summary>Penalised beyond the gravity of the act.</summary>
    BeyondGravity,

    /// <summary>Ever, since the fork: punished for nothing done.</summary>
    EverWronged,

    /// <summary>Ever, since the fork: withheld words that would otherwise have been said.</summary>
    EverSilent,

    /// <summary>Ever, since the fork: grade above the entry grade.</summary>
    EverRose,

    /// <summary>Ever, since the fork: grade below the entry grade.</summary>
    EverFell,

    /// <summary>Ever, since the fork: lives with a penalised parent while a child.</summary>
    EverListedParent,

    /// <summary>Ever, since the fork: got a loan, a job or an honour that the grade decided.</summary>
    EverProfited,

    /// <summary>Ever, since the fork: charged as head for what the firm did.</summary>
    EverFirmHead,

    /// <summary>Adult, and not scored: too young for the regime, or did not join.</summary>
    Unscored,

    /// <summary>Something follows from the grade of somebody else.</summary>
    Hit,

    /// <summary>Does not consent to the main scale; those of the scales beside it follow.</summary>
    Outside,
    OutsideSecond,
    OutsideThird,
    OutsideFourth,

    /// <summary>Has heard of the regime not long ago, and tells others.</summary>
    Tells,

    /// <summary>Knows of repressive use of the regime.</summary>
    Informed = 30,

    /// <summary>Takes part in open protest.</summary>
    Protesting = 28,

    /// <summary>Has moved a tenth or more of what is watched out of sight.</summary>
    Evading = 29,
}

/// <summary>Marks as bits.</summary>
public static class MarkBits
{
    public static uint Of(Mark mark) => 1u << (int)mark;

    /// <summary>The mark of those who do not consent to a scale, 0 for the main one.</summary>
    public static uint Outside(int scale) => 1u << ((int)Mark.Outside + scale);

    /// <summary>Not a mark: set for adults where a history keeps who is of which kind.</summary>
    public const uint GrownUp = 1u << 31;

    /// <summary>Marks of arrears of any kind.</summary>
    public static readonly uint Arrears = Of(Mark.LoanArrears) | Of(Mark.CardArrears) | Of(Mark.BillArrears) | Of(Mark.TaxArrears);

    /// <summary>The five causes of harm.</summary>
    public static readonly uint Causes =
        Of(Mark.ByError) | Of(Mark.ByRight) | Of(Mark.BySpillOver) | Of(Mark.ByInability) | Of(Mark.BeyondGravity);

    /// <summary>Marks that stay once they are set.</summary>
    public static readonly uint Ever = Of(Mark.EverWronged) | Of(Mark.EverSilent) | Of(Mark.EverRose) | Of(Mark.EverFell)
        | Of(Mark.EverListedParent) | Of(Mark.EverProfited) | Of(Mark.EverFirmHead);
}
