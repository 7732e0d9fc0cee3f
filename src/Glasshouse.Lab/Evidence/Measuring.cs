using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Lab.Indicators;

namespace Glasshouse.Lab.Evidence;

/// <summary>Takes the measure of a scenario in the twins of one history.</summary>
internal sealed class Measuring
{
    private readonly ReadyFinding _finding;
    private readonly IReadOnlyList<(int Arm, int Twin)> _arms;
    private readonly PersonWatch[] _watches;

    /// <param name="finding">The finding.</param>
    /// <param name="arms">The arms that the history has, with the twin of each.</param>
    /// <param name="plan">The history's plan.</param>
    public Measuring(ReadyFinding finding, IReadOnlyList<(int Arm, int Twin)> arms, RunPlan plan)
    {
        (_finding, _arms) = (finding, arms);
        var measure = finding.Scenario.Measure;
        var (first, last) = finding.Scenario.Window;
        _watches = measure.What == Statistic.Indicator ? [] : [.. arms.Select(a => new PersonWatch(a.Twin,
            [.. Names(finding.Measure(a.Arm)).Select(n => Variables.Gauge(plan.Society, n))],
            plan.BurnInWeeks + (first - 1) * Calendar.Year, plan.BurnInWeeks + last * Calendar.Year - 1, District.Count(plan.People)))];
    }

    /// <summary>Looks at a district after a week.</summary>
    public void Look(District district, int week)
    {
        foreach (var watch in _watches)
        {
            watch.Look(district, week);
        }
    }

    /// <summary>The value of each arm that the history has.</summary>
    public IReadOnlyList<(int Arm, double Value)> Values(Outcome outcome)
    {
        var measure = _finding.Scenario.Measure;
        var treated = measure.Members == Members.Treated ? Chosen(0) : null;
        return [.. _arms.Select((a, i) => (a.Arm, measure.Scale * (measure.What == Statistic.Indicator
            ? OfIndicator(outcome, a)
            : OfPersons(i, treated ?? Chosen(i)))))];
    }

    // The filter stands behind the variables measured.
    private bool[] Chosen(int i)
    {
        var measure = _finding.Measure(_arms[i].Arm);
        var ranges = measure.Among.Values.ToArray();
        var at = measure.Against is null ? 1 : 2;
        return _watches[i].Where(row => !ranges.Where((range, r) => !range.Holds(row[at + r])).Any());
    }

    private double OfPersons(int i, bool[] chosen)
    {
        var measure = _finding.Measure(_arms[i].Arm);
        var (first, last) = _finding.Scenario.Window;
        return Statistics.Of(measure, Counted(_watches[i].Values(0, chosen), measure.Counts),
            measure.Against is null ? [] : Counted(_watches[i].Values(1, chosen), measure.AgainstCounts), last - first + 1);
    }

    private double OfIndicator(Outcome outcome, (int Arm, int Twin) arm)
    {
        const int PerYear = Calendar.Year / Calendar.Exchange;
        var (first, last) = _finding.Scenario.Window;
        var indicator = IndicatorNamed(_finding.Measure(arm.Arm).Of)!;
        var (years, series) = (last - first + 1, outcome.Series[arm.Twin]);
        return Reckoner.Of(indicator, outcome.Measures, m => Enumerable.Range((first - 1) * PerYear, years * PerYear)
            .Sum(e => series[e * outcome.Measures.Count + m]), years * Calendar.Year / Calendar.Quarter).Value;
    }

    /// <summary>Indicators that a scenario can ask for.</summary>
    public static IReadOnlyList<Indicator> Indicators { get; } =
        [.. Catalogue.Fixed, .. Catalogue.OfConsent, .. Catalogue.OfSpending, .. Catalogue.OfSale];

    public static Indicator? IndicatorNamed(string name) => Indicators.FirstOrDefault(i => i.Name == name);

    /// <summary>Variables that a measurement asks for, in the order in which they are collected.</summary>
    public static IEnumerable<string> Names(Measurement measure) =>
        (measure.Against is null ? [measure.Of] : (string[])[measure.Of, measure.Against]).Concat(measure.Among.Keys.Select(k => k.Text));

    private static double[] Counted(double[] values, Bounds? counts) =>
        counts is null ? values : [.. values.Select(v => counts.Holds(v) ? 1.0 : 0)];
}
