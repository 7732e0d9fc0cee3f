using Glasshouse.Files;

namespace Glasshouse.Regimes;

/// <summary>The weights of a weighted score span its range, and every feature can be measured.</summary>
internal static class WeightCheck
{
    private const double Tolerance = 1e-6;

    /// <param name="r">The reading.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="all">The regime, with the scales of those that it includes as far as they were read.</param>
    /// <param name="faults">Where faults go.</param>
    public static void Check(Reading<Regime> r, ScaleText scale, Regime all, FaultList faults)
    {
        if (scale.Text.Score is not { } score)
        {
            return;
        }

        var path = scale.Path + "score";
        if (score.Counts == Counts.Learned && scale.Path.Length > 0)
        {
            faults.Add(FaultCode.Weights, r.At($"{path}.counts"), "a learned score beside the main one",
                "the learned scale as the main one");
        }

        var weighted = score.Counts is Counts.Weighted or Counts.Learned;
        var hasWeights = r.Keys(path).Contains("weights");
        if (weighted != hasWeights)
        {
            faults.Add(FaultCode.Weights, r.KeyAt(path),
                weighted ? "a weighted score without 'weights'" : "'weights' of a score that is not weighted",
                "'counts: weighted' or 'learned', and 'weights' together");
        }

        if (hasWeights && score.Counts == Counts.Learned != r.Keys($"{path}.weights").Contains("target"))
        {
            faults.Add(FaultCode.Weights, r.KeyAt($"{path}.weights"),
                score.Counts == Counts.Learned ? "learned weights without a 'target'" : "a 'target' of weights that are not learned",
                "'counts: learned' and 'target' together");
        }

        if (weighted && score.Weights is { } weights)
        {
            Range(r, path, score, faults);
            Dimensions(r, scale, all, weights, faults);
            Rows(r, scale, faults);
            Aim(r, scale, score, faults);
        }
    }

    private static void Aim(Reading<Regime> r, ScaleText scale, Scale score, FaultList faults)
    {
        if (score.Weights?.Target is not { } target)
        {
            return;
        }

        var path = $"{scale.Path}score.weights.target";
        if (target.Rows.Count == 0 || target.Odds.Value <= 0 || target.DoubleOdds.Value <= 0)
        {
            faults.Add(FaultCode.Weights, r.KeyAt(path), "a target without rows, or with odds or points of none",
                "rows, and numbers above 0 in 'odds' and 'double-odds'");
        }

        for (var i = 0; i < target.Rows.Count; i++)
        {
            var rows = r.Keys($"{scale.Path}rows");
            if (!rows.Contains(target.Rows[i]))
            {
                faults.Add(FaultCode.Weights, r.At($"{path}.rows.{i}"), $"unknown row {Spelling.Quote(target.Rows[i])}",
                    "an id of rows", Spelling.Nearest(target.Rows[i], rows));
            }
        }
    }

    private static void Range(Reading<Regime> r, string path, Scale score, FaultList faults)
    {
        if (score.Floor?.Value != score.Base.Value || score.Ceiling is null || score.Ceiling.Value <= score.Base.Value)
        {
            faults.Add(FaultCode.Weights, r.KeyAt(path), "a weighted score that does not rise from its floor to a ceiling",
                "'base' and 'floor' the same, and a 'ceiling' above");
        }
    }

    private static void Dimensions(Reading<Regime> r, ScaleText scale, Regime all, Weights weights, FaultList faults)
    {
        Whole(r, $"{scale.Path}score.weights.dimensions", "weights of the dimensions",
            [.. weights.Dimensions.Values.Select(d => d.Weight.Value)],
            [1, 100], faults);
        foreach (var (id, dimension) in weights.Dimensions)
        {
            var path = $"{scale.Path}score.weights.dimensions.{id}.features";
            Whole(r, path, $"shares in '{id}'", [.. dimension.Features.Values.Select(f => f.Share)], [1], faults);
            foreach (var (name, feature) in dimension.Features)
            {
                Feature(r, scale, all, $"{path}.{name}", feature, faults);
            }
        }
    }

    private static void Feature(Reading<Regime> r, ScaleText scale, Regime all, string path, Feature feature, FaultList faults)
    {
        if (feature.Of == Quality.FirmStanding && !all.Scales.Values.Any(s => s.Subjects?.Of == SubjectKind.Firms))
        {
            faults.Add(FaultCode.Weights, r.At($"{path}.of"), "'firm-standing' without a scale of firms beside the main one",
                "a scale of 'subjects: { of: firms }'");
        }

        if (feature.Worst.Value == feature.Best.Value)
        {
            faults.Add(FaultCode.Weights, r.KeyAt(path), $"worst and best both {feature.Best.Value} in '{path}'", "two different values");
        }

        var ofRecords = feature.Of is Quality.Records or Quality.MonthsClean or Quality.Deeds;
        if (!ofRecords && feature.Rows is not null)
        {
            faults.Add(FaultCode.Weights, r.KeyAt($"{path}.rows"),
                $"rows of '{Spelling.Kebab(feature.Of.ToString())}', which reads no records",
                "'rows' only beside records, months-clean and deeds");
        }

        for (var i = 0; i < feature.Rows?.Count; i++)
        {
            var rows = r.Keys($"{scale.Path}rows");
            if (!rows.Contains(feature.Rows[i]))
            {
                faults.Add(FaultCode.Weights, r.At($"{path}.rows.{i}"), $"unknown row {Spelling.Quote(feature.Rows[i])}",
                    "an id of rows", Spelling.Nearest(feature.Rows[i], rows));
            }
        }
    }

    private static void Rows(Reading<Regime> r, ScaleText scale, FaultList faults)
    {
        foreach (var (id, row) in scale.Text.Rows)
        {
            if (!row.Noted || row.Points is not { Min: 0, Max: 0 })
            {
                faults.Add(FaultCode.Weights, r.KeyAt($"{scale.Path}rows.{id}"),
                    $"points in row '{id}' of a weighted score, which would count nowhere", "'noted: true' and 'points: 0'");
            }
        }
    }

    private static void Whole(Reading<Regime> r, string path, string what, List<double> shares, double[] wholes, FaultList faults)
    {
        var sum = shares.Sum();
        if (shares.Count > 0 && shares.Count == r.Keys(path).Count && wholes.All(whole => Math.Abs(sum - whole) > Tolerance))
        {
            faults.Add(FaultCode.Weights, r.KeyAt(path), $"{what} that add up to {sum:0.#######}", "1, or for weights 100");
        }
    }
}
