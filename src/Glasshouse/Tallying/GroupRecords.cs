using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Tallying;

/// <summary>Records that tell against their subjects, by channel and group: what sensors follow.</summary>
public static class GroupRecords
{
    /// <summary>Adds a week's records of a district; adults are counted where the exchange follows.</summary>
    /// <param name="tally">As <see cref="Sensors.Length"/> says; set to zero in the first week after an exchange.</param>
    /// <param name="entered">Records entered in the week.</param>
    /// <param name="rules">Their rules.</param>
    /// <param name="conducts">For the channel of what they are about.</param>
    /// <param name="dossiers">Whose they are.</param>
    /// <param name="roster">The people.</param>
    /// <param name="situation">Who of them protests.</param>
    /// <param name="week">Week of the history, from 0.</param>
    public static void Tally(Span<long> tally, ReadOnlySpan<Entered> entered, RuleTable rules, ConductTable conducts, Dossiers dossiers,
        Roster roster, Situation situation, int week)
    {
        if (week % Calendar.Exchange == 0)
        {
            tally.Clear();
        }
        foreach (ref readonly var one in entered)
        {
            var row = dossiers.Ledger.Row(one.Record);
            if (rules.ClassOf[row] is >= 0 and var conduct && rules.Rules[row].IsAgainst(dossiers.Ledger.Points(one.Record)))
            {
                tally[conducts.Channel[conduct] * 2 + Sensors.GroupOf(roster, dossiers.Ledger.Subject(one.Record))]++;
            }
        }
        for (var slot = 0; (week + 1) % Calendar.Exchange == 0 && slot < roster.Slots; slot++)
        {
            if (roster.Lives(slot) && roster.Is(slot, Role.Adult))
            {
                tally[Sensors.AdultsAt + Sensors.GroupOf(roster, slot)]++;
                tally[Sensors.ProtestingAt] += (situation.Marks[slot] & MarkBits.Of(Mark.Protesting)) != 0 ? 1 : 0;
            }
        }
    }
}
