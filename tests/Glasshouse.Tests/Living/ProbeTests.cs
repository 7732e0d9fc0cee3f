using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Tallying;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Living;

public sealed class ProbeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Look(int which)
    {
        var so = Shipped.Society;
        var t = which == 0 ? Shipped.Tables : Shipped.Solved(so with { Living = which == 1 ? so.Living with { Careers = null } : so.Living with { Signals = null, Careers = null, Credit = null, Housing = null } });
        output.WriteLine($"app {t.Living.ApplicationPerWeek:F4} scale {t.Living.Careers.Scale:F4} start {t.Living.StartDefaulted:F4} inst {t.Living.Credit.Instalment}");
        var plan = Shipped.Plan(t, people: 20000, years: 7, burnInYears: 4) with { Twins = [RegimeTables.LawOnly(t.Conducts)] };
        var h = Shipped.Run(plan, 3);
        var years = h.Outcome().Series[0].Chunk(t.Measures.Count * 13).ToList();
        for (var y = 0; y < years.Count; y += 3)
        {
            var s = new double[t.Measures.Count];
            for (var i = 0; i < years[y].Length; i++) s[i % t.Measures.Count] += years[y][i];
            double M(Measure m) => s[(int)m];
            var a = M(Measure.Adults);
            output.WriteLine($"{which} y{y} hires/yr {M(Measure.Hired) / M(Measure.Employed) * 4:F4} unemp {1 - M(Measure.Employed) / M(Measure.Workforce):F4} borrowers {M(Measure.Borrowers) / a:F3} loanarr {M(Measure.InLoanArrears) / M(Measure.Borrowers):F4} def {M(Measure.Defaulted) / a:F4} nofile {M(Measure.WithoutFile) / a:F3} debt/adult {M(Measure.Debt) / a / 64:F2} overdue {M(Measure.DebtOverdue) / M(Measure.Debt):F4} indef {M(Measure.DebtInDefault) / M(Measure.Debt):F4} hired {M(Measure.Hired) / M(Measure.Applications):F3} granted {M(Measure.LoansGranted) / M(Measure.LoanApplications):F3} evict {M(Measure.Evictions)} loans {M(Measure.LoansGranted)} ad {a}");
        }
        var sav = h.Districts.SelectMany(d => Enumerable.Range(0, d.Roster.Slots).Where(x => d.Roster.Lives(x) && d.Roster.Is(x, Role.Adult)).Select(x => (S: d.Twins[0].Situation.Savings[x], P: d.Twins[0].Situation.Pay[x] / 65535.0, R: d.Twins[0].Situation.Roles[x]))).ToList();
        output.WriteLine($"savings mean {sav.Average(x => x.S):F2} below1 {sav.Average(x => x.S < 1 ? 1.0 : 0):F3} below13 {sav.Average(x => x.S < 13 ? 1.0 : 0):F3} pay {sav.Where(x => (x.R & RoleBits.Workforce) != 0).Average(x => x.P):F3}");
    }
}
