using Glasshouse.Engine;
using Glasshouse.Population;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Evidence;

/// <summary>When a variable looks.</summary>
internal enum Looks { AtEnd, AtStart, EveryWeek }

/// <summary>A variable over persons, ready to be collected.</summary>
/// <param name="Looks">In which weeks of the window.</param>
/// <param name="Take">Brings the values by slot up to date.</param>
internal sealed record Gauge(Looks Looks, Action<District, Twin, double[]> Take);

/// <content>From the name in a file to what is read.</content>
internal static partial class Variables
{
    private const string OfConduct = "acts:";

    /// <summary>All names that a society gives variables, those behind prefixes but for acts left out.</summary>
    public static IReadOnlyList<string> Names(Society society) =>
    [
        .. States.Select(s => s.Name), .. Events.Select(e => e.Name),
        .. society.ConductGroups.Keys.Concat(society.Conducts.Keys).Select(c => OfConduct + c),
    ];

    /// <summary>The vocabulary as a list tells it: name, meaning, unit.</summary>
    public static IReadOnlyList<(string Name, string Means, string Unit)> Told =>
    [
        .. States.Select(s => (s.Name, s.Means, s.Unit)), .. Events.Select(e => (e.Name, e.Means, "count over the window")),
        .. Prefixes.Select(p => (p.Prefix + "...", p.Means, "")),
    ];

    /// <summary>True if a society has such a variable.</summary>
    public static bool Has(Society society, string name) =>
        Names(society).Contains(name) || (BehindPrefix(name) is { } state && States.Any(s => s.Name == state));

    /// <summary>The known name that was probably meant.</summary>
    public static string? Nearest(Society society, string name)
    {
        var prefix = BehindPrefix(name) is { } state ? name[..^state.Length] : "";
        var near = Files.Spelling.Nearest(name[prefix.Length..], prefix.Length > 0 ? States.Select(s => s.Name) : Names(society));
        return near is null ? null : prefix + near;
    }

    /// <summary>The variable of a name that is known.</summary>
    public static Gauge Gauge(SocietyTables society, string name)
    {
        if (Events.FirstOrDefault(e => e.Name == name) is { } counted)
        {
            return new Gauge(Looks.EveryWeek, counted.Count);
        }
        if (name.StartsWith(OfConduct, StringComparison.Ordinal))
        {
            var asked = name[OfConduct.Length..];
            var conducts = society.Society.ConductGroups.TryGetValue(asked, out var group) ? group : [asked];
            return new Gauge(Looks.EveryWeek, ActsOf([.. conducts.Select(society.Conducts.IndexOf)]));
        }
        var state = States.Single(s => s.Name == (BehindPrefix(name) ?? name)).Of;
        return BehindPrefix(name) is not { } bare
            ? new Gauge(Looks.AtEnd, Each((values, s, value) => values[s] = value, state))
            : name[..^bare.Length] switch
            {
                "weeks:" => new Gauge(Looks.EveryWeek, Each((values, s, value) => values[s] += value > 0 ? 1 : 0, state)),
                "ever:" => new Gauge(Looks.EveryWeek, Each((values, s, value) => values[s] = value > 0 ? 1 : values[s], state)),
                _ => new Gauge(Looks.AtStart, Each((values, s, value) => values[s] = value, state)),
            };
    }

    private static string? BehindPrefix(string name) =>
        Prefixes.Select(p => p.Prefix).FirstOrDefault(p => p != OfConduct && name.StartsWith(p, StringComparison.Ordinal)) is { } prefix
            ? name[prefix.Length..]
            : null;

    private static Action<District, Twin, double[]> Each(Action<double[], int, double> take, Func<District, Twin, int, double> state) =>
        (d, t, values) =>
        {
            for (var slot = 0; slot < values.Length; slot++)
            {
                if (d.Roster.Lives(slot) && d.Roster.Is(slot, Role.Adult))
                {
                    take(values, slot, state(d, t, slot));
                }
            }
        };
}
