using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Evidence;

/// <summary>Statistics that findings are told in.</summary>
public enum Statistic
{
    /// <summary>An indicator of the catalogue, for all adults.</summary>
    Indicator,

    /// <summary>Mean of a variable.</summary>
    Mean,

    /// <summary>Share of persons for whom a variable is above 0.</summary>
    Share,

    /// <summary>Mean of a count, per person and year of the window.</summary>
    SumPerPersonYear,

    /// <summary>Sum of a variable over the sum of another.</summary>
    Ratio,

    /// <summary>Share of the sum that those with the most hold.</summary>
    TopShare,

    /// <summary>Gini's coefficient of concentration.</summary>
    Concentration,

    Median,
    Percentile,

    /// <summary>Pearson's correlation.</summary>
    Correlation,

    /// <summary>Slope of the first variable on the second, by least squares.</summary>
    Slope,

    /// <summary>Odds of the first variable with the second over those without it.</summary>
    OddsRatio,

    /// <summary>Chance that the first variable is higher for a person with the second than for one without, ties counted half.</summary>
    Auc,

    /// <summary>Of those without the second variable, the share with the first: flagged without ground.</summary>
    FalsePositiveRate,

    /// <summary>Of those with the second variable, the share without the first: missed.</summary>
    FalseNegativeRate,

    /// <summary>Of those with the first variable, the share with the second: flagged with ground.</summary>
    Precision,

    /// <summary>Share for whom both variables agree.</summary>
    Accuracy,
}

/// <summary>The arithmetic of statistics over persons. A value above 0 counts as true where true or false is asked.</summary>
public static class Statistics
{
    /// <summary>True for a statistic that needs a second variable.</summary>
    public static bool NeedsTwo(Statistic what) => what is Statistic.Ratio or >= Statistic.Correlation;

    /// <summary>True if the value 1 means no effect.</summary>
    internal static double NoEffect(Statistic what) => what switch { Statistic.OddsRatio => 1, Statistic.Auc => 0.5, _ => 0 };

    /// <summary>The statistic; not a number where nobody is left to measure.</summary>
    /// <param name="measure">What is asked.</param>
    /// <param name="of">The variable by person.</param>
    /// <param name="against">The second one; empty if none is asked for.</param>
    /// <param name="years">Years of the window.</param>
    internal static double Of(Measurement measure, double[] of, double[] against, int years) => measure.What switch
    {
        _ when of.Length == 0 => double.NaN,
        Statistic.Mean => of.Average(),
        Statistic.Share => of.Count(v => v > 0) / (double)of.Length,
        Statistic.SumPerPersonYear => of.Sum() / of.Length / years,
        Statistic.Ratio => of.Sum() / against.Sum(),
        Statistic.TopShare => TopShare(of, measure.ShareOf),
        Statistic.Concentration => Gini(of),
        Statistic.Median => Percentile(of, 0.5),
        Statistic.Percentile => Percentile(of, measure.At),
        Statistic.Correlation => Influence.Pearson(of, against),
        Statistic.Slope => Slope(of, against),
        Statistic.Auc => Auc(of, against),
        _ => Confusion.Of(of, against).Of(measure.What),
    };

    /// <summary>Share of the sum that the given share of persons with the most hold; a person may count in part.</summary>
    public static double TopShare(double[] values, double share)
    {
        var sorted = values.OrderDescending().ToArray();
        var persons = share * sorted.Length;
        var whole = (int)Math.Floor(persons);
        var top = sorted.Take(whole).Sum() + (whole < sorted.Length ? (persons - whole) * sorted[whole] : 0);
        return top / sorted.Sum();
    }

    /// <summary>Gini's coefficient: 0 if all have the same, near 1 if one has all.</summary>
    public static double Gini(double[] values)
    {
        var sorted = values.Order().ToArray();
        double weighted = 0, sum = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            weighted += (2.0 * (i + 1) - sorted.Length - 1) * sorted[i];
            sum += sorted[i];
        }
        return weighted / (sum * sorted.Length);
    }

    /// <summary>A quantile with linear interpolation between order statistics.</summary>
    public static double Percentile(double[] values, double at) => Interval.Middle(values, at).Low;

    /// <summary>Slope of <paramref name="y"/> on <paramref name="x"/> by least squares.</summary>
    public static double Slope(double[] y, double[] x)
    {
        var (my, mx) = (y.Average(), x.Average());
        double xy = 0, xx = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
        }
        return xy / xx;
    }

    /// <summary>Area under the curve of hits against false alarms, by ranks (Mann and Whitney).</summary>
    /// <param name="scores">The score by person.</param>
    /// <param name="truth">Above 0 for persons whom a high score should point at.</param>
    public static double Auc(double[] scores, double[] truth)
    {
        var ranks = Influence.Ranks(scores);
        double sum = 0, positives = 0;
        for (var i = 0; i < ranks.Length; i++)
        {
            if (truth[i] > 0)
            {
                sum += ranks[i];
                positives++;
            }
        }
        return (sum - positives * (positives + 1) / 2) / (positives * (ranks.Length - positives));
    }
}

/// <summary>Persons by what is said of them and what is true.</summary>
/// <param name="Hits">Said and true.</param>
/// <param name="FalseAlarms">Said and not true.</param>
/// <param name="Misses">True and not said.</param>
/// <param name="Clear">Neither.</param>
public readonly record struct Confusion(double Hits, double FalseAlarms, double Misses, double Clear)
{
    /// <summary>Counts persons.</summary>
    /// <param name="said">Above 0 for those of whom it is said.</param>
    /// <param name="truth">Above 0 for those of whom it is true.</param>
    public static Confusion Of(double[] said, double[] truth)
    {
        double hits = 0, alarms = 0, misses = 0, clear = 0;
        for (var i = 0; i < said.Length; i++)
        {
            switch (said[i] > 0, truth[i] > 0)
            {
                case (true, true): hits++; break;
                case (true, false): alarms++; break;
                case (false, true): misses++; break;
                default: clear++; break;
            }
        }
        return new Confusion(hits, alarms, misses, clear);
    }

    public double Persons => Hits + FalseAlarms + Misses + Clear;

    /// <summary>Share of whom it is true.</summary>
    public double Prevalence => (Hits + Misses) / Persons;

    public double FalsePositiveRate => FalseAlarms / (FalseAlarms + Clear);

    public double FalseNegativeRate => Misses / (Hits + Misses);

    public double Precision => Hits / (Hits + FalseAlarms);

    public double Accuracy => (Hits + Clear) / Persons;

    public double OddsRatio => Hits * Clear / (FalseAlarms * Misses);

    /// <summary>Share of those said who truly are, by Bayes' rule.</summary>
    /// <param name="prevalence">Share of whom it is true.</param>
    /// <param name="sensitivity">Of those, the share said.</param>
    /// <param name="falsePositiveRate">Of the others, the share said.</param>
    public static double PrecisionAt(double prevalence, double sensitivity, double falsePositiveRate) =>
        prevalence * sensitivity / (prevalence * sensitivity + (1 - prevalence) * falsePositiveRate);

    internal double Of(Statistic what) => what switch
    {
        Statistic.FalsePositiveRate => FalsePositiveRate,
        Statistic.FalseNegativeRate => FalseNegativeRate,
        Statistic.Precision => Precision,
        Statistic.Accuracy => Accuracy,
        _ => OddsRatio,
    };
}
