using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;

namespace Glasshouse.Recording;

// Recording: sightings enter the ledger. In: sightings without their origins, the rule book. Out: records, agenda entries, and the
// list of subjects whose records changed.

/// <summary>A record that was entered, and the sighting it came from (-1 for a further unit of continuing conduct).</summary>
public readonly record struct Entered(int Record, int Sighting, int Continues);

/// <summary>Enters sightings under a rule book.</summary>
public sealed class Entering
{
    private Entered[] _entered = new Entered[64];
    private int _count;
    private int _earlier;

    /// <summary>Records entered this week.</summary>
    public ReadOnlySpan<Entered> Records => _entered.AsSpan(0, _count);

    /// <summary>Starts a week: what falls due first, so that a repeated deed meets only what still counts.</summary>
    public void Open(Dossiers dossiers, int week)
    {
        _count = 0;
        dossiers.Ledger.Open(week);
        foreach (ref readonly var due in dossiers.Agenda.At(week))
        {
            if (due.Kind == (byte)Due.Expiry && dossiers.Ledger.State(due.Datum) == RecordState.Counting)
            {
                dossiers.Ledger.Close(due.Datum, RecordState.Expired);
                dossiers.Touched.Add(dossiers.Ledger.Subject(due.Datum));
            }
        }
    }

    /// <summary>Enters the week's sightings.</summary>
    public void Enter(RuleTable rules, Dossiers dossiers, Roster roster, Situation situation, ReadOnlySpan<Sighting> seen, int week)
    {
        for (var i = 0; i < seen.Length; i++)
        {
            Apply(rules, dossiers, roster, situation, seen[i], i, week);
        }
    }

    /// <summary>Assesses continuing conduct again whose unit is over. The record that it continues lends it its origin.</summary>
    public void Continue(RuleTable rules, Dossiers dossiers, Roster roster, Situation situation, int week)
    {
        foreach (ref readonly var entry in dossiers.Agenda.At(week))
        {
            if (entry.Kind == (byte)Due.Unit && roster.Generation[entry.Slot] == entry.Generation)
            {
                Again(rules, dossiers, roster, situation, entry, week);
            }
        }
    }

    // The rule that was charged first is charged again while the person still meets it.
    private void Again(RuleTable rules, Dossiers dossiers, Roster roster, Situation situation, in DueEntry entry, int week)
    {
        var (number, level, left) = Unpack(entry.Datum);
        var conduct = (byte)rules.ClassOf[number];
        var roles = situation.Roles[entry.Slot];
        foreach (ref readonly var caught in rules.Of(conduct, level))
        {
            if (caught.Rule == number && RuleTable.Meets(caught, roles) && (roles & RoleBits.Of(Role.Adult)) != 0)
            {
                var sighting = new Sighting(entry.Slot, conduct, level, left, 0);
                var continued = Newest(rules, dossiers, entry.Slot, conduct);
                Charge(rules, rules.Rules[number], number, dossiers, roster, situation, sighting, -1, week, continued);
                break;
            }
        }
    }

    // The newest record for the conduct: the one that a further unit continues.
    private static int Newest(RuleTable rules, Dossiers dossiers, int slot, byte conduct)
    {
        var r = dossiers.Head(slot);
        while (r >= 0 && rules.ClassOf[dossiers.Ledger.Row(r)] != conduct)
        {
            r = dossiers.Ledger.Previous(r);
        }
        return r;
    }

    private void Apply(RuleTable rules, Dossiers dossiers, Roster roster, Situation situation, in Sighting sighting, int source, int week)
    {
        _earlier = dossiers.Ledger.Count;
        var roles = situation.Roles[sighting.Slot];
        if ((roles & RoleBits.Of(Role.Adult)) == 0)
        {
            return;
        }
        foreach (ref readonly var caught in rules.Of(sighting.Conduct, sighting.Level))
        {
            if (!RuleTable.Meets(caught, roles))
            {
                continue;
            }
            Charge(rules, rules.Rules[caught.Rule], caught.Rule, dossiers, roster, situation, sighting, source, week, -1);
            if (rules.LargestOnly)
            {
                break;
            }
        }
    }

    private void Charge(RuleTable rules, Rule rule, ushort number, Dossiers dossiers, Roster roster, Situation situation,
        in Sighting sighting, int source, int week, int continues)
    {
        if (rule.Charged is Charged.Actor or Charged.ActorAndParents or Charged.FirmHead)
        {
            Book(rules, rule, number, dossiers, situation, sighting.Slot, sighting, source, week, continues);
        }
        if (rule.Charged is Charged.ActorAndParents or Charged.ParentsOrPartner)
        {
            var orphan = true;
            int first = roster.Household[sighting.Slot];
            for (var other = first; other < first + roster.HouseholdSize[sighting.Slot]; other++)
            {
                if (roster.Age[other] - roster.Age[sighting.Slot] is >= 18 and <= 50 && roster.Is(other, Role.Adult))
                {
                    orphan = false;
                    Book(rules, rule, number, dossiers, situation, (ushort)other, sighting, source, week, continues);
                }
            }
            if (orphan && rule.Charged == Charged.ParentsOrPartner && Partner(roster, sighting.Slot) is { } partner)
            {
                Book(rules, rule, number, dossiers, situation, partner, sighting, source, week, continues);
            }
        }
        Schedule(rules, rule, number, dossiers, roster, sighting, week);
    }

    // Nobody's partner is on record: the adult of the household nearest in age stands for one.
    private static ushort? Partner(Roster roster, int slot)
    {
        ushort? partner = null;
        var nearest = 18;
        int first = roster.Household[slot];
        for (var other = first; other < first + roster.HouseholdSize[slot]; other++)
        {
            var apart = Math.Abs(roster.Age[other] - roster.Age[slot]);
            if (other != slot && apart < nearest && roster.Is(other, Role.Adult))
            {
                (partner, nearest) = ((ushort)other, apart);
            }
        }
        return partner;
    }

    private void Book(RuleTable rules, Rule rule, ushort number, Dossiers dossiers, Situation situation, ushort slot,
        in Sighting sighting, int source, int week, int continues)
    {
        if (SubjectTable.LeavesOut(situation.Marks[slot]))
        {
            return;
        }
        var points = rule.Points;
        if (rule.Counter >= 0)
        {
            (number, points) = Climb(rules, rule.Counter, dossiers.Counters[rule.Counter], slot, sighting);
            rule = rules.Rules[number];
        }
        if (rule.CapCounter >= 0)
        {
            points = UnderCap(points, rule.Cap, dossiers.Counters[rule.CapCounter], slot);
        }
        if (!rule.IsGround && !rule.Noted && points == 0)
        {
            return;
        }
        if (points < 0 && rules.RepeatFactor > 1 && source >= 0 && Repeated(rules, dossiers, slot, rules.ClassOf[number]))
        {
            points = (int)(points * rules.RepeatFactor);
        }
        var start = rules.FromEndOfConduct ? week + sighting.Weeks : week;
        var expires = Math.Min(start + rule.Weeks, week + Agenda.Horizon - 1);
        var record = Write(dossiers, slot, number, expires, sighting.Level, points);
        if (_count == _entered.Length)
        {
            Array.Resize(ref _entered, _count * 2);
        }
        _entered[_count++] = new Entered(record, source, continues);
    }

    /// <summary>Writes one record into a dossier and its term into the agenda.</summary>
    public static int Write(Dossiers dossiers, ushort slot, ushort number, int expires, byte level, int points)
    {
        var record = dossiers.Ledger.Append(slot, number, (ushort)expires, level, points, dossiers.Head(slot));
        dossiers.Newest[slot] = record + 1;
        dossiers.Agenda.Enter(expires, new DueEntry((byte)Due.Expiry, slot, 0, record));
        dossiers.Touched.Add(slot);
        return record;
    }

    private static int UnderCap(int points, int cap, Column<int> counter, int slot)
    {
        var left = Math.Clamp(points, 0, cap - counter[slot]);
        counter[slot] += left;
        return left;
    }

    /// <summary>
    /// Adds a deed's amount to a yearly count: the tier reached replaces the one below, so it adds the difference.
    /// </summary>
    private static (ushort Rule, int Points) Climb(RuleTable rules, int ladder, Column<int> counter, int slot, in Sighting sighting)
    {
        var amount = rules.AmountMean[sighting.Conduct] * (0.5f + Episodes.Mix(sighting.Bits) / 4294967296f);
        var before = counter[slot];
        var after = before + Math.Max(1, (int)(amount + 0.5f));
        counter[slot] = after;
        var (_, had) = rules.TierAt(ladder, before);
        var (number, has) = rules.TierAt(ladder, after);
        return (number, has - had);
    }

    // An earlier bad act of the class still counts; what the same act has just brought does not make it repeated.
    private bool Repeated(RuleTable rules, Dossiers dossiers, int slot, int ofClass)
    {
        var ledger = dossiers.Ledger;
        for (var r = dossiers.Head(slot); r >= 0; r = ledger.Previous(r))
        {
            var bad = rules.Rules[ledger.Row(r)].IsAgainst(ledger.Points(r));
            if (r < _earlier && bad && ledger.State(r) == RecordState.Counting && rules.ClassOf[ledger.Row(r)] == ofClass)
            {
                return true;
            }
        }
        return false;
    }

    private static void Schedule(RuleTable rules, Rule rule, ushort number, Dossiers dossiers, Roster roster, in Sighting sighting,
        int week)
    {
        var unit = rule.Repeats switch { Repeats.Monthly => 4, Repeats.PerArrearsUnit => rules.ArrearsUnitWeeks, _ => 0 };
        if (unit > 0 && sighting.Weeks > unit)
        {
            var datum = Pack(number, sighting.Level, sighting.Weeks - unit);
            dossiers.Agenda.Enter(week + unit, new DueEntry((byte)Due.Unit, sighting.Slot, roster.Generation[sighting.Slot], datum));
        }
    }

    // 16 bits for the rule, 3 for the level, 13 for the weeks left: at most Episodes.Longest.
    private static int Pack(ushort rule, byte level, int left) => rule << 16 | level << 13 | left;

    private static (ushort Rule, byte Level, ushort Left) Unpack(int datum) =>
        ((ushort)(datum >> 16), (byte)(datum >> 13 & 7), (ushort)(datum & 0x1FFF));
}
