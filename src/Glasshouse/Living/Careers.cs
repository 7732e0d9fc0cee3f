using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>Work: hazards by education, tenure and time without work, and pay that a layoff scars.</summary>
public sealed class Careers
{
    /// <summary>Exchanges after which time without work costs no further chances: eight months.</summary>
    public const float Decline = 8 * Calendar.Year / 12f / Calendar.Exchange;

    /// <summary>Exchanges after which a job is no longer new: two years.</summary>
    public const float New = 2f * Calendar.Year / Calendar.Exchange;

    /// <summary>Share without work at which the figure for time without work holds as it is written.</summary>
    public const double Ordinary = 0.06;

    private readonly float _duration, _loseEducation, _loseNew, _scar, _felt;
    private readonly int _recovery;

    /// <summary>Without figures everybody's chances are the same and pay is whole.</summary>
    public Careers(CareerFigures? figures, double unemployment, double separationPerWeek)
    {
        if (figures is null)
        {
            return;
        }
        var tightness = Math.Clamp((Ordinary - unemployment) / Ordinary, -1, 1);
        _duration = (float)(figures.FindDuration.Value * (1 + figures.FindTightness.Value * tightness));
        (_loseEducation, _loseNew) = ((float)figures.LoseEducation, (float)figures.LoseNew);
        (_scar, _felt) = ((float)figures.Scar, (float)figures.ScarFelt);
        _recovery = (int)(figures.ScarRecovery.Value * Calendar.Exchange / Calendar.Year * 65536);
        Layoffs = (float)figures.Layoffs;
        Ceiling = _loseEducation == 0 && _loseNew == 0 ? 1 : 4;
        var yearly = Layoffs * separationPerWeek * Calendar.Year * _scar;
        Lost = (float)(yearly == 0 ? 0 : yearly / (yearly + figures.ScarRecovery.Value));
    }

    /// <summary>Share of ends of jobs that the employer decides on.</summary>
    public float Layoffs { get; }

    /// <summary>How often more than the mean work may end: candidates come this much oftener.</summary>
    public float Ceiling { get; } = 1;

    /// <summary>Mean share of pay that is lost at rest, about.</summary>
    public float Lost { get; }

    /// <summary>Divides hazards of losing work by their mean among those in work: solved with the base rates.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>Log odds of being hired after a spell without work.</summary>
    /// <param name="spell">Exchanges without work.</param>
    public float Duration(int spell) => -_duration * Math.Min(spell, Decline) / Decline;

    /// <summary>Hazard of losing work as a factor on its mean, before <see cref="Scale"/>.</summary>
    /// <param name="education">Normal score of education.</param>
    /// <param name="tenure">Exchanges in work.</param>
    public float LoseFactor(float education, int tenure) =>
        Elementary.Exp(_loseEducation * education) * (1 + _loseNew * Math.Max(0, 1 - tenure / New));

    /// <summary>Chance that a candidate end of work is one.</summary>
    public float Loses(Roster roster, Situation situation, int slot)
    {
        if (Ceiling == 1)
        {
            return 1;
        }
        var factor = LoseFactor(roster.TraitOf(Trait.Education)[slot], situation.Spell[slot]);
        return Math.Min(1, (float)(factor * Scale / Ceiling));
    }

    /// <summary>Work ends: a new spell, and where the employer ended it, less pay in the next job.</summary>
    /// <param name="situation">The district's situations.</param>
    /// <param name="slot">Whose work ends.</param>
    /// <param name="luck">Uniform: below the share of layoffs it is one.</param>
    public void End(Situation situation, int slot, float luck)
    {
        situation.Roles[slot] &= ~RoleBits.Of(Role.Employed);
        situation.Spell[slot] = 0;
        if (luck < Layoffs)
        {
            situation.Pay[slot] = (ushort)(situation.Pay[slot] * (1 - _scar));
        }
    }

    /// <summary>Pay at the start: of those in their first spell, some have lost some.</summary>
    public ushort Start(float luck) => (ushort)(Situation.FullPay * (1 - 2 * Lost * luck));

    /// <summary>Four weeks pass: spells grow, pay recovers in work, and what is missing of it is missing in savings.</summary>
    public void Month(Situation situation)
    {
        var roles = situation.Roles.Span;
        var spells = situation.Spell.Span;
        var pay = situation.Pay.Span;
        var savings = situation.Savings.Span;
        for (var slot = 0; slot < spells.Length; slot++)
        {
            if ((roles[slot] & RoleBits.Workforce) == 0)
            {
                spells[slot] = 0;
                continue;
            }
            spells[slot] = (byte)Math.Min(byte.MaxValue, spells[slot] + 1);
            var missing = Situation.FullPay - pay[slot];
            if (missing > 0 && (roles[slot] & RoleBits.Of(Role.Employed)) != 0)
            {
                var felt = Calendar.Exchange * _felt * missing / Situation.FullPay;
                savings[slot] = Math.Max(0, savings[slot] - felt);
                pay[slot] += (ushort)Math.Min(missing, (missing * (long)_recovery >> 16) + 1);
            }
        }
    }
}
