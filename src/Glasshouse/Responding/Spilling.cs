using Glasshouse.Population;
using Glasshouse.Scoring;

namespace Glasshouse.Responding;

/// <summary>
/// Who is hit by the grade of somebody else: followed at each change of a grade, and looked at anew once a quarter, when people have
/// moved, died, grown up or changed their work.
/// </summary>
public sealed class Spilling
{
    private readonly List<ushort> _moved = [];

    /// <summary>Those for whom something began or ended at the last call.</summary>
    public IReadOnlyList<ushort> Moved => _moved;

    /// <summary>Follows changes of grades.</summary>
    public void Follow(ConsequenceTable table, ReadOnlySpan<GradeChange> changes, Standing standing, Roster roster, Situation situation)
    {
        _moved.Clear();
        for (var i = 0; i < table.Spills.Spills.Length; i++)
        {
            var spill = table.Spills.Spills[i];
            foreach (ref readonly var change in changes)
            {
                if (change.Scale == spill.Scale && spill.Has(change.From) != spill.Has(change.To))
                {
                    Around(table, i, change.Slot, standing, roster, situation);
                }
            }
        }
    }

    /// <summary>Forgets who was hit: the table that comes may hold other spills.</summary>
    public static void Forget(Standing standing, Situation situation)
    {
        for (var slot = 0; slot < standing.Hits.Length; slot++)
        {
            standing.Hits[slot] = 0;
            ref var marks = ref situation.Marks[slot];
            marks &= ~MarkBits.Of(Mark.Hit);
            marks = (marks & MarkBits.Of(Mark.Penalised)) == 0 ? marks & ~MarkBits.Causes : marks;
        }
    }

    /// <summary>Looks at everybody anew.</summary>
    public void Review(ConsequenceTable table, Standing standing, Roster roster, Situation situation)
    {
        _moved.Clear();
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            for (var i = 0; i < table.Spills.Spills.Length; i++)
            {
                Set(table, i, slot, standing, roster, situation);
            }
        }
    }

    /// <summary>True if somebody whose grade spills over to this person stands in it.</summary>
    public static bool Holds(in Spill spill, int slot, Standing standing, Roster roster, Situation situation) =>
        roster.Lives(slot)
        && ((spill.To & (SpillTo.Child | SpillTo.Household)) != 0 && AtHome(spill, slot, standing, roster, situation)
            || (spill.To & SpillTo.Staff) != 0 && AtWork(spill, slot, standing, roster, situation)
            || (spill.To & SpillTo.FirmHead) != 0 && OverStaff(spill, slot, standing, roster, situation));

    // Whoever may be reached from somebody whose grade changed.
    private void Around(ConsequenceTable table, int spill, int slot, Standing standing, Roster roster, Situation situation)
    {
        var to = table.Spills.Spills[spill].To;
        int first = roster.Household[slot];
        for (var other = first; (to & (SpillTo.Child | SpillTo.Household)) != 0 && other < first + roster.HouseholdSize[slot]; other++)
        {
            Set(table, spill, other, standing, roster, situation);
        }
        for (var other = 0; (to & SpillTo.Staff) != 0 && roster.Is(slot, Role.FirmHead) && other < roster.Slots; other++)
        {
            if (roster.Employer[other] == slot)
            {
                Set(table, spill, other, standing, roster, situation);
            }
        }
        if ((to & SpillTo.FirmHead) != 0 && roster.Employer[slot] != Roster.NoFirm)
        {
            Set(table, spill, roster.Employer[slot], standing, roster, situation);
        }
    }

    private void Set(ConsequenceTable table, int spill, int slot, Standing standing, Roster roster, Situation situation)
    {
        ref var hits = ref standing.Hits[slot];
        var bit = (ushort)(1 << spill);
        var now = Holds(table.Spills.Spills[spill], slot, standing, roster, situation);
        if (now == ((hits & bit) != 0))
        {
            return;
        }
        hits ^= bit;
        ref var marks = ref situation.Marks[slot];
        marks = hits != 0 ? marks | MarkBits.Of(Mark.Hit) : marks & ~MarkBits.Of(Mark.Hit);
        if ((marks & MarkBits.Of(Mark.Penalised)) == 0 && (hits & table.Spills.Against) == 0)
        {
            marks &= ~MarkBits.Causes;
        }
        _moved.Add((ushort)slot);
    }

    private static bool AtHome(in Spill spill, int slot, Standing standing, Roster roster, Situation situation)
    {
        int first = roster.Household[slot];
        for (var other = first; other < first + roster.HouseholdSize[slot]; other++)
        {
            if (other != slot && Stands(spill, other, standing, roster, situation)
                && ((spill.To & SpillTo.Household) != 0 || roster.Age[other] - roster.Age[slot] is >= 18 and <= 50))
            {
                return true;
            }
        }
        return false;
    }

    private static bool AtWork(in Spill spill, int slot, Standing standing, Roster roster, Situation situation)
    {
        int head = roster.Employer[slot];
        return head != Roster.NoFirm && head != slot && Works(situation, slot) && Stands(spill, head, standing, roster, situation);
    }

    private static bool OverStaff(in Spill spill, int head, Standing standing, Roster roster, Situation situation)
    {
        for (var slot = 0; roster.Is(head, Role.FirmHead) && slot < roster.Slots; slot++)
        {
            if (slot != head && roster.Employer[slot] == head && Works(situation, slot)
                && Stands(spill, slot, standing, roster, situation))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Works(Situation situation, int slot) => (situation.Roles[slot] & RoleBits.Of(Role.Employed)) != 0;

    // Of those whom a scale leaves out nothing follows, for themselves or for others.
    private static bool Stands(in Spill spill, int slot, Standing standing, Roster roster, Situation situation) =>
        roster.Lives(slot) && roster.Is(slot, Role.Adult) && (!spill.OfFirms || roster.Is(slot, Role.FirmHead))
        && (situation.Marks[slot] & spill.Refuses) == 0 && spill.Has(standing.GradeOn(spill.Scale, slot));
}
