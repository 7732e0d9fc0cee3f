namespace Glasshouse.Regimes;

/// <summary>
/// Puts the scales of other regimes beside one's own. Their rows, grounds and consequences stay as they are; what their triggers call
/// by a name of their own file is renamed; what they include themselves keeps its name, since each regime runs once. Where both look
/// through one channel, the including regime's sight holds.
/// </summary>
public static class Including
{
    /// <summary>The regime with the scales of those that it includes.</summary>
    /// <param name="regime">The regime.</param>
    /// <param name="included">The regimes that it includes, those that they include among them, each once.</param>
    public static Regime Merge(Regime regime, IReadOnlyList<Regime> included)
    {
        if (included.Count == 0)
        {
            return regime;
        }

        var scales = new OrderedDictionary<string, FurtherScale>();
        foreach (var (id, scale) in regime.Scales)
        {
            scales[id] = scale;
        }

        var channels = regime.Channels.ToDictionary();
        foreach (var other in included)
        {
            foreach (var scale in ScaleText.Of(other))
            {
                scales[$"{other.Id}/{scale.Id}"] = Renamed(scale.Text, other);
            }

            foreach (var (channel, sight) in other.Channels)
            {
                channels.TryAdd(channel, sight);
            }
        }

        return regime with
        {
            Scales = scales,
            Channels = channels,
            Redress = regime.Redress ?? included.FirstOrDefault(r => r.Redress is not null)?.Redress,
        };
    }

    private static FurtherScale Renamed(FurtherScale scale, Regime of) => scale with
    {
        Subjects = scale.Subjects ?? of.Subjects,
        Rules = scale.Rules ?? of.Rules,
        Validity = scale.Validity ?? of.Validity,
        Rows = scale.Rows.ToDictionary(r => r.Key, r => r.Value with
        {
            On = Renamed(r.Value.On, of),
            After = Renamed(r.Value.After, of),
            Unless = Renamed(r.Value.Unless, of),
        }),
        Repairs = scale.Repairs.ToDictionary(r => r.Key, r => r.Value with
        {
            With = r.Value.With is { } with && with.Contains('/') ? Renamed(with, of) : r.Value.With,
        }),
        DirectGrades = scale.DirectGrades.ToDictionary(g => g.Key, g => g.Value with
        {
            On = Renamed(g.Value.On, of),
            After = Renamed(g.Value.After, of),
            Unless = Renamed(g.Value.Unless, of),
        }),
    };

    private static List<Trigger>? Renamed(IReadOnlyList<Trigger>? on, Regime of) =>
        on?.Select(t => t.Scale is null ? t : t with { Scale = Renamed(t.Scale, of) }).ToList();

    private static After? Renamed(After? after, Regime of) =>
        after is null ? null : after with { Rows = [.. after.Rows.Select(r => r.Contains('/') ? Renamed(r, of) : r)] };

    private static string Renamed(string name, Regime of) =>
        of.Includes.Any(id => name.StartsWith(id + "/", StringComparison.Ordinal)) ? name : $"{of.Id}/{name}";
}
