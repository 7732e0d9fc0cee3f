using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Population;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Evidence;

/// <summary>When a variable looks.</summary>
internal enum Looks { AtEnd, AtStart, AtBoth, EveryWeek }

/// <summary>A variable over persons, ready to be collected.</summary>
/// <param name="Looks">In which weeks of the window.</param>
/// <param name="Take">Brings the values by slot up to date.</param>
internal sealed record Gauge(Looks Looks, Action<District, Twin, double[]> Take)
{
    /// <summary>True if it looks in a week of its window.</summary>
    public bool LooksIn(int week, int first, int last) => Looks switch
    {
        Looks.AtEnd => week == last,
        Looks.AtStart => week == first,
        Looks.AtBoth => week == first || week == last,
        _ => true,
    };
}

/// <content>From the name in a file to what is read.</content>
internal static partial class Variables
{
    private const string OfConducts = "acts:";
    private const string OfRule = "record:";

    /// <summary>Words before names of other files, with what they make of them.</summary>
    private static readonly IReadOnlyList<(string Prefix, string Means)> Families =
    [
        (OfConducts, "acts within the window of a conduct or a group of conducts, of several joined by '+', or at levels behind '@'; "
            + "critical words only as they were said"),
        (OfRule, "1 with a record that counts under a row or ground of the regime, by its id"),
    ];

    /// <summary>The vocabulary as a list tells it: name, meaning, unit.</summary>
    public static IReadOnlyList<(string Name, string Means, string Unit)> Told =>
    [
        .. States.Select(s => (s.Name, s.Means, s.Unit)), .. Events.Select(e => (e.Name, e.Means, "count over the window")),
        .. Prefixes.Concat(Families).Select(p => (p.Prefix + "...", p.Means, "")),
    ];

    /// <summary>True if a society has such a variable.</summary>
    public static bool Has(Society society, string name) => Conducts(society, name) is { } conducts
        ? conducts.Count > 0
        : name.StartsWith(OfRule, StringComparison.Ordinal) || Events.Any(e => e.Name == name) || States.Any(s => s.Name == Bare(name));

    /// <summary>The known name that was probably meant.</summary>
    public static string? Nearest(Society society, string name)
    {
        var known = Events.Select(e => e.Name).Concat(society.ConductGroups.Keys.Concat(society.Conducts.Keys).Select(c => OfConducts + c));
        var prefix = name[..^Bare(name).Length];
        var near = Files.Spelling.Nearest(Bare(name), States.Select(s => s.Name).Concat(prefix.Length > 0 ? [] : known));
        return near is null ? null : prefix + near;
    }

    /// <summary>The variable of a name that is known.</summary>
    public static Gauge Gauge(SocietyTables society, string name)
    {
        if (Conducts(society.Society, name) is { } conducts)
        {
            return new Gauge(Looks.EveryWeek, ActsOf([.. conducts.Select(c => (society.Conducts.IndexOf(c.Conduct), c.Levels))]));
        }
        if (Events.FirstOrDefault(e => e.Name == name) is { } counted)
        {
            return new Gauge(Looks.EveryWeek, counted.Count);
        }
        if (name.StartsWith(OfRule, StringComparison.Ordinal))
        {
            var rule = name[OfRule.Length..];
            return new Gauge(Looks.AtEnd, Each((values, s, value) => values[s] = value, (_, t, s) =>
                Records(t, s, r => t.Regime.Rules.Rules[t.Dossiers.Ledger.Row(r)].Id == rule)));
        }
        var state = States.Single(s => s.Name == Bare(name)).Of;
        return name[..^Bare(name).Length] switch
        {
            "" => new Gauge(Looks.AtEnd, Each((values, s, value) => values[s] = value, state)),
            "weeks:" => new Gauge(Looks.EveryWeek, Each((values, s, value) => values[s] += value > 0 ? 1 : 0, state)),
            "ever:" => new Gauge(Looks.EveryWeek, Each((values, s, value) => values[s] = value > 0 ? 1 : values[s], state)),
            // What was is taken from what is.
            "change:" => new Gauge(Looks.AtBoth, Each((values, s, value) => values[s] = value - values[s], state)),
            _ => new Gauge(Looks.AtStart, Each((values, s, value) => values[s] = value, state)),
        };
    }

    // The name of the state itself.
    private static string Bare(string name) =>
        Prefixes.Select(p => p.Prefix).FirstOrDefault(p => name.StartsWith(p, StringComparison.Ordinal)) is { } prefix
            ? name[prefix.Length..]
            : name;

    /// <summary>The conducts, with levels, that a name asks for; null if it asks for none, empty if one of them is unknown.</summary>
    private static List<(string Conduct, bool[]? Levels)>? Conducts(Society society, string name)
    {
        if (!name.StartsWith(OfConducts, StringComparison.Ordinal))
        {
            return null;
        }
        var parts = name[OfConducts.Length..].Split('@');
        var found = new List<(string, bool[]?)>();
        foreach (var asked in parts[0].Split('+'))
        {
            IReadOnlyList<string> conducts = society.ConductGroups.TryGetValue(asked, out var group) ? group : [asked];
            foreach (var id in conducts)
            {
                if (!society.Conducts.TryGetValue(id, out var conduct) || parts.Length > 2
                    || (parts.Length == 2 && !parts[1].Split('+').All(conduct.Levels.ContainsKey)))
                {
                    return [];
                }
                found.Add((id, parts.Length == 1 ? null : [.. conduct.Levels.Keys.Select(parts[1].Split('+').Contains)]));
            }
        }
        return found;
    }

    // Critical words that were kept back are no act.
    private static Action<District, Twin, double[]> ActsOf((int Conduct, bool[]? Levels)[] conducts) => (_, t, sums) =>
    {
        foreach (var (conduct, levels) in conducts)
        {
            foreach (ref readonly var act in t.Acts.Of(conduct))
            {
                sums[act.Slot] += act.Said is Said.Nothing or Said.AsMeant && (levels is null || levels[act.Level]) ? 1 : 0;
            }
        }
    };

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
