using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>What a kind of words is like.</summary>
/// <param name="Visible">How far others than those meant hear of it, 0 among friends to 1 before all eyes.</param>
/// <param name="Sensitivity">How far fear of the state is felt about the topic; 1 for words about the authorities.</param>
public readonly record struct Setting(float Visible, float Sensitivity);

/// <summary>
/// What becomes of critical words: said as meant, kept back, or turned into the opposite. Withholding has a part that owes nothing to
/// the state: it grows with privacy concern and with the eyes of others, falls with voice, and follows the climate of what others say.
/// On top of it comes the fear of the state, which grows with the perceived risk of speaking. Each word is kept back for one of the two.
/// </summary>
public sealed class Speech(SpeechFigures figures)
{
    private readonly float _baseline = (float)figures.Baseline;
    private readonly float _risk = (float)figures.Risk;
    private readonly float _privacy = (float)figures.Privacy;
    private readonly float _voice = (float)figures.Voice;
    private readonly float _climate = (float)figures.Climate;
    private readonly float _opposite = (float)figures.Opposite;
    private readonly float _others = (float)((figures.Peers?.Exposure.Value ?? 0) * (figures.Peers?.Polarisation.Value ?? 0));
    private readonly float _education = (float)(figures.Peers?.Education.Value ?? 0);

    /// <summary>Posts that steady the climate.</summary>
    public float PriorPosts { get; } = (float)figures.PriorPosts;

    /// <summary>The outcome for one person.</summary>
    /// <param name="roster">The district's people.</param>
    /// <param name="slot">Who would speak.</param>
    /// <param name="risk">Perceived chance times weight of loss, above that under ordinary law.</param>
    /// <param name="climate">Share of voiced posts that are critical, 0 to 1.</param>
    /// <param name="setting">Where it would be said, and of what.</param>
    /// <param name="bits">32 random bits.</param>
    public Said Outcome(Roster roster, int slot, float risk, float climate, Setting setting, uint bits)
    {
        var luck = Draw.Unit(bits);
        var withhold = Withholding(roster, slot, risk, climate, setting);
        if (luck >= withhold)
        {
            return Said.AsMeant;
        }
        // Who would be silent anyway is silent for others; only fear of the state makes people say the opposite.
        var others = Withholding(roster, slot, 0, climate, setting);
        return luck < others ? Said.SilentForOthers
            : luck < others + (withhold - others) * _opposite ? Said.Opposite
            : Said.SilentForState;
    }

    /// <summary>Chance that critical words are withheld.</summary>
    public float Withholding(Roster roster, int slot, float risk, float climate, Setting setting)
    {
        var odds = _baseline
            + _risk * risk * setting.Sensitivity * setting.Visible
            + setting.Visible * (_others + _education * roster.TraitOf(Trait.Education)[slot])
            + _privacy * roster.TraitOf(Trait.PrivacyConcern)[slot]
            + _voice * roster.TraitOf(Trait.Voice)[slot]
            - _climate * (climate - 0.5f);
        return Elementary.Expit(odds);
    }
}
