using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text.Json.Nodes;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Reporting;

/// <summary>The one document that <c>--json</c> prints.</summary>
public static class ResultDocument
{
    /// <summary>Builds the document.</summary>
    /// <param name="manifest">What was run on what; it is taken into the document.</param>
    /// <param name="result">The run.</param>
    /// <param name="findings">What it found.</param>
    public static JsonObject Of(JsonNode? manifest, RunResult result, Findings findings) => new()
    {
        ["manifest"] = manifest?.DeepClone(),
        ["indicators"] = new JsonArray([.. findings.Rows.Select(Row)]),
        ["digest"] = new JsonArray([.. result.Outcomes.Select(o =>
            (JsonNode)o.Digest.ToString("x16", CultureInfo.InvariantCulture))]),
        ["performance"] = Performance(result),
    };

    internal static JsonObject Row(Finding f) => new()
    {
        ["name"] = f.Indicator.Name,
        ["unit"] = f.Indicator.Unit,
        ["stratum"] = f.Stratum,
        ["period"] = f.Period,
        ["without"] = Number(f.Without),
        ["with"] = Number(f.With),
        ["difference"] = Number(f.Difference),
        ["low"] = Number(f.Chance?.Low),
        ["high"] = Number(f.Chance?.High),
        ["assumedLow"] = Number(f.Assumed?.All.Low),
        ["assumedHigh"] = Number(f.Assumed?.All.High),
        ["verdict"] = f.Verdict.Word(),
        ["reason"] = f.Reason,
        ["provenance"] = f.Provenance,
    };

    private static JsonObject Performance(RunResult result)
    {
        var personWeeks = result.Outcomes.Sum(o => o.PersonWeeks) + result.Draws.Sum(d => d.Outcome.PersonWeeks);
        return new()
        {
            ["personWeeks"] = personWeeks,
            ["seconds"] = result.Seconds,
            ["personWeeksPerSecond"] = Number(result.Seconds > 0 ? personWeeks / result.Seconds : null),
            ["bytesPerPerson"] = Number(result.BytesPerPerson),
            ["vectorWidth"] = VectorWidth,
        };
    }

    /// <summary>Bits of the widest vectors that the machine runs at full speed.</summary>
    public static int VectorWidth =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static JsonValue? Number(double? value) => value is { } v && double.IsFinite(v) ? JsonValue.Create(v) : null;
}
