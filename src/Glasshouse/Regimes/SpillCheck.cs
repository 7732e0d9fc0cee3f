using Glasshouse.Files;
using Glasshouse.Responding;

namespace Glasshouse.Regimes;

/// <summary>Who else is hit by a consequence: said so that something follows from it, and not of too many kinds.</summary>
internal static class SpillCheck
{
    public static void Check(Reading<Regime> r, ScaleText scale, Subjects main, FaultList faults)
    {
        foreach (var (id, consequence) in scale.Text.Consequences)
        {
            var path = $"{scale.Path}consequences.{id}";
            if (consequence.AlsoSize is not null && r.Keys(path).All(key => key != "also-hits"))
            {
                faults.Add(FaultCode.AlsoHits, r.KeyAt($"{path}.also-size"), $"a size for others in '{path}', and no others",
                    "'also-hits'");
            }

            if ((scale.Text.Subjects ?? main).Of == SubjectKind.Firms && consequence.AlsoHits.Contains(Reached.FirmHead))
            {
                faults.Add(FaultCode.AlsoHits, r.At($"{path}.also-hits"), "'firm-head' on a scale of firms",
                    "others: a firm stands at the place of its head, who is hit anyhow");
            }
        }
    }

    /// <summary>Checks that there is room for the spills of all scales together.</summary>
    public static void Room(Reading<Regime> r, Regime merged, FaultList faults)
    {
        var kinds = ScaleText.Of(merged).SelectMany(s => s.Text.Consequences.Values
            .Where(c => c.AlsoHits.Count > 0 && c.Effect is not null)
            .Select(c => $"{s.Id}: {string.Join(' ', c.Grades.Order())}: {string.Join(' ', c.AlsoHits.Order())}")).Distinct().Count();
        if (kinds > SpillTable.Most)
        {
            faults.Add(FaultCode.AlsoHits, r.KeyAt("consequences"), $"{kinds} pairs of grades and of others who are hit",
                $"at most {SpillTable.Most} over all scales");
        }
    }
}
