using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Recording;
using Glasshouse.Scoring;

namespace Glasshouse.Regimes;

/// <summary>Compiles the weights of a weighted scale. The regime has been checked before.</summary>
internal static class Weighted
{
    /// <summary>
    /// Where a subject stands until it is first weighed, thousandths: the middle of the entry grade, of the range where bands go by rank.
    /// </summary>
    public static int Start(FurtherScale regime)
    {
        var grades = regime.Grades.Values.Where(g => !g.ForNewcomers).ToList();
        var entry = grades.FindIndex(g => g.Entry);
        if (grades.Exists(g => g.TopShare is not null))
        {
            return (int)((regime.Score!.Base.Value + regime.Score.Ceiling!.Value) / 2 * 1000);
        }
        var from = grades[entry].From?.Value ?? regime.Score!.Floor?.Value ?? regime.Score.Base.Value;
        var to = entry > 0 ? grades[entry - 1].From!.Value : regime.Score!.Ceiling?.Value ?? from;
        return (int)((from + to) / 2 * 1000);
    }

    /// <summary>The table of weights of a scale; null for one without.</summary>
    public static WeightTable? Compile(
        ScaleText text, int scale, IReadOnlyDictionary<string, List<ushort>> numbers, RuleTable rules, ConductTable conducts)
    {
        if (text.Text.Score is not { Counts: Counts.Weighted or Counts.Learned, Weights: { } weights } score)
        {
            return null;
        }
        var all = weights.Dimensions.SelectMany(d => d.Value.Features.Select(f => (Dimension: d, Feature: f))).ToList();
        var range = (int)((score.Ceiling!.Value - score.Base.Value) * 1000);
        var points = WeightTable.Split(range, [.. all.Select(p => p.Dimension.Value.Weight.Value * p.Feature.Value.Share)]);
        WeightedFeature[] features =
        [
            .. all.Select((p, i) => Table($"{p.Dimension.Key}/{p.Feature.Key}", p.Feature.Value, points[i], Reading, rules)),
        ];
        var atStake = WeightTable.StakesOf(features, [.. points.Select(p => (double)p)], rules.Rules.Length);
        for (var r = 0; r < atStake.Length; r++)
        {
            rules.Rules[r] = rules.Rules[r] with { NotedAgainst = rules.Rules[r].NotedAgainst || atStake[r] < 0 };
        }
        return new WeightTable
        {
            Features = features,
            AtStake = atStake,
            Scale = (byte)scale,
            Learned = weights.Target is { } target ? ToLearn(target, features.Length, numbers, rules.Rules.Length) : null,
        };

        bool Reading(Feature feature, Reads reads, int r) => feature.Rows is { } rows
            ? rows.Any(row => numbers[text.Prefix + row].Contains((ushort)r))
            : rules.Rules[r].Noted && rules.Rules[r].Scale == scale
                && conducts.Conducts[rules.ClassOf[r]].Valence == (reads == Reads.Deeds ? Valence.Good : Valence.Bad);
    }

    private static WeightedFeature Table(
        string id, Feature feature, int points, Func<Feature, Reads, int, bool> reading, RuleTable rules)
    {
        var reads = Enum.Parse<Reads>(feature.Of.ToString());
        var read = new bool[rules.Rules.Length];
        var ofRecords = reads is Reads.Records or Reads.MonthsClean or Reads.Deeds;
        for (var r = 0; ofRecords && r < read.Length; r++)
        {
            read[r] = reading(feature, reads, r);
        }
        var weeks = rules.Rules.Where((_, r) => read[r]).Select(rule => rule.Weeks).DefaultIfEmpty(0).Max();
        return new WeightedFeature(
            id, reads, (float)feature.Worst, (float)feature.Best, points, read, feature.Fades, weeks * 12f / Calendar.Year);
    }

    private static Learned ToLearn(Target target, int features, IReadOnlyDictionary<string, List<ushort>> numbers, int rules)
    {
        var events = new bool[rules];
        foreach (var rule in target.Rows.SelectMany(row => numbers[row]))
        {
            events[rule] = true;
        }
        return new Learned
        {
            Target = events,
            PointsAt = target.Points.Value * 1000,
            LogOdds = Elementary.Log(target.Odds.Value),
            PerLogOdds = target.DoubleOdds.Value * 1000 / Elementary.Log(2),
            Working = new double[features + 1],
        };
    }
}
