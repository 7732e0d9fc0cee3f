namespace Glasshouse.Lab.Uncertainty;

/// <summary>How strongly a drawn figure and a difference move together.</summary>
/// <param name="Path">Where the figure stands, file first.</param>
/// <param name="Correlation">Spearman's rank correlation over the draws, -1 to 1.</param>
/// <param name="BeyondChance">True if so strong a one would hardly come up by chance among all figures (5%, Bonferroni).</param>
public sealed record Influence(string Path, double Correlation, bool BeyondChance)
{
    /// <summary>Draws below which no ranking is given.</summary>
    public const int FewestDraws = 10;

    /// <summary>Figures by influence, strongest first.</summary>
    /// <param name="draws">The drawn values by path, one dictionary per draw.</param>
    /// <param name="differences">The difference that came of each draw.</param>
    public static IReadOnlyList<Influence> Rank(
        IReadOnlyList<IReadOnlyDictionary<string, double>> draws, IReadOnlyList<double> differences)
    {
        if (draws.Count < FewestDraws || differences.Any(d => !double.IsFinite(d)))
        {
            return [];
        }
        var paths = draws[0].Keys.Where(p => draws.All(d => d.ContainsKey(p))).Order(StringComparer.Ordinal).ToArray();
        var ranks = Ranks(differences);
        var threshold = ByChance(draws.Count, paths.Length);
        return [.. paths
            .Select(p => (Path: p, Rho: Pearson(Ranks([.. draws.Select(d => d[p])]), ranks)))
            .Where(p => double.IsFinite(p.Rho))
            .OrderByDescending(p => Math.Abs(p.Rho)).ThenBy(p => p.Path, StringComparer.Ordinal)
            .Select(p => new Influence(p.Path, p.Rho, Math.Abs(p.Rho) > threshold))];
    }

    /// <summary>
    /// The correlation that the strongest of some unrelated figures exceeds in one case of twenty, by the t approximation.
    /// </summary>
    /// <param name="draws">Draws, from 3.</param>
    /// <param name="figures">Figures examined, from 1.</param>
    public static double ByChance(int draws, int figures)
    {
        var t = Student.Quantile(draws - 2, 1 - 0.025 / Math.Max(1, figures));
        return t / Math.Sqrt(draws - 2 + t * t);
    }

    /// <summary>Pearson's correlation; of ranks, that is Spearman's.</summary>
    internal static double Pearson(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.Sqrt(xx * yy);
    }

    /// <summary>Ranks from 1, ties sharing their mean rank.</summary>
    internal static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var first = 0; first < order.Length;)
        {
            var last = first;
            while (last + 1 < order.Length && values[order[last + 1]].Equals(values[order[first]]))
            {
                last++;
            }
            for (var i = first; i <= last; i++)
            {
                ranks[order[i]] = (first + last) / 2.0 + 1;
            }
            first = last + 1;
        }
        return ranks;
    }
}
