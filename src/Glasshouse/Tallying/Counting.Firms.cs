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

    private void Business(int slot, uint roles, Span<long> row)
    {
        if (week.Tax is not { } tax || (roles & RoleBits.Of(Role.Employed)) == 0)
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
        var risk = Unit16.Above(week.Mind.RiskIfDone((int)Channel.Financial)[slot], week.Mind.RiskIfNot((int)Channel.Financial)[slot]);
        var income = Math.Min(16, week.Situation.WageOf(week.Roster, slot));
        var declared = Declaring.Of(tax, week.Roster, slot, income, risk, week.UsualRisk);
        row[(int)Measure.TaxOwed] = Q24(declared.Owed);
        row[(int)Measure.TaxOwedSelf] = Q24(declared.OwedSelf);
        row[(int)Measure.TaxHiddenReported] = Q24(declared.HiddenReported);
        row[(int)Measure.TaxHiddenSelf] = Q24(declared.HiddenSelf);
        row[(int)Measure.TaxRecovered] = Q24(declared.Recovered);
    }

    // Below 64, so that the conversion cannot overflow.
    private static long Q24(float value) => (int)(value * 16_777_216f);
}
