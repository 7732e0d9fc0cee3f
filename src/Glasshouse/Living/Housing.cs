using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>Rent and the loss of a home.</summary>
public sealed class Housing
{
    private readonly float _burden, _eviction, _work;

    /// <summary>Without figures every tenant who looks finds a home, and none is put out.</summary>
    public Housing(HousingFigures? figures)
    {
        Base = (float)(figures?.Base.Value ?? Sure);
        if (figures is not null)
        {
            (Jobless, _burden) = ((float)figures.Jobless, (float)figures.Burden);
            (_eviction, _work) = ((float)figures.Eviction, (float)figures.EvictionWork);
        }
    }

    /// <summary>Savings, weeks of spending, below which the rent is not paid.</summary>
    public const float Spent = 1;

    /// <summary>Log odds from which on landlords do not choose.</summary>
    public const float Sure = 8;

    /// <summary>Log odds that a landlord takes an average applicant.</summary>
    public float Base { get; }

    /// <summary>Log odds while without work.</summary>
    public float Jobless { get; }

    /// <summary>True where landlords choose.</summary>
    public bool Screens => Base < Sure;

    /// <summary>Four weeks' rent: true if the tenant loses the home over it, which takes savings that are spent.</summary>
    /// <param name="draw">Luck of the month.</param>
    /// <param name="situation">The district's situations.</param>
    /// <param name="slot">A tenant.</param>
    /// <param name="week">The week.</param>
    /// <param name="work">True if work is lost over it.</param>
    public bool Month(Draw draw, Situation situation, int slot, int week, out bool work)
    {
        work = false;
        ref var savings = ref situation.Savings[slot];
        savings = Math.Max(0, savings - Calendar.Exchange * _burden);
        if (savings >= Spent || _eviction == 0)
        {
            return false;
        }
        var luck = draw.At((uint)slot, week);
        work = Draw.Unit(luck.B) < _work;
        return Draw.Unit(luck.A) < _eviction;
    }
}
