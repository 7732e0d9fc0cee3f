namespace Glasshouse.Living;

/// <summary>
/// Occasions of ordinary life. Those before <see cref="Application"/> come to everybody alike; what comes of them depends on the life.
/// </summary>
public enum Occasion
{
    /// <summary>Work ends.</summary>
    Separation,

    /// <summary>A lender considers an application.</summary>
    LoanApplication,

    /// <summary>A journey by plane or fast train.</summary>
    Journey,

    /// <summary>An application for a public service, subsidy or licence.</summary>
    ServiceApplication,

    /// <summary>A search for a home to rent: only tenants are asked about.</summary>
    Home,

    /// <summary>An appointment for planned care.</summary>
    Care,

    /// <summary>A costly purchase: a house or car, a hotel, a seat in first class, a holiday.</summary>
    Purchase,

    /// <summary>An expense that nobody planned.</summary>
    Expense,

    /// <summary>A deal that a stranger offers.</summary>
    Deal,

    /// <summary>An employer considers an applicant: only those without work are drawn.</summary>
    Application,

    /// <summary>An application for a public service that asks for relief, an allowance or a subsidy.</summary>
    Benefit,

    /// <summary>A tenant loses the home: never granted.</summary>
    Eviction,
}

/// <summary>What came of an occasion.</summary>
public enum Outcome : byte
{
    /// <summary>It went the way it would have gone without a grade.</summary>
    Granted,

    /// <summary>Refused, as it would have been without a grade.</summary>
    Refused,

    /// <summary>Granted, and without the grade it would have been refused.</summary>
    GrantedByGrade,

    /// <summary>Refused, and without the grade it would have been granted.</summary>
    RefusedByGrade,

    /// <summary>Not asked for: the person kept away, for worry.</summary>
    Forgone,
}

/// <summary>An occasion that a person met.</summary>
/// <param name="Slot">Who.</param>
/// <param name="Occasion">What.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Against">What told most against the person, where it was refused.</param>
/// <param name="WithoutFile">True for whoever asked a lender who had no file of them.</param>
/// <param name="Spell">For whoever looked for work: exchanges without.</param>
public readonly record struct Met(
    ushort Slot, Occasion Occasion, Outcome Outcome, Reason Against = Reason.None, bool WithoutFile = false, byte Spell = 0);
