using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <content>What people have to do with others: ties and deals.</content>
public sealed partial class Lives
{
    /// <summary>Lets a tie that was lost be made good in a later week.</summary>
    public void Befriend(Roster roster, int slot, int week) =>
        Diary.Enter(week, new DueEntry((byte)Ends.Tie, (ushort)slot, roster.Generation[slot], 0));

    // The stranger is anybody of the district. Who sees a bad record refuses; who sees a clean one deals more readily than in the dark.
    private void Deal(LivingTable table, Roster roster, Situation situation, bool open, float trust, int slot, float luck, uint bits)
    {
        var share = open ? (float)(table.Figures.Deals?.Looks.Value ?? 0) : 0;
        var entered = luck < table.Enters(trust, false);
        if (share == 0)
        {
            Add(null, slot, Occasion.Deal, entered, entered);
            return;
        }
        var other = Draw.Below(Episodes.Mix(bits ^ 0x3c6ef372), roster.Slots);
        var scored = roster.Lives(other) && roster.Is(other, Role.Adult) && other != slot;
        var looks = scored && Draw.Unit(Episodes.Mix(bits ^ 0x510e527f)) < share;
        if (looks && (situation.Marks[other] & MarkBits.Of(Mark.Penalised)) != 0)
        {
            Add(other, Occasion.Deal, Outcome.RefusedByGrade);
            return;
        }
        Add(null, slot, Occasion.Deal, entered, looks ? luck < table.Enters(trust, true) : entered);
    }
}
