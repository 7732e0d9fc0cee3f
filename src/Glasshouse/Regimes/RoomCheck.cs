using Glasshouse.Files;
using Glasshouse.Recording;
using Glasshouse.Tallying;

namespace Glasshouse.Regimes;

/// <summary>A regime finds room in the tables: so many grades, so many yearly counters.</summary>
internal static class RoomCheck
{
    private const int MostFurther = 3;
    private const int MostFurtherGrades = 14;

    public static void Check(Reading<Regime> r, Regime regime, IReadOnlyList<Regime>? included, FaultList faults)
    {
        // Where nothing moves anybody, one grade is enough: a baseline has nothing else.
        var grades = r.Keys("grades").Count;
        var fewest = r.Keys("rows").Count + r.Keys("direct-grades").Count == 0 && regime.Score is null ? 1 : 2;
        if (grades < fewest || grades > MeasureSet.GradeCount)
        {
            faults.Add(FaultCode.GradeCount, r.KeyAt("grades"), $"{grades} grades", $"2 to {MeasureSet.GradeCount}");
        }

        foreach (var id in r.Keys("scales"))
        {
            var further = r.Keys($"scales.{id}.grades").Count;
            if (further is < 2 or > MostFurtherGrades)
            {
                faults.Add(FaultCode.GradeCount, r.KeyAt($"scales.{id}.grades"), $"{further} grades", $"2 to {MostFurtherGrades}");
            }
        }

        Included(r, regime, included ?? [], faults);
        var merged = Including.Merge(regime, included ?? []);
        FollowsCheck.Room(r, merged, faults);
        if (merged.Scales.Count > MostFurther)
        {
            faults.Add(FaultCode.Scales, r.KeyAt(regime.Includes.Count > 0 ? "includes" : "scales"),
                $"{merged.Scales.Count} scales beside the main one ({string.Join(", ", merged.Scales.Keys)})", $"at most {MostFurther}");
        }

        SpillCheck.Room(r, merged, faults);
        var ladders = ScaleText.Of(merged)
            .SelectMany(s => s.Text.Rows.Select(r => r.Value.Tier is { } tier ? s.Prefix + tier.Counter
                : r.Value.Brackets.Count > 0 ? s.Prefix + r.Key : ""))
            .Where(name => name.Length > 0).Distinct().ToList();
        if (ladders.Count > RuleTable.MostCounters)
        {
            faults.Add(FaultCode.Counters, r.KeyAt("rows"), $"{ladders.Count} yearly counters ({string.Join(", ", ladders)})",
                $"at most {RuleTable.MostCounters} ladders, over all scales");
        }
    }

    private static bool Leads(Regime from, string to, IReadOnlyList<Regime> included)
    {
        var reached = new List<string>(from.Includes);
        for (var i = 0; i < reached.Count; i++)
        {
            reached.AddRange(included.FirstOrDefault(r => r.Id == reached[i])?.Includes.Except(reached) ?? []);
        }
        return reached.Contains(to);
    }

    private static void Included(Reading<Regime> r, Regime regime, IReadOnlyList<Regime> included, FaultList faults)
    {
        for (var i = 0; i < regime.Includes.Count; i++)
        {
            var id = regime.Includes[i];
            var other = included.FirstOrDefault(o => o.Id == id);
            var circle = id == regime.Id || (other is not null && (Leads(other, regime.Id, included) || Leads(other, id, included)));
            if (circle || other?.Phases.Count > 0)
            {
                faults.Add(FaultCode.Includes, r.At($"includes.{i}"),
                    circle ? $"'{id}', which leads back to where one came from" : $"'{id}', which has phases of its own",
                    "a regime without phases, and no circle");
            }
        }
    }
}
