using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Population;

namespace Glasshouse.Tallying;

/// <content>Firms and taxes.</content>
public sealed partial class Counting
{
    /// <summary>Offences, failures, and what became of findings.</summary>
    public void Firms(Acts acts, Books books, Penalties penalties, Bribery bribery)
    {
        for (var k = 0; k < week.Conducts.Count; k++)
        {
            if (week.Conducts.ByFirm[k] && week.Conducts.Bad[k] && !week.Conducts.Firms.Closes[k])
            {
                foreach (ref readonly var act in acts.Of(k))
                {
                    Add(act.Slot, Measure.FirmOffences);
                }
            }
        }
        foreach (var failure in books.Failures)
        {
            Add(failure.Head, Measure.FirmFailures);
        }
        foreach (var slot in books.Dismissed)
        {
            Add(slot, Measure.JobsLostByFailure);
        }
        foreach (var (slot, penalised) in penalties.Ends)
        {
            Add(slot, Measure.FirmFindings);
            if (penalised)
            {
                Add(slot, Measure.FirmPenalties);
            }
        }
        foreach (var bribe in bribery.Bribes)
        {
            Add(bribe.Giver, bribe.OfRecord ? Measure.RecordsBribed : Measure.FindingsBribed);
        }
    }

    private void Business(int slot, Span<long> row)
    {
        if (Declared(slot) is not { } declared)
        {
            return;
        }
        if (week.Roster.Firms.Of(slot) is >= 0 and var firm)
        {
            var cover = week.Conducts.Firms.Cover(week.Books!.Liquidity[firm]);
            row[(int)Measure.FirmsInBusiness]++;
            row[(int)Measure.FirmsDry] += cover < 0.25f ? 1 : 0;
            row[(int)Measure.FirmLiquidity] = Q24(cover);
        }
        row[(int)Measure.TaxOwed] = Q24(declared.Owed);
        row[(int)Measure.TaxOwedSelf] = Q24(declared.OwedSelf);
        row[(int)Measure.TaxHiddenReported] = Q24(declared.HiddenReported);
        row[(int)Measure.TaxHiddenSelf] = Q24(declared.HiddenSelf);
        row[(int)Measure.TaxRecovered] = Q24(declared.Recovered);
    }

    /// <summary>The tax return of somebody in work, at a week's rate; null for others, and where nothing is known of tax.</summary>
    public Declaring.Declared? Declared(int slot)
    {
        if (week.Tax is not { } tax || (week.Situation.Roles[slot] & RoleBits.Of(Role.Employed)) == 0)
        {
            return null;
        }
        var risk = Unit16.Above(week.Mind.RiskIfDone((int)Channel.Financial)[slot], week.Mind.RiskIfNot((int)Channel.Financial)[slot]);
        var income = Math.Min(16, week.Situation.WageOf(week.Roster, slot));
        return Declaring.Of(tax, week.Roster, slot, income, risk, week.UsualRisk);
    }

    // Below 64, so that the conversion cannot overflow.
    private static long Q24(float value) => (int)(value * 16_777_216f);
}
