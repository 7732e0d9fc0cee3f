using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;

namespace Glasshouse.Tests.TurnedOff;

/// <summary>The rule books under which mechanisms are looked at: shipped ones, and some with one passage changed.</summary>
internal static class Books
{
    private static readonly (string Name, string File, string Passage, string Instead)[] Changed =
    [
        ("list-closed", "evidence/regimes/tax-list", "size: { value: 1, low: 0.5,", "size: { value: 0, low: 0,"),
        ("firm-credit-closed", "evidence/regimes/firm-credit", "seen-by: everybody", "seen-by: officials"),
        ("firm-credit-uninspected", "evidence/regimes/firm-credit", "size: { value: 1, low: 0.3,", "size: { value: 0, low: 0,"),
        ("blood-pays", "evidence/regimes/blood-points", "value: 0.015, low: 0.005, high: 0.05", "value: 5, low: 0, high: 5"),
        ("firm-credit-untold", "evidence/regimes/firm-credit", "notice: { value: 1, low: 0.8,", "notice: { value: 0, low: 0,"),
    ];

    public static Regime Named(string name)
    {
        if (name == Shipped.Regime.Id)
        {
            return Shipped.Regime;
        }
        var changed = Changed.FirstOrDefault(c => c.Name == name);
        var file = changed.File ?? $"evidence/regimes/{name}";
        var text = File.ReadAllText(Path.Combine(Shipped.Root, file + ".yaml")).ReplaceLineEndings("\n");
        if (changed.Name is not null)
        {
            text = text.Contains(changed.Passage, StringComparison.Ordinal)
                ? text.Replace(changed.Passage, changed.Instead, StringComparison.Ordinal)
                : throw new InvalidOperationException($"no '{changed.Passage}' in {file}");
        }
        return Yaml.Read<Regime>(text, Path.GetFileName(file) + ".yaml").ValueOrThrow();
    }
}
