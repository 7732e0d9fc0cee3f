using Glasshouse.Engine;
using Glasshouse.Living;
using Glasshouse.Population;

namespace Glasshouse.Lab.Evidence;

/// <content>Firms, by their heads, and what is declared to the tax office.</content>
internal static partial class Variables
{
    private static IEnumerable<State> OfFirms =>
    [
        new("firm-score", "score on the main scale of the firm that one heads", "points",
            (d, t, s) => d.Roster.Firms.Of(s) < 0 ? 0 : t.Standing.Score[s] / 1000.0),
        new("firm-connected", "heads a firm connected to those who govern", YesNo,
            (d, _, s) => d.Roster.Firms.Of(s) is >= 0 and var firm && d.Roster.Firms.IsConnected(firm) ? 1 : 0),
        new("firm-size", "places of work in the firm that one heads", "persons",
            (d, _, s) => d.Roster.Firms.Of(s) is >= 0 and var firm ? d.Roster.Firms.Staff(firm) : 0),
        new("legal-unit-head", "heads a firm that is more than self-employment", YesNo,
            (d, _, s) => d.Roster.Firms.Of(s) is >= 0 and var firm && !d.Roster.Firms.IsOwnAccount(firm) ? 1 : 0),
    ];

    private static IEnumerable<Event> AtFirms =>
    [
        new("firm-findings", "findings of inspections at the firm that one heads", (_, t, sums) =>
            t.Penalties.Ends.ForEach(end => sums[end.Head]++)),
        new("firm-findings-unpunished", "those that no penalty followed", (_, t, sums) =>
            t.Penalties.Ends.ForEach(end => sums[end.Head] += end.Penalised ? 0 : 1)),
        new("true-income", "income in work, weeks of the median", Declares(d => d.Owed)),
        new("hidden-income", "of it hidden from the tax office", Declares(d => d.HiddenReported + d.HiddenSelf)),
        new("reported-income", "income that others report to the tax office, weeks of the median", Declares(d => d.Owed - d.OwedSelf)),
        new("reported-hidden", "of it hidden all the same", Declares(d => d.HiddenReported)),
        new("unreported-income", "income that nobody else reports, weeks of the median", Declares(d => d.OwedSelf)),
        new("unreported-hidden", "of it hidden", Declares(d => d.HiddenSelf)),
    ];

    // At every week's rate, of whoever is in work. Tax is one rate for all, so that income is tax over the rate.
    private static Action<District, Twin, double[]> Declares(Func<Declaring.Declared, double> tax) => (d, t, sums) =>
    {
        if (d.Society.Society.Firms?.Tax is not { } figures || figures.Rate.Value == 0)
        {
            return;
        }
        for (var slot = 0; slot < sums.Length; slot++)
        {
            if (d.Roster.Lives(slot) && d.Roster.Is(slot, Role.Adult) && t.Counting.Declared(slot) is { } declared)
            {
                sums[slot] += tax(declared) / figures.Rate.Value;
            }
        }
    };
}
