using Glasshouse.Acting;
using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>Whom and what a regime watches more or less than the rest: groups and conducts that there are, and that it looks at.</summary>
internal static class AttentionCheck
{
    /// <param name="r">The reading.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="conducts">Conducts of the society.</param>
    /// <param name="groups">Groups of the society; null if they are not known.</param>
    /// <param name="faults">Where faults go.</param>
    public static void Check(Reading<Regime> r, Regime regime, IReadOnlyDictionary<string, Conduct> conducts,
        IReadOnlyCollection<string>? groups, FaultList faults)
    {
        foreach (var (channel, sight) in regime.Channels)
        {
            var path = $"channels.{Spelling.Kebab(channel.ToString())}";
            Groups(r, path + ".by-group", sight.ByGroup.Keys, groups, faults);
            Groups(r, path + ".errors-by-group", sight.ErrorsByGroup.Keys, groups, faults);

            foreach (var id in sight.ByConduct.Keys)
            {
                if (Known(r, r.KeyAt($"{path}.by-conduct.{id}"), id, conducts, faults) is { } conduct && conduct.Channel != channel)
                {
                    faults.Add(FaultCode.Attention, r.KeyAt($"{path}.by-conduct.{id}"),
                        $"'{id}', which falls under '{Spelling.Kebab(conduct.Channel.ToString())}'", "a conduct of this channel");
                }
            }
        }

        var targets = regime.Governance?.Targets?.Conducts ?? [];
        for (var i = 0; i < targets.Count; i++)
        {
            if (Known(r, r.At($"governance.targets.conducts.{i}"), targets[i], conducts, faults) is { } conduct
                && !regime.Channels.ContainsKey(conduct.Channel))
            {
                faults.Add(FaultCode.Attention, r.At($"governance.targets.conducts.{i}"),
                    $"'{targets[i]}', which falls under '{Spelling.Kebab(conduct.Channel.ToString())}'",
                    "a conduct of a channel that looks");
            }
        }
    }

    private static void Groups(Reading<Regime> r, string path, IEnumerable<string> named, IReadOnlyCollection<string>? groups,
        FaultList faults)
    {
        foreach (var group in named)
        {
            if (groups?.Contains(group) == false)
            {
                faults.Add(FaultCode.Attention, r.KeyAt($"{path}.{group}"), $"unknown group {Spelling.Quote(group)}",
                    Spelling.OneOf(groups), Spelling.Nearest(group, groups));
            }
        }
    }

    private static Conduct? Known(Reading<Regime> r, Mark at, string id, IReadOnlyDictionary<string, Conduct> conducts, FaultList faults)
    {
        if (!conducts.TryGetValue(id, out var conduct))
        {
            faults.Add(FaultCode.UnknownConduct, at, $"unknown conduct {Spelling.Quote(id)}", "a conduct of the society",
                Spelling.Nearest(id, conducts.Keys));
        }

        return conduct;
    }
}
