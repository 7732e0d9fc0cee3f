namespace Glasshouse.Responding;

/// <summary>Kinds of effect that a consequence can have in a life.</summary>
public enum Effect
{
    /// <summary>Chance that a loan application is granted, as a log odds shift.</summary>
    LoanAccess,

    /// <summary>Yearly interest, percentage points.</summary>
    LoanPrice,

    /// <summary>Chance of being hired when applying, as a log odds shift.</summary>
    Hiring,

    /// <summary>Share of ordinary spending saved.</summary>
    Discount,

    /// <summary>Share of journeys by plane or fast train that are refused.</summary>
    TravelRefused,

    /// <summary>Share of applications for public services and subsidies refused.</summary>
    ServiceRefused,

    /// <summary>Chance in a year of being named in public.</summary>
    NamedInPublic,

    /// <summary>Chance in a year that a child is turned away from a fee-paying school.</summary>
    SchoolRefused,

    /// <summary>Chance in a year of a public honour or priority.</summary>
    Honour,

    /// <summary>Share of searches for a rented home that end in a refusal.</summary>
    HomeRefused,

    /// <summary>Share of appointments for planned care that are refused.</summary>
    CareRefused,

    /// <summary>Share of costly purchases that are refused.</summary>
    PurchaseRefused,

    /// <summary>Share of applications for relief, allowances and subsidies refused, beyond <see cref="ServiceRefused"/>.</summary>
    BenefitRefused,

    /// <summary>1 where the licence to drive is taken.</summary>
    DrivingBarred,

    /// <summary>1 where no office may be held: public posts, the management of firms.</summary>
    OfficeBarred,

    /// <summary>Gain or loss of a firm's head, as a share of income.</summary>
    FirmIncome,

    /// <summary>Chance that somebody is hired who applies to the head's firm, as a log odds shift.</summary>
    FirmHiring,

    /// <summary>Change of the chance that what the head's firm does is found out, as a share: 0.5 is half as much again.</summary>
    Inspection,
}

/// <summary>What effects are to those whom they meet.</summary>
public static class Effects
{
    /// <summary>True if an effect of this size is bad for whom it meets.</summary>
    public static bool IsAgainst(this Effect effect, float size) => effect switch
    {
        Effect.LoanAccess or Effect.Hiring or Effect.Discount or Effect.Honour or Effect.FirmIncome or Effect.FirmHiring => size < 0,
        _ => size > 0,
    };
}
