namespace Glasshouse.Scoring;

/// <summary>What a feature reads.</summary>
public enum Reads : byte
{
    Records, MonthsClean, Deeds, Age, Borrows, CardHolder, CreditLines, Employed, Savings, Wage, OwnsHome, Education, DigitalFootprint,
    TiesScore,
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
    public int Earned(float value) => (int)(Math.Clamp((value - Worst) / (Best - Worst), 0, 1) * (double)Points + 0.5);
}

/// <summary>The features that a weighted score adds up; the best of all of them earns the whole range.</summary>
public sealed class WeightTable
{
    public required WeightedFeature[] Features { get; init; }

    /// <summary>The scale that is weighed, 0 for the main one.</summary>
    public byte Scale { get; init; }

    /// <summary>What one more record of a rule takes or gives, thousandths: what people who know the weights see at stake.</summary>
    public required int[] AtStake { get; init; }

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
