using Glasshouse.Lab.Evidence;

namespace Glasshouse.Lab.Reporting;

/// <summary>Findings in words, the same on the terminal and on the page.</summary>
public static class ValidationWords
{
    /// <summary>What was published.</summary>
    public static string Published(PublishedFinding finding)
    {
        var p = finding.Published;
        var range = p is { Low: { } low, High: { } high } ? $"{Shown.Value(low)} to {Shown.Value(high)}" : "";
        return p.Value is { } value ? $"{Shown.Value(value)}{(range.Length > 0 ? $" ({range})" : "")} {p.Unit}"
            : range.Length > 0 ? $"{range} {p.Unit}"
            : $"{(p.Sign is { } sign ? sign.ToString().ToLowerInvariant() : "no value")} ({p.Unit})";
    }

    /// <summary>How far the model may be off.</summary>
    public static string Tolerance(PublishedFinding finding)
    {
        var half = FindingVerdict.HalfWidth(finding);
        return (finding.Allowed.Of == ToleranceOf.Sign ? "its sign counts" : $"tolerance {Shown.Value(half)}") + $": {finding.Allowed.Why}";
    }
}
