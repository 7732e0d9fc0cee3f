using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Regimes;

namespace Glasshouse.Lab;

/// <summary>A time from which something else of a regime is in force, in words.</summary>
/// <param name="Week">First week after the start; -1 for what goes on from year to year.</param>
/// <param name="What">What changes.</param>
public sealed record Turning(int Week, string What)
{
    private const int MostNamed = 4;

    /// <summary>For what may come: on what condition.</summary>
    public string? Once { get; init; }

    /// <summary>When, in words.</summary>
    public string When => Once ?? Week switch
    {
        < 0 => "each year",
        0 => "from the start",
        Calendar.Year => "after 1 year",
        _ => FormattableString.Invariant($"after {Week / (double)Calendar.Year:0.##} years"),
    };

    /// <summary>When and what.</summary>
    public string Words => $"{When}: {What}";

    private const string Erased = "all records are erased";

    /// <summary>All turnings of a regime, in order of time; none if it is the same at all times and places.</summary>
    /// <param name="regime">The regime, what it includes merged into it.</param>
    public static IReadOnlyList<Turning> Of(Regime regime)
    {
        var timetable = Timetable.Of(regime);
        var all = timetable.Ids.ToHashSet();
        var turnings = new List<Turning>();
        var (inForce, share) = (all, 1f);
        foreach (var week in timetable.Turns)
        {
            var (now, nowShare) = (timetable.At(week), timetable.ShareAt(week));
            var phase = timetable.PhaseAt(week) is { } at && at.Phase.FromWeek == week ? at : default;
            string?[] parts =
            [
                phase.Phase is null ? null : phase.Phase.Text ?? phase.Id,
                phase.Phase is { Erases: true } ? Erased : null,
                now.SetEquals(inForce) ? null : State(now, all, inForce),
                nowShare == share ? null : nowShare >= 1 ? "in all districts"
                    : FormattableString.Invariant($"in {nowShare * 100:0.#}% of districts"),
            ];
            if (parts.Any(p => p is not null))
            {
                turnings.Add(new Turning(week, string.Join("; ", parts.OfType<string>())));
            }
            (inForce, share) = (now, nowShare);
        }
        turnings.AddRange(regime.Phases.Where(p => p.Value.IsAnswer).Select(p => OfResponse(regime, p.Key)));
        foreach (var (channel, sight) in regime.Channels)
        {
            var gain = 100 * (sight.YearlyGain?.Value ?? 0);
            if (gain != 0)
            {
                turnings.Add(new Turning(-1,
                    FormattableString.Invariant($"coverage of the {Spelling.Kebab(channel.ToString())} channel {gain:+0.#;-0.#}%")));
            }
        }
        return turnings;
    }

    /// <summary>What a fall of support or a protest may bring, told as against the whole of the regime.</summary>
    /// <param name="regime">The regime, what it includes merged into it.</param>
    /// <param name="id">Id of the phase.</param>
    public static Turning OfResponse(Regime regime, string id)
    {
        var (phase, timetable) = (regime.Phases[id], Timetable.Of(regime, id));
        var all = timetable.Ids.ToHashSet();
        string?[] parts =
        [
            phase.Text ?? id,
            phase.Erases ? Erased : null,
            State(timetable.At(phase.FromWeek), all, all),
            phase.Districts is { } share ? FormattableString.Invariant($"in {share.Value * 100:0.#}% of districts") : null,
        ];
        var earliest = phase.FromWeek == 0 ? "" : FormattableString.Invariant($", {phase.FromYear!.Value:0.##} years on or later");
        return new Turning(-1, string.Join("; ", parts.OfType<string>()))
        {
            Once = "once " + Waits(phase, " or ") + earliest,
        };
    }

    /// <summary>What an answer waits for.</summary>
    public static string Waits(Phase phase, string between) => string.Join(between, ((string?[])
    [
        phase.WhenSupportBelow is { } below ? FormattableString.Invariant($"support is below {below.Value * 100:0.#}%") : null,
        phase.WhenProtestAbove is { } above ? FormattableString.Invariant($"more than {above.Value * 100:0.##}% protest") : null,
    ]).OfType<string>());

    /// <summary>What is not in force in a week; null if everything is.</summary>
    /// <param name="regime">The regime, what it includes merged into it.</param>
    /// <param name="week">Week after the start, from 0.</param>
    /// <param name="runs">False where nothing of it runs, in that week and district.</param>
    /// <param name="response">The phase that a fall of support began, if one did.</param>
    public static string? Missing(Regime regime, int week, bool runs, string? response = null)
    {
        if (!runs)
        {
            return "Nothing of the regime is in force in this week and place: the file is kept, and nothing follows from it.";
        }
        var timetable = Timetable.Of(regime, response);
        var missing = timetable.Ids.Except(timetable.At(week)).ToList();
        return missing.Count == 0 ? null : $"Not in force in this week: {Some(missing)}.";
    }

    private static string State(HashSet<string> now, HashSet<string> all, HashSet<string> before)
    {
        if (now.Count == 0)
        {
            return "nothing is in force";
        }
        if (now.Count == all.Count)
        {
            return "everything is in force";
        }
        var (come, gone) = (all.Where(id => now.Contains(id) && !before.Contains(id)).ToList(),
            all.Where(id => before.Contains(id) && !now.Contains(id)).ToList());
        string?[] parts =
        [
            come.Count == 0 ? null : $"in force {Some(come)}",
            gone.Count == 0 ? null : $"not in force {Some(gone)}",
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private static string Some(List<string> ids) => ids.Count <= MostNamed
        ? string.Join(", ", ids)
        : $"{string.Join(", ", ids.Take(MostNamed - 1))} and {ids.Count - MostNamed + 1} more";
}
