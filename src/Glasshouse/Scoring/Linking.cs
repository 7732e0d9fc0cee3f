using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Scoring;

/// <summary>
/// Lets a grade on one scale trigger rows and grounds on another: village and district, firm and head, a household, a list that follows
/// from a list. What it enters inherits the origin of the newest record of the scale that it follows from.
/// </summary>
public sealed class Linking
{
    private int _followed;

    /// <summary>Starts anew with the changes that come.</summary>
    public void Open() => _followed = 0;

    /// <summary>Enters and closes what the changes since the last call bring; true if anything was.</summary>
    public bool Follow(RuleTable rules, Dossiers dossiers, Standing standing, Roster roster, Situation situation, Entering entering,
        ReadOnlySpan<GradeChange> changes, int week)
    {
        var moved = false;
        for (; _followed < changes.Length; _followed++)
        {
            var change = changes[_followed];
            foreach (ref readonly var link in rules.Links.AsSpan())
            {
                if (link.Scale == change.Scale && link.Time != LinkTime.YearEnd && link.Has(change.From) != link.Has(change.To))
                {
                    moved |= link.Has(change.To)
                        ? Enter(rules, dossiers, roster, situation, entering, link, change.Slot, week)
                        : link.Time == LinkTime.While && Leave(rules, dossiers, standing, roster, link, change.Slot);
                }
            }
        }
        return moved;
    }

    /// <summary>
    /// Enters what standing in a grade brings without a change of it: at the end of a year, or when rules come into force that hold for
    /// as long as a grade is held. True if anything was.
    /// </summary>
    public static bool Standing(LinkTime time, RuleTable rules, Dossiers dossiers, Standing standing, Roster roster, Situation situation,
        Entering entering, int week)
    {
        var moved = false;
        foreach (ref readonly var link in rules.Links.AsSpan())
        {
            for (var slot = 0; link.Time == time && slot < roster.Slots; slot++)
            {
                if (roster.Lives(slot) && roster.Is(slot, Role.Adult) && link.Has(standing.GradeOn(link.Scale, slot)))
                {
                    moved |= Enter(rules, dossiers, roster, situation, entering, link, (ushort)slot, week);
                }
            }
        }
        return moved;
    }

    /// <summary>
    /// Closes what is charged for as long as somebody stands in a grade who no longer lives here: once a quarter, after people moved.
    /// </summary>
    public static void Sweep(RuleTable rules, Dossiers dossiers, Standing standing, Roster roster)
    {
        foreach (ref readonly var link in rules.Links.AsSpan())
        {
            for (var slot = 0; link.Time == LinkTime.While && slot < roster.Slots; slot++)
            {
                if (Counting(dossiers, slot, link.Rule) >= 0 && !Held(standing, roster, link, slot))
                {
                    Close(dossiers, slot, link.Rule);
                }
            }
        }
    }

    private static bool Enter(RuleTable rules, Dossiers dossiers, Roster roster, Situation situation, Entering entering, in Link link,
        ushort slot, int week)
    {
        var inherits = Source(rules, dossiers, link, slot);
        var moved = false;
        foreach (var target in Charged(roster, link.To, slot))
        {
            if (link.Time != LinkTime.While || Counting(dossiers, target, link.Rule) < 0)
            {
                moved |= entering.Follow(rules, dossiers, roster, situation, link, target, inherits, week);
            }
        }
        return moved;
    }

    private static bool Leave(RuleTable rules, Dossiers dossiers, Standing standing, Roster roster, in Link link, ushort slot)
    {
        var moved = false;
        foreach (var target in Charged(roster, link.To, slot))
        {
            if (!Held(standing, roster, link, target))
            {
                moved |= Close(dossiers, target, link.Rule);
            }
        }
        return moved;
    }

    // The newest record that counts on the scale that is followed.
    private static int Source(RuleTable rules, Dossiers dossiers, in Link link, int slot)
    {
        var ledger = dossiers.Ledger;
        var r = dossiers.Head(slot);
        while (r >= 0 && (ledger.State(r) != RecordState.Counting || rules.Rules[ledger.Row(r)].Scale != link.Scale))
        {
            r = ledger.Previous(r);
        }
        return r;
    }

    private static List<ushort> Charged(Roster roster, LinkTo to, ushort slot)
    {
        var charged = new List<ushort>();
        if (to is LinkTo.Self or LinkTo.Head or LinkTo.Firm)
        {
            charged.Add(slot);
            return charged;
        }
        int first = roster.Household[slot];
        for (var other = first; other < first + roster.HouseholdSize[slot]; other++)
        {
            if (roster.Lives(other) && roster.Is(other, Role.Adult) && Reaches(roster, to, slot, other))
            {
                charged.Add((ushort)other);
            }
        }
        return charged;
    }

    private static bool Reaches(Roster roster, LinkTo to, int from, int other) => to switch
    {
        LinkTo.Parents => roster.Age[other] - roster.Age[from] is >= 18 and <= 50,
        LinkTo.Household => other != from,
        _ => other == Oldest(roster, from),
    };

    private static int Oldest(Roster roster, int slot)
    {
        int first = roster.Household[slot];
        var oldest = first;
        for (var other = first; other < first + roster.HouseholdSize[slot]; other++)
        {
            if (roster.Lives(other) && (!roster.Lives(oldest) || roster.Age[other] > roster.Age[oldest]))
            {
                oldest = other;
            }
        }
        return oldest;
    }

    // True if anybody whose grade charges this one still stands in it.
    private static bool Held(Standing standing, Roster roster, in Link link, int target)
    {
        if (link.To is LinkTo.Self or LinkTo.Head or LinkTo.Firm)
        {
            return link.Has(standing.GradeOn(link.Scale, target));
        }
        int first = roster.Household[target];
        for (var from = first; from < first + roster.HouseholdSize[target]; from++)
        {
            if (roster.Lives(from) && Reaches(roster, link.To, from, target) && link.Has(standing.GradeOn(link.Scale, from)))
            {
                return true;
            }
        }
        return false;
    }

    private static int Counting(Dossiers dossiers, int slot, ushort rule)
    {
        var r = dossiers.Head(slot);
        while (r >= 0 && (dossiers.Ledger.State(r) != RecordState.Counting || dossiers.Ledger.Row(r) != rule))
        {
            r = dossiers.Ledger.Previous(r);
        }
        return r;
    }

    private static bool Close(Dossiers dossiers, int slot, ushort rule)
    {
        var record = Counting(dossiers, slot, rule);
        if (record < 0)
        {
            return false;
        }
        dossiers.Ledger.Close(record, RecordState.Expired);
        dossiers.Touched.Add(slot);
        return true;
    }
}
