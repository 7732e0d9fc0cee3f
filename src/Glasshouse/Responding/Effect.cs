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
}
