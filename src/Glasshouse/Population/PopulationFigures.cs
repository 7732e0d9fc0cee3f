using Glasshouse.Files;

namespace Glasshouse.Population;

/// <summary>Who lives in the society: the published marginals that people and households are drawn from.</summary>
public sealed record PopulationFigures
{
    [Means("Age from which a person is an adult of the model, years.")]
    [Between(14, 25)]
    public required Figure AdultFrom { get; init; }
    [Means("Shares of the population by band of age, keyed by the first year of the band; the bands are filled evenly.")]
    public required IReadOnlyDictionary<string, AgeBand> Ages { get; init; }
    [Means("Shares of households by size, keyed by the number of members.")]
    public required IReadOnlyDictionary<string, HouseholdSize> HouseholdSizes { get; init; }
    [Means("Share of households in towns.")]
    [Between(0, 1)]
    public required Figure UrbanShare { get; init; }
    [Means("Shares of two abstract groups, independent of every trait, place and tie.")]
    public required IReadOnlyDictionary<string, GroupShare> Groups { get; init; }
    [Means("Correlations of traits, keyed by two trait names joined by a plus sign; pairs not named are uncorrelated.")]
    public required IReadOnlyDictionary<string, Correlation> Correlations { get; init; }
    [Means("How heavy the tail of confusability is: the log scale of its spread.")]
    [Between(0, 3)]
    public required Figure ConfusabilitySpread { get; init; }
    [Means("Households that move away and are replaced, per year.")]
    [Between(0, 0.5)]
    public required Figure HouseholdTurnover { get; init; }
    [Means("Deaths per year at age 40; doubles every MortalityDoubling years of age.")]
    [Between(0, 0.1)]
    public required Figure MortalityAt40 { get; init; }
    [Means("Years of age over which mortality doubles.")]
    [Between(4, 20)]
    public required Figure MortalityDoubling { get; init; }
    [Means("Shares of adults that hold a lasting role.")]
    public required RoleShares Roles { get; init; }
}

/// <summary>A band of ages.</summary>
public sealed record AgeBand
{
    [Means("Last year of age in the band.")]
    [Between(0, 110)]
    public required double To { get; init; }
    [Means("Share of the population.")]
    [Between(0, 1)]
    public required Figure Share { get; init; }
}

/// <summary>A size of household.</summary>
public sealed record HouseholdSize
{
    [Means("Share of households.")]
    [Between(0, 1)]
    public required Figure Share { get; init; }
}

/// <summary>An abstract group.</summary>
public sealed record GroupShare
{
    [Means("Share of persons.")]
    [Between(0, 1)]
    public required Figure Share { get; init; }
}

/// <summary>The correlation of two traits.</summary>
public sealed record Correlation
{
    [Means("Correlation of the normal scores.")]
    [Between(-0.9, 0.9)]
    public required Figure Rho { get; init; }
}

/// <summary>Lasting roles of adults.</summary>
public sealed record RoleShares
{
    [Means("Share of adults of working age who work or look for work.")]
    [Between(0, 1)]
    public required Figure Workforce { get; init; }
    [Means("Age from which adults no longer look for work.")]
    [Between(40, 90)]
    public required Figure RetireFrom { get; init; }
    [Means("Share of the workforce employed by the state or a public institution.")]
    [Between(0, 1)]
    public required Figure PublicStaff { get; init; }
    [Means("Persons per firm, its head included.")]
    [Between(2, 200)]
    public required Figure StaffPerFirm { get; init; }
    [Means("Share of adults in the ruling party.")]
    [Between(0, 1)]
    public required Figure PartyMember { get; init; }
    [Means("Share of the workforce in a trade with its own rules of practice.")]
    [Between(0, 1)]
    public required Figure Profession { get; init; }
    [Means("Share of adults with a driving licence.")]
    [Between(0, 1)]
    public required Figure Driver { get; init; }
    [Means("Share of adults with a credit card.")]
    [Between(0, 1)]
    public required Figure CardHolder { get; init; }
    [Means("Share of adults who owe on an instalment loan at the start.")]
    [Between(0, 1)]
    public required Figure Borrower { get; init; }
    [Means("Share of households that rent.")]
    [Between(0, 1)]
    public required Figure Tenant { get; init; }
    [Means("Share of parents with a child at a fee-paying school.")]
    [Between(0, 1)]
    public required Figure SchoolFees { get; init; }
}
