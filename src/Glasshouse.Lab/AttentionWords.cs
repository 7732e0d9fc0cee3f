using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab;

/// <summary>Whom and what a regime watches more or less than the rest, in words.</summary>
internal static class AttentionWords
{
    /// <summary>One line for each factor, and one for connections.</summary>
    public static IEnumerable<string> Of(Regime regime)
    {
        foreach (var (channel, sight) in regime.Channels)
        {
            foreach (var (what, factor) in sight.ByGroup.Select(g => ("group " + g.Key, g.Value))
                .Concat(sight.ByConduct.Select(c => (c.Key, c.Value))))
            {
                yield return FormattableString.Invariant($"{Spelling.Kebab(channel.ToString())} sees {what} x {factor.Value:0.###}");
            }
        }
        foreach (var (channel, sight) in regime.Channels)
        {
            foreach (var (group, factor) in sight.ErrorsByGroup)
            {
                yield return FormattableString.Invariant(
                    $"{Spelling.Kebab(channel.ToString())} errs about group {group} x {factor.Value:0.###}");
            }
        }
        if (regime.Governance?.Targets is { } targets)
        {
            yield return FormattableString.Invariant($"targets {string.Join(", ", targets.Conducts)} x {targets.Factor.Value:0.###}");
        }
        if (regime.Governance?.SensorsFollow is { } moved)
        {
            yield return FormattableString.Invariant(
                $"moves {moved.Value * 100:0.#}% of each channel's attention each year to groups as their records of the year before");
        }
        if (regime.Governance is { SensorsFollow: not null, SensorsRemember: true })
        {
            yield return "remembers all records since the start when it moves attention";
        }
        if (regime.Governance is { SensorsFollow: not null, SensorsCorrected: true })
        {
            yield return "counts a record the less the more was looked for it";
        }
        if (regime.Governance?.SensorsAfterUnrest is { } after)
        {
            yield return FormattableString.Invariant($"looks {after.Value:0.##}% more for each 1% of adults who protested in a year");
        }
        if (regime.Governance?.Connections is { } connections)
        {
            var who = string.Join(" or ", connections.Who.Select(role => Spelling.Kebab(role.ToString())));
            yield return FormattableString.Invariant($"lets go {connections.Share.Value * 100:0.#}% of the bad records of {who}");
        }
    }

    /// <summary>Conducts whose chance to be seen the factors take above 1, where it ends.</summary>
    public static IEnumerable<string> Clamped(Regime regime, Society society) =>
        from conduct in society.Conducts
        where regime.Channels.ContainsKey(conduct.Value.Channel)
        let sight = regime.Channels[conduct.Value.Channel]
        let factor = (sight.ByConduct.TryGetValue(conduct.Key, out var own) ? own.Value : 1)
            * (regime.Governance?.Targets is { } t && t.Conducts.Contains(conduct.Key) ? t.Factor.Value : 1)
        let most = sight.ByGroup.Values.Select(f => f.Value).DefaultIfEmpty(1).Max()
        where factor * most > 1
        let chance = Math.Max(sight.CoverageUrban.Value, sight.CoverageRural.Value) * sight.Sensitivity.Value
            * (conduct.Value.Openness?.Value ?? 1) * factor * most
        where chance > 1
        select FormattableString.Invariant($"{conduct.Key}: the factors make a chance of {chance:0.##} of being seen, which is taken as 1");
}
