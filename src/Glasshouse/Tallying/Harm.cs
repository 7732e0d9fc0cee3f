using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Tallying;

/// <summary>
/// Why penalties hit: marks on penalised persons the causes of harm that their counting records show, and on whom the grade of somebody
/// else harms that cause. Marks last until the grade recovers.
/// </summary>
public static class Harm
{
    /// <summary>Reads the records of everybody whose dossier changed this week.</summary>
    public static void Mark(Week week)
    {
        foreach (var slot in week.Dossiers.Touched.Slots)
        {
            ref var marks = ref week.Situation.Marks[slot];
            var byOthers = HurtByOthers(week, slot);
            if ((marks & MarkBits.Of(Population.Mark.Penalised)) == 0)
            {
                marks |= byOthers;
                continue;
            }
            marks = marks & ~MarkBits.Causes | Causes(week, slot) | byOthers;
            marks |= (marks & MarkBits.Of(Population.Mark.ByError)) != 0 ? MarkBits.Of(Population.Mark.EverWronged) : 0;
        }
    }

    private static uint HurtByOthers(Week week, int slot)
    {
        var spills = week.Consequences.Spills;
        return spills.Any && (week.Standing.Hits[slot] & spills.Against) != 0 ? MarkBits.Of(Population.Mark.BySpillOver) : 0;
    }

    // A misread act was done: what is wrong is its weight. At the lightest level it cannot have been read as graver than it was.
    private static uint ByOrigin(Origin origin, byte level) => origin switch
    {
        Origin.Misattributed or Origin.Spurious => MarkBits.Of(Population.Mark.ByError),
        Origin.Misread when level > 0 => MarkBits.Of(Population.Mark.BeyondGravity),
        _ => 0,
    };

    private static uint Causes(Week week, int slot)
    {
        var ledger = week.Dossiers.Ledger;
        var bits = 0u;
        for (var r = week.Dossiers.Head(slot); r >= 0; r = ledger.Previous(r))
        {
            var rule = week.Rules.Rules[ledger.Row(r)];
            if (ledger.State(r) != RecordState.Counting || !rule.IsAgainst(ledger.Points(r)))
            {
                continue;
            }
            bits |= ByOrigin(week.Origins.Of(r), ledger.Level(r));
            bits |= (rule.Causes & Cause.Right) != 0 ? MarkBits.Of(Population.Mark.ByRight) : 0;
            if ((rule.Causes & Cause.SpillOver) != 0)
            {
                bits |= MarkBits.Of(Population.Mark.BySpillOver);
                bits |= week.Roster.Is(slot, Role.FirmHead) ? MarkBits.Of(Population.Mark.EverFirmHead) : 0;
            }
            bits |= (rule.Causes & Cause.BeyondGravity) != 0 ? MarkBits.Of(Population.Mark.BeyondGravity) : 0;
            var unable = week.Conducts.Inability[week.Rules.ClassOf[ledger.Row(r)]];
            bits |= ledger.Level(r) < unable.Length && unable[ledger.Level(r)] ? MarkBits.Of(Population.Mark.ByInability) : 0;
        }
        return bits;
    }
}
