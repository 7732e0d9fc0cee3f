using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Regimes;

/// <summary>Every row and ground either catches acts that can happen, or says why the model has none.</summary>
internal static class RowCheck
{
    // Roles that no person holds together.
    private static readonly (Role One, Role Other)[] Exclusive = [(Role.Urban, Role.Rural)];

    public static void Check(
        Reading<Regime> r, Regime regime, IReadOnlyDictionary<string, Conduct> conducts, FaultList faults)
    {
        var replacements = regime.Repairs.Values.Select(repair => repair.ToRow).ToHashSet();
        // A repair that has a fault of its own may name any row.
        var unread = r.Keys("repairs").Count > regime.Repairs.Count;
        foreach (var (id, row) in regime.Rows)
        {
            var path = $"rows.{id}";
            Modelled(r, path, row.On, row.NotModelled, unread || replacements.Contains(id), faults);
            Triggers(r, path, row.On, conducts, faults);
            Points(r, path, row.Points, faults);
        }

        foreach (var (id, ground) in regime.DirectGrades)
        {
            var path = $"direct-grades.{id}";
            Modelled(r, path, ground.On, ground.NotModelled, isReplacement: false, faults);
            Triggers(r, path, ground.On, conducts, faults);
        }
    }

    private static void Modelled(
        Reading<Regime> r, string path, IReadOnlyList<Trigger>? on, string? notModelled, bool isReplacement, FaultList faults)
    {
        // The file's own key counts, so that a faulty 'on' or reason is not reported as a missing one.
        var keys = r.Keys(path);
        var hasOn = on is { Count: > 0 } || r.Keys($"{path}.on.0").Count > 0;
        if (hasOn && notModelled is not null)
        {
            faults.Add(FaultCode.ModelledTwice, r.KeyAt($"{path}.not-modelled"), $"both 'on' and 'not-modelled' in '{path}'",
                "the acts, or the reason why there are none");
        }
        else if (!hasOn && !keys.Contains("not-modelled") && !isReplacement)
        {
            faults.Add(FaultCode.Unmodelled, r.KeyAt(path), $"neither acts nor a reason in '{path}'",
                "'on' with the acts it catches, or 'not-modelled' with the reason");
        }
    }

    private static void Triggers(
        Reading<Regime> r, string path, IReadOnlyList<Trigger>? on, IReadOnlyDictionary<string, Conduct> conducts,
        FaultList faults)
    {
        for (var i = 0; i < on?.Count; i++)
        {
            var trigger = on[i];
            var at = $"{path}.on.{i}";
            if (trigger.Conduct is null)
            {
                continue;
            }

            if (!conducts.TryGetValue(trigger.Conduct, out var conduct))
            {
                faults.Add(FaultCode.UnknownConduct, r.At($"{at}.conduct"), $"unknown conduct {Spelling.Quote(trigger.Conduct)}",
                    "a conduct of the society", Spelling.Nearest(trigger.Conduct, conducts.Keys));
                continue;
            }

            Levels(r, at, trigger, conduct, faults);
            Roles(r, at, trigger, conduct, faults);
        }
    }

    private static void Levels(Reading<Regime> r, string path, Trigger trigger, Conduct conduct, FaultList faults)
    {
        var known = conduct.Levels.Keys.ToList();
        for (var i = 0; i < trigger.Levels?.Count; i++)
        {
            var level = trigger.Levels[i];
            if (!known.Contains(level))
            {
                faults.Add(FaultCode.UnknownLevel, r.At($"{path}.levels.{i}"),
                    $"unknown level {Spelling.Quote(level)} of '{trigger.Conduct}'", Spelling.OneOf(known),
                    Spelling.Nearest(level, known));
            }
        }

        if (trigger.Levels is [])
        {
            faults.Add(FaultCode.NeverFires, r.At($"{path}.levels"), "an empty list of levels, which catches nothing",
                "some levels, or no key for all of them");
        }
    }

    private static void Roles(Reading<Regime> r, string path, Trigger trigger, Conduct conduct, FaultList faults)
    {
        foreach (var (one, other) in Exclusive)
        {
            if (Needs(one) && Needs(other))
            {
                var (first, second) = (Spelling.Kebab(one.ToString()), Spelling.Kebab(other.ToString()));
                faults.Add(FaultCode.NeverFires, trigger.Who is null ? r.KeyAt(path) : r.At($"{path}.who"),
                    $"'{first}' and '{second}' together, by the trigger and its conduct '{trigger.Conduct}'",
                    "roles that one person can hold");
            }
        }

        bool Needs(Role role) => trigger.Who?.Contains(role) == true || conduct.Who.Contains(role);
    }

    private static void Points(Reading<Regime> r, string path, Points points, FaultList faults)
    {
        var at = r.At($"{path}.points");
        if (points is { Min: 0, Max: 0 } && !r.Keys(path).Contains("noted"))
        {
            faults.Add(FaultCode.PointsOfRow, at, $"0 points in '{path}'", "points above or below 0");
        }
        else if (points.Min > points.Max)
        {
            faults.Add(FaultCode.PointsOfRow, at, $"min {points.Min} above max {points.Max} in '{path}'",
                "min <= max; for deductions -50 is below -5");
        }
        else if (points is { Min: < 0, Max: > 0 })
        {
            faults.Add(FaultCode.PointsOfRow, at, $"a range from {points.Min} to {points.Max} in '{path}'",
                "a deduction or a bonus, not both");
        }
    }
}
