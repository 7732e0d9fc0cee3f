using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Regimes;
using Glasshouse.Tallying;
using Xunit;

namespace Glasshouse.Tests.Engine;

public class ScratchTests
{
    [Theory]
    [InlineData("env-jiangsu", 0.03)]
    [InlineData("env-jiangsu", 1)]
    [InlineData("customs-credit", -1)]
    public void Look(string name, double seen)
    {
        var text = File.ReadAllText(Path.Combine(Shipped.Root, "regimes", name + ".yaml"));
        if (seen > 0)
        {
            text = text.Replace("sensitivity: { value: 0.03, low: 0, high: 0.2", $"sensitivity: {{ value: {seen}, low: 0, high: 1").Replace("coverage-urban: { value: 0.5", $"coverage-urban: {{ value: {(seen == 1 ? 1 : 0.5)}");
        }
        var regime = Glasshouse.Tests.Files.Yaml.Read<Regime>(text, name + ".yaml").ValueOrThrow();
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime), people: 20000, years: 4, burnInYears: 2) with { Threads = 2 };
        var history = Shipped.Run(plan);
        var o = history.Outcome();
        var m = o.Measures;
        var b = new System.Text.StringBuilder();
        void Say(string n, int k)
        {
            b.Append($"\n{n}: ");
            for (var t = 0; t < 2; t++) { b.Append(Sum(o, t, k) + " "); }
        }
        foreach (var x in Enum.GetValues<Measure>().Where(x => x is Measure.Adults or Measure.Aware or Measure.Employed or Measure.PunishedLegal or Measure.NamedEvents
            or Measure.Penalised or Measure.Records or Measure.Deductions || (x >= Measure.FirmsInBusiness && x <= Measure.TaxRecovered) || (x >= Measure.FirmFailures && x <= Measure.FindingsBribed)))
        {
            Say(x.ToString(), (int)x);
        }
        foreach (var c in Shipped.Society.Firms!.Gains.Keys.Concat(Shipped.Society.Firms.Favours.Keys).Append("firm-failure"))
        {
            Say(c, m.ActsOf(Shipped.Tables.Conducts.IndexOf(c)));
        }
        b.Append("\nfaults " + history.Districts.SelectMany(d => d.Twins).Sum(t => t.Acts.Faults));
        Assert.Fail(b.ToString());
    }

    private static double Sum(Outcome o, int twin, int k)
    {
        var s = o.Series[twin];
        long sum = 0;
        for (var e = 0; e < s.Length / o.Measures.Count; e++) { sum += s[e * o.Measures.Count + k]; }
        return k is >= (int)Measure.FirmLiquidity and <= (int)Measure.TaxRecovered ? Fixed.ToDouble(sum) : sum;
    }
}
