using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Responding;

namespace Glasshouse.Living;

/// <summary>How lives go: work, money, credit, journeys, services, school.</summary>
public sealed record LivingFigures
{
    [Means("Share of employed persons who lose or leave their work in a month.")]
    [Between(0, 0.2)]
    public required Figure MonthlySeparation { get; init; }
    [Means("Share of the workforce without work that ordinary law settles at.")]
    [Between(0, 0.5)]
    public required Figure Unemployment { get; init; }
    [Means("Log odds of being hired per standard deviation of education.")]
    [Between(0, 2)]
    public required Figure HiringEducation { get; init; }
    [Means("Share of employers who look at a grade before hiring.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Signals)]
    public required Figure EmployersLook { get; init; }
    [Means("Chance that an offer is taken up with nothing against the applicant.")]
    [Between(0.05, 1)]
    public required Figure HiringBase { get; init; }
    [Means("Log spread of wages per standard deviation of income potential.")]
    [Between(0, 2)]
    public required Figure WageSpread { get; init; }
    [Means("How those who are listed pay off what they owe; absent: not before their time.")]
    public RepayingFigures? Repaying { get; init; }
    [Means("Share of income saved each week while in work.")]
    [Between(0, 1)]
    public required Figure SavingRate { get; init; }
    [Means("Benefit while without work, share of the wage.")]
    [Between(0, 1)]
    public required Figure Benefit { get; init; }
    [Means("Savings, weeks of spending, that people build up to at most.")]
    [Between(1, 520)]
    public required Figure SavingsCap { get; init; }
    [Means("Loan applications per adult of working age per year.")]
    [Between(0, 5)]
    public required Figure LoanApplications { get; init; }
    [Means("Log odds that a lender grants an average application.")]
    [Between(-6, 6)]
    public required Figure LoanBase { get; init; }
    [Means("Log odds per standard deviation of income potential.")]
    [Between(0, 3)]
    public required Figure LoanIncome { get; init; }
    [Means("Log odds while without work.")]
    [Between(-6, 0)]
    public required Figure LoanJobless { get; init; }
    [Means("Mean weeks until a loan is repaid.")]
    [Between(4, 1040)]
    public required Figure LoanWeeks { get; init; }
    [Means("Journeys by plane or fast train per adult per year.")]
    [Between(0, 50)]
    public required Figure Journeys { get; init; }
    [Means("Applications for public services, subsidies and licences per adult per year.")]
    [Between(0, 50)]
    public required Figure ServiceApplications { get; init; }
    [Means("Share of those applications that ask for relief, an allowance or a subsidy.")]
    [Between(0, 1)]
    public required Figure BenefitShare { get; init; }
    [Means("Searches for a home to rent per tenant per year.")]
    [Between(0, 5)]
    public required Figure HomeSearches { get; init; }
    [Means("Appointments for planned care per adult per year.")]
    [Between(0, 20)]
    public required Figure CareAppointments { get; init; }
    [Means("Costly purchases (a house or car, a hotel, a seat in first class, a holiday) per adult per year.")]
    [Between(0, 20)]
    public required Figure CostlyPurchases { get; init; }
    [Means("What can be seen of applicants and what it says; without it nobody sees a credit file.")]
    public SignalFigures? Signals { get; init; }
    [Means("What time in work and out of it does; without it chances of work depend on schooling alone.")]
    public CareerFigures? Careers { get; init; }
    [Means("Debts, the credit file and unplanned expenses; without it debts weigh on nobody and no file is kept.")]
    public CreditFigures? Credit { get; init; }
    [Means("Rent, landlords and eviction; without it every tenant who looks for a home finds one.")]
    public HousingFigures? Housing { get; init; }
    [Means("How much there is of what people apply for.")]
    public MarketFigures Markets { get; init; } = new();
    [Means("Deals between strangers; absent: none are modelled, and records deter no cheat beyond their penalties.")]
    public DealFigures? Deals { get; init; }
    [Means("What each effect of a grade is worth to a person, weeks of median income per year and unit of size.")]
    public required IReadOnlyDictionary<Responding.Effect, Figure> Worth { get; init; }
}
