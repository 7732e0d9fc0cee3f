using Glasshouse.Kernel;

namespace Glasshouse.Population;

/// <summary>The population figures as plain numbers, checked and ready to draw from.</summary>
public sealed class Marginals
{
    private readonly double[] _bandFrom;
    private readonly double[] _bandTo;
    private readonly double[] _bandEnd;
    private readonly double[] _sizeEnd;
    private readonly int[] _sizes;
    private readonly double[] _groupEnd;
    private readonly float[] _quarterlyDeath;
    private readonly int _meanStay;

    public Marginals(PopulationFigures figures, FirmFigures? firms = null)
    {
        (Figures, Firms) = (figures, firms);
        _bandFrom = [.. figures.Ages.Keys.Select(k => double.Parse(k, System.Globalization.CultureInfo.InvariantCulture))];
        _bandTo = [.. figures.Ages.Values.Select(b => b.To + 1)];
        _bandEnd = Ends(figures.Ages.Values.Select(b => b.Share.Value));
        _sizes = [.. figures.HouseholdSizes.Keys.Select(k => int.Parse(k, System.Globalization.CultureInfo.InvariantCulture))];
        _sizeEnd = Ends(figures.HouseholdSizes.Values.Select(s => s.Share.Value));
        _groupEnd = Ends(figures.Groups.Values.Select(g => g.Share.Value));
        AdultFrom = (int)figures.AdultFrom.Value;
        Copula = new Copula(figures.Correlations);

        var turnover = figures.HouseholdTurnover.Value;
        _meanStay = turnover > 0 ? (int)Math.Min(110, 1 / turnover + 0.5) : 0;

        // Gompertz: mortality doubles every so many years of age.
        _quarterlyDeath = [.. Enumerable.Range(0, 256).Select(age => (float)(figures.MortalityAt40.Value / 4
            * Elementary.Exp((age - 40) / figures.MortalityDoubling.Value * 0.6931471805599453)))];
    }

    public PopulationFigures Figures { get; }

    /// <summary>What the society says of firms; null if nothing: then all are of one size.</summary>
    public FirmFigures? Firms { get; }

    public Copula Copula { get; }

    /// <summary>Age from which a person is an adult, years.</summary>
    public int AdultFrom { get; }

    /// <summary>The age, in whole years, below which a share <paramref name="quantile"/> of the population is.</summary>
    public int Age(double quantile)
    {
        var band = Find(_bandEnd, quantile);
        var start = band == 0 ? 0 : _bandEnd[band - 1];
        var within = (quantile - start) / (_bandEnd[band] - start);
        return (int)(_bandFrom[band] + within * (_bandTo[band] - _bandFrom[band]));
    }

    /// <summary>
    /// Age of a newcomer, years: the template's less the mean stay of a household, because occupants age while they stay. So
    /// the mean age does not drift. The first of a household is an adult, nobody is younger than 0.
    /// </summary>
    public byte ArrivalAge(Roster roster, int slot) =>
        (byte)Math.Max(roster.Household[slot] == slot ? AdultFrom : 0, roster.TemplateAge[slot] - _meanStay);

    /// <summary>Chance of dying within a quarter at an age.</summary>
    public float QuarterlyDeath(int age) => _quarterlyDeath[age];

    /// <summary>Members of the household at a quantile of the size distribution.</summary>
    public int HouseholdSize(double quantile) => _sizes[Find(_sizeEnd, quantile)];

    /// <summary>Group of a person at a quantile.</summary>
    public byte Group(double quantile) => (byte)Find(_groupEnd, quantile);

    /// <summary>Ages as a normal score, within 3.5 of 0.</summary>
    public static float AgeScore(int age) => Math.Clamp((age - 42f) / 18f, -3.5f, 3.5f);

    private static double[] Ends(IEnumerable<double> shares)
    {
        var sum = 0.0;
        var ends = shares.Select(s => sum += s).ToArray();
        return [.. ends.Select(e => e / sum)];
    }

    private static int Find(double[] ends, double quantile)
    {
        var i = 0;
        while (i < ends.Length - 1 && quantile >= ends[i])
        {
            i++;
        }
        return i;
    }
}

/// <summary>Correlated normal scores: a Gaussian copula by the Cholesky factor of the traits' correlations.</summary>
public sealed class Copula
{
    private readonly double[,] _factor;

    public Copula(IReadOnlyDictionary<string, Correlation> correlations)
    {
        _factor = Cholesky(Matrix(correlations))
            ?? throw new InvalidDataException("the correlations of traits contradict each other (not positive definite)");
    }

    /// <summary>True if the correlations can hold together; their keys name traits.</summary>
    public static bool Holds(IReadOnlyDictionary<string, Correlation> correlations) => Cholesky(Matrix(correlations)) is not null;

    /// <summary>Turns independent normal scores into correlated ones, in place.</summary>
    public void Correlate(Span<float> scores)
    {
        for (var i = scores.Length - 1; i >= 0; i--)
        {
            var sum = 0.0;
            for (var j = 0; j <= i; j++)
            {
                sum += _factor[i, j] * scores[j];
            }
            scores[i] = (float)sum;
        }
    }

    /// <summary>True if the kebab-case word names a trait.</summary>
    public static bool TryTrait(string word, out int index)
    {
        var names = Enum.GetNames<Trait>();
        var plain = word.Replace("-", "", StringComparison.Ordinal);
        index = Array.FindIndex(names, n => string.Equals(n, plain, StringComparison.OrdinalIgnoreCase));
        return index >= 0;
    }

    private static double[,] Matrix(IReadOnlyDictionary<string, Correlation> correlations)
    {
        var matrix = new double[Roster.TraitCount, Roster.TraitCount];
        for (var i = 0; i < Roster.TraitCount; i++)
        {
            matrix[i, i] = 1;
        }
        foreach (var (pair, correlation) in correlations)
        {
            var names = pair.Split('+');
            if (names.Length != 2 || !TryTrait(names[0], out var a) || !TryTrait(names[1], out var b) || a == b)
            {
                throw new InvalidDataException($"'{pair}' does not name two traits");
            }
            matrix[a, b] = matrix[b, a] = correlation.Rho.Value;
        }
        return matrix;
    }

    private static double[,]? Cholesky(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var factor = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= factor[i, k] * factor[j, k];
                }
                if (i == j && sum <= 1e-9)
                {
                    return null;
                }
                factor[i, j] = i == j ? Math.Sqrt(sum) : sum / factor[j, j];
            }
        }
        return factor;
    }
}
