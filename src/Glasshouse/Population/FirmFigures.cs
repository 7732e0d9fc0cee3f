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
