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
public sealed partial class Entering
{
    private static readonly Purpose Coming = Purpose.Named("recording/coming-by-itself");

    private readonly List<(ushort Slot, ushort Rule)> _letGo = [];
    private Entered[] _entered = new Entered[64];
    private int _count;
    private int _earlier;

    // Grades at the beginning of the week, by scale: what a week brings itself is no condition of what it brings.
    private readonly byte[][] _held = [[], [], [], []];

    /// <summary>Room for the grades that subjects hold on a scale at the beginning of a week, by slot.</summary>
    public Span<byte> Held(int scale, int slots)
    {
        if (_held[scale].Length != slots)
        {
            _held[scale] = new byte[slots];
        }
        return _held[scale];
    }

    /// <summary>Luck of what comes without an act.</summary>
    public Draw Luck { get; set; }

    /// <summary>Luck of a district.</summary>
    public static Draw LuckOf(ulong seed, uint district) => new(seed, district, Coming);

    /// <summary>Week in which the regime started: what comes by itself is counted from it.</summary>
    public int Start { get; set; }

    /// <summary>Records entered this week.</summary>
    public ReadOnlySpan<Entered> Records => _entered.AsSpan(0, _count);

    /// <summary>Subjects for whom something bad was not entered this week, by connections, and the rule.</summary>
    public IReadOnlyList<(ushort Slot, ushort Rule)> LetGo => _letGo;

    /// <summary>Starts a week: what falls due first, so that a repeated deed meets only what still counts.</summary>
    public void Open(Dossiers dossiers, int week)
    {
        _count = 0;
        _letGo.Clear();
        dossiers.Ledger.Open(week);
        foreach (ref readonly var due in dossiers.Agenda.At(week))
        {
            if (due.Kind == (byte)Due.Expiry && dossiers.Ledger.State(due.Datum) is RecordState.Counting or RecordState.Aside
                or RecordState.Lifted)
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
        var done = 0u;
        foreach (ref readonly var caught in rules.Of(sighting.Conduct, sighting.Level))
        {
            var rule = rules.Rules[caught.Rule];
            if (!RuleTable.Meets(caught, roles) || (done & 1u << rule.Scale) != 0
                || !(rule.Declared is { } share ? sighting.Declaring < share : sighting.Seen)
                || !Holds(rule, dossiers, sighting.Slot, sighting.Bits, week)
                || IsLetGo(rules, rule, caught.Rule, sighting.Slot, roles, sighting.Bits, week))
            {
                continue;
            }
            Charge(rules, rule, caught.Rule, dossiers, roster, situation, sighting, source, week, -1);
            done |= rules.Books[rule.Scale].LargestOnly ? 1u << rule.Scale : 0;
        }
    }

    /// <summary>Enters what comes by itself this week, to every subject for whom it holds.</summary>
    public void Come(RuleTable rules, Dossiers dossiers, Roster roster, Situation situation, int week)
    {
        foreach (var periodic in rules.Periodic)
        {
            if (week <= Start || (week - Start) % periodic.Weeks != 0)
            {
                continue;
            }
            var rule = rules.Rules[periodic.Rule];
            for (var slot = 0; slot < roster.Slots; slot++)
            {
                _earlier = dossiers.Ledger.Count;
                var bits = Luck.At((uint)slot, week, periodic.Rule).A;
                if (roster.Lives(slot) && (situation.Roles[slot] & periodic.Roles) == periodic.Roles
                    && Holds(rule, dossiers, slot, bits, week)
                    && !IsLetGo(rules, rule, periodic.Rule, slot, situation.Roles[slot], bits, week))
                {
                    var sighting = new Sighting((ushort)slot, (byte)rules.ClassOf[periodic.Rule], 0, 0, bits);
                    Charge(rules, rule, periodic.Rule, dossiers, roster, situation, sighting, -1, week, -1);
                }
            }
        }
    }

    /// <summary>
    /// Enters what a grade has triggered; false if the rule does not hold for the one charged. The record that it inherits from lends
    /// it its origin, -1 for none.
    /// </summary>
    public bool Follow(RuleTable rules, Dossiers dossiers, Roster roster, Situation situation, in Link link, ushort slot, int inherits,
        int week)
    {
        _earlier = dossiers.Ledger.Count;
        var rule = rules.Rules[link.Rule];
        var roles = situation.Roles[slot];
        var bits = Luck.At(slot, week, link.Rule).A;
        if ((roles & link.Roles) != link.Roles || !Holds(rule, dossiers, slot, bits, week)
            || IsLetGo(rules, rule, link.Rule, slot, roles, bits, week))
        {
            return false;
        }
        var before = _count;
        var sighting = new Sighting(slot, (byte)rules.ClassOf[link.Rule], 0, 0, 0);
        Book(rules, rule, link.Rule, dossiers, roster, situation, slot, sighting, -1, week, inherits);
        return _count > before;
    }

    private void Charge(RuleTable rules, Rule rule, ushort number, Dossiers dossiers, Roster roster, Situation situation,
        in Sighting sighting, int source, int week, int continues)
    {
        if (rule.Charged is Charged.Actor or Charged.ActorAndParents or Charged.FirmHead)
        {
            Book(rules, rule, number, dossiers, roster, situation, sighting.Slot, sighting, source, week, continues);
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
                    Book(rules, rule, number, dossiers, roster, situation, (ushort)other, sighting, source, week, continues);
                }
            }
            if (orphan && rule.Charged == Charged.ParentsOrPartner && Partner(roster, sighting.Slot) is { } partner)
            {
                Book(rules, rule, number, dossiers, roster, situation, partner, sighting, source, week, continues);
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

    private void Book(RuleTable rules, Rule rule, ushort number, Dossiers dossiers, Roster roster, Situation situation, ushort slot,
        in Sighting sighting, int source, int week, int continues)
    {
        var book = rules.Books[rule.Scale];
        var aside = book.Asks(situation, slot);
        if (aside ? !(book.RecordedAnyway && book.Suits(roster, situation, slot)) : !book.TakesIn(roster, situation, slot))
        {
            return;
        }
        var points = rule.Points;
        if (rule.Counter >= 0)
        {
            (number, points) = Climb(rules, rule.Counter, dossiers.Counters[rule.Counter], slot, sighting);
            rule = rules.Rules[number];
        }
        if (points < 0 && book.RepeatFactor > 1 && source >= 0 && Repeated(rules, dossiers, slot, rules.ClassOf[number], rule.Scale))
        {
            points = (int)(points * book.RepeatFactor);
        }
        if (rule.CapId >= 0)
        {
            points = UnderCap(rules, rule, points, dossiers, slot, week);
        }
        if ((!rule.IsGround && !rule.Noted && points == 0) || (aside && !rule.IsAgainst(points)))
        {
            return;
        }
        var since = book.FromEntry ? week : week - sighting.Late;
        var start = book.FromEndOfConduct ? since + sighting.Weeks : since;
        var expires = Math.Min(Term(rules, rule, dossiers, slot, start), week + Agenda.Horizon - 1);
        if (book.ResetYearly && !rule.IsGround)
        {
            expires = Math.Min(expires, (since / Calendar.Year + 1) * Calendar.Year);
        }
        if (sighting.Late > 0 && expires <= week)
        {
            return;
        }
        var record = Write(dossiers, slot, number, expires, sighting.Level, points);
        if (aside)
        {
            dossiers.Ledger.SetAside(record);
        }
        if (_count == _entered.Length)
        {
            Array.Resize(ref _entered, _count * 2);
        }
        _entered[_count++] = new Entered(record, source, continues);
    }

    // A term that adds up begins where the last record that sets the same grade ends.
    private static int Term(RuleTable rules, Rule rule, Dossiers dossiers, int slot, int start)
    {
        var from = start;
        for (var r = rule.AddsToTerm ? dossiers.Head(slot) : -1; r >= 0; r = dossiers.Ledger.Previous(r))
        {
            var other = rules.Rules[dossiers.Ledger.Row(r)];
            if (dossiers.Ledger.State(r) == RecordState.Counting && other.Scale == rule.Scale && other.Grade == rule.Grade)
            {
                from = Math.Max(from, dossiers.Ledger.Expires(r));
            }
        }
        return from + rule.Weeks;
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

    // What the cap has left: its own records tell what it has used.
    private static int UnderCap(RuleTable rules, Rule rule, int points, Dossiers dossiers, int slot, int week)
    {
        var ledger = dossiers.Ledger;
        var since = rule.CapTime switch
        {
            CapTime.Year => week / Calendar.Year * Calendar.Year,
            CapTime.Month => week / Calendar.Exchange * Calendar.Exchange,
            _ => 0,
        };
        var used = 0;
        for (var r = dossiers.Head(slot); r >= 0; r = ledger.Previous(r))
        {
            if (rules.Rules[ledger.Row(r)].CapId == rule.CapId
                && (rule.CapTime == CapTime.Ever ? ledger.State(r) == RecordState.Counting : ledger.Week(r) >= since))
            {
                used += Math.Abs(ledger.Points(r));
            }
        }
        var left = Math.Max(0, rule.Cap - used);
        return Math.Clamp(points, -left, left);
    }

    /// <summary>
    /// Adds a deed's amount to a yearly count: the tier reached replaces the one below, so it adds the difference.
    /// </summary>
    private static (ushort Rule, int Points) Climb(RuleTable rules, int ladder, Column<ushort> counter, int slot, in Sighting sighting)
    {
        var amount = rules.AmountMean[sighting.Conduct] * (0.5f + Episodes.Mix(sighting.Bits) / 4294967296f);
        int before = counter[slot];
        var after = Math.Min(before + Math.Max(1, (int)(amount + 0.5f)), ushort.MaxValue);
        counter[slot] = (ushort)after;
        var (_, had) = rules.TierAt(ladder, before);
        var (number, has) = rules.TierAt(ladder, after);
        return (number, has - had);
    }

    // An earlier bad act of the class still counts; what the same act has just brought does not make it repeated.
    private bool Repeated(RuleTable rules, Dossiers dossiers, int slot, int ofClass, byte scale)
    {
        var ledger = dossiers.Ledger;
        for (var r = dossiers.Head(slot); r >= 0; r = ledger.Previous(r))
        {
            var rule = rules.Rules[ledger.Row(r)];
            if (r < _earlier && rule.Scale == scale && rule.IsAgainst(ledger.Points(r)) && ledger.State(r) == RecordState.Counting
                && rules.ClassOf[ledger.Row(r)] == ofClass)
            {
                return true;
            }
        }
        return false;
    }

    private static void Schedule(RuleTable rules, Rule rule, ushort number, Dossiers dossiers, Roster roster, in Sighting sighting,
        int week)
    {
        var unit = rule.Repeats switch { Repeats.Monthly => 4, Repeats.PerArrearsUnit => rules.Books[rule.Scale].ArrearsUnitWeeks, _ => 0 };
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
