using Glasshouse.Tallying;
using static Glasshouse.Lab.Indicators.Theme;
using static Glasshouse.Tallying.Measure;

namespace Glasshouse.Lab.Indicators;

/// <content>Firms and taxes. Offences of one kind are counted by groups of conducts, closures and jobs here.</content>
public static partial class Catalogue
{
    private const string Per1000Firms = "per 1,000 firms a year";

    private static IEnumerable<Indicator> Firms() =>
    [
        OfFirms("firm-offences", Order, "authorities", "Offences of firms", FirmOffences),
        OfFirms("firm-closures", Work, "firms", "Firms that close over their debts", FirmFailures),
        Rate("jobs-lost-by-closure", Work, "job seekers", "Work that ends with its firm", [JobsLostByFailure]),
        Average("firm-means", Work, "firms", "Liquid means of firms, of a full cushion", FirmLiquidity)
            with { Denominator = [FirmsInBusiness] },
        Share("firm-findings-penalised", Order, "authorities", "Findings at firms that a penalty follows", [FirmPenalties], [FirmFindings])
            with { Unit = "% of findings", SetBy = "firms.enforcement.unpunished" },
        Share("firm-findings-bribed", Order, "authorities", "Findings at firms dropped for a bribe", [FindingsBribed], [FirmFindings])
            with { Unit = "% of findings", SetBy = "firms.enforcement.venal" },
        Regime(OfFirms("firm-records-bribed", Order, "authorities", "Records struck out for a bribe", RecordsBribed)),
        Share("tax-gap", Promises, "authorities", "Tax that is hidden", [TaxHiddenReported, TaxHiddenSelf], [TaxOwed])
            with { Unit = "% of tax owed" },
        Share("tax-recovered", Promises, "authorities", "Hidden tax that is found", [TaxRecovered], [TaxOwed])
            with { Unit = "% of tax owed", SetBy = "firms.tax.audited" },
        Share("tax-gap-unreported", Promises, "authorities", "Tax hidden on income that nobody reports", [TaxHiddenSelf], [TaxOwedSelf])
            with { Unit = "% of tax owed on it" },
    ];

    private static Indicator OfFirms(string name, Theme theme, string concern, string title, Measure events) =>
        Rate(name, theme, concern, title, [events]) with { Denominator = [FirmsInBusiness], Unit = Per1000Firms };
}
