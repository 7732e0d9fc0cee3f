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
        Reading<Regime> r, ScaleText scale, LinkNames links, IReadOnlyDictionary<string, Conduct> conducts, FaultList faults)
    {
        var replacements = scale.Text.Repairs.Values.Select(repair => repair.ToRow).ToHashSet();
        // A repair that has a fault of its own may name any row.
        var unread = r.Keys($"{scale.Path}repairs").Count > scale.Text.Repairs.Count;
        foreach (var (id, row) in scale.Text.Rows)
        {
            var path = $"{scale.Path}rows.{id}";
            Modelled(r, path, row.On, row.NotModelled, unread || replacements.Contains(id), faults);
            Triggers(r, path, row.On, scale, links, conducts, faults);
            Points(r, path, row.Points, faults);
            Declared(r, path, row, faults);
            links.Check(r, $"{path}.after", scale, row.After, faults);
            links.Check(r, $"{path}.unless", scale, row.Unless, faults);
            if (scale.Text.Score is null && !row.Noted && row.NotModelled is null)
            {
                faults.Add(FaultCode.PointsOnList, r.KeyAt(path), $"points in '{path}' on a list, which has no score",
                    "a direct ground, or 'noted: true'");
            }

            Terms(r, path, row, scale, links, faults);
        }

        foreach (var (id, ground) in scale.Text.DirectGrades)
        {
            var path = $"{scale.Path}direct-grades.{id}";
            Modelled(r, path, ground.On, ground.NotModelled, isReplacement: false, faults);
            Triggers(r, path, ground.On, scale, links, conducts, faults);
            links.Check(r, $"{path}.after", scale, ground.After, faults);
            links.Check(r, $"{path}.unless", scale, ground.Unless, faults);
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
        Reading<Regime> r, string path, IReadOnlyList<Trigger>? on, ScaleText scale, LinkNames links,
        IReadOnlyDictionary<string, Conduct> conducts, FaultList faults)
    {
        for (var i = 0; i < on?.Count; i++)
        {
            var trigger = on[i];
            var at = $"{path}.on.{i}";
            links.Check(r, at, trigger, faults);
            if (trigger.Conduct is null)
            {
                continue;
            }

            if (!conducts.TryGetValue(trigger.Conduct, out var conduct))
            {
                faults.Add(FaultCode.UnknownConduct, r.At($"{at}.conduct"), $"unknown conduct {Spelling.Quote(trigger.Conduct)}",
                    "a conduct of the society ('glasshouse list conducts' shows them)", Spelling.Nearest(trigger.Conduct, conducts.Keys));
                continue;
            }

            OfFirms(r, at, trigger, conduct, scale, links, faults);
            Levels(r, at, trigger, conduct, faults);
            Roles(r, at, trigger, conduct, faults);
        }
    }

    // Of a firm only what firms do is known, and what its head does as head.
    private static void OfFirms(
        Reading<Regime> r, string path, Trigger trigger, Conduct conduct, ScaleText scale, LinkNames links, FaultList faults)
    {
        var ofFirms = (scale.Text.Subjects ?? links.Subjects).Of == SubjectKind.Firms;
        if (ofFirms && !conduct.ByFirm && trigger.Who?.Contains(Role.FirmHead) != true && !conduct.Who.Contains(Role.FirmHead))
        {
            faults.Add(FaultCode.NotOfFirms, r.At($"{path}.conduct"), $"'{trigger.Conduct}', which no firm does, on a scale of firms",
                "conduct of firms, or 'who: [firm-head]'");
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

    // How long a row counts, and what part of a range is used, must be said somewhere.
    private static void Terms(Reading<Regime> r, string path, PointRow row, ScaleText scale, LinkNames links, FaultList faults)
    {
        if (row.Months is null && !Has("validity", scale.Text.Validity ?? links.Validity) && row.NotModelled is null
            && row.On?.All(t => t.When == Moment.While) != true)
        {
            faults.Add(FaultCode.NoTerm, r.KeyAt(path), $"no term of '{path}'", "'months', or 'validity'");
        }

        if (row.Points.Min != row.Points.Max && !Has("rules", scale.Text.Rules ?? links.Rules))
        {
            faults.Add(FaultCode.MissingKey, r.At($"{path}.points"), $"a range in '{path}' without 'rules.discretion'",
                "'rules' with 'discretion'");
        }

        // A section that has a fault of its own is there all the same, so that no row is blamed for it.
        bool Has(string section, object? read) =>
            read is not null || r.Keys("").Contains(section) || r.Keys(scale.Path.TrimEnd('.')).Contains(section);
    }

    // Somebody has done it, and speaks of it because it is worth something.
    private static void Declared(Reading<Regime> r, string path, PointRow row, FaultList faults)
    {
        if (row.Declared is not null && (row.Points.Min < 0 || row.On?.All(t => t.Conduct is not null) != true))
        {
            faults.Add(FaultCode.Declared, r.KeyAt($"{path}.declared"),
                row.Points.Min < 0 ? $"a deduction in '{path}' that its subject would declare" : $"no deed to declare in '{path}'",
                "'declared' on a row that gives something, for conducts alone");
        }
    }

    private static void Points(Reading<Regime> r, string path, Points points, FaultList faults)
    {
        var at = r.At($"{path}.points");
        if (points is { Min: 0, Max: 0 } && !r.Keys(path).Contains("noted") && !r.Keys(path).Contains("brackets"))
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
