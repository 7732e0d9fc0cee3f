using Glasshouse.Recording;
using Glasshouse.Regimes;

namespace Glasshouse.Engine;

/// <summary>Room for what regimes keep about a person: columns lie alike in all twins, so each has what any of them needs.</summary>
/// <param name="Counters">Yearly counters.</param>
/// <param name="FurtherScales">Scales beside the main one.</param>
/// <param name="WeighedScales">Those of them that are weighed.</param>
/// <param name="Spills">True if the grades of others can hit a person.</param>
/// <param name="Newcomers">True if some scale has a grade for newcomers.</param>
public readonly record struct Room(int Counters, int FurtherScales, int WeighedScales, bool Spills, bool Newcomers)
{
    /// <summary>What the twins need, at most over all of them.</summary>
    public static Room Of(IReadOnlyList<RegimeTables> twins) => new(
        Math.Max(RuleTable.FewestCounters, twins.Max(t => t.Rules.Ladders.Length)),
        twins.Max(t => t.Grades.Further.Length),
        twins.Max(t => t.FurtherWeights.Length),
        twins.Any(t => t.EverSpills),
        twins.Any(t => t.Grades.AnyNewcomers));
}
