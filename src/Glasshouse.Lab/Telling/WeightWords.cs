using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Scoring;

namespace Glasshouse.Lab.Telling;

/// <summary>The words of a weighed score's parts.</summary>
internal sealed class WeightWords(Weights named, WeightTable table)
{
    /// <summary>What a part is called, and how it comes about.</summary>
    public (string Rule, string Text) Of(Part part)
    {
        if (part.Feature == Part.End)
        {
            return part.Points > 0 ? ("floor", "no score is below it") : ("ceiling", "no score is above it");
        }
        if (part.Feature == Part.Average)
        {
            var (subjects, events) = table.Learned!.Basis;
            return ("average", FormattableString.Invariant(
                $"the mean of every feature: log-odds {part.Value:0.00} against {string.Join(", ", named.Target!.Rows)} in a year, ")
                + FormattableString.Invariant($"learned from {subjects} subjects of whom {events} had it"));
        }
        var feature = table.Features[part.Feature];
        var text = named.Dimensions[feature.Id.Split('/')[0]].Text
            + FormattableString.Invariant($"; {Spelling.Kebab(feature.Reads.ToString())} {part.Value:0.##}");
        return (feature.Id, text + (table.Learned is { Adopted: not null } learned
            ? FormattableString.Invariant($", {feature.Share(part.Value) - learned.Means[part.Feature]:+0.00;-0.00} from the mean of all ")
                + FormattableString.Invariant($"on its way from {feature.Worst:0.##} to {feature.Best:0.##}, ")
                + FormattableString.Invariant($"which counts {learned.Adopted[part.Feature + 1]:+0.00;-0.00} log-odds")
            : FormattableString.Invariant($", where {feature.Worst:0.##} earns 0 ")
                + FormattableString.Invariant($"and {feature.Best:0.##} earns {RuleWords.Points(feature.Points):0.###}")));
    }
}
