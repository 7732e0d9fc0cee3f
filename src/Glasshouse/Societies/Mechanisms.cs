using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Societies;

/// <summary>What a mechanism is in a society file: the figures that are its coefficients.</summary>
public static class Mechanisms
{
    /// <summary>The society with the coefficients of what it turns off at the values at which they do nothing.</summary>
    public static Society TurnedOff(Society society)
    {
        if (society.Off.Count == 0)
        {
            return society;
        }
        var off = society.Off.Select(m => Spelling.Kebab(m.ToString())).ToHashSet();
        return Rewriting.With(society, f => f.Coefficient is { } part && off.Contains(part.Mechanism) ? f with { Value = part.Off } : f);
    }

    /// <summary>The society without some mechanisms.</summary>
    public static Society Without(Society society, params IReadOnlyList<Mechanism> off) =>
        society with { Off = [.. society.Off.Union(off)] };
}
