using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>Rent, who gets a home, and who loses it.</summary>
public sealed record HousingFigures
{
    [Means("Log odds that a landlord takes an average applicant.")]
    [Between(-2, 8)]
    [PartOf(Mechanism.Screening, off: 8)]
    public required Figure Base { get; init; }
    [Means("Log odds while without work.")]
    [Between(-4, 0)]
    [PartOf(Mechanism.Screening)]
    public required Figure Jobless { get; init; }
    [Means("What rent leaves a tenant less to save than an owner, weeks of spending per week.")]
    [Between(0, 0.5)]
    [PartOf(Mechanism.Evictions)]
    public required Figure Burden { get; init; }
    [Means("Chance that a tenant without any savings loses the home in a month.")]
    [Between(0, 0.5)]
    [PartOf(Mechanism.Evictions)]
    public required Figure Eviction { get; init; }
    [Means("Chance that whoever loses the home loses work over it.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Evictions)]
    public required Figure EvictionWork { get; init; }
}
