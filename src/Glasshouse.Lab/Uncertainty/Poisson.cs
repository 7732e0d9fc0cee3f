using MathNet.Numerics.Distributions;

namespace Glasshouse.Lab.Uncertainty;

/// <summary>Intervals of counts, for what is too rare for a mean over seeds.</summary>
public static class Poisson
{
    /// <summary>The exact 95% interval of a Poisson mean (Garwood, 1936).</summary>
    /// <param name="count">What was counted, from 0; a mean number of persons need not be whole.</param>
    public static Interval Of(double count) => new(
        count <= 0 ? 0 : ChiSquared.InvCDF(2 * count, 0.025) / 2,
        ChiSquared.InvCDF(2 * count + 2, 0.975) / 2);

    /// <summary>Upper 95% bound of a Poisson mean of which nothing was seen: -ln 0.05, the "rule of three".</summary>
    public static double UpperIfNone { get; } = -Math.Log(0.05);

    /// <summary>
    /// The 95% interval of a difference of two rates, from the exact interval of each (Zou and Donner, Statistics in Medicine
    /// 27, 2008). It takes the counts as independent; twins share their luck, so the true interval is no wider.
    /// </summary>
    /// <param name="without">Events without the regime.</param>
    /// <param name="exposureWithout">What they are divided by, above 0.</param>
    /// <param name="with">Events with it.</param>
    /// <param name="exposureWith">What they are divided by, above 0.</param>
    public static Interval OfDifference(double without, double exposureWithout, double with, double exposureWith)
    {
        var r0 = without / exposureWithout;
        var r1 = with / exposureWith;
        var i0 = Of(without).Times(1 / exposureWithout);
        var i1 = Of(with).Times(1 / exposureWith);
        var d = r1 - r0;
        return new(d - Distance(r1 - i1.Low, i0.High - r0), d + Distance(i1.High - r1, r0 - i0.Low));
    }

    private static double Distance(double a, double b) => Math.Sqrt(a * a + b * b);
}
