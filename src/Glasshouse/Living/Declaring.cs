using Glasshouse.Acting;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>
/// Tax as it is declared, by kernel and not by lot: what a person in work hides on the mean, of income that others report and of
/// the rest. The chance of an audit is the one that the person believes in; what is found is found at the real one.
/// </summary>
public static class Declaring
{
    /// <summary>What one person owes and hides, in shares of a median income.</summary>
    /// <param name="Owed">Tax owed.</param>
    /// <param name="HiddenReported">Tax hidden on income that others report.</param>
    /// <param name="OwedSelf">Tax owed on income that nobody reports.</param>
    /// <param name="HiddenSelf">Tax hidden on it.</param>
    /// <param name="Recovered">Hidden tax that is found.</param>
    public readonly record struct Declared(float Owed, float HiddenReported, float OwedSelf, float HiddenSelf, float Recovered);

    /// <summary>The return of somebody in work.</summary>
    /// <param name="figures">Tax in the society.</param>
    /// <param name="roster">The district's people.</param>
    /// <param name="slot">The person.</param>
    /// <param name="income">Income, in medians.</param>
    /// <param name="risk">Chance to be punished for hiding that the person believes in, beyond that without hiding.</param>
    /// <param name="usual">The same under ordinary law.</param>
    public static Declared Of(TaxFigures figures, Roster roster, int slot, float income, float risk, float usual)
    {
        var reported = (float)(roster.Firms.Of(slot) is not (>= 0 and var firm) ? figures.ReportedWages
            : roster.Firms.IsOwnAccount(firm) ? figures.ReportedOwnAccount : figures.ReportedFirms);
        var (tax, audited, matched) = ((float)figures.Rate, (float)figures.Audited, (float)figures.Matched);

        // Audits are rarer than punishments in the books of creditors, so the belief moves the figure in proportion.
        var believed = usual > 0 ? Math.Min(1, audited * risk / usual) : audited;
        var (ofReported, ofSelf) = Offending.Hidden(
            reported, tax, (float)figures.Penalty, believed, matched, (float)figures.Norm, (float)figures.Sharpness);
        var owed = tax * income;
        return new Declared(owed, owed * ofReported, owed * (1 - reported), owed * ofSelf,
            owed * (ofReported * (1 - (1 - audited) * (1 - matched)) + ofSelf * audited));
    }
}
