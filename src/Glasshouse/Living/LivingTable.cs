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
        EmployersLook = (float)figures.EmployersLook;
        LoanBase = (float)figures.LoanBase;
        LoanIncome = (float)figures.LoanIncome;
        LoanJobless = (float)figures.LoanJobless;
        LoanWeeks = (float)figures.LoanWeeks;
        SavingRate = (float)figures.SavingRate;
        Benefit = (float)figures.Benefit;
        SavingsCap = (float)figures.SavingsCap;
        WageSpread = (float)figures.WageSpread;
        SeparationPerWeek = figures.MonthlySeparation.Value * 12 / Calendar.Year;
        Unemployment = startUnemployment;
        ApplicationPerWeek = ApplicationsFor(figures.HiringBase.Value);
        LoanApplicationPerWeek = figures.LoanApplications.Value / Calendar.Year;
        JourneyPerWeek = figures.Journeys.Value / Calendar.Year;
        ServicePerWeek = figures.ServiceApplications.Value / Calendar.Year;
        DealPerWeek = (figures.Deals?.Offers.Value ?? 0) / Calendar.Year;
        BenefitShare = (float)figures.BenefitShare;
        HomePerWeek = figures.HomeSearches.Value / Calendar.Year;
        CarePerWeek = figures.CareAppointments.Value / Calendar.Year;
        PurchasePerWeek = figures.CostlyPurchases.Value / Calendar.Year;
        Careers = new Careers(figures.Careers, startUnemployment, SeparationPerWeek);
        Credit = new Credit(figures.Credit, figures.LoanBase.Value, figures.LoanWeeks.Value);
        Housing = new Housing(figures.Housing);
        SeenInHiring = new SignalTable(figures.Signals, figures.Signals?.Hiring);
        SeenInLending = new SignalTable(figures.Signals, figures.Signals?.Lending);
        SeenInRenting = new SignalTable(figures.Signals, figures.Signals?.Renting);
        Markets = figures.Markets;
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

    public float EmployersLook { get; }

    public float LoanBase { get; }

    public float LoanIncome { get; }

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

    /// <summary>
    /// The same where a mean share of applicants is hired: as many must find work in a week as lose it, of those without work at the
    /// week's end and of those found.
    /// </summary>
    /// <param name="hired">Share of applicants that are hired.</param>
    /// <param name="closing">Share of those in work whose firm fails in a week.</param>
    public double ApplicationsFor(double hired, double closing = 0)
    {
        var found = (SeparationPerWeek + closing) * (1 - Unemployment);
        return found / ((Unemployment + found) * hired);
    }

    public double LoanApplicationPerWeek { get; }

    public double JourneyPerWeek { get; }

    public double ServicePerWeek { get; }

    /// <summary>Share of applications for public services that ask for relief, an allowance or a subsidy.</summary>
    public float BenefitShare { get; }

    public double HomePerWeek { get; }

    public double CarePerWeek { get; }

    public double PurchasePerWeek { get; }

    public Careers Careers { get; }

    public Credit Credit { get; }

    public Housing Housing { get; }

    /// <summary>What employers see.</summary>
    public SignalTable SeenInHiring { get; }

    /// <summary>What lenders see.</summary>
    public SignalTable SeenInLending { get; }

    /// <summary>What landlords see.</summary>
    public SignalTable SeenInRenting { get; }

    public MarketFigures Markets { get; }

    /// <summary>Share of adults with a credit file in which a default stands from the start: solved with the base rates.</summary>
    public double StartDefaulted { get; set; }

    /// <summary>The rate of an occasion that comes to everybody alike, per adult and week.</summary>
    public double PerWeek(Occasion occasion) => occasion switch
    {
        Occasion.Separation => SeparationPerWeek * Careers.Ceiling,
        Occasion.Expense => Credit.ExpensesPerWeek,
        Occasion.LoanApplication => LoanApplicationPerWeek,
        Occasion.Journey => JourneyPerWeek,
        Occasion.Deal => DealPerWeek,
        Occasion.Home => HomePerWeek,
        Occasion.Care => CarePerWeek,
        Occasion.Purchase => PurchasePerWeek,
        _ => ServicePerWeek,
    };

    /// <summary>What an employer knows of an applicant, before any grade.</summary>
    public Signs Hiring(Roster roster, Situation situation, int slot)
    {
        var evidence = new Signs(HiringBase);
        evidence.Add(HiringEducation * roster.TraitOf(Trait.Education)[slot], Reason.Education);
        evidence.Add(Careers.Duration(situation.Spell[slot]), Reason.LongWithoutWork);
        SeenInHiring.Read(situation, slot, ref evidence);
        return evidence;
    }

    /// <summary>What a lender knows of an applicant, before any grade.</summary>
    public Signs Lending(Roster roster, Situation situation, int slot)
    {
        var evidence = new Signs(LoanBase);
        evidence.Add(LoanIncome * roster.TraitOf(Trait.IncomePotential)[slot], Reason.Income);
        evidence.Add(Lives.Idle(situation.Roles[slot]) ? LoanJobless : 0, Reason.WithoutWork);
        SeenInLending.Read(situation, slot, ref evidence);
        return evidence;
    }

    /// <summary>What a landlord knows of an applicant, before any grade.</summary>
    public Signs Renting(Situation situation, int slot)
    {
        var evidence = new Signs(Housing.Base);
        evidence.Add(Lives.Idle(situation.Roles[slot]) ? Housing.Jobless : 0, Reason.WithoutWork);
        SeenInRenting.Read(situation, slot, ref evidence);
        return evidence;
    }

    private static float Logit(double p) => (float)Signals.LogOdds(p);
}
