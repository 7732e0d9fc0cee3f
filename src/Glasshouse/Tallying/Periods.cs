using Glasshouse.Kernel;

namespace Glasshouse.Tallying;

/// <summary>Which weeks after the fork belong to the roll-out and which to the mature state.</summary>
public static class Periods
{
    public const int RollOut = 0;
    public const int Between = 1;
    public const int Mature = 2;

    /// <summary>The period of a week, counted from the fork.</summary>
    /// <param name="week">Weeks since the fork, from 0.</param>
    /// <param name="years">Years of the run.</param>
    public static int Of(int week, int years)
    {
        var year = week / Calendar.Year;
        return year >= years - MatureYears(years) ? Mature : year < 5 ? RollOut : Between;
    }

    /// <summary>
    /// Years at the end that count as mature: three, or fewer in a short run, which keeps at least one for the roll-out.
    /// </summary>
    public static int MatureYears(int years) => Math.Max(0, Math.Min(3, years - 1));
}
