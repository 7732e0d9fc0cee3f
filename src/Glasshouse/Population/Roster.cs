using Glasshouse.Kernel;

namespace Glasshouse.Population;

// Population: who lives here. In: the society's marginals. Out: a roster of slots per district, equal in all twins.
// A slot is a place in a household; its occupants change by a keyed schedule that no regime can move.

/// <summary>
/// The persons of one district: lasting traits, homes and roles, shared by twins. A slot without a person has age 255.
/// </summary>
public sealed class Roster
{
    /// <summary>Persons in a neighbourhood block: four times the sixteen lanes of a kernel.</summary>
    public const int BlockSize = 64;

    /// <summary>Age that marks a slot in which nobody lives.</summary>
    public const byte Vacant = 255;

    /// <summary>Value of <see cref="Employer"/> for a person without a firm.</summary>
    public const ushort NoFirm = ushort.MaxValue;

    /// <summary>Number of traits.</summary>
    public const int TraitCount = (int)Trait.DigitalFootprint + 1;

    private readonly Column<float>[] _traits = new Column<float>[TraitCount];

    public Roster(int slots)
    {
        Slots = slots;
        for (var t = 0; t < TraitCount; t++)
        {
            _traits[t] = Slab.Add<float>(slots);
        }
        Confusability = Slab.Add<float>(slots);
        Disposition = Slab.Add<float>(slots);
        Roles = Slab.Add<uint>(slots);
        Household = Slab.Add<ushort>(slots);
        Employer = Slab.Add<ushort>(slots);
        Lookalike = Slab.Add<ushort>(slots);
        Generation = Slab.Add<ushort>(slots);
        Cell = Slab.Add<ushort>(slots);
        Age = Slab.Add<byte>(slots);
        TemplateAge = Slab.Add<byte>(slots);
        Group = Slab.Add<byte>(slots);
        Activity = Slab.Add<byte>(slots);
        HouseholdSize = Slab.Add<byte>(slots);
    }

    public Slab Slab { get; } = new();

    /// <summary>Slots of the district, a multiple of <see cref="BlockSize"/>.</summary>
    public int Slots { get; }

    /// <summary>Neighbourhoods of the district.</summary>
    public int Blocks => Slots / BlockSize;

    /// <summary>How easily a person is taken for another; mean about 1, heavy-tailed.</summary>
    public Column<float> Confusability { get; }

    /// <summary>How readily a burden strains the person: a normal score, drawn once, of no other trait.</summary>
    public Column<float> Disposition { get; }

    /// <summary>Lasting roles, a bit per <see cref="Role"/>.</summary>
    public Column<uint> Roles { get; }

    /// <summary>First slot of the household.</summary>
    public Column<ushort> Household { get; }

    /// <summary>Slot of the head of the firm where the person works when in work; <see cref="NoFirm"/> otherwise.</summary>
    public Column<ushort> Employer { get; }

    /// <summary>Slot of the person whom this one is usually taken for.</summary>
    public Column<ushort> Lookalike { get; }

    /// <summary>Occupants that the slot has had before.</summary>
    public Column<ushort> Generation { get; }

    /// <summary>Stratum cell, set at the fork or on arrival (<see cref="Strata"/>).</summary>
    public Column<ushort> Cell { get; }

    /// <summary>Age in years; <see cref="Vacant"/> for an empty slot.</summary>
    public Column<byte> Age { get; }

    /// <summary>Age at which a new occupant arrives.</summary>
    public Column<byte> TemplateAge { get; }

    public Column<byte> Group { get; }

    /// <summary>Place among all, 0 to 255, in how much one does of what few do most of; drawn once, evenly.</summary>
    public Column<byte> Activity { get; }

    /// <summary>Slots of the household.</summary>
    public Column<byte> HouseholdSize { get; }

    /// <summary>What lasts about the firms that people work in.</summary>
    public Firms Firms { get; internal set; } = Firms.None;

    /// <summary>Normal scores of one trait.</summary>
    public Column<float> TraitOf(Trait trait) => _traits[(int)trait];

    /// <summary>True if somebody lives in the slot.</summary>
    public bool Lives(int slot) => Age[slot] != Vacant;

    /// <summary>True if the person holds the role, as far as it is lasting.</summary>
    public bool Is(int slot, Role role) => (Roles[slot] & RoleBits.Of(role)) != 0;
}

/// <summary>Roles as bits.</summary>
public static class RoleBits
{
    /// <summary>Bit for persons who work or look for work; not a role that files can name.</summary>
    public const uint Workforce = 1u << 31;

    /// <summary>Bit for persons of whom no lender has a file; not a role that files can name.</summary>
    public const uint NoFile = 1u << 30;

    /// <summary>Bit for persons with a default in their credit file; not a role that files can name.</summary>
    public const uint Defaulted = 1u << 29;

    public static uint Of(Role role) => 1u << (int)role;

    /// <summary>The bits of several roles. Staff of the state are meant only while in work.</summary>
    public static uint Of(IEnumerable<Role> roles)
    {
        var bits = 0u;
        foreach (var role in roles)
        {
            bits |= Of(role);
            if (role is Role.PublicStaff or Role.FirmHead or Role.Profession)
            {
                bits |= Of(Role.Employed);
            }
        }
        return bits;
    }
}
