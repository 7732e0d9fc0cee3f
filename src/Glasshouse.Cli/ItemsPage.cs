using System.Text.Json.Nodes;
using Glasshouse.Lab;

namespace Glasshouse.Cli;

/// <summary>What <c>glasshouse list regimes --items</c> prints.</summary>
internal static class ItemsPage
{
    public static void Write(TextWriter page, Shelf shelf, bool json)
    {
        var (regimes, without, faulty) = Items.Of(shelf);
        if (json)
        {
            page.WriteLine(Document(regimes, without, faulty).ToJsonString(Json.Style));
            return;
        }
        page.WriteLine("Items of the published texts that the model can follow: rows, direct grounds and consequences that a");
        page.WriteLine("text names, each counted in the file that states it. Protected: petition, speech, assembly, belief.");
        page.WriteLine();
        var width = regimes.Select(r => r.Regime.Length).DefaultIfEmpty(0).Max();
        foreach (var regime in regimes)
        {
            page.WriteLine($"{regime.Regime.PadRight(width)}  {Share(regime.Modelled, regime.All.Count)}{Protected(regime)}");
        }
        page.WriteLine();
        page.WriteLine($"{"all".PadRight(width)}  {Share(regimes.Sum(r => r.Modelled), regimes.Sum(r => r.All.Count))}; "
            + $"protected {Share(regimes.Sum(r => r.ProtectedModelled), regimes.Sum(r => r.Protected))}");
        Missing(page, regimes);
        Named(page, "Without items, being hypothetical, a variant or a baseline", without);
        Named(page, "Not counted, for faults that 'glasshouse check' names", faulty);
    }

    private static void Missing(TextWriter page, IReadOnlyList<Items> regimes)
    {
        page.WriteLine();
        page.WriteLine("Not modelled, by reason:");
        var reasons = regimes.SelectMany(r => r.All.Where(i => i.Reason is not null).Select(i => (i.Reason, Name: $"{r.Regime} {i.Id}")))
            .GroupBy(i => i.Reason!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        foreach (var reason in reasons)
        {
            page.WriteLine($"  {reason.Count(),3}  {reason.Key}");
            page.WriteLine($"       {string.Join(", ", reason.Select(i => i.Name))}");
        }
    }

    private static void Named(TextWriter page, string words, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            page.WriteLine();
            page.WriteLine($"{words}: {string.Join(", ", names)}.");
        }
    }

    private static string Protected(Items regime) =>
        regime.Protected == 0 ? "" : $"; protected {Share(regime.ProtectedModelled, regime.Protected)}";

    private static string Share(int part, int whole) =>
        whole == 0 ? "none" : FormattableString.Invariant($"{part} of {whole} ({100.0 * part / whole:0.#}%)");

    private static JsonObject Document(IReadOnlyList<Items> regimes, IReadOnlyList<string> without, IReadOnlyList<string> faulty) => new()
    {
        ["items"] = regimes.Sum(r => r.All.Count),
        ["modelled"] = regimes.Sum(r => r.Modelled),
        ["protected"] = regimes.Sum(r => r.Protected),
        ["protected-modelled"] = regimes.Sum(r => r.ProtectedModelled),
        ["regimes"] = new JsonArray([.. regimes.Select(r => new JsonObject
        {
            ["regime"] = r.Regime,
            ["items"] = r.All.Count,
            ["modelled"] = r.Modelled,
            ["protected"] = r.Protected,
            ["protected-modelled"] = r.ProtectedModelled,
            ["missing"] = new JsonArray([.. r.All.Where(i => i.Reason is not null).Select(i => new JsonObject
            {
                ["id"] = i.Id,
                ["protected"] = i.Protected,
                ["reason"] = i.Reason,
            })]),
        })]),
        ["without-items"] = new JsonArray([.. without.Select(n => (JsonNode)n)]),
        ["faulty"] = new JsonArray([.. faulty.Select(n => (JsonNode)n)]),
    };
}
