using Glasshouse.Engine;
using Glasshouse.Kernel;

namespace Glasshouse.Lab.Telling;

/// <summary>Dates of a life, counted from the start of the regime: week 1 is the first of year 1.</summary>
public static class LifeDate
{
    /// <summary>The regime's week of a week of the history (which counts from 0 at the start of the burn-in).</summary>
    public static int FromHistory(RunPlan plan, int week) => week - plan.BurnInWeeks + 1;

    /// <summary>The history's week of a week of the regime.</summary>
    public static int ToHistory(RunPlan plan, int week) => week + plan.BurnInWeeks - 1;

    /// <summary>A week of the regime in words.</summary>
    public static string Of(int week) => week < 1
        ? "before the regime"
        : FormattableString.Invariant($"year {YearOf(week)}, week {(week - 1) % Calendar.Year + 1}");

    /// <summary>The regime's year of a week; 0 before the regime.</summary>
    public static int YearOf(int week) => week < 1 ? 0 : (week - 1) / Calendar.Year + 1;
}
