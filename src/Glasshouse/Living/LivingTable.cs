using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>The living figures as plain numbers.</summary>
public sealed class LivingTable
{
    /// <summary>Number of kinds of occasion that come to everybody alike.</summary>
    public const int ToEverybody = (int)Occasion.Application;

    public LivingTable(LivingFigures figures, double startUnemployment)
    {
        Figures = figures;
        HiringBase = Logit(figures.HiringBase.Value);
        HiringEducation = (float)figures.HiringEducation;
        HiringArrears = (float)figures.HiringArrears;
        EmployersLook = (float)figures.EmployersLook;
        LoanBase = (float)figures.LoanBase;
        LoanIncome = (float)figures.LoanIncome;
        LoanArrears = (float)figures.LoanArrears;
        LoanJobless = (float)figures.LoanJobless;
        LoanWeeks = (float)figures.LoanWeeks;
        SavingRate = (float)figures.SavingRate;
        Benefit = (float)figures.Benefit;
        SavingsCap = (float)figures.SavingsCap;
        WageSpread = (float)figures.WageSpread;
        SeparationPerWeek = figures.MonthlySeparation.Value * 12 / Calendar.Year;
        Unemployment = startUnemployment;
        ApplicationPerWeek = SeparationPerWeek * (1 - startUnemployment) / (startUnemployment * figures.HiringBase.Value);
        LoanApplicationPerWeek = figures.LoanApplications.Value / Calendar.Year;
        JourneyPerWeek = figures.Journeys.Value / Calendar.Year;
        ServicePerWeek = figures.ServiceApplications.Value / Calendar.Year;
        DealPerWeek = (figures.Deals?.Offers.Value ?? 0) / Calendar.Year;
        BenefitShare = (float)figures.BenefitShare;
        HomePerWeek = figures.HomeSearches.Value / Calendar.Year;
        CarePerWeek = figures.CareAppointments.Value / Calendar.Year;
        PurchasePerWeek = figures.CostlyPurchases.Value / Calendar.Year;
    }

    public LivingFigures Figures { get; }

    /// <summary>Deals offered per adult and week.</summary>
    public double DealPerWeek { get; }

    /// <summary>The market that people deal in.</summary>
    /// <param name="cheats">Conducts that cheat the other side of a deal.</param>
    /// <param name="open">True where everybody may see a record.</param>
    public Reputation Reputation(bool[] cheats, bool open) => open && Figures.Deals is { Looks.Value: > 0 } deals
        ? new Reputation(cheats, (float)deals.Looks * (float)deals.Refuse, Acting.Reputation.Keeping(
            (float)deals.Response, (float)deals.Refuse, (float)deals.Looks, (float)deals.CostPerBenefit))
        : default;

    /// <summary>Chance that an offer of a stranger is taken up.</summary>
    /// <param name="trust">Trust in people, 0 to 1.</param>
    /// <param name="known">True if the stranger's record is known and clean.</param>
    public float Enters(float trust, bool known) => Figures.Deals is not { } deals ? 0 : Elementary.Expit(
        (float)deals.Entering + (float)deals.EnteringTrust * (trust - 0.5f) + (known ? (float)deals.EnteringKnown : 0));

    /// <summary>Share of the workforce without work at the start.</summary>
    public double Unemployment { get; }

    public float HiringBase { get; }

    public float HiringEducation { get; }

    public float HiringArrears { get; }

    public float EmployersLook { get; }

    public float LoanBase { get; }

    public float LoanIncome { get; }

    public float LoanArrears { get; }

    public float LoanJobless { get; }

    public float LoanWeeks { get; }

    public float SavingRate { get; }

    public float Benefit { get; }

    public float SavingsCap { get; }

    public float WageSpread { get; }

    public double SeparationPerWeek { get; }

    /// <summary>
    /// Chance that an employer considers somebody without work in a week: solved so that unemployment is stationary.
    /// </summary>
    public double ApplicationPerWeek { get; set; }

    public double LoanApplicationPerWeek { get; }

    public double JourneyPerWeek { get; }

    public double ServicePerWeek { get; }

    /// <summary>Share of applications for public services that ask for relief, an allowance or a subsidy.</summary>
    public float BenefitShare { get; }

    public double HomePerWeek { get; }

    public double CarePerWeek { get; }

    public double PurchasePerWeek { get; }

    /// <summary>The rate of an occasion that comes to everybody alike, per adult and week.</summary>
    public double PerWeek(Occasion occasion) => occasion switch
    {
        Occasion.Separation => SeparationPerWeek,
        Occasion.LoanApplication => LoanApplicationPerWeek,
        Occasion.Journey => JourneyPerWeek,
        Occasion.Deal => DealPerWeek,
        Occasion.Home => HomePerWeek,
        Occasion.Care => CarePerWeek,
        Occasion.Purchase => PurchasePerWeek,
        _ => ServicePerWeek,
    };

    /// <summary>Chance that an employer takes an applicant, before any grade.</summary>
    public float Hired(Roster roster, Situation situation, int slot)
    {
        var odds = HiringBase + HiringEducation * roster.TraitOf(Trait.Education)[slot];
        odds += (situation.Marks[slot] & MarkBits.Arrears) != 0 ? HiringArrears : 0;
        return Elementary.Expit(odds);
    }

    /// <summary>Log odds that a lender grants a loan, before any grade.</summary>
    public float LoanOdds(Roster roster, Situation situation, int slot)
    {
        var odds = LoanBase + LoanIncome * roster.TraitOf(Trait.IncomePotential)[slot];
        odds += (situation.Marks[slot] & MarkBits.Arrears) != 0 ? LoanArrears : 0;
        return odds + (Lives.Idle(situation.Roles[slot]) ? LoanJobless : 0);
    }

    private static float Logit(double p) => (float)(Elementary.Log(p) - Elementary.Log(1 - p));
}
