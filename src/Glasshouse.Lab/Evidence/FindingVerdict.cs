using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Evidence;

/// <summary>How a finding stands against the model.</summary>
public enum VerdictKind
{
    /// <summary>The simulated value lies within the tolerance.</summary>
    Inside,

    /// <summary>It lies within twice the tolerance.</summary>
    Near,

    /// <summary>It lies further off, or has the wrong sign.</summary>
    Outside,

    /// <summary>Chance leaves more room than the tolerance gives, or there is nobody to measure.</summary>
    CannotTell,

    /// <summary>No run can measure it.</summary>
    NotTestable,

    /// <summary>A test of the program reproduces it.</summary>
    ByTest,
}

/// <summary>A verdict and why.</summary>
/// <param name="Kind">How it stands.</param>
/// <param name="Reason">Why, where that alone does not say it; else empty.</param>
/// <param name="Distance">Distance from the published value in tolerances, with its sign; not a number where there is none.</param>
public sealed record FindingVerdict(VerdictKind Kind, string Reason = "", double Distance = double.NaN)
{
    /// <summary>The word on screen and in every file.</summary>
    public string Word => Kind switch
    {
        VerdictKind.Inside => "inside",
        VerdictKind.Near => "near",
        VerdictKind.Outside => "outside",
        VerdictKind.CannotTell => "cannot tell",
        VerdictKind.NotTestable => "not testable",
        _ => "by test",
    };

    /// <summary>Holds a simulated value against a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="value">The simulated value; not a number where nobody was left to measure.</param>
    /// <param name="chance">Its interval over seeds; null for a null model of one seed, which is judged by its value alone.</param>
    public static FindingVerdict Of(PublishedFinding finding, double value, Interval? chance)
    {
        if (!double.IsFinite(value))
        {
            return new(VerdictKind.CannotTell, "nobody to measure");
        }
        var allowed = finding.Allowed;
        return allowed.Of == ToleranceOf.Sign ? OfSign(finding, value, chance ?? new(value, value)) : OfSize(finding, value, chance);
    }

    /// <summary>The half width of the tolerance in the finding's unit; not a number for a sign.</summary>
    public static double HalfWidth(PublishedFinding finding) => finding.Allowed switch
    {
        { Of: ToleranceOf.Absolute, Size: { } size } => size,
        { Of: ToleranceOf.Relative } relative => (relative.Size ?? 0.25) * Math.Abs(finding.Published.Centre ?? double.NaN),
        _ => double.NaN,
    };

    /// <summary>The value that means no effect, where a sign is judged.</summary>
    public static double NoEffect(PublishedFinding finding) => finding.Allowed.From ?? finding.Scenario switch
    {
        { Made: Contrast.Ratio } => 1,
        { Made: Contrast.Treated } scenario => Statistics.NoEffect(scenario.Measure.What),
        _ => 0,
    };

    private static FindingVerdict OfSign(PublishedFinding finding, double value, Interval chance)
    {
        var none = NoEffect(finding);
        var up = (finding.Published.Sign, finding.Published.Centre) switch
        {
            (Sign.Positive, _) => true,
            (Sign.Negative, _) => false,
            (_, var published) => published > none,
        };
        if (chance.Contains(none))
        {
            return new(VerdictKind.CannotTell, $"the interval holds {Reporting.Shown.Value(none)}, which is no effect");
        }
        return new(value > none == up ? VerdictKind.Inside : VerdictKind.Outside, value > none == up ? "" : "the sign is the other one");
    }

    private static FindingVerdict OfSize(PublishedFinding finding, double value, Interval? chance)
    {
        var (centre, half) = (finding.Published.Centre!.Value, HalfWidth(finding));
        var distance = (value - centre) / half;
        var tolerance = new Interval(centre - half, centre + half);
        // An interval that is wide but lies wholly outside says enough.
        if (chance is { } range && range.High - range.Low > 2 * half && range.Meets(tolerance))
        {
            return new(VerdictKind.CannotTell, "chance leaves more room than the tolerance", distance);
        }
        var kind = Math.Abs(distance) switch { <= 1 => VerdictKind.Inside, <= 2 => VerdictKind.Near, _ => VerdictKind.Outside };
        return new(kind, "", distance);
    }
}
