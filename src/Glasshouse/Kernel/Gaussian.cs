namespace Glasshouse.Kernel;

/// <summary>The standard normal distribution, from arithmetic that has the same bits on every machine.</summary>
public static class Gaussian
{
    /// <summary>
    /// The value below which a normal number lies with the given chance: Wichura's algorithm AS 241 (PPND16, Applied
    /// Statistics 37, 1988), relative error about 1e-15.
    /// </summary>
    /// <param name="chance">In (0, 1).</param>
    public static double Quantile(double chance)
    {
        if (!(chance > 0 && chance < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(chance), chance, "A quantile needs a chance between 0 and 1.");
        }

        var q = chance - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - q * q;
            return q
                * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                    + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r
                    + 133.14166789178437745) * r + 3.387132872796366608)
                / (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                    + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r
                    + 42.313330701600911252) * r + 1.0);
        }

        var tail = Math.Sqrt(-Elementary.Log(q < 0 ? chance : 1 - chance));
        double x;
        if (tail <= 5)
        {
            var r = tail - 1.6;
            x = (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
                    + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r
                    + 4.6303378461565452959) * r + 1.42343711074968357734)
                / (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r
                    + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r
                    + 2.05319162663775882187) * r + 1.0);
        }
        else
        {
            var r = tail - 5;
            x = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r
                    + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r
                    + 5.4637849111641143699) * r + 6.6579046435011037772)
                / (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
                    + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r
                    + 0.59983220655588793769) * r + 1.0);
        }

        return q < 0 ? -x : x;
    }

    /// <summary>
    /// The chance that a normal number lies below x: Hart's rational function (1968, algorithm 5666) and a continued
    /// fraction in the far tail; absolute error below 1e-15.
    /// </summary>
    /// <param name="x">Any number.</param>
    public static double Cdf(double x)
    {
        var size = Math.Abs(x);
        if (size > 37)
        {
            return x > 0 ? 1 : 0;
        }

        var density = Elementary.Exp(-size * size / 2);
        double tail;
        if (size < 7.07106781186547)
        {
            tail = density
                * ((((((0.0352624965998911 * size + 0.700383064443688) * size + 6.37396220353165) * size
                    + 33.912866078383) * size + 112.079291497871) * size + 221.213596169931) * size + 220.206867912376)
                / (((((((0.0883883476483184 * size + 1.75566716318264) * size + 16.064177579207) * size
                    + 86.7807322029461) * size + 296.564248779674) * size + 637.333633378831) * size
                    + 793.826512519948) * size + 440.413735824752);
        }
        else
        {
            var fraction = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))));
            tail = density / (fraction * 2.506628274631);
        }

        return x > 0 ? 1 - tail : tail;
    }
}
