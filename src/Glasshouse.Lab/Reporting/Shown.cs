using System.Globalization;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Reporting;

/// <summary>Numbers as people read them: three places that carry meaning, the same in every country.</summary>
public static class Shown
{
    /// <summary>A value; a dash where there is none.</summary>
    public static string Value(double value) => !double.IsFinite(value) ? "-" : Math.Abs(value) switch
    {
        0 => "0",
        < 0.0005 => Invariant("0e0", value),
        < 1 => Invariant("0.000", value),
        < 10 => Invariant("0.00", value),
        < 100 => Invariant("0.0", value),
        _ => Invariant("#,0", value),
    };

    /// <summary>A difference, with its sign.</summary>
    public static string Change(double value) => double.IsFinite(value) && value > 0 ? "+" + Value(value) : Value(value);

    /// <summary>The difference of a finding where it stands alone: that of two shares is in points.</summary>
    public static string Headline(Finding finding) =>
        Change(finding.Difference) + (finding.Indicator.Unit.StartsWith('%') ? " points" : "");

    /// <summary>A range of differences; both ends to the places that the larger one carries.</summary>
    public static string Range(Interval range)
    {
        var size = Math.Max(Math.Abs(range.Low), Math.Abs(range.High));
        var format = size switch { 0 => "0", < 0.0005 => "0e0", < 1 => "0.000", < 10 => "0.00", < 100 => "0.0", _ => "#,0" };
        return $"[{Sign(range.Low, format)}; {Sign(range.High, format)}]";
    }

    /// <summary>The chance interval of a finding, or what stands in its place.</summary>
    public static string Chance(Finding finding) =>
        finding.Verdict == Verdict.NoneSeen && finding.Chance is { } bound ? $"at most {Value(bound.High)}"
        : finding.Chance is { } chance ? Range(chance)
        : finding.Spread is { } spread ? $"spread {Range(spread)}"
        : "none";

    /// <summary>The same with its name, for where no column head gives it.</summary>
    public static string ChanceInWords(Finding finding) =>
        finding is { Chance: null, Spread: { } spread }
            ? $"no interval; spread between districts {Range(spread)}"
            : "chance " + Chance(finding);

    /// <summary>The assumption range of a finding, or that it has not been examined.</summary>
    public static string Assumed(Finding finding) =>
        finding.Assumed is { } range ? Range(range.Middle ?? range.All) : "not yet examined";

    /// <summary>The value without the regime; what only a regime can make is none there.</summary>
    public static string Without(Finding finding) => finding.Indicator.RegimeOnly ? "none" : Value(finding.Without);

    private static string Sign(double value, string format)
    {
        var text = Invariant(format, value);
        return value > 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? "+" + text : text;
    }

    // The formats of .NET round to "-0.00"; a zero has no sign.
    private static string Invariant(string format, double value)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }
}
