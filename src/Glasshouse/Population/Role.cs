namespace Glasshouse.Population;

/// <summary>What a person may be, as far as conducts and rules ask. A bit each in <c>Situation.Roles</c>.</summary>
public enum Role
{
    /// <summary>At or above the age at which the society counts a person as adult.</summary>
    Adult,
    Employed,
    /// <summary>Employed by the state or a public institution.</summary>
    PublicStaff,
    PartyMember,
    /// <summary>Head (legal representative) of a firm.</summary>
    FirmHead,
    /// <summary>Owes on an instalment loan.</summary>
    Borrower,
    CardHolder,
    Driver,
    /// <summary>Lives with a child of their own under the adult age.</summary>
    Parent,
    /// <summary>Has a child at a fee-paying school.</summary>
    SchoolFees,
    Tenant,
    Urban,
    Rural,
    /// <summary>A member of a recognised trade with its own rules of practice (doctor, lawyer, teacher, accountant).</summary>
    Profession,
}
