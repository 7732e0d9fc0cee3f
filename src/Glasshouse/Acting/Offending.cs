using Glasshouse.Kernel;

namespace Glasshouse.Acting;

/// <summary>
/// A gain against a perceived risk. Where the choice is sharp, losses are felt as they are and nothing is done for its own sake, it is
/// the step of Allingham and Sandmo (Journal of Public Economics 1, 1972) for whoever is risk-neutral: all or nothing at
/// chance = gain / loss.
/// </summary>
public static class Offending
{
    /// <summary>Chance that somebody who has the occasion takes it: expit(sharpness (gain - chance loss - norm)).</summary>
    /// <param name="gain">What it brings, in any unit; the others but the chance and the sharpness are in the same.</param>
    /// <param name="chance">Perceived chance to be punished because of it, 0 to 1.</param>
    /// <param name="loss">What is then lost.</param>
    /// <param name="norm">What keeping the rule is worth for its own sake.</param>
    /// <param name="sharpness">Log odds per unit of the balance.</param>
    public static float Choice(float gain, float chance, float loss, float norm, float sharpness) =>
        Elementary.Expit(sharpness * (gain - chance * loss - norm));

    /// <summary>A loss as it is felt: half as heavy at <paramref name="half"/>, so that severity deters less than certainty.</summary>
    public static float Felt(float loss, float half) => loss / (1 + loss / half);

    /// <summary>
    /// Share of an income that is hidden. Hiding what others report is nearly sure to be found, hiding the rest is found by an audit alone;
    /// nothing else tells the two apart.
    /// </summary>
    /// <param name="reported">Share that others report, 0 to 1.</param>
    /// <param name="tax">Tax, a share of income.</param>
    /// <param name="penalty">What is taken of hidden income that is found, tax included.</param>
    /// <param name="audited">Perceived chance of an audit that finds it.</param>
    /// <param name="matched">Chance that a report gives it away.</param>
    /// <param name="norm">What declaring is worth for its own sake, a share of income.</param>
    /// <param name="sharpness">Log odds per share of income.</param>
    /// <returns>Hidden shares of the whole income: of the part that others report, and of the part that nobody does.</returns>
    public static (float OfReported, float OfSelf) Hidden(
        float reported, float tax, float penalty, float audited, float matched, float norm, float sharpness)
    {
        var seen = 1 - (1 - audited) * (1 - matched);
        return (reported * Choice(tax, seen, penalty, norm, sharpness), (1 - reported) * Choice(tax, audited, penalty, norm, sharpness));
    }
}
