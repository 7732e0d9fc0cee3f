using Glasshouse.Files;

namespace Glasshouse.Lab.Many;

/// <summary>Opens the setups of many regimes: all that is wrong with any of them is told at once, before any work.</summary>
public static class Opening
{
    /// <summary>The word that means every regime on the shelf.</summary>
    public const string All = "all";

    /// <summary>The regimes that are asked for, each once.</summary>
    public static IReadOnlyList<string> Named(IEnumerable<string> asked, Shelf shelf) =>
        [.. asked.SelectMany(name => name == All ? shelf.List(FileKind.Regime).Select(f => f.Name) : [name]).Distinct()];

    /// <summary>Opens each regime over the society that it belongs to, or over the one that the request names.</summary>
    /// <param name="like">Everything but the regime.</param>
    /// <param name="asked">Regimes by name or path; <c>all</c>.</param>
    /// <param name="shelf">Where they are found.</param>
    /// <exception cref="RefusedException">Something cannot be done, a line for each reason.</exception>
    public static IReadOnlyList<Setup> Open(RunRequest like, IEnumerable<string> asked, Shelf shelf)
    {
        RequestCheck.Check(like);
        var setups = Each(Named(asked, shelf), name => Setup.Open(like with { Regime = name, Out = null }, shelf));
        var twice = setups.CountBy(s => s.Regime.Id).Where(c => c.Value > 1).Select(c => c.Key).ToList();
        return setups.Count == 0 ? throw new RefusedException(Refusal.Input, "There is no regime to run.")
            : twice.Count == 0 ? setups
            : throw new RefusedException(Refusal.Usage,
                $"Each regime has a folder of its own, by its id; there are several with {string.Join(", ", twice)}.");
    }

    /// <summary>Does something for each of many; what is refused is gathered.</summary>
    internal static IReadOnlyList<T> Each<TKey, T>(IEnumerable<TKey> many, Func<TKey, T> open)
    {
        var opened = new List<T>();
        var reasons = new List<(Refusal Why, string Line)>();
        foreach (var one in many)
        {
            try
            {
                opened.Add(open(one));
            }
            catch (FaultException refused)
            {
                reasons.AddRange(refused.Faults.Select(f => (Refusal.Input, f.ToString())));
            }
            catch (RefusedException refused)
            {
                reasons.Add((refused.Why, refused.Message));
            }
        }
        return reasons.Count == 0
            ? opened
            : throw new RefusedException(reasons.Max(r => r.Why), string.Join('\n', reasons.Select(r => r.Line).Distinct()));
    }
}
