using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glasshouse.Files;
using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Reporting;

/// <summary>The files that a validation leaves: page, document, table.</summary>
public static class ValidationFiles
{
    private static readonly JsonSerializerOptions Style = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Columns =
    [
        "id", "use", "stated-use", "named-by", "topic", "study", "title", "source", "read", "society", "unit", "published", "published-low",
        "published-high", "sign", "tolerance-of", "tolerance", "why", "simulated", "chance-low", "chance-high", "assumed-low",
        "assumed-high", "verdict", "reason", "distance", "without-mechanisms", "without-mechanisms-verdict", "prior-inside",
    ];

    /// <summary>What is written, in the order in which it is shown.</summary>
    public static readonly IReadOnlyList<string> Names = ["validation.html", "validation.json", "validation.csv", "validation.md"];

    /// <summary>Writes the files into a folder that exists, each whole or not at all.</summary>
    public static void Write(string folder, ValidationResult result)
    {
        Atomic.Write(Path.Combine(folder, "validation.csv"), Table(result));
        Atomic.Write(Path.Combine(folder, "validation.json"), Document(result) + "\n");
        Atomic.Write(Path.Combine(folder, "validation.md"), ValidationMarkdown.Of(result));
        Atomic.Write(Path.Combine(folder, "validation.html"), ValidationPage.Of(result));
    }

    /// <summary>The document of <c>--json</c> as text.</summary>
    public static string Document(ValidationResult result) => new JsonObject
    {
        ["glasshouse"] = Version.Number,
        ["commit"] = Version.Commit,
        ["streamScheme"] = Setup.StreamScheme,
        ["assumptionDraws"] = result.Request.Assumptions,
        ["priorDraws"] = result.Request.Prior,
        ["scores"] = new JsonArray([.. result.Scores.Select(s => new JsonObject
        {
            ["use"] = Word(s.Use),
            ["findings"] = s.All,
            ["testable"] = s.Testable,
            ["inside"] = s.Inside,
            ["insideWithoutMechanisms"] = s.WithoutMechanisms,
            ["insideOverPrior"] = s.Prior,
        })]),
        ["findings"] = new JsonArray([.. result.Findings.Select(Json)]),
    }.ToJsonString(Style);

    private static JsonObject Json(ScoredFinding f) => new()
    {
        ["id"] = f.Finding.Id,
        ["title"] = f.Finding.Title,
        ["topic"] = Word(f.Finding.Topic),
        ["study"] = f.Finding.Study,
        ["use"] = Word(f.Use.Use),
        ["statedUse"] = Word(f.Finding.Use),
        ["namedBy"] = f.Use.NamedBy,
        ["source"] = Source(f.Finding),
        ["url"] = f.Finding.Source.Url,
        ["readAtItsSource"] = f.Finding.Source.Read,
        ["society"] = f.Finding.Society,
        ["mechanisms"] = new JsonArray([.. f.Finding.Mechanisms.Select(m => (JsonNode)Word(m))]),
        ["published"] = new JsonObject
        {
            ["value"] = f.Finding.Published.Value,
            ["low"] = f.Finding.Published.Low,
            ["high"] = f.Finding.Published.High,
            ["sign"] = f.Finding.Published.Sign is { } sign ? Word(sign) : null,
            ["unit"] = f.Finding.Published.Unit,
        },
        ["tolerance"] = new JsonObject
        {
            ["of"] = Word(f.Finding.Allowed.Of),
            ["halfWidth"] = Number(FindingVerdict.HalfWidth(f.Finding)),
            ["why"] = f.Finding.Allowed.Why,
        },
        ["simulated"] = Number(f.Simulated),
        ["seeds"] = new JsonArray([.. f.Values.Select(v => (JsonNode?)Number(v))]),
        ["arms"] = new JsonObject(f.Arms.Select(a => KeyValuePair.Create(a.Name, (JsonNode?)Number(a.Value)))),
        ["chance"] = Json(f.Chance),
        ["assumed"] = Json(f.Assumed?.Middle ?? f.Assumed?.All),
        ["draws"] = new JsonArray([.. f.Draws.Select(v => (JsonNode?)Number(v))]),
        ["verdict"] = f.Verdict.Word,
        ["reason"] = f.Verdict.Reason,
        ["distance"] = Number(f.Verdict.Distance),
        ["withoutMechanisms"] = f.WithoutMechanisms is { } off
            ? new JsonObject { ["simulated"] = Number(off.Value), ["verdict"] = off.Verdict.Word }
            : null,
        ["prior"] = new JsonArray([.. f.Prior.Select(p => new JsonObject
        {
            ["simulated"] = Number(p.Value),
            ["verdict"] = p.Verdict.Word,
        })]),
    };

    /// <summary>A table for spreadsheets: a line per finding.</summary>
    internal static string Table(ValidationResult result)
    {
        var table = new StringBuilder(string.Join(',', Columns)).Append('\n');
        foreach (var f in result.Findings)
        {
            table.AppendJoin(',', Cells(f).Select(Cell)).Append('\n');
        }
        return table.ToString();
    }

    private static IEnumerable<string> Cells(ScoredFinding f)
    {
        var (finding, assumed) = (f.Finding, f.Assumed?.Middle ?? f.Assumed?.All);
        return
        [
            finding.Id, Word(f.Use.Use), Word(finding.Use), f.Use.NamedBy ?? "", Word(finding.Topic), finding.Study, finding.Title,
            Source(finding), finding.Source.Read ? "true" : "false", finding.Society ?? "", finding.Published.Unit,
            Text(finding.Published.Value), Text(finding.Published.Low), Text(finding.Published.High),
            finding.Published.Sign is { } sign ? Word(sign) : "", Word(finding.Allowed.Of), Text(FindingVerdict.HalfWidth(finding)),
            finding.Allowed.Why, Text(f.Simulated), Text(f.Chance?.Low), Text(f.Chance?.High), Text(assumed?.Low), Text(assumed?.High),
            f.Verdict.Word, f.Verdict.Reason, Text(f.Verdict.Distance), Text(f.WithoutMechanisms?.Value),
            f.WithoutMechanisms?.Verdict.Word ?? "",
            f.Prior.Count == 0 ? "" : Text(f.Prior.Count(p => p.Verdict.Kind == VerdictKind.Inside) / (double)f.Prior.Count),
        ];
    }

    /// <summary>Where a finding was published, in one line.</summary>
    public static string Source(PublishedFinding finding) => string.Join(", ",
        new[] { finding.Source.Authors, finding.Source.Year, finding.Source.Title }.Where(part => !string.IsNullOrEmpty(part)));

    private static JsonArray? Json(Interval? range) => range is { } r ? [Number(r.Low), Number(r.High)] : null;

    private static double? Number(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    private static string Text(double? value) => Number(value)?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Word(Enum word) => Spelling.Kebab(word.ToString());

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
