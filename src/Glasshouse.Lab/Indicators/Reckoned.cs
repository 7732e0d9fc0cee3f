using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Tallying;

namespace Glasshouse.Lab.Indicators;

/// <summary>An indicator in one twin of one history, and what stands behind it.</summary>
/// <param name="Value">The value in the indicator's unit; not a number if the denominator is empty.</param>
/// <param name="Events">
/// Events, or for a state the mean number of persons in it: at least so many different people, since one person fills many weeks.
/// Without bound for means.
/// </param>
/// <param name="AtRisk">Mean number of persons in the denominator, or its events.</param>
/// <param name="Exposure">What the events are divided by before scaling: person-years, persons or events.</param>
public readonly record struct Reckoned(double Value, double Events, double AtRisk, double Exposure);

/// <summary>Reads indicators off counts.</summary>
public static class Reckoner
{
    /// <summary>The indicator over a period.</summary>
    /// <param name="indicator">What to read.</param>
    /// <param name="measures">The set that the counts are in.</param>
    /// <param name="count">The count of a measure.</param>
    /// <param name="quarters">Quarters of the period: how often stocks were counted.</param>
    public static Reckoned Of(Indicator indicator, MeasureSet measures, Func<int, long> count, int quarters)
    {
        var numerator = (double)(indicator.Group is { } group
            ? count(measures.GroupNamed(group))
            : indicator.Numerator.Sum(m => count((int)m)));
        var denominator = (double)indicator.Denominator.Sum(m => count((int)m));
        numerator = indicator.Rest ? denominator - numerator : numerator;
        var times = Math.Max(1, quarters);
        var (events, atRisk, exposure) = indicator.Counted switch
        {
            Counted.RatePerYear => (numerator, denominator / times, denominator * Calendar.Quarter / Calendar.Year),
            Counted.ShareOfWeeks => (numerator / times, denominator / times, denominator / times),
            Counted.Mean => (double.PositiveInfinity, denominator / times, denominator),
            _ => (numerator, denominator, denominator),
        };
        var top = indicator.Counted == Counted.Mean ? Fixed.ToDouble((long)numerator) : events;
        return new Reckoned(exposure > 0 ? top / exposure * indicator.Scale : double.NaN, events, atRisk, exposure);
    }

    /// <summary>The indicator for a stratum of a twin.</summary>
    public static Reckoned Of(Indicator indicator, Outcome outcome, int twin, int period, int stratum, int years) =>
        Of(indicator, outcome.Measures, m => outcome.Total(twin, period, stratum, m), Quarters(period, years));

    /// <summary>The indicator for one district of a twin.</summary>
    public static Reckoned OfDistrict(Indicator indicator, Outcome outcome, int twin, int period, int district, int years) =>
        Of(indicator, outcome.Measures, m => outcome.OfDistrict(twin, district, period, m), Quarters(period, years));

    /// <summary>The indicator for all adults of a twin in one year after the fork, from 0.</summary>
    public static Reckoned OfYear(Indicator indicator, Outcome outcome, int twin, int year)
    {
        const int PerYear = Calendar.Year / Calendar.Exchange;
        var series = outcome.Series[twin];
        return Of(indicator, outcome.Measures,
            m => Enumerable.Range(year * PerYear, PerYear).Sum(e => series[e * outcome.Measures.Count + m]),
            Calendar.Year / Calendar.Quarter);
    }

    /// <summary>Quarters that end in a period of a run.</summary>
    public static int Quarters(int period, int years) =>
        Enumerable.Range(0, years * Calendar.Year / Calendar.Quarter)
            .Count(q => Periods.Of(q * Calendar.Quarter, years) == period);
}
