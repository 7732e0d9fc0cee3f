using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Scoring;

/// <summary>Somebody who joined or left a scale, 0 for the main one.</summary>
public readonly record struct ConsentChange(ushort Slot, byte Scale, bool Joined);

/// <summary>
/// People join and leave scales that ask for consent, at exchanges. Who leaves loses score and consequences at once: records are closed,
/// or kept aside where breaches are recorded anyway. Who joins starts fresh, but for what was kept aside, which counts for the rest of its
/// term. It is luck of the person's own, so nothing that a twin lives through moves it.
/// </summary>
public sealed class Consenting
{
    private static readonly Purpose Consent = Purpose.Named("scoring/consent");

    private readonly List<ConsentChange> _changes = [];

    /// <summary>Who joined and who left this week.</summary>
    public IReadOnlyList<ConsentChange> Changes => _changes;

    /// <summary>Starts a week.</summary>
    public void Open() => _changes.Clear();

    /// <summary>Lets people join and leave.</summary>
    public void Month(SubjectTable subjects, RuleTable rules, GradeTable grades, Dossiers dossiers, Standing standing, Roster roster,
        Situation situation, ulong seed, uint district, int week)
    {
        var luck = new Draw(seed, district, Consent);
        foreach (var consent in subjects.Consents)
        {
            var outside = MarkBits.Outside(consent.Scale);
            for (var slot = 0; consent.Moves && slot < roster.Slots; slot++)
            {
                var joins = (situation.Marks[slot] & outside) != 0;
                var chance = joins ? consent.Joins : consent.Withdraws;
                if (consent.Asks(roster, slot) && Draw.Unit(luck.At((uint)slot, week, consent.Scale).A) < chance)
                {
                    Change(subjects, rules, grades, dossiers, standing, roster, situation, slot, consent.Scale, joins);
                }
            }
        }
    }

    /// <summary>Lets one person join or leave a scale, and those beside it that have its subjects.</summary>
    public void Change(SubjectTable subjects, RuleTable rules, GradeTable grades, Dossiers dossiers, Standing standing, Roster roster,
        Situation situation, int slot, byte scale, bool joins)
    {
        _changes.Add(new ConsentChange((ushort)slot, scale, joins));
        var outside = MarkBits.Outside(scale);
        situation.Marks[slot] ^= outside;
        subjects.Review(roster, situation, slot);
        for (var s = 0; s < rules.Books.Length; s++)
        {
            if (rules.Books[s].Refuses == outside)
            {
                standing.Leave(grades, s, slot);
            }
        }
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            var rule = rules.Rules[dossiers.Ledger.Row(r)];
            if (rules.Books[rule.Scale].Refuses == outside)
            {
                Turn(rules.Books[rule.Scale], rule, dossiers.Ledger, r, joins);
            }
        }
        Restart(rules, dossiers, slot, outside);
        dossiers.Touched.Add(slot);
    }

    private static void Turn(Booking book, Rule rule, Ledger ledger, int record, bool joins)
    {
        if (joins && ledger.State(record) == RecordState.Aside)
        {
            ledger.Recall(record);
        }
        else if (!joins && ledger.State(record) == RecordState.Counting)
        {
            if (book.RecordedAnyway && rule.IsAgainst(ledger.Points(record)))
            {
                ledger.SetAside(record);
            }
            else
            {
                ledger.Close(record, RecordState.Withdrawn);
            }
        }
    }

    // What a ladder has counted this year went with the score.
    private static void Restart(RuleTable rules, Dossiers dossiers, int slot, uint outside)
    {
        for (var counter = 0; counter < rules.Ladders.Length; counter++)
        {
            if (rules.Ladders[counter] is [var lowest, ..] && rules.Books[rules.Rules[lowest.Rule].Scale].Refuses == outside)
            {
                dossiers.Counters[counter][slot] = 0;
            }
        }
    }
}
