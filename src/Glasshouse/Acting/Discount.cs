using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>How much less a loss or gain counts that comes later.</summary>
public sealed record DelayFigures
{
    [Means("Discount of what comes later, per year.")]
    [Between(0, 3)]
    [PartOf(Mechanism.Delay)]
    public required Figure Discount { get; init; }
    [Means("Weeks from an act that ordinary law finds to what the law takes.")]
    [Between(0, 520)]
    [PartOf(Mechanism.Delay)]
    public required Figure LawWeeks { get; init; }
}

/// <summary>What comes later counts less: a constant rate per year, 0 for not at all.</summary>
public readonly record struct Discount(double PerYear)
{
    /// <summary>Worth now of what is worth 1 after some weeks.</summary>
    public double After(double weeks) => PerYear == 0 ? 1 : Elementary.Exp(-PerYear * weeks / Calendar.Year);

    /// <summary>Worth now, in years, of something that lasts for some weeks from now.</summary>
    public double Over(double weeks) => PerYear == 0 ? weeks / Calendar.Year : (1 - After(weeks)) / PerYear;
}
