using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Responding;

/// <summary>Points that money buys.</summary>
/// <param name="Id">Its id; keys the luck.</param>
/// <param name="Rule">Rule under which they are entered.</param>
/// <param name="Scale">Scale on which they count.</param>
/// <param name="Points">Points, thousandths.</param>
/// <param name="Price">Price, weeks of income.</param>
/// <param name="Weeks">Weeks that they count.</param>
/// <param name="Chance">Chance at an exchange that somebody who can afford them buys them.</param>
public readonly record struct Lot(string Id, ushort Rule, byte Scale, int Points, float Price, int Weeks, float Chance)
{
    public Purpose Luck { get; } = Purpose.Named("responding/selling/" + Id);
}

/// <summary>Points that somebody bought, and their record.</summary>
public readonly record struct Sold(ushort Slot, int Lot, int Record);

/// <summary>
/// Points are sold, at exchanges, to subjects of the scale who have saved the price. They are a record like a bonus, but no deed stands
/// behind it: nobody noticed, reported or learned anything.
/// </summary>
public sealed class Selling
{
    private readonly List<Sold> _sold = [];

    /// <summary>What was sold this week.</summary>
    public IReadOnlyList<Sold> Sold => _sold;

    /// <summary>Starts a week.</summary>
    public void Open() => _sold.Clear();

    /// <summary>Lets everybody buy who can pay and has the luck for it. Who pays for one lot has less for the next.</summary>
    public void Month(ReadOnlySpan<Lot> lots, RuleTable rules, Dossiers dossiers, Roster roster, Situation situation, ulong seed,
        uint district, int week)
    {
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if (!roster.Lives(slot) || !roster.Is(slot, Role.Adult))
            {
                continue;
            }
            var left = situation.Savings[slot];
            for (var l = 0; l < lots.Length; l++)
            {
                ref readonly var lot = ref lots[l];
                if (left >= lot.Price && rules.Books[lot.Scale].TakesIn(roster, situation, slot)
                    && Draw.Unit(new Draw(seed, district, lot.Luck).At((uint)slot, week).A) < lot.Chance)
                {
                    left -= lot.Price;
                    var record = Entering.Write(dossiers, (ushort)slot, lot.Rule, Expires(lot, rules, week), 0, lot.Points);
                    _sold.Add(new Sold((ushort)slot, l, record));
                }
            }
        }
    }

    private static int Expires(in Lot lot, RuleTable rules, int week) => rules.Books[lot.Scale].ResetYearly
        ? Math.Min(week + lot.Weeks, (week / Calendar.Year + 1) * Calendar.Year)
        : week + lot.Weeks;
}
