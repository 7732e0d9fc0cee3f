using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Scoring;

namespace Glasshouse.Responding;

/// <summary>Something that points buy.</summary>
/// <param name="Id">Its id; keys the luck.</param>
/// <param name="Rule">Rule under which its price is entered.</param>
/// <param name="Scale">Scale whose points it costs.</param>
/// <param name="Price">Price, thousandths of a point.</param>
/// <param name="Worth">Worth, weeks of income.</param>
/// <param name="Chance">Chance at an exchange that somebody who can afford it buys it.</param>
public readonly record struct Offer(string Id, ushort Rule, byte Scale, int Price, float Worth, float Chance)
{
    public Purpose Luck { get; } = Purpose.Named("responding/buying/" + Id);
}

/// <summary>Something that was bought, and the records that paid for it: one for each week in which what was used up runs out.</summary>
public readonly record struct Bought(ushort Slot, int Offer, int Record, int Records);

/// <summary>
/// Points are spent, at exchanges. Only what was earned can be spent, what runs out first before the rest, and never below the floor of
/// the scale, or below its base where it has none. The price is entered as negative records that run out together with what they used up,
/// so that nobody pays twice when a bonus ends.
/// </summary>
public sealed class Buying
{
    private readonly List<Bought> _bought = [];
    private readonly List<(int Expires, int Points)> _left = [];

    /// <summary>What was bought this week.</summary>
    public IReadOnlyList<Bought> Bought => _bought;

    /// <summary>Starts a week.</summary>
    public void Open() => _bought.Clear();

    /// <summary>Lets everybody buy who can and has the luck for it.</summary>
    public void Month(ConsequenceTable table, RuleTable rules, GradeTable grades, Dossiers dossiers, Roster roster, ulong seed,
        uint district, int week)
    {
        for (var o = 0; o < table.Offers.Length; o++)
        {
            var offer = table.Offers[o];
            var luck = new Draw(seed, district, offer.Luck);
            for (var slot = 0; slot < roster.Slots; slot++)
            {
                if (dossiers.Head(slot) >= 0 && roster.Lives(slot) && Draw.Unit(luck.At((uint)slot, week).A) < offer.Chance
                    && CanPay(offer, rules, grades, dossiers, slot))
                {
                    _bought.Add(Pay(offer, o, dossiers, (ushort)slot));
                }
            }
        }
    }

    private bool CanPay(in Offer offer, RuleTable rules, GradeTable grades, Dossiers dossiers, int slot)
    {
        var scale = grades.On(offer.Scale);
        var (score, direct) = Reckoning.Sum(rules, grades, dossiers, slot, offer.Scale);
        var floor = scale.Floor == int.MinValue ? scale.Base : scale.Floor;
        if (score - (long)offer.Price < floor || (scale.SuspendBonuses && direct != Standing.NoGrade))
        {
            return false;
        }
        _left.Clear();
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            var rule = rules.Rules[dossiers.Ledger.Row(r)];
            var points = dossiers.Ledger.Points(r);
            if (rule.Scale == offer.Scale && dossiers.Ledger.State(r) == RecordState.Counting && (points > 0 || rule.Spends))
            {
                Leave(dossiers.Ledger.Expires(r), points);
            }
        }
        var left = 0;
        foreach (var (_, points) in _left)
        {
            left += points;
        }
        return left >= offer.Price;
    }

    private void Leave(int expires, int points)
    {
        for (var i = 0; i < _left.Count; i++)
        {
            if (_left[i].Expires == expires)
            {
                _left[i] = (expires, _left[i].Points + points);
                return;
            }
        }
        _left.Add((expires, points));
    }

    private Bought Pay(in Offer offer, int number, Dossiers dossiers, ushort slot)
    {
        _left.Sort(static (x, y) => x.Expires.CompareTo(y.Expires));
        var first = dossiers.Ledger.Count;
        var owed = offer.Price;
        foreach (var (expires, points) in _left)
        {
            var part = Math.Min(points, owed);
            if (part > 0)
            {
                Entering.Write(dossiers, slot, offer.Rule, expires, 0, -part);
                owed -= part;
            }
        }
        return new Bought(slot, number, first, dossiers.Ledger.Count - first);
    }
}
