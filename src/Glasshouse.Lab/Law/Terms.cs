using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Responding;

namespace Glasshouse.Lab.Law;

/// <summary>How long the records of a scale count, as its text says.</summary>
internal sealed class Terms(string prefix, Validity? validity, bool higherIsWorse, bool isHypothetical)
{
    private const double WeeksPerMonth = 52.0 / 12;

    public bool IsAgainst(Points points) => higherIsWorse ? points.Max > 0 : points.Min < 0;

    public Term? Of(PointRow row, string path)
    {
        if (row.Months is { } months)
        {
            return new Term(months * WeeksPerMonth, $"{path}.months", IsAssumed: false);
        }
        if (validity is null || !IsAgainst(row.Points))
        {
            return null;
        }
        var size = Math.Max(Math.Abs(row.Points.Min), Math.Abs(row.Points.Max));
        return size <= validity.LightUpTo.Value
            ? Of(validity.LightMonths, WeeksPerMonth, "light-months")
            : Of(validity.HeavyMonths, WeeksPerMonth, "heavy-months");
    }

    public Term? Of(DirectGround ground, string path) => ground switch
    {
        { Indefinite: true } => new Term(Facts.WithoutEnd, $"{path}.indefinite", IsAssumed: false, IsUntilLifted: true),
        { Years: { } years } => new Term(years.Value * 52, $"{path}.years", IsAssumption(years)),
        { Months: { } months } => new Term(months.Value * WeeksPerMonth, $"{path}.months", IsAssumption(months)),
        { Grade: { } grade } when validity?.DirectGradeYears.GetValueOrDefault(grade) is { } years =>
            Of(years, 52, $"direct-grade-years.{grade}"),
        _ => null,
    };

    private Term Of(Figure figure, double weeks, string key) =>
        new(figure.Value * weeks, $"{prefix}validity.{key}", IsAssumption(figure));

    private bool IsAssumption(Figure figure) =>
        !isHypothetical && figure.Provenance is (Provenance.Assumed or Provenance.Calibrated);
}

/// <summary>Parts of life: where a record comes from, where a consequence bites, and which of them belong together.</summary>
internal static class Contexts
{
    /// <summary>What the law calls neither related nor unrelated here: being named, and being honoured.</summary>
    private static readonly string[] Open = ["reputation", "honours"];

    // By the domain of the record: the contexts in which its use is not called unrelated. Our yardstick; docs/law.md lists it.
    private static readonly Dictionary<string, string[]> Related = new(StringComparer.Ordinal)
    {
        ["financial"] = ["finance", "financial"],
        ["legal"] = ["finance", "business", "legal"],
        ["business"] = ["business", "finance", "work"],
        // All that stands under a licence is conduct at the wheel.
        ["traffic"] = ["driving"],
    };

    /// <summary>The context of an effect whose consequence names none.</summary>
    public static string Of(Effect? effect) => effect switch
    {
        Effect.LoanAccess or Effect.LoanPrice => "finance",
        Effect.Hiring or Effect.OfficeBarred => "work",
        Effect.TravelRefused => "travel",
        Effect.NamedInPublic => "reputation",
        Effect.SchoolRefused => "education",
        Effect.Honour => "honours",
        Effect.HomeRefused => "housing",
        Effect.CareRefused => "health",
        Effect.DrivingBarred => "driving",
        Effect.FirmIncome or Effect.FirmHiring or Effect.Inspection => "business",
        _ => "services",
    };

    /// <summary>True if a record of one domain has no connection with the context in which it bites.</summary>
    public static bool AreUnrelated(string domain, string context) =>
        domain != context && !Open.Contains(context) && !Related.GetValueOrDefault(domain, []).Contains(context);
}
