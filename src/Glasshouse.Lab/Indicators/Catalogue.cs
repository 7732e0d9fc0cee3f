using Glasshouse.Tallying;
using static Glasshouse.Lab.Indicators.Theme;
using static Glasshouse.Tallying.Measure;

namespace Glasshouse.Lab.Indicators;

/// <summary>
/// All indicators, as data. In: nothing but measures. Out: what the lab reports, in the order in which it reports it.
/// </summary>
public static partial class Catalogue
{
    private const string Per1000 = "per 1,000 adults a year";
    private const string Percent = "%";
    private const string OfAdults = "% of adults";
    private const string OfScored = "% of the scored";
    private const string OfHundred = "of 100";

    /// <summary>Indicators that need no grade names.</summary>
    public static IReadOnlyList<Indicator> Fixed { get; } =
        [.. Society(), .. Penalties(), .. Words(), .. Minds(), .. Chances(), .. Files(), .. Contested(), .. Risks(), .. Firms(),
            .. Reports()];

    /// <summary>Indicators that only a regime by consent has: who stands inside, who comes and goes, what is kept about the rest.</summary>
    public static IReadOnlyList<Indicator> OfConsent { get; } = [.. Consent()];

    /// <summary>Indicators that only a regime has whose points can be spent.</summary>
    public static IReadOnlyList<Indicator> OfSpending { get; } = [.. Spent()];

    /// <summary>Indicators that only a regime has that sells points.</summary>
    public static IReadOnlyList<Indicator> OfSale { get; } = [.. Paid()];

    /// <summary>Indicators of a run: the fixed ones that the society can count, and those of the regime's grades.</summary>
    /// <param name="measures">What the society counts.</param>
    /// <param name="grades">Grades of the regime, best first.</param>
    /// <param name="asked">True if the regime scores by consent.</param>
    /// <param name="spends">True if points can be spent.</param>
    /// <param name="sells">True if points can be bought.</param>
    public static IReadOnlyList<Indicator> For(
        MeasureSet measures, IReadOnlyList<string> grades, bool asked = false, bool spends = false, bool sells = false) =>
        [.. Fixed.Concat(Graded(grades)).Concat(asked ? OfConsent : []).Concat(spends ? OfSpending : [])
            .Concat(sells ? OfSale : [])
            .Where(i => i.Group is null || measures.GroupNamed(i.Group) >= 0)
            .OrderBy(i => i.Theme)];

    /// <summary>Indicators of the fixed list that the society cannot count, since it has no such group of conducts.</summary>
    public static IReadOnlyList<Indicator> Missing(MeasureSet measures) =>
        [.. Fixed.Where(i => i.Group is not null && measures.GroupNamed(i.Group) < 0)];

    private static IEnumerable<Indicator> Society() =>
    [
        Rate("harm-to-others", Order, "neighbours", "Acts that harm others", [HarmfulActs]) with { Brief = true },
        Acts("traffic-offences", Order, "authorities", "Traffic offences", "traffic"),
        Acts("fraud-and-theft", Order, "neighbours", "Fraud and theft", "fraud-and-theft"),
        Acts("cheating", Order, "neighbours", "Cheats of the other side of a deal", "cheating"),
        Share("deals", Order, "neighbours", "Deals with strangers entered", [Deals], [DealsOffered]) with { Unit = "% of offers" },
        Acts("bribery", Order, "authorities", "Bribery", "bribery"),
        Acts("neighbourhood-offences", Order, "neighbours", "Littering, noise, quarrels and the like", "neighbourhood"),
        Acts("trade-offences", Order, "neighbours", "Offences of trade: counterfeits, unpaid wages, unsafe work", "trade"),
        Acts("volunteering", Order, "authorities", "Volunteering", "volunteering") with { Brief = true },
        Acts("helping", Order, "neighbours", "Help for others", "helping"),
        Acts("giving", Order, "neighbours", "Gifts of money and blood", "giving"),
        Acts("reporting-others", Order, "neighbours", "Reports on other people", "reporting-others"),
        Acts("loan-arrears-onset", Promises, "lenders", "Instalments that fall behind", "loan-late"),
        Acts("card-arrears-onset", Promises, "lenders", "Card payments that fall behind", "card-late"),
        Acts("bill-arrears-onset", Promises, "lenders", "Bills that fall behind", "bills-late"),
        Acts("tax-late", Promises, "authorities", "Taxes that fall behind", "tax-late"),
        Weeks("in-loan-arrears", Promises, "lenders", "Borrowers behind with their loan", InLoanArrears)
            with { Denominator = [Borrowers], Unit = "% of borrowers", Brief = true },
        Weeks("in-card-arrears", Promises, "lenders", "Behind with a card", InCardArrears),
        Weeks("in-bill-arrears", Promises, "lenders", "Behind with bills", InBillArrears) with { Brief = true },
        Weeks("in-tax-arrears", Promises, "authorities", "Behind with taxes", InTaxArrears),
        Weeks("in-judgment-debt", Promises, "lenders", "With a court judgment unpaid", InJudgmentDebt),
        Average("felt-safety", Mood, "neighbours", "Felt safety", Safety) with { Brief = true },
        Average("trust-in-people", Mood, "neighbours", "Trust in people", TrustPeople) with { Brief = true },
        Average("trust-in-institutions", Mood, "authorities", "Trust in institutions", TrustInstitutions) with { Brief = true },
        Average("stress", Mood, "the scored", "Stress", Measure.Stress) with { Brief = true },
        Weeks("distressed", Mood, "the scored", "In distress", Distressed),
        Weeks("distressed-in-debt", Mood, "the scored", "In distress, of those in arrears", DistressedInDebt)
            with { Denominator = [InDebt], Unit = "% of those in arrears" },
        Weeks("close-ties", Mood, "neighbours", "Close ties beyond the home", Measure.Ties) with { Unit = "ties an adult", Scale = 1 },
        Weeks("isolated", Mood, "neighbours", "Without a close tie beyond the home", Isolated),
        Average("grievance", Mood, "the scored", "Grievance", Grievance),
        Weeks("protesting", Mood, "authorities", "In open protest", Protesting),
        Average("evasion", Mood, "authorities", "Share of what is watched that people move out of sight", Evasion) with { Unit = Percent },
    ];

    private static IEnumerable<Indicator> Penalties() =>
    [
        Regime(Rate("weeks-wronged", Punished, "the scored", "Weeks under a penalty with a record of something not done",
            [ByError]))
            with { Counted = Counted.ShareOfWeeks, Unit = "weeks " + Per1000, Scale = 52_000, Brief = true },
        Regime(Weeks("penalised", Punished, "the scored", "Under a penalty, whatever the cause", Penalised))
            with { Brief = true },
        Regime(Weeks("by-error", Punished, "the scored", "For something not done", ByError)) with { Brief = true },
        Regime(Weeks("by-right", Punished, "speakers", "For something one may do", ByRight)) with { Brief = true },
        Regime(Weeks("by-spill-over", Punished, "the scored", "For what another did", BySpillOver)) with { Brief = true },
        Regime(Weeks("by-inability", Punished, "the scored", "For what one could not do", ByInability)) with { Brief = true },
        Regime(Weeks("beyond-gravity", Punished, "the scored", "Beyond the gravity of the act", BeyondGravity))
            with { Brief = true },
        Regime(Weeks("penalised-parents", Punished, "families", "Parents under a penalty, with their children at home",
            ChildrenOfPenalised)),
    ];

    private static IEnumerable<Indicator> Words() =>
    [
        Share("words-withheld", Voice, "speakers", "Critical words kept back or turned round",
            [KeptSilent, SaidOpposite], [Thought])
            with { Unit = "% of critical words", Brief = true },
        Share("words-as-meant", Voice, "speakers", "Critical words said as meant", [SaidAsMeant], [Thought])
            with { Unit = "% of critical words" },
        Share("words-silent", Voice, "speakers", "Critical words kept back", [KeptSilent], [Thought])
            with { Unit = "% of critical words" },
        Share("words-silent-others", Voice, "speakers", "Critical words kept back before others, whatever the state does",
            [SilentForOthers], [Thought])
            with { Unit = "% of critical words" },
        Share("words-feared", Voice, "speakers", "Critical words kept back or turned round for fear of the state",
            [SilentForState, SaidOpposite], [Thought])
            with { Unit = "% of critical words" },
        Share("words-opposite", Voice, "speakers", "Critical words turned into the opposite", [SaidOpposite], [Thought])
            with { Unit = "% of critical words" },
        Rate("said-in-support", Voice, "authorities", "Words in support", [SaidInSupport]),
        Rate("protected-acts", Voice, "speakers", "Acts that exercise a right", [ProtectedActs]) with { Brief = true },
        Acts("petitions", Voice, "speakers", "Petitions and complaints to the authorities", "petition"),
        Acts("assembly", Voice, "speakers", "Acts of assembly", "assembly"),
        Acts("belief", Voice, "speakers", "Acts of belief", "belief"),
        Average("support-held", Voice, "authorities", "Support for the authorities, as held", Support) with { Brief = true },
        Average("support-stated", Voice, "authorities", "Support for the authorities, as stated in a survey", StatedSupport)
            with { SetBy = "acting.speech.survey-fear" },
    ];

    private static IEnumerable<Indicator> Chances() =>
    [
        Weeks("employment", Work, "job seekers", "In work", Employed)
            with { Denominator = [Workforce], Unit = "% of the workforce", Brief = true },
        Share("hired", Work, "job seekers", "Applications for work that succeed", [Hired], [Applications])
            with { Unit = "% of applications" },
        Regime(Share("hired-by-grade", Work, "job seekers", "Hired, and not without the grade", [HiredByGrade], [Applications]))
            with { Unit = "% of applications" },
        Regime(Share("not-hired-by-grade", Work, "job seekers", "Not hired, and hired but for the grade",
            [NotHiredByGrade], [Applications]))
            with { Unit = "% of applications" },
        Share("loans-granted", Work, "lenders", "Loan applications granted", [LoansGranted], [LoanApplications])
            with { Unit = "% of applications", Brief = true },
        Share("loans-without-file", Work, "lenders", "Loan applications granted to people without a credit file",
            [LoansWithoutFile], [LoanApplicationsWithoutFile])
            with { Unit = "% of applications" },
        Weeks("default-on-file", Work, "lenders", "With a default in the credit file", Defaulted),
        Weeks("debt-overdue", Work, "lenders", "Debts of those behind with a loan or card", DebtOverdue)
            with { Denominator = [Debt], Unit = "% of what is owed" },
        Rate("evictions", Work, "tenants", "Homes lost over unpaid rent", [Evictions]),
        Regime(Share("loans-by-grade", Work, "lenders", "Loans granted, and not without the grade",
            [LoansByGrade], [LoanApplications]))
            with { Unit = "% of applications" },
        Regime(Share("loans-refused-by-grade", Work, "lenders", "Loans refused, and granted but for the grade",
            [LoansRefusedByGrade],
            [LoanApplications])) with { Unit = "% of applications" },
        Regime(Rate("refused-by-grade", Doors, "the scored", "Work, loans, journeys, services and the like refused because of the grade",
            [NotHiredByGrade, LoansRefusedByGrade, JourneysRefused, ServicesRefused, HomesRefused, CareRefused, PurchasesRefused]))
            with { Brief = true },
        Regime(Share("journeys-refused", Doors, "the scored", "Journeys refused", [JourneysRefused], [Journeys]))
            with { Unit = "% of journeys" },
        Regime(Share("services-refused", Doors, "the scored", "Public services refused", [ServicesRefused], [Services]))
            with { Unit = "% of applications" },
        Regime(Share("benefits-refused", Doors, "the scored", "Relief, allowances and subsidies refused",
            [BenefitsRefused], [Benefits]))
            with { Unit = "% of applications" },
        Regime(Share("homes-refused", Doors, "the scored", "Homes to rent refused", [HomesRefused], [HomeSearches]))
            with { Unit = "% of searches" },
        Regime(Share("care-refused", Doors, "the scored", "Planned care refused", [CareRefused], [CareAppointments]))
            with { Unit = "% of appointments" },
        Regime(Share("purchases-refused", Doors, "the scored", "Costly purchases refused", [PurchasesRefused], [CostlyPurchases]))
            with { Unit = "% of purchases" },
        Regime(Weeks("driving-barred", Doors, "the scored", "Barred from driving by the grade", DrivingBarred)),
        Regime(Weeks("office-barred", Doors, "the scored", "Barred from office by the grade", OfficeBarred)),
        Regime(Rate("kept-away", Doors, "the scored", "Journeys, services and purchases kept away from, for worry", [Forgone])),
        Regime(Rate("deals-refused", Doors, "the scored", "Deals refused by strangers who saw the grade", [DealsRefused])),
        Regime(Rate("named-in-public", Doors, "the scored", "Named in public", [NamedEvents])) with { Brief = true },
        Regime(Weeks("shamed", Doors, "the scored", "Named in public within the last year", Named)),
        Regime(Rate("honours", Doors, "authorities", "Honours and priorities", [Honours])),
        Regime(Rate("school-refusals", Doors, "families", "Children turned away from a fee-paying school", [SchoolRefusals])),
    ];

    private static IEnumerable<Indicator> Contested() =>
    [
        Regime(Rate("noticed", Redress, "the scored", "Records that the person is told of", [Noticed]))
            with { SetBy = "redress.notice" },
        Regime(Share("files-with-error", Redress, "the scored", "Files with a record of something not done, at the year's end",
            [FilesWithError], [FilesHeld])) with { Unit = OfScored },
        Regime(Rate("errors-known", Redress, "the scored", "Records of something not done that come to be known", [ErrorsKnown])),
        Regime(Share("given-up", Redress, "the scored", "Disputes given up", [GaveUp], [GaveUp, Appeals]))
            with { Unit = "% of disputes begun" },
        Regime(Rate("returned", Redress, "the scored", "Records removed on appeal and reported anew", [Returned])),
        Regime(Rate("appeals", Redress, "the scored", "Appeals filed", [Appeals])) with { Brief = true },
        Ended("appeals-false-removed", "Appeals that removed a false record", AppealsWonFalse)
            with { SetBy = "redress.false-found" },
        Ended("appeals-true-removed", "Appeals that removed a true record", AppealsWonTrue)
            with { SetBy = "redress.true-cleared" },
        Ended("appeals-false-kept", "Appeals that left a false record standing", AppealsLostFalse)
            with { SetBy = "redress.false-found" },
        Ended("appeals-true-kept", "Appeals that left a true record standing", AppealsLostTrue)
            with { SetBy = "redress.true-cleared" },
        Regime(Rate("repairs", Redress, "the scored", "Records repaired", [Repairs])) with { SetBy = "repairs.*.yearly-chance" },
    ];

    private static Indicator Ended(string name, string title, Measure measure) =>
        Regime(Share(name, Redress, "the scored", title, [measure],
            [AppealsWonFalse, AppealsWonTrue, AppealsLostFalse, AppealsLostTrue])) with
        { Unit = "% of appeals decided" };

    private static Indicator Regime(Indicator indicator) => indicator with { RegimeOnly = true };

    private static Indicator Rate(string name, Theme theme, string concern, string title, IReadOnlyList<Measure> events) => new()
    {
        Name = name,
        Title = title,
        Theme = theme,
        Concern = concern,
        Unit = Per1000,
        Counted = Counted.RatePerYear,
        Numerator = events,
        Denominator = [Adults],
        Scale = 1000,
    };

    private static Indicator Acts(string name, Theme theme, string concern, string title, string group) =>
        Rate(name, theme, concern, title, []) with { Group = group };

    private static Indicator Weeks(string name, Theme theme, string concern, string title, Measure state) =>
        Rate(name, theme, concern, title, [state]) with { Counted = Counted.ShareOfWeeks, Unit = OfAdults, Scale = 100 };

    private static Indicator Average(string name, Theme theme, string concern, string title, Measure sum) =>
        Rate(name, theme, concern, title, [sum]) with { Counted = Counted.Mean, Unit = OfHundred, Scale = 100 };

    private static Indicator Share(
        string name, Theme theme, string concern, string title, IReadOnlyList<Measure> events, IReadOnlyList<Measure> of) =>
        Rate(name, theme, concern, title, events)
            with
        { Counted = Counted.ShareOfEvents, Unit = Percent, Scale = 100, Denominator = of };
}
