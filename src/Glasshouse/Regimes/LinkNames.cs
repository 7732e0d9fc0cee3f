using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>What triggers and conditions may name besides conducts: scales with their grades, rows and grounds.</summary>
internal sealed class LinkNames(Regime regime, IReadOnlyList<Regime>? included)
{
    private readonly Regime _merged = Including.Merge(regime, included ?? []);

    // Without the files that it includes, and what these include, what a regime calls by their names cannot be told.
    private readonly bool _unread = included is null && regime.Includes.Count > 0;

    /// <summary>The subjects of scales that name none.</summary>
    public Subjects Subjects => regime.Subjects;

    /// <summary>Terms of scales that state none.</summary>
    public Validity? Validity => regime.Validity;

    /// <summary>Combining rules of scales that state none.</summary>
    public CombiningRules? Rules => regime.Rules;

    /// <summary>Checks the form of a trigger, and the scale and grades that it names.</summary>
    public void Check(Reading<Regime> r, string path, Trigger trigger, FaultList faults)
    {
        var kinds = (trigger.Conduct is null ? 0 : 1) + (trigger.Scale is null ? 0 : 1) + (trigger.Every is null ? 0 : 1);
        if (kinds != 1 && !r.Keys(path).Any(k => k is "conduct"))
        {
            faults.Add(FaultCode.TriggerKind, r.KeyAt(path), "a trigger that names nothing, or two things",
                "one of 'conduct', 'scale' with 'grades', and 'every'");
        }

        if (trigger.Scale is not { } named || IsUnread(named))
        {
            return;
        }

        var scales = ScaleText.Of(_merged);
        if (scales.FirstOrDefault(s => s.Id == named) is not { } scale)
        {
            faults.Add(FaultCode.UnknownScale, r.At($"{path}.scale"), $"unknown scale {Spelling.Quote(named)}",
                Spelling.OneOf([.. scales.Select(s => s.Id)]), Spelling.Nearest(named, scales.Select(s => s.Id)));
            return;
        }

        if (trigger.Grades is not { Count: > 0 })
        {
            faults.Add(FaultCode.TriggerKind, r.KeyAt(path), $"no grades of '{named}'", "'grades' of that scale");
        }

        Grades(r, $"{path}.grades", scale, trigger.Grades, faults);
    }

    /// <summary>Checks what must, or must not, have come before.</summary>
    public void Check(Reading<Regime> r, string path, ScaleText scale, After? after, FaultList faults)
    {
        if (after is null)
        {
            return;
        }

        var scales = ScaleText.Of(_merged);
        for (var i = 0; i < after.Rows.Count; i++)
        {
            var id = after.Rows[i];
            if (!IsUnread(id)
                && !scales.Any(s => Has(s, scale.Prefix + id) || Has(s, id)))
            {
                faults.Add(FaultCode.UnknownEarlier, r.At($"{path}.rows.{i}"), $"unknown row or ground {Spelling.Quote(id)}",
                    "an id of its own scale, or a scale's id, '/' and an id of that",
                    Spelling.Nearest(id, scale.Text.Rows.Keys.Concat(scale.Text.DirectGrades.Keys)));
            }
        }

        if (after.Ever)
        {
            Past(r, path, scale, after, scales, faults);
        }

        if (after is { Rows.Count: 0, Grades: null or { Count: 0 } })
        {
            faults.Add(FaultCode.UnknownEarlier, r.KeyAt(path), $"nothing named in '{path}'", "'rows' or 'grades'");
        }

        Grades(r, $"{path}.grades", scale, after.Grades, faults);
    }

    // Nothing is left to be asked for of what is erased.
    private void Past(Reading<Regime> r, string path, ScaleText own, After after, IReadOnlyList<ScaleText> scales, FaultList faults)
    {
        var asked = after.Rows.Select(id => scales.FirstOrDefault(s => Has(s, own.Prefix + id) || Has(s, id))).OfType<ScaleText>()
            .Concat(after.Grades is null ? [] : [own]);
        if (asked.FirstOrDefault(s => (s.Text.Validity ?? Validity)?.AfterExpiry == AfterExpiry.Erased) is { } erased)
        {
            faults.Add(FaultCode.Erased, r.KeyAt($"{path}.ever"),
                $"'ever' in '{path}' asks for past records of '{erased.Id}', which are erased",
                "'after-expiry: hidden' there, or no 'ever'");
        }
    }

    /// <summary>True for a repair of the scale itself or of another one; for what was not read, too.</summary>
    public bool HasRepair(ScaleText scale, string id) => scale.Text.Repairs.ContainsKey(id)
        || IsUnread(id)
        || ScaleText.Of(_merged).Any(s => id.StartsWith(s.Prefix, StringComparison.Ordinal)
            && s.Text.Repairs.ContainsKey(id[s.Prefix.Length..]));

    private bool IsUnread(string name) =>
        _unread && name.IndexOf('/') is var slash and > 0 && !regime.Scales.ContainsKey(name[..slash]);

    private static bool Has(ScaleText scale, string id) => id.StartsWith(scale.Prefix, StringComparison.Ordinal)
        && id[scale.Prefix.Length..] is var own && (scale.Text.Rows.ContainsKey(own) || scale.Text.DirectGrades.ContainsKey(own));

    private static void Grades(Reading<Regime> r, string path, ScaleText scale, IReadOnlyList<string>? grades, FaultList faults)
    {
        var known = scale.Text.Grades.Keys.ToList();
        for (var i = 0; i < grades?.Count; i++)
        {
            if (!known.Contains(grades[i]))
            {
                faults.Add(FaultCode.UnknownGrade, r.At($"{path}.{i}"), $"unknown grade {Spelling.Quote(grades[i])} of '{scale.Id}'",
                    Spelling.OneOf(known), Spelling.Nearest(grades[i], known));
            }
        }
    }
}
