using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>
/// What becomes of critical words: said as meant, kept back, or turned into the opposite. Withholding has a part that owes nothing to
/// the state, grows with the perceived risk of speaking and with privacy concern, falls with voice, and follows the climate of what
/// others say.
/// </summary>
public sealed class Speech(SpeechFigures figures)
{
    private readonly float _baseline = (float)figures.Baseline;
    private readonly float _risk = (float)figures.Risk;
    private readonly float _privacy = (float)figures.Privacy;
    private readonly float _voice = (float)figures.Voice;
    private readonly float _climate = (float)figures.Climate;
    private readonly float _opposite = (float)figures.Opposite;

    /// <summary>Posts that steady the climate.</summary>
    public float PriorPosts { get; } = (float)figures.PriorPosts;

    /// <summary>The outcome for one person.</summary>
    /// <param name="roster">The district's people.</param>
    /// <param name="slot">Who would speak.</param>
    /// <param name="risk">Perceived chance times weight of loss, above that under ordinary law.</param>
    /// <param name="climate">Share of voiced posts that are critical, 0 to 1.</param>
    /// <param name="bits">32 random bits.</param>
    public Said Outcome(Roster roster, int slot, float risk, float climate, uint bits)
    {
        var withhold = Withholding(roster, slot, risk, climate);
        var luck = Draw.Unit(bits);
        if (luck >= withhold)
        {
            return Said.AsMeant;
        }
        // Only fear of others makes people say the opposite: the baseline part stays silent.
        var fear = withhold - Withholding(roster, slot, 0, climate);
        return luck < Math.Max(0, fear) * _opposite ? Said.Opposite : Said.Silent;
    }

    /// <summary>Chance that critical words are withheld.</summary>
    public float Withholding(Roster roster, int slot, float risk, float climate)
    {
        var odds = _baseline
            + _risk * risk
            + _privacy * roster.TraitOf(Trait.PrivacyConcern)[slot]
            + _voice * roster.TraitOf(Trait.Voice)[slot]
            - _climate * (climate - 0.5f);
        return Elementary.Expit(odds);
    }
}
