namespace Glasshouse.Scoring;

/// <summary>What a feature reads.</summary>
public enum Reads : byte
{
    Records, MonthsClean, Deeds, Age, Borrows, CardHolder, CreditLines, Employed, Savings, Wage, OwnsHome, Education, DigitalFootprint,
    TiesScore, FirmStanding,
}

/// <summary>One measured thing, brought to 0 at its worst and to 1 at its best, straight between.</summary>
/// <param name="Id">Dimension and feature, as the file names them.</param>
/// <param name="Reads">What is measured.</param>
/// <param name="Worst">Value that earns nothing.</param>
/// <param name="Best">Value that earns all.</param>
/// <param name="Points">Points that all of it earns, thousandths.</param>
/// <param name="Rows">By rule: true if its records are read; empty for what reads no records.</param>
/// <param name="Fades">True if a record weighs by the share of its term that is left.</param>
/// <param name="LongestMonths">Longest term of the rules read: how long somebody without such a record counts as clean.</param>
public sealed record WeightedFeature(
    string Id, Reads Reads, float Worst, float Best, int Points, bool[] Rows, bool Fades, float LongestMonths)
{
    /// <summary>True if it reads records.</summary>
    public bool ReadsRecords => Reads is Reads.Records or Reads.MonthsClean or Reads.Deeds;

    /// <summary>Points that a value earns, thousandths, rounded: parts are whole, so that they add up exactly.</summary>
    public int Earned(float value) => (int)(Share(value) * Points + 0.5);

    /// <summary>Where a value lies between the worst, 0, and the best, 1.</summary>
    public double Share(float value) => Math.Clamp((value - Worst) / (Best - Worst), 0, 1);
}

/// <summary>The features that a weighted score adds up; by the file's weights the best of all of them earns the whole range.</summary>
public sealed record WeightTable
{
    public required WeightedFeature[] Features { get; init; }

    /// <summary>The scale that is weighed, 0 for the main one.</summary>
    public byte Scale { get; init; }

    /// <summary>What a learned score has learned; null where the weights of the file stand for good.</summary>
    public Learned? Learned { get; init; }

    /// <summary>What one more record of a rule takes or gives, thousandths: what people who know the weights see at stake.</summary>
    public required int[] AtStake { get; init; }

    /// <summary>Thousandths of a point that a score begins with: the base, or what somebody with the mean of every feature has.</summary>
    public int Start(int atBase) => Learned is { Adopted: not null } learned ? learned.Average : atBase;

    /// <summary>Thousandths of a point that a feature brings.</summary>
    public int Earned(int feature, float value) => Learned is { Adopted: not null } learned
        ? learned.Part(feature, Features[feature].Share(value))
        : Features[feature].Earned(value);

    /// <summary>The table after an exchange; coefficients newly in use change what is at stake.</summary>
    public WeightTable After(ReadOnlySpan<long> tally)
    {
        var after = Learned!.After(tally);
        return ReferenceEquals(after, Learned) ? this
            : ReferenceEquals(after.Adopted, Learned.Adopted) ? this with { Learned = after }
            : this with
            {
                Learned = after,
                AtStake = StakesOf(Features, [.. after.Adopted!.Skip(1).Select(b => b * after.PerLogOdds)], AtStake.Length),
            };
    }

    /// <summary>
    /// What one more record of each rule moves: a count by one; months without a record from all of them to none, which mends by itself,
    /// by half.
    /// </summary>
    /// <param name="features">The features.</param>
    /// <param name="points">What each earns from its worst to its best, thousandths.</param>
    /// <param name="rules">Number of rules.</param>
    public static int[] StakesOf(WeightedFeature[] features, double[] points, int rules) =>
    [
        .. Enumerable.Range(0, rules).Select(rule => (int)features.Select((f, i) => !f.Rows[rule] ? 0
            : f.Reads == Reads.MonthsClean ? -points[i] / 2.0
            : points[i] / (double)(f.Best - f.Worst)).Sum()),
    ];

    /// <summary>
    /// Splits a range by shares into whole numbers that add up to it: each share rounded down, the rest to the largest remainders.
    /// </summary>
    public static int[] Split(int range, IReadOnlyList<double> shares)
    {
        var total = shares.Sum();
        var exact = shares.Select(s => range * s / total).ToArray();
        var whole = exact.Select(e => (int)Math.Floor(e)).ToArray();
        var left = range - whole.Sum();
        foreach (var i in Enumerable.Range(0, whole.Length).OrderByDescending(i => exact[i] - whole[i]).ThenBy(i => i).Take(left))
        {
            whole[i]++;
        }
        return whole;
    }
}
