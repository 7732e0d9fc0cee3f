namespace Glasshouse.Kernel;

/// <summary>
/// Time in the model: a tick is a week, a year has 52 weeks, a quarter months of 4, 4 and 5 weeks. The one place where the durations
/// of a text become weeks.
/// </summary>
public static class Calendar
{
    /// <summary>Weeks of a year.</summary>
    public const int Year = 52;

    /// <summary>Weeks of a quarter.</summary>
    public const int Quarter = 13;

    /// <summary>Weeks between two exchanges.</summary>
    public const int Exchange = 4;

    /// <summary>Weeks of a number of months, to the nearest week: 1 is 4, 6 is 26, 12 is 52.</summary>
    public static int FromMonths(double months) => (int)Math.Floor(months * Year / 12 + 0.5);

    /// <summary>Weeks of a number of years.</summary>
    public static int FromYears(double years) => (int)Math.Floor(years * Year + 0.5);
}
