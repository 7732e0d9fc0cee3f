using Glasshouse.Lab.Indicators;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab;

/// <summary>One year of an indicator, all adults.</summary>
/// <param name="Year">From 1.</param>
/// <param name="Without">Mean over seeds without the regime.</param>
/// <param name="With">Mean over seeds with it.</param>
/// <param name="Chance">95% interval of the difference; none from one seed.</param>
public sealed record CourseYear(int Year, double Without, double With, Interval? Chance);

/// <summary>An indicator year by year: what the figure draws.</summary>
public sealed record Course(Indicator Indicator, bool Hope, IReadOnlyList<CourseYear> Years)
{
    /// <summary>
    /// Four hopes and four fears of equal size, chosen like the four numbers before any result and led by them. All are counted
    /// in every society.
    /// </summary>
    public static readonly IReadOnlyList<(string Indicator, bool Hope)> Drawn =
    [
        ("harm-to-others", true), ("in-loan-arrears", true), ("trust-in-people", true), ("felt-safety", true),
        ("weeks-wronged", false), ("words-withheld", false), ("refused-by-grade", false), ("stress", false),
    ];

    /// <summary>The largest value that the figure must hold.</summary>
    public double Top => Years.Max(y => Math.Max(y.Without, Math.Max(y.With, y.Chance is { } c ? y.Without + c.High : 0)));

    internal static IReadOnlyList<Course> Of(RunResult result) =>
        [.. from drawn in Drawn
            let indicator = Catalogue.Fixed.Single(i => i.Name == drawn.Indicator)
            select new Course(indicator, drawn.Hope,
                [.. Enumerable.Range(0, result.Request.Years).Select(year => YearOf(result, indicator, year))])];

    private static CourseYear YearOf(RunResult result, Indicator indicator, int year)
    {
        var pairs = result.Outcomes
            .Select(o => Comparing.PairOf(indicator, t => Reckoner.OfYear(indicator, o, t, year))).ToArray();
        Interval? chance = pairs.Length > 1 && pairs.All(p => double.IsFinite(p.Difference))
            ? Student.Of([.. pairs.Select(p => p.Difference)])
            : null;
        return new(year + 1, Mean(pairs, p => p.Without.Value), Mean(pairs, p => p.With.Value),
            indicator.RegimeOnly ? chance?.FromZero : chance);
    }

    private static double Mean(IReadOnlyCollection<Pair> pairs, Func<Pair, double> value)
    {
        var whole = pairs.Select(value).Where(double.IsFinite).ToArray();
        return whole.Length == 0 ? 0 : whole.Average();
    }
}
