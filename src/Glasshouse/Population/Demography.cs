using System.Runtime.Intrinsics;
using Glasshouse.Kernel;

namespace Glasshouse.Population;

/// <summary>
/// Who comes and goes. Slots are closed: a person who dies is replaced, a household that moves away is replaced whole, and the
/// new occupant arrives younger than the slot's template, so that the ages of all stay about what the marginals say. The
/// schedule is keyed by slot and quarter, so it is equal in all twins.
/// </summary>
public static class Demography
{
    private const int Lanes = 16;
    private static readonly Purpose Deaths = Purpose.Named("population/deaths");
    private static readonly Purpose Moves = Purpose.Named("population/household-moves");

    /// <summary>
    /// Lets a quarter pass: deaths, moves and birthdays. The burn-in goes without birthdays, so that the fork meets the
    /// census ages.
    /// </summary>
    /// <param name="marginals">The society's marginals.</param>
    /// <param name="seed">Seed of the history.</param>
    /// <param name="district">The district.</param>
    /// <param name="week">Week of the history.</param>
    /// <param name="birthdays">True if people grow older.</param>
    /// <param name="roster">The district's people.</param>
    /// <param name="arrived">Where slots with new occupants are added.</param>
    public static void Pass(Marginals marginals, ulong seed, uint district, int week, bool birthdays, Roster roster, List<int> arrived)
    {
        var deaths = new Draw(seed, district, Deaths);
        var moves = new Draw(seed, district, Moves);
        var moveChance = (float)(marginals.Figures.HouseholdTurnover.Value / 4);
        Span<uint> homes = stackalloc uint[Lanes], move = stackalloc uint[Lanes], death = stackalloc uint[Lanes];
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            var lane = slot % Lanes;
            if (lane == 0)
            {
                for (var i = 0; i < Lanes; i++)
                {
                    homes[i] = roster.Household[slot + i];
                }
                moves.At16(Vector512.Create<uint>(homes), week, 0, out var moving, out _, out _, out _);
                deaths.At16(Vector512<uint>.Indices + Vector512.Create((uint)slot), week, 0, out var dying, out _, out _, out _);
                moving.CopyTo(move);
                dying.CopyTo(death);
            }
            if (!roster.Lives(slot))
            {
                continue;
            }
            if (birthdays && BirthdayFalls(slot, week) && roster.Age[slot] < 110)
            {
                roster.Age[slot]++;
                roster.TraitOf(Trait.Age)[slot] = Marginals.AgeScore(roster.Age[slot]);
            }
            var moved = Draw.Unit(move[lane]) < moveChance;
            if (moved || Draw.Unit(death[lane]) < marginals.QuarterlyDeath(roster.Age[slot]))
            {
                roster.Generation[slot]++;
                Synthesis.Arrive(marginals, seed, district, roster, slot, birthdays);
                arrived.Add(slot);
            }
        }
        Review(marginals, roster);
    }

    /// <summary>Brings roles that depend on ages and on the household up to date.</summary>
    public static void Review(Marginals marginals, Roster roster)
    {
        var adult = RoleBits.Of(Role.Adult);
        var parent = RoleBits.Of(Role.Parent);
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if (!roster.Lives(slot))
            {
                continue;
            }
            var roles = roster.Roles[slot] & ~(adult | parent);
            if (roster.Age[slot] >= marginals.AdultFrom)
            {
                roles |= adult;
                roles |= HasChild(marginals, roster, slot) ? parent : 0;
            }
            roster.Roles[slot] = roles;
        }
    }

    /// <summary>True if the person is of an age to work and in the workforce.</summary>
    public static bool Works(Marginals marginals, Roster roster, int slot) =>
        roster.Age[slot] >= marginals.AdultFrom && roster.Age[slot] < marginals.Figures.Roles.RetireFrom.Value
        && (roster.Roles[slot] & RoleBits.Workforce) != 0;

    // A quarter of the people has its birthday in each quarter.
    private static bool BirthdayFalls(int slot, int week) => (week / Calendar.Quarter & 3) == (slot & 3);

    private static bool HasChild(Marginals marginals, Roster roster, int slot)
    {
        int first = roster.Household[slot];
        for (var other = first; other < first + roster.HouseholdSize[slot]; other++)
        {
            var gap = roster.Age[slot] - roster.Age[other];
            if (roster.Age[other] < marginals.AdultFrom && gap is >= 18 and <= 50)
            {
                return true;
            }
        }
        return false;
    }
}
