using System.Text.Json.Nodes;
using Glasshouse.Lab;

namespace Glasshouse.Cli;

/// <summary>What <c>glasshouse list regimes --reach</c> prints.</summary>
internal static class ReachPage
{
    public static void Write(TextWriter page, Shelf shelf, bool json)
    {
        var (regimes, faulty) = Reach.All(shelf);
        if (json)
        {
            page.WriteLine(Document(regimes, faulty).ToJsonString(Json.Style));
            return;
        }
        page.WriteLine("How far each regime reaches: source, domain, rows and direct grounds, and for whom.");
        page.WriteLine("Nothing is added up: one row on prayer is not one row on parking.");
        foreach (var regime in regimes)
        {
            page.WriteLine();
            page.WriteLine($"{regime.Regime}: {regime.Subjects}");
            var sources = Width(regime.Cells.Select(c => c.Source));
            var domains = Width(regime.Cells.Select(c => c.Domain));
            foreach (var cell in regime.Cells)
            {
                var who = cell.Who.Count == 0 ? "" : ": " + string.Join("; ", cell.Who);
                page.WriteLine($"  {cell.Source.PadRight(sources)}  {cell.Domain.PadRight(domains)}  {Counts(cell)}{who}");
            }
            page.WriteLine(regime.Consequences.Count == 0
                ? "  nothing follows from a grade"
                : $"  bites in {string.Join(", ", regime.Consequences)}");
            foreach (var turning in regime.Turnings)
            {
                page.WriteLine($"  {turning.Words}");
            }
            if (regime.Others.Count > 0)
            {
                page.WriteLine($"  hits others: {string.Join(", ", regime.Others)}");
            }
            foreach (var line in regime.Attention)
            {
                page.WriteLine("  " + line);
            }
        }
        if (faulty.Count > 0)
        {
            page.WriteLine();
            page.WriteLine($"Not shown, for faults that 'glasshouse check' names: {string.Join(", ", faulty)}.");
        }
    }

    private static string Counts(ReachCell cell) => string.Join(", ", new[]
    {
        cell.Rows == 0 ? null : cell.Rows == 1 ? "1 row" : $"{cell.Rows} rows",
        cell.Grounds == 0 ? null : cell.Grounds == 1 ? "1 ground" : $"{cell.Grounds} grounds",
    }.OfType<string>());

    private static int Width(IEnumerable<string> words) => words.Select(w => w.Length).DefaultIfEmpty(0).Max();

    private static JsonObject Document(IReadOnlyList<Reach> regimes, IReadOnlyList<string> faulty) => new()
    {
        ["regimes"] = new JsonArray([.. regimes.Select(regime => new JsonObject
        {
            ["regime"] = regime.Regime,
            ["subjects"] = regime.Subjects,
            ["cells"] = new JsonArray([.. regime.Cells.Select(cell => new JsonObject
            {
                ["source"] = cell.Source,
                ["domain"] = cell.Domain,
                ["rows"] = cell.Rows,
                ["grounds"] = cell.Grounds,
                ["who"] = new JsonArray([.. cell.Who.Select(w => (JsonNode)w)]),
            })]),
            ["consequences"] = new JsonArray([.. regime.Consequences.Select(c => (JsonNode)c)]),
            ["inForce"] = new JsonArray([.. regime.Turnings.Select(t => (JsonNode)t.Words)]),
            ["attention"] = new JsonArray([.. regime.Attention.Select(a => (JsonNode)a)]),
            ["others"] = new JsonArray([.. regime.Others.Select(o => (JsonNode)o)]),
        })]),
        ["faulty"] = new JsonArray([.. faulty.Select(f => (JsonNode)f)]),
    };
}
