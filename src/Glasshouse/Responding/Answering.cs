using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Scoring;

namespace Glasshouse.Responding;

// Responding: grades have consequences. In: changed grades, dossiers (no origins). Out: marks in lives, repaired and removed records,
// and the month's public acts (naming, honours, school).

/// <summary>What the regime did to a person in public.</summary>
public readonly record struct PublicAct(ushort Slot, Effect Effect);

/// <summary>How an appeal ended.</summary>
public readonly record struct Decision(ushort Slot, int Record, bool Removed);

/// <summary>How often, and after how many weeks, the source of a removed record reports it anew.</summary>
public readonly record struct Redelivery(float Chance, int Weeks);

/// <summary>Answers of the regime to standings, for one district and twin.</summary>
public sealed class Answering
{
    private static readonly Purpose Naming = Purpose.Named("responding/naming");
    private static readonly Purpose Looking = Purpose.Named("responding/second-look");

    private readonly List<PublicAct> _public = [];
    private readonly List<Decision> _decisions = [];
    private static readonly Purpose Returning = Purpose.Named("responding/returning");

    private readonly List<int> _returned = [];
    private readonly List<(int Record, RepairRule Repair)> _waiting = [];
    private readonly List<(int Record, int Replacement)> _repairs = [];

    /// <summary>Namings, honours and refusals of a school, this month.</summary>
    public IReadOnlyList<PublicAct> Public => _public;

    /// <summary>Appeals decided this week.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>Records repaired this month and what replaced them, -1 for nothing; the replacement inherits the origin.</summary>
    public IReadOnlyList<(int Record, int Replacement)> Repairs => _repairs;

    /// <summary>Records removed before that their source reported anew this week.</summary>
    public IReadOnlyList<int> Returned => _returned;

    /// <summary>Starts a week.</summary>
    public void Open()
    {
        _public.Clear();
        _decisions.Clear();
        _repairs.Clear();
        _returned.Clear();
    }

    /// <summary>
    /// Appeals whose turn has come: the records, and the luck with which Observing is asked for a second look. What is ripe joins
    /// the line behind what waits, in the order of its lot; an appeal against what counts no more, or of somebody gone, takes no slot.
    /// </summary>
    public static List<(int Record, float Luck)> AppealsDue(
        Dossiers dossiers, Roster roster, int slots, ulong seed, uint district, int week)
    {
        foreach (ref readonly var entry in dossiers.Agenda.At(week))
        {
            if (entry.Kind == (byte)Due.Appeal)
            {
                dossiers.Appeals.Join(entry);
            }
        }
        var draw = new Draw(seed, district, Looking);
        var appeals = new List<(int, float)>();
        while (appeals.Count < slots && dossiers.Appeals.Next(out var entry))
        {
            if (dossiers.Ledger.State(entry.Datum) == RecordState.Counting && roster.Generation[entry.Slot] == entry.Generation)
            {
                appeals.Add((entry.Datum, Draw.Unit(draw.At(entry.Slot, week).A)));
            }
        }
        return appeals;
    }

    /// <summary>Closes an appeal. What is removed may be reported anew by its source, weeks later.</summary>
    public void Decide(Dossiers dossiers, Roster roster, int record, bool remove, in Redelivery source, ulong seed, uint district, int week)
    {
        var slot = dossiers.Ledger.Subject(record);
        if (remove && source.Chance > 0 && Draw.Unit(new Draw(seed, district, Returning).At(slot, week).A) < source.Chance)
        {
            dossiers.Ledger.Lift(record);
            dossiers.Touched.Add(slot);
            dossiers.Agenda.Enter(week + source.Weeks, new DueEntry((byte)Due.Return, slot, roster.Generation[slot], record));
        }
        else if (remove)
        {
            dossiers.Ledger.Close(record, RecordState.Removed);
            dossiers.Touched.Add(slot);
        }
        _decisions.Add(new Decision(dossiers.Ledger.Subject(record), record, remove));
    }

    /// <summary>Lets what was lifted count again where its source has reported it anew.</summary>
    public void Return(Dossiers dossiers, Roster roster, int week)
    {
        foreach (ref readonly var entry in dossiers.Agenda.At(week))
        {
            if (entry.Kind == (byte)Due.Return && dossiers.Ledger.State(entry.Datum) == RecordState.Lifted
                && roster.Generation[entry.Slot] == entry.Generation)
            {
                dossiers.Ledger.Recall(entry.Datum);
                dossiers.Touched.Add(entry.Slot);
                _returned.Add(entry.Datum);
            }
        }
    }

    /// <summary>Marks lives whose grade changed: penalised below the entry grade of any scale, else rewarded above one.</summary>
    public static void Mark(ConsequenceTable table, ReadOnlySpan<GradeChange> changes, Standing standing, Situation situation)
    {
        foreach (var change in changes)
        {
            Mark(table, standing, situation, change.Slot);
        }
    }

    /// <summary>Marks everybody anew, where what a grade means has changed and not the grade.</summary>
    public static void Mark(ConsequenceTable table, Standing standing, Roster roster, Situation situation)
    {
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if (roster.Lives(slot))
            {
                Mark(table, standing, situation, slot);
            }
        }
    }

    private static void Mark(ConsequenceTable table, Standing standing, Situation situation, int slot)
    {
        ref var marks = ref situation.Marks[slot];
        marks &= ~(MarkBits.Of(Population.Mark.Penalised) | MarkBits.Of(Population.Mark.Rewarded));
        var worse = table.InForce && standing.Grade[slot] > table.EntryGrade;
        var better = table.InForce && standing.Grade[slot] < table.EntryGrade;
        for (var i = 0; i < table.Further.Length; i++)
        {
            var (further, grade) = (table.Further[i], standing.GradeOn(i + 1, slot));
            worse |= further.InForce && grade > further.EntryGrade;
            better |= further.InForce && grade < further.EntryGrade;
        }
        if (worse)
        {
            marks |= MarkBits.Of(Population.Mark.Penalised) | MarkBits.Of(Population.Mark.EverFell);
        }
        else
        {
            marks &= ~MarkBits.Causes;
            marks |= better ? MarkBits.Of(Population.Mark.Rewarded) | MarkBits.Of(Population.Mark.EverRose) : 0;
        }
    }

    /// <summary>
    /// What happens once a month: repairs, and public acts towards people in other grades than the entry grade.
    /// </summary>
    public void Month(ConsequenceTable table, RuleTable rules, Dossiers dossiers, Standing standing, Roster roster, Situation situation,
        ulong seed, uint district, int week)
    {
        var luck = new Draw(seed, district, Naming);
        var graded = MarkBits.Of(Population.Mark.Penalised) | MarkBits.Of(Population.Mark.Rewarded);
        var apart = graded | MarkBits.Of(Population.Mark.Hit);
        var schools = table.Spills.Has(Effect.SchoolRefused);
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if ((situation.Marks[slot] & apart) == 0 && !(schools && Pays(situation, slot)))
            {
                continue;
            }
            var treatment = new Treatment(table, situation, standing, slot);
            var draw = luck.At((uint)slot, week);
            if ((situation.Marks[slot] & apart) != 0)
            {
                InPublic(treatment.Of(Effect.NamedInPublic), slot, Effect.NamedInPublic, draw.A);
                InPublic(treatment.Of(Effect.Honour), slot, Effect.Honour, draw.B);
            }
            if (Pays(situation, slot))
            {
                var refused = schools ? AtSchool(table, treatment, standing, roster, slot) : treatment.Of(Effect.SchoolRefused);
                InPublic(refused, slot, Effect.SchoolRefused, draw.C);
            }
            if ((situation.Marks[slot] & graded) != 0 && (table.RepairsRows || standing.AnyDirect(slot)))
            {
                Repair(table, rules, dossiers, slot, new Draw(seed, district, Naming), week);
            }
        }
    }

    private static bool Pays(Situation situation, int slot)
    {
        var payer = RoleBits.Of(Role.SchoolFees) | RoleBits.Of(Role.Parent);
        return (situation.Roles[slot] & payer) == payer;
    }

    // A child is turned away once, be it by this parent's grade or by one that hits the child.
    private static float AtSchool(ConsequenceTable table, Treatment treatment, Standing standing, Roster roster, int slot)
    {
        var yearly = treatment.Of(Effect.SchoolRefused);
        int first = roster.Household[slot];
        for (var child = first; child < first + roster.HouseholdSize[slot]; child++)
        {
            if (roster.Lives(child) && !roster.Is(child, Role.Adult))
            {
                yearly = Math.Max(yearly, table.Spills.Of(standing.Hits[child], Effect.SchoolRefused));
            }
        }
        return yearly;
    }

    private void InPublic(float yearly, int slot, Effect effect, uint bits)
    {
        if (yearly > 0 && Draw.Unit(bits) < yearly * Calendar.Exchange / Calendar.Year)
        {
            _public.Add(new PublicAct((ushort)slot, effect));
        }
    }

    private void Repair(ConsequenceTable table, RuleTable rules, Dossiers dossiers, int slot, Draw draw, int week)
    {
        _waiting.Clear();
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            if (dossiers.Ledger.State(r) == RecordState.Counting && table.Repairs[dossiers.Ledger.Row(r)] is { } ways
                && Array.FindIndex(ways, way => week - dossiers.Ledger.Week(r) >= way.AfterWeeks
                    && Draw.Unit((draw with { Purpose = way.Luck }).At((uint)slot, week).A) < way.MonthlyChance) is >= 0 and var first)
            {
                _waiting.Add((r, ways[first]));
            }
        }
        foreach (var (r, repair) in _waiting)
        {
            if (repair.ToRule == RepairRule.Nothing)
            {
                Clear(rules, dossiers, r, repair.ClearsScale, slot);
                continue;
            }
            var rule = rules.Rules[repair.ToRule];
            var expires = repair.KeepTerm ? dossiers.Ledger.Expires(r) : week + rule.Weeks;
            dossiers.Ledger.Close(r, RecordState.Repaired);
            var replacement = Entering.Write(dossiers, (ushort)slot, repair.ToRule, expires, dossiers.Ledger.Level(r), rule.Points);
            _repairs.Add((r, replacement));
        }
    }

    /// <summary>Closes what payment closes, of the records for a conduct that left a debt which is paid now.</summary>
    public void Perform(ConsequenceTable table, RuleTable rules, Dossiers dossiers, int slot, ReadOnlySpan<uint> leaves, uint paid)
    {
        _waiting.Clear();
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            var row = dossiers.Ledger.Row(r);
            if (dossiers.Ledger.State(r) == RecordState.Counting && (leaves[rules.ClassOf[row]] & paid) != 0
                && row < table.Repairs.Length && table.Repairs[row] is { } ways
                && Array.FindIndex(ways, way => way.Paid && way.ToRule == RepairRule.Nothing) is >= 0 and var first)
            {
                _waiting.Add((r, ways[first]));
            }
        }
        foreach (var (r, repair) in _waiting)
        {
            Clear(rules, dossiers, r, repair.ClearsScale, slot);
        }
    }

    private void Clear(RuleTable rules, Dossiers dossiers, int record, bool wholeScale, int slot)
    {
        var scale = rules.Rules[dossiers.Ledger.Row(record)].Scale;
        dossiers.Touched.Add(slot);
        for (var r = wholeScale ? dossiers.Head(slot) : record; r >= 0; r = wholeScale ? dossiers.Ledger.Previous(r) : -1)
        {
            if (dossiers.Ledger.State(r) == RecordState.Counting && rules.Rules[dossiers.Ledger.Row(r)].Scale == scale)
            {
                dossiers.Ledger.Close(r, RecordState.Repaired);
                _repairs.Add((r, -1));
            }
        }
    }
}
