using Glasshouse.Engine;
using Glasshouse.Population;

namespace Glasshouse.Lab.Telling;

/// <summary>Who a person is at the end of the run.</summary>
/// <param name="Age">Age, years.</param>
/// <param name="Generation">Occupants of the place before this one.</param>
/// <param name="Place">Town or village.</param>
/// <param name="Household">Persons of the household.</param>
/// <param name="Work">What the person does.</param>
/// <param name="Traits">Lasting traits as normal scores (mean 0, standard deviation 1), shared by twins.</param>
public sealed record Portrait(
    int Age, int Generation, string Place, int Household, string Work, IReadOnlyDictionary<string, double> Traits)
{
    private const double Marked = 0.7;

    /// <summary>Traits that set the person apart from the middle, in words.</summary>
    public IReadOnlyList<string> SetApart =>
        [.. Traits.Where(t => Math.Abs(t.Value) >= Marked).Select(t => (t.Value > 0 ? "high " : "low ") + t.Key)];

    internal static Portrait Of(District district, Twin twin, int slot)
    {
        var roster = district.Roster;
        var home = Enumerable.Range(roster.Household[slot], roster.HouseholdSize[slot]).Count(roster.Lives);
        var traits = new Dictionary<string, double>();
        foreach (var trait in Enum.GetValues<Trait>().Where(t => t != Trait.Age))
        {
            traits[Words(trait)] = Math.Round(roster.TraitOf(trait)[slot], 2);
        }
        return new Portrait(
            roster.Age[slot], roster.Generation[slot], roster.Is(slot, Role.Urban) ? "town" : "village", home,
            WorkOf(roster, twin.Situation.Roles[slot], slot), traits);
    }

    private static string WorkOf(Roster roster, uint roles, int slot)
    {
        if (!roster.Is(slot, Role.Adult))
        {
            return "is a child";
        }
        if ((roles & RoleBits.Workforce) == 0)
        {
            return "neither works nor looks for work";
        }
        if ((roles & RoleBits.Of(Role.Employed)) == 0)
        {
            return "looks for work";
        }
        return roster.Is(slot, Role.FirmHead) ? "heads a firm"
            : roster.Is(slot, Role.PublicStaff) ? "works for the state"
            : "works";
    }

    private static string Words(Trait trait) => trait switch
    {
        Trait.IncomePotential => "earning power",
        Trait.Voice => "readiness to speak up",
        Trait.Stance => "private approval of the authorities",
        Trait.RiskAversion => "aversion to risk",
        Trait.PrivacyConcern => "concern for privacy",
        Trait.DigitalFootprint => "digital footprint",
        _ => trait.ToString().ToLowerInvariant(),
    };
}
