using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Kernel;

namespace Glasshouse.Regimes;

/// <summary>
/// What of a regime is in force when: its phases, and the years that rows, grounds and consequences state themselves. Weeks count from
/// the start. One that a phase leaves out, or whose own years are not there, is not in force.
/// </summary>
public sealed class Timetable
{
    /// <summary>What stands for all ids, or behind a prefix for all ids with it.</summary>
    public const string All = "*";

    /// <summary>Years over which yearly changes are followed.</summary>
    public const int Horizon = 50;

    private readonly IReadOnlyDictionary<Channel, Sight> _channels;
    private readonly List<(int Week, string Id, Phase Phase)> _phases;
    private readonly List<Entry> _entries = [];

    private sealed record Entry(string Id, string Scale, int From, int Until);

    private Timetable(Regime regime, string? response)
    {
        _channels = regime.Channels;
        var dated = response is null ? regime.Phases.AsEnumerable() : regime.Phases.SkipWhile(p => p.Key != response).Skip(1);
        _phases = [.. dated.Where(p => !p.Value.IsAnswer).Select(p => (p.Value.FromWeek, p.Key, p.Value))
            .OrderBy(p => p.FromWeek)];
        if (response is not null)
        {
            _phases.Insert(0, (0, response, regime.Phases[response]));
        }
        foreach (var scale in ScaleText.Of(regime))
        {
            _entries.AddRange(scale.Text.Rows.Select(r => Of(scale, r.Key, r.Value.FromYear, r.Value.UntilYear)));
            _entries.AddRange(scale.Text.DirectGrades.Select(g => Of(scale, g.Key, g.Value.FromYear, g.Value.UntilYear)));
            _entries.AddRange(scale.Text.Consequences.Select(c => Of(scale, c.Key, c.Value.FromYear, c.Value.UntilYear)));
        }
    }

    /// <summary>The timetable of a regime, what it includes merged into it.</summary>
    /// <param name="regime">The regime.</param>
    /// <param name="response">The phase that a fall of support began, if one did: it holds until a dated one behind it begins.</param>
    public static Timetable Of(Regime regime, string? response = null) => new(regime, response);

    /// <summary>Ids of rows, grounds and consequences, with the prefix of their scale.</summary>
    public IEnumerable<string> Ids => _entries.Select(e => e.Id).Distinct();

    /// <summary>First weeks of the times in which the same rules are in force everywhere; 0 first.</summary>
    public IReadOnlyList<int> Turns =>
    [
        .. _entries.SelectMany(e => (int[])[e.From, e.Until]).Concat(_phases.Select(p => p.Week)).Append(0)
            .Where(week => week < int.MaxValue).Distinct().Order(),
    ];

    /// <summary>The same with the turns of years in which some channel sees more or less than the year before.</summary>
    public IReadOnlyList<int> TurnsAndGains => _channels.Values.All(s => (s.YearlyGain?.Value ?? 0) == 0)
        ? Turns
        : [.. Turns.Concat(Enumerable.Range(0, Horizon).Select(year => Calendar.FromYears(year))).Distinct().Order()];

    /// <summary>The phase of a week, null before the first and where there is none.</summary>
    public (string Id, Phase Phase)? PhaseAt(int week)
    {
        var last = _phases.FindLastIndex(p => p.Week <= week);
        return last < 0 ? null : (_phases[last].Id, _phases[last].Phase);
    }

    /// <summary>Share of districts in which the regime runs.</summary>
    public float ShareAt(int week) => (float)(PhaseAt(week)?.Phase.Districts?.Value ?? 1);

    /// <summary>Ids in force in a week where the regime runs.</summary>
    public HashSet<string> At(int week)
    {
        var without = PhaseAt(week)?.Phase.Without ?? [];
        return [.. _entries.Where(e => e.From <= week && week < e.Until && !without.Any(w => Names(w, e.Id))).Select(e => e.Id)];
    }

    /// <summary>True if nothing of a scale is in force although it states something.</summary>
    public bool IsOut(string scale, IReadOnlySet<string> inForce) =>
        _entries.Exists(e => e.Scale == scale) && !_entries.Exists(e => e.Scale == scale && inForce.Contains(e.Id));

    /// <summary>True if what a phase leaves out names an id.</summary>
    public static bool Names(string without, string id) => without.EndsWith(All, StringComparison.Ordinal)
        ? id.StartsWith(without[..^All.Length], StringComparison.Ordinal)
        : without == id;

    /// <summary>Factor on a channel's coverage in a week, by the yearly gain of the years that are over.</summary>
    public static double Growth(Sight sight, int week)
    {
        var growth = 1.0;
        for (var year = Math.Min(week / Calendar.Year, Horizon); year > 0; year--)
        {
            growth *= 1 + (sight.YearlyGain?.Value ?? 0);
        }
        return growth;
    }

    private static Entry Of(ScaleText scale, string id, Figure? from, Figure? until) => new(scale.Prefix + id, scale.Id,
        from is null ? 0 : Calendar.FromYears(from.Value), until is null ? int.MaxValue : Calendar.FromYears(until.Value));
}
