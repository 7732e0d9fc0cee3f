using System.Text.Json.Nodes;
using Glasshouse.Files;
using Glasshouse.Lab;

namespace Glasshouse.Cli;

/// <summary>What <c>glasshouse check</c> prints.</summary>
internal static class InspectionPage
{
    // The longer reasons are the file's own sentences; the page shows the most frequent ones of each domain.
    private const int MostReasons = 6;

    public static void Write(TextWriter page, Inspection inspection)
    {
        if (inspection.Faults.Count > 0)
        {
            foreach (var fault in inspection.Faults)
            {
                page.WriteLine(fault);
            }
            var noun = inspection.Faults.Count == 1 ? "fault" : "faults";
            page.WriteLine($"{inspection.Faults.Count} {noun}. docs/faults.md explains the codes.");
            return;
        }
        page.WriteLine($"{inspection.File}: {inspection.Title}");
        if (inspection.Extends.Count > 0)
        {
            page.WriteLine($"Extends {string.Join(", which extends ", inspection.Extends)}.");
        }
        page.WriteLine("No faults.");
        if (inspection.Kind == FileKind.Law)
        {
            page.WriteLine($"{inspection.Conditions} conditions. 'glasshouse check REGIME --law {inspection.File}' asks them of a regime.");
            return;
        }
        if (inspection.Kind == FileKind.Evidence)
        {
            page.WriteLine($"'glasshouse validate --fact {inspection.File}' holds the model against it.");
            return;
        }
        if (inspection.RuleBook is { } book)
        {
            Write(page, book);
        }
        if (inspection.Turnings.Count > 0)
        {
            page.WriteLine();
            page.WriteLine("In force:");
            foreach (var turning in inspection.Turnings)
            {
                page.WriteLine($"  {turning.Words}");
            }
        }
        if (inspection.Attention.Count > 0)
        {
            page.WriteLine();
            page.WriteLine("Attention:");
            foreach (var line in inspection.Attention)
            {
                page.WriteLine("  " + line);
            }
        }
        if (inspection.Conducts.Count > 0)
        {
            page.WriteLine();
            page.WriteLine($"{inspection.Conducts.Sum(c => c.Count)} conducts: "
                + string.Join(", ", inspection.Conducts.Select(c => $"{c.Count} {Spelling.Kebab(c.Channel.ToString())}")) + ".");
        }
        page.WriteLine();
        page.WriteLine(inspection.Basis.Sentence);
    }

    private static void Write(TextWriter page, RuleBook book)
    {
        page.WriteLine();
        page.WriteLine(book.Sentence);
        foreach (var domain in book.Domains)
        {
            page.WriteLine();
            page.WriteLine($"{domain.Domain}: {domain.RowsModelled} of {domain.Rows} rows, "
                + $"{domain.GroundsModelled} of {domain.Grounds} direct grounds");
            // A last reason takes no more room than the line that would stand for it.
            var shown = domain.Reasons.Count == MostReasons + 1 ? MostReasons + 1 : MostReasons;
            foreach (var (reason, count) in domain.Reasons.Take(shown))
            {
                page.WriteLine($"  not modelled, {count}: {reason}");
            }
            var rest = domain.Reasons.Skip(shown).ToList();
            if (rest.Count > 0)
            {
                page.WriteLine($"  not modelled, {rest.Sum(r => r.Count)}: for {rest.Count} other reasons; --json lists all");
            }
        }
    }

    public static JsonObject Json(Inspection inspection) => new()
    {
        ["file"] = inspection.File,
        ["kind"] = Spelling.Kebab(inspection.Kind.ToString()),
        ["title"] = inspection.Title,
        ["extends"] = new JsonArray([.. inspection.Extends.Select(f => (JsonNode)f)]),
        ["faults"] = new JsonArray([.. inspection.Faults.Select(f => new JsonObject
        {
            ["code"] = f.Code,
            ["file"] = f.File,
            ["line"] = f.Line,
            ["column"] = f.Column,
            ["found"] = f.Found,
            ["expected"] = f.Expected,
            ["nearest"] = f.Nearest,
        })]),
        ["domains"] = inspection.RuleBook is { } book ? new JsonArray([.. book.Domains.Select(Domain)]) : null,
        ["inForce"] = new JsonArray([.. inspection.Turnings.Select(t => new JsonObject
        {
            ["week"] = t.Week,
            ["when"] = t.When,
            ["what"] = t.What,
        })]),
        ["attention"] = new JsonArray([.. inspection.Attention.Select(a => (JsonNode)a)]),
        ["conducts"] = new JsonObject(inspection.Conducts.Select(c =>
            KeyValuePair.Create(Spelling.Kebab(c.Channel.ToString()), (JsonNode?)c.Count))),
        ["figures"] = new JsonObject(inspection.Basis.Shares.Select(s =>
            KeyValuePair.Create(Spelling.Kebab(s.Kind.ToString()), (JsonNode?)s.Count))),
    };

    private static JsonObject Domain(DomainCoverage domain) => new()
    {
        ["domain"] = domain.Domain,
        ["rows"] = domain.Rows,
        ["rowsModelled"] = domain.RowsModelled,
        ["grounds"] = domain.Grounds,
        ["groundsModelled"] = domain.GroundsModelled,
        ["notModelled"] = new JsonArray([.. domain.Reasons.Select(r => new JsonObject { ["reason"] = r.Reason, ["count"] = r.Count })]),
    };
}
