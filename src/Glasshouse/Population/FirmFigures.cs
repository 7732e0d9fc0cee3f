using Glasshouse.Files;

namespace Glasshouse.Population;

/// <summary>Firms: how many, how large, in which sectors, and what lasts about them.</summary>
public sealed record FirmFigures
{
    [Means("Share of those at work outside public units who work in self-employed units.")]
    [Between(0, 0.95)]
    public required Figure OwnAccountShare { get; init; }
    [Means("Persons per self-employed unit, its head included.")]
    [Between(1, 10)]
    public required Figure OwnAccountStaff { get; init; }
    [Means("Log spread of the sizes of legal units about their mean (population.roles.staff-per-firm).")]
    [Between(0, 3)]
    public required Figure SizeSpread { get; init; }
    [Means("Shares of units by sector.")]
    public required IReadOnlyDictionary<string, SectorFigures> Sectors { get; init; }
    [Means("Share of legal units whose head is connected to those who govern.")]
    [Between(0, 1)]
    public required Figure Connected { get; init; }
    [Means("Debt as a share of what the firm owns, mean of all.")]
    [Between(0, 1)]
    public required Figure Leverage { get; init; }
    [Means("Spread of that share between firms; shares are held between 0 and 1.")]
    [Between(0, 0.5)]
    public required Figure LeverageSpread { get; init; }
    [Means("How heads weigh a gain against a risk.")]
    public required FirmChoiceFigures Choice { get; init; }
    [Means("What a conduct gains a firm that does it once, weeks of median income, by conduct; those absent are done for no gain.")]
    [Between(0, 50)]
    public IReadOnlyDictionary<string, Figure> Gains { get; init; } = new Dictionary<string, Figure>();
    [Means("Merits that connections bring, log hazard of connected firms, by conduct.")]
    [Between(0, 3)]
    [PartOf(Mechanism.Connections)]
    public IReadOnlyDictionary<string, Figure> Favours { get; init; } = new Dictionary<string, Figure>();
    [Means("A firm's means, and what ends it.")]
    public required FirmMoneyFigures Money { get; init; }
    [Means("How officials deal with what is found at firms.")]
    public required EnforcementFigures Enforcement { get; init; }
    [Means("Income as it is declared.")]
    public required TaxFigures Tax { get; init; }
}

/// <summary>A sector.</summary>
public sealed record SectorFigures
{
    [Means("Share of units.")]
    [Between(0, 1)]
    public required Figure Share { get; init; }
    [Means("Conducts that its firms do more or less often than others, as factors, by conduct; absent is 1.")]
    [Between(0, 20)]
    public IReadOnlyDictionary<string, Figure> Times { get; init; } = new Dictionary<string, Figure>();
}

/// <summary>A gain against a risk: whoever has an occasion takes it the more often, the more the gain exceeds what it may cost.</summary>
public sealed record FirmChoiceFigures
{
    [Means("How sharply the choice follows the balance, log odds per week of median income; a step when very large.")]
    [Between(0, 1000)]
    [PartOf(Mechanism.FirmGain)]
    public required Figure Sharpness { get; init; }
    [Means("Loss, weeks of median income, at which a loss is felt half as heavy as it is.")]
    [Between(0.1, 10000)]
    public required Figure HalfWeight { get; init; }
    [Means("How much heavier a loss is to the most risk-averse than to the middle, as a share.")]
    [Between(0, 1)]
    public required Figure Aversion { get; init; }
    [Means("What keeping the rules is worth for its own sake, weeks of median income.")]
    [Between(0, 50)]
    public required Figure Norm { get; init; }
    [Means("Share of the gain that a standard deviation of good management leaves out, since it keeps the rules at less cost.")]
    [Between(0, 0.3)]
    public required Figure Management { get; init; }
    [Means("How much more the gain counts to a firm without liquid means, as a share.")]
    [Between(0, 3)]
    public required Figure Need { get; init; }
    [Means("Share of heads whom the office tells at once how their firm is rated.")]
    [Between(0, 1)]
    [PartOf(Mechanism.InformedHeads)]
    public required Figure Informed { get; init; }
    [Means("What a year in the worst grade that all can see is feared to cost through customers and neighbours, weeks of median income.")]
    [Between(0, 100)]
    [PartOf(Mechanism.Disclosure)]
    public required Figure Exposure { get; init; }
}

/// <summary>A firm's liquid means, in weeks of its turnover.</summary>
public sealed record FirmMoneyFigures
{
    [Means("Liquid means that a firm without debt builds up to, weeks of turnover.")]
    [Between(1, 104)]
    public required Figure Cushion { get; init; }
    [Means("Share of turnover put by each week when nothing is left.")]
    [Between(0, 0.5)]
    public required Figure Margin { get; init; }
    [Means("Share of that margin that a standard deviation of good management adds.")]
    [Between(0, 0.3)]
    public required Figure Management { get; init; }
    [Means("Turnover per place of work, weeks of median income a week.")]
    [Between(1, 20)]
    public required Figure Turnover { get; init; }
    [Means("What an order lost takes from liquid means, as a share of the order: the rest was cost.")]
    [Between(0, 1)]
    [PartOf(Mechanism.FirmMoney)]
    public required Figure Orders { get; init; }
    [Means("Share of the cushion lost per unit of log odds by which lenders turn the firm away, times its debt.")]
    [Between(0, 2)]
    [PartOf(Mechanism.FirmMoney)]
    public required Figure Credit { get; init; }
    [Means("Share of turnover lost where all permits and services are refused.")]
    [Between(0, 1)]
    [PartOf(Mechanism.FirmMoney)]
    public required Figure Permits { get; init; }
    [Means("Share of turnover, net of cost, that customers take from a firm in the worst grade that all see, or bring to the best.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Disclosure)]
    public required Figure Customers { get; init; }
    [Means("How much likelier a firm without liquid means fails than one with its full cushion, log hazard.")]
    [Between(0, 6)]
    [PartOf(Mechanism.FirmMoney)]
    public required Figure Strain { get; init; }
    [Means("Conducts by which a firm ends; its staff and its head lose their work.")]
    public IReadOnlyList<string> Closing { get; init; } = [];
    [Means("Share of the staff of a failed firm who lose their work; the rest is taken over.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Closure)]
    public required Figure JobsLost { get; init; }
}

/// <summary>What becomes of a finding.</summary>
public sealed record EnforcementFigures
{
    [Means("Share of findings of inspections at firms that no suitable action follows.")]
    [Between(0, 1)]
    public required Figure Unpunished { get; init; }
    [Means("Chance that the official in charge would take a bribe.")]
    [Between(0, 1)]
    [PartOf(Mechanism.OfficialBribes)]
    public required Figure Venal { get; init; }
    [Means("Chance to be caught that the giver of a bribe reckons with.")]
    [Between(0, 1)]
    public required Figure BribeFound { get; init; }
    [Means("Loss when caught, weeks of median income.")]
    [Between(0, 520)]
    public required Figure BribeLoss { get; init; }
}

/// <summary>What is declared to the tax office, and what is not.</summary>
public sealed record TaxFigures
{
    [Means("Share of the income of the employed that others report to the office.")]
    [Between(0, 1)]
    public required Figure ReportedWages { get; init; }
    [Means("The same of the income of heads of legal units.")]
    [Between(0, 1)]
    public required Figure ReportedFirms { get; init; }
    [Means("The same of the income of heads of self-employed units.")]
    [Between(0, 1)]
    public required Figure ReportedOwnAccount { get; init; }
    [Means("Tax as a share of income.")]
    [Between(0, 1)]
    public required Figure Rate { get; init; }
    [Means("What is taken of hidden income that is found, tax included, as a share of it.")]
    [Between(0, 5)]
    public required Figure Penalty { get; init; }
    [Means("Chance that hiding is found where others report the income.")]
    [Between(0, 1)]
    public required Figure Matched { get; init; }
    [Means("Chance that hidden income which nobody reports is found by an audit.")]
    [Between(0, 1)]
    public required Figure Audited { get; init; }
    [Means("What declaring is worth for its own sake, as a share of the income declared.")]
    [Between(0, 1)]
    public required Figure Norm { get; init; }
    [Means("How sharply declaring follows the balance, log odds per share of income.")]
    [Between(0, 1000)]
    [PartOf(Mechanism.TaxGain)]
    public required Figure Sharpness { get; init; }
}
