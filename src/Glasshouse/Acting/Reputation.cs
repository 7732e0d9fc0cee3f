using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>
/// Deals between strangers, of whom some look at a record that all may see: they refuse who is known to cheat, and so cheating costs deals
/// to come (indirect reciprocity by image scoring, Nowak and Sigmund 1998).
/// </summary>
/// <param name="Cheats">Conducts that cheat the other side of a deal, by conduct; null where no record can be seen.</param>
/// <param name="Known">Chance that a partner knows the record, q.</param>
/// <param name="Kept">Share of cheats that still pay for who knows of being scored.</param>
public readonly record struct Reputation(bool[]? Cheats, float Known, float Kept)
{
    /// <summary>
    /// What keeping faith is worth over cheating, a round: d b q - c (d + (1 - d) (1 - q)). Who keeps faith refuses known cheats only, and
    /// is known as good; who cheats always cheats. Where all others keep faith it is positive if and only if q > c/b.
    /// </summary>
    /// <param name="faithful">Share of partners who keep faith and refuse known cheats, d.</param>
    /// <param name="known">Chance that the record of a partner is known, q.</param>
    /// <param name="benefit">What a kept deal is worth to the other side, b.</param>
    /// <param name="cost">What keeping it costs, c.</param>
    public static float Advantage(float faithful, float known, float benefit, float cost) =>
        faithful * benefit * known - cost * (faithful + (1 - faithful) * (1 - known));

    /// <summary>The share of cheats that remain when keeping faith has become worth that much more than where no record is known.</summary>
    /// <param name="response">Log hazard of cheating per unit of the cost.</param>
    /// <param name="faithful">See <see cref="Advantage"/>.</param>
    /// <param name="known">See <see cref="Advantage"/>.</param>
    /// <param name="costPerBenefit">c/b.</param>
    public static float Keeping(float response, float faithful, float known, float costPerBenefit) =>
        Elementary.Exp(-response * (Advantage(faithful, known, 1 / costPerBenefit, 1) - Advantage(faithful, 0, 1 / costPerBenefit, 1)));

    /// <summary>True if a cheat that would have happened does not: the partner saw the record and refused, or it did not pay.</summary>
    public bool Prevents(int conduct, uint marks, uint bits)
    {
        if (Cheats is null || !Cheats[conduct])
        {
            return false;
        }
        var seen = (marks & MarkBits.Of(Mark.Penalised)) != 0 && Draw.Unit(Episodes.Mix(bits ^ 0x2545f491)) < Known;
        return seen || (marks & MarkBits.Of(Mark.Aware)) != 0 && Draw.Unit(Episodes.Mix(bits ^ 0x1b873593)) >= Kept;
    }
}
