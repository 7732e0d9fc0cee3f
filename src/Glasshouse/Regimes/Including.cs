namespace Glasshouse.Regimes;

/// <summary>
/// Puts the scales of other regimes beside one's own. Their rows, grounds and consequences stay as they are; what their triggers call
/// by a name of their own file is renamed. Where both look through one channel, the including regime's sight holds.
/// </summary>
public static class Including
{
    /// <summary>The regime with the scales of those that it includes.</summary>
    /// <param name="regime">The regime.</param>
    /// <param name="included">The regimes that it includes, by id; none of them includes another.</param>
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
            On = Renamed(r.Value.On, of.Id),
            After = Renamed(r.Value.After, of.Id),
            Unless = Renamed(r.Value.Unless, of.Id),
        }),
        DirectGrades = scale.DirectGrades.ToDictionary(g => g.Key, g => g.Value with
        {
            On = Renamed(g.Value.On, of.Id),
            After = Renamed(g.Value.After, of.Id),
            Unless = Renamed(g.Value.Unless, of.Id),
        }),
    };

    private static List<Trigger>? Renamed(IReadOnlyList<Trigger>? on, string id) =>
        on?.Select(t => t.Scale is null ? t : t with { Scale = $"{id}/{t.Scale}" }).ToList();

    private static After? Renamed(After? after, string id) =>
        after is null ? null : after with { Rows = [.. after.Rows.Select(r => r.Contains('/') ? $"{id}/{r}" : r)] };
}
