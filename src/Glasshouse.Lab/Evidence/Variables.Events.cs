using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Living;
using Outcome = Glasshouse.Living.Outcome;

namespace Glasshouse.Lab.Evidence;

/// <content>What happens to persons, counted over the window.</content>
internal static partial class Variables
{
    /// <summary>What happens within the window.</summary>
    public static readonly IReadOnlyList<Event> Events =
    [
        new("bad-acts", "acts that a person should not do", Acts((c, a) => c.Conducts[a.Conduct].Valence == Valence.Bad)),
        new("harmful-acts", "acts that harm others", Acts((c, a) => c.Conducts[a.Conduct].HarmsOthers)),
        new("protected-acts", "acts that exercise a right, those kept back not counted",
            Acts((c, a) => c.Conducts[a.Conduct].Right != Right.None && a.Said is Said.Nothing or Said.AsMeant)),
        new("net-good-acts", "acts that a person should do less those that one should not", (d, t, sums) =>
        {
            foreach (ref readonly var act in t.Acts.All)
            {
                sums[act.Slot] += d.Society.Conducts.Conducts[act.Conduct].Valence switch { Valence.Good => 1, Valence.Bad => -1, _ => 0 };
            }
        }),
        new("words:thought", "times a person had something critical to say", Acts((_, a) => a.Said != Said.Nothing)),
        new("words:as-meant", "critical words said as meant", Acts((_, a) => a.Said == Said.AsMeant)),
        new("words:silent", "critical words kept back", Acts((_, a) => a.Said is Said.SilentForOthers or Said.SilentForState)),
        new("words:opposite", "critical words turned into the opposite", Acts((_, a) => a.Said == Said.Opposite)),
        new("punished", "findings of police, courts and other offices against the person", (_, t, counts) =>
        {
            foreach (ref readonly var finding in t.Watching.Findings)
            {
                counts[finding.Slot]++;
            }
        }),
        new("records", "records entered", Entered(_ => true)),
        new("records:true", "records entered of what the person did", Entered(o => o == Observing.Origin.True)),
        new("records:false", "records entered of what the person did not do, or at a wrong gravity",
            Entered(o => o != Observing.Origin.True)),
        new("appeals", "appeals made", (_, t, sums) => t.Experience.Appeals.ToList().ForEach(a => sums[a.Slot]++)),
        new("appeals-won", "appeals that removed a record", (_, t, sums) =>
            t.Answering.Decisions.Where(d => d.Removed).ToList().ForEach(d => sums[d.Slot]++)),
        new("repaired", "records repaired", (_, t, sums) =>
            t.Answering.Repairs.ToList().ForEach(r => sums[t.Dossiers.Ledger.Subject(r.Record)]++)),
        new("named-in-public", "times named in public", (_, t, sums) =>
            t.Answering.Public.Where(p => p.Effect == Responding.Effect.NamedInPublic).ToList().ForEach(p => sums[p.Slot]++)),
        new("jobs-lost", "times work ended, but for age", (_, t, sums) =>
        {
            t.Lives.JobsEnded.ForEach(slot => sums[slot]++);
            t.Books.Dismissed.ForEach(slot => sums[slot]++);
        }),
        new("work-applications", "applications for work that an employer considered", Meets(Occasion.Application)),
        new("hires", "applications for work that succeeded", Meets(Occasion.Application, granted: true)),
        new("applications-short", "the same within eight weeks without work", Applies(0, 1)),
        new("hires-short", "those of them that succeeded", Applies(0, 1, granted: true)),
        new("applications-long", "applications for work after 28 to 40 weeks without", Applies(7, 9)),
        new("hires-long", "those of them that succeeded", Applies(7, 9, granted: true)),
        new("loan-applications", "applications for a loan", Meets(Occasion.LoanApplication)),
        new("loans-granted", "applications for a loan that succeeded", Meets(Occasion.LoanApplication, granted: true)),
        new("home-searches", "searches for a home to rent", Meets(Occasion.Home)),
        new("homes-refused", "searches for a home that failed", Meets(Occasion.Home, granted: false)),
        new("evictions", "homes lost that were rented", Meets(Occasion.Eviction)),
        new("journeys-refused", "journeys refused", Meets(Occasion.Journey, granted: false)),
        new("benefit-applications", "applications for relief, an allowance or a subsidy", Meets(Occasion.Benefit)),
        new("benefits-refused", "those refused", Meets(Occasion.Benefit, granted: false)),
        .. AtFirms,
    ];

    private static Action<District, Twin, double[]> Acts(Func<ConductTable, Act, bool> counts) => (d, t, sums) =>
    {
        foreach (ref readonly var act in t.Acts.All)
        {
            if (counts(d.Society.Conducts, act))
            {
                sums[act.Slot]++;
            }
        }
    };

    private static Action<District, Twin, double[]> Entered(Func<Observing.Origin, bool> counts) => (_, t, sums) =>
    {
        foreach (ref readonly var one in t.Entering.Records)
        {
            if (counts(t.Origins.Of(one.Record)))
            {
                sums[t.Dossiers.Ledger.Subject(one.Record)]++;
            }
        }
    };

    private static Action<District, Twin, double[]> Meets(Occasion occasion, bool? granted = null) =>
        Meets(met => met.Occasion == occasion && (granted is null || granted == IsGranted(met)));

    // By spells of four weeks without work.
    private static Action<District, Twin, double[]> Applies(int from, int to, bool granted = false) => Meets(met =>
        met.Occasion == Occasion.Application && met.Spell >= from && met.Spell <= to && (!granted || IsGranted(met)));

    private static Action<District, Twin, double[]> Meets(Func<Met, bool> counts) => (_, t, sums) =>
    {
        foreach (ref readonly var met in t.Lives.Met)
        {
            if (counts(met))
            {
                sums[met.Slot]++;
            }
        }
    };

    private static bool IsGranted(Met met) => met.Outcome is Outcome.Granted or Outcome.GrantedByGrade;
}
