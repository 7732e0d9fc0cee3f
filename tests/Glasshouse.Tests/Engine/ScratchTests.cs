using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Regimes;
using Glasshouse.Tallying;
using Xunit;

namespace Glasshouse.Tests.Engine;

public class ScratchTests
{
    [Theory]
    [InlineData("env-jiangsu")]
    [InlineData("wendeng-organisations")]
    public void Look(string name)
    {
        using var file = File.OpenRead(Path.Combine(Shipped.Root, "regimes", name + ".yaml"));
        var regime = YamlReader.Read<Regime>(file, "regimes/" + name + ".yaml").ValueOrThrow();
        regime = Including.Merge(regime, []);
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime), people: 20000, years: 4, burnInYears: 2) with { Threads = 2 };
        var history = Shipped.Run(plan);
        var o = history.Outcome();
        var m = o.Measures;
        var text = new System.Text.StringBuilder();
        void Say(string n, int k)
        {
            text.Append($"\n{n}: ");
            for (var t = 0; t < 2; t++) { text.Append(Sum(o, t, k) + " "); }
        }
        foreach (var x in Enum.GetValues<Measure>().Where(x => x is Measure.Adults or Measure.Workforce or Measure.Employed or Measure.PunishedLegal or Measure.NamedEvents
            or Measure.Honours or Measure.Records or Measure.Deductions || (x >= Measure.FirmsInBusiness && x <= Measure.TaxRecovered) || (x >= Measure.FirmFailures && x <= Measure.FindingsBribed)))
        {
            Say(x.ToString(), (int)x);
        }
        foreach (var c in Shipped.Society.Firms!.Gains.Keys.Concat(Shipped.Society.Firms.Favours.Keys).Append("firm-failure"))
        {
            Say(c, m.ActsOf(Shipped.Tables.Conducts.IndexOf(c)));
        }
        text.Append("\nfaults " + string.Join(" ", history.Districts.SelectMany(d => d.Twins).Select(t => t.Acts.Faults)));
        Assert.Fail(text.ToString());
    }

    private static double Sum(Outcome o, int twin, int k)
    {
        var s = o.Series[twin];
        long sum = 0;
        for (var e = 0; e < s.Length / o.Measures.Count; e++) { sum += s[e * o.Measures.Count + k]; }
        return k is >= (int)Measure.FirmLiquidity and <= (int)Measure.TaxRecovered ? Fixed.ToDouble(sum) : sum;
    }
}
