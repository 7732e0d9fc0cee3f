using Glasshouse.Files;

namespace Glasshouse.Living;

/// <summary>Whether there is as much of a thing as is granted, or only so much.</summary>
public enum Supply
{
    /// <summary>Nobody takes a place from another.</summary>
    Open,

    /// <summary>
    /// As many as ordinary law alone would give the week's applicants of the district: whoever loses one, another gets it.
    /// </summary>
    Closed,
}

/// <summary>How much there is of what people apply for: the open and the closed variant are bounds.</summary>
public sealed record MarketFigures
{
    [Means("Places at work.")]
    public Supply Vacancies { get; init; } = Supply.Open;
    [Means("Money to lend: closed, lenders ask more of everybody until as many loans are granted as without the grade.")]
    public Supply Loans { get; init; } = Supply.Open;
}
