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
            Apply(rules, dossiers, roster, situation, seen[i], i, week, -1);
        }
    }

    /// <summary>Assesses continuing conduct again whose unit is over. The record that it continues lends it its origin.</summary>
    public void Continue(RuleTable rules, Dossiers dossiers, Roster roster, Situation situation, int week)
    {
        foreach (ref readonly var entry in dossiers.Agenda.At(week))
        {
            if (entry.Kind == (byte)Due.Unit && roster.Generation[entry.Slot] == entry.Generation)
            {
                var (conduct, level, left) = Unpack(entry.Datum);
                var sighting = new Sighting(entry.Slot, conduct, level, left, 0);
                Apply(rules, dossiers, roster, situation, sighting, -1, week, Newest(rules, dossiers, entry.Slot, conduct));
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

    private void Apply(RuleTable rules, Dossiers dossiers, Roster roster, Situation situation, in Sighting sighting, int source, int week,
        int continues)
    {
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
            var rule = rules.Rules[caught.Rule];
            if (source < 0 && rule.Repeats == Repeats.Once)
            {
                continue;
            }
            Charge(rules, rule, caught.Rule, dossiers, roster, sighting, source, week, continues);
            if (rules.LargestOnly)
            {
                break;
            }
        }
    }

    private void Charge(RuleTable rules, Rule rule, ushort number, Dossiers dossiers, Roster roster, in Sighting sighting, int source,
        int week, int continues)
    {
        if (rule.Charged is Charged.Actor or Charged.ActorAndParents or Charged.FirmHead)
        {
            Book(rules, rule, number, dossiers, sighting.Slot, sighting, source, week, continues);
        }
        if (rule.Charged is Charged.ActorAndParents or Charged.ParentsOrPartner)
        {
            int first = roster.Household[sighting.Slot];
            for (var other = first; other < first + roster.HouseholdSize[sighting.Slot]; other++)
            {
                var older = roster.Age[other] - roster.Age[sighting.Slot];
                var near = older is >= 18 and <= 50 || (rule.Charged == Charged.ParentsOrPartner && Math.Abs(older) < 18);
                if (other != sighting.Slot && near && roster.Is(other, Role.Adult))
                {
                    Book(rules, rule, number, dossiers, (ushort)other, sighting, source, week, continues);
                }
            }
        }
        Schedule(rules, rule, dossiers, roster, sighting, week);
    }

    private void Book(RuleTable rules, Rule rule, ushort number, Dossiers dossiers, ushort slot, in Sighting sighting, int source, int week,
        int continues)
    {
        var points = rule.Points;
        if (rule.Cap > 0)
        {
            points = UnderCap(rule, dossiers.Counters[rule.Counter], slot);
        }
        else if (rule.Counter >= 0)
        {
            (number, points) = Climb(rules, rule.Counter, dossiers.Counters[rule.Counter], slot, sighting);
            rule = rules.Rules[number];
        }
        if (!rule.IsGround && points == 0)
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

    private static int UnderCap(Rule rule, Column<int> counter, int slot)
    {
        var points = Math.Clamp(rule.Points, 0, rule.Cap - counter[slot]);
        counter[slot] += points;
        return points;
    }

    /// <summary>Adds a deed's amount to a yearly count: the tier reached replaces the one below, so it adds the difference.</summary>
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

    private static bool Repeated(RuleTable rules, Dossiers dossiers, int slot, int ofClass)
    {
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            if (dossiers.Ledger.State(r) == RecordState.Counting && rules.ClassOf[dossiers.Ledger.Row(r)] == ofClass)
            {
                return true;
            }
        }
        return false;
    }

    private static void Schedule(RuleTable rules, Rule rule, Dossiers dossiers, Roster roster, in Sighting sighting, int week)
    {
        var unit = rule.Repeats switch { Repeats.Monthly => 4, Repeats.PerArrearsUnit => rules.ArrearsUnitWeeks, _ => 0 };
        if (unit > 0 && sighting.Weeks > unit)
        {
            var datum = Pack(sighting.Conduct, sighting.Level, (ushort)(sighting.Weeks - unit));
            dossiers.Agenda.Enter(week + unit, new DueEntry((byte)Due.Unit, sighting.Slot, roster.Generation[sighting.Slot], datum));
        }
    }

    private static int Pack(byte conduct, byte level, ushort left) => conduct << 24 | level << 16 | left;

    private static (byte Conduct, byte Level, ushort Left) Unpack(int datum) => ((byte)(datum >> 24), (byte)(datum >> 16), (ushort)datum);
}
