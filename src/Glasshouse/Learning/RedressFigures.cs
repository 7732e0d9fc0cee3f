using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>What it takes people to find an error in their file and to have it put right, whatever the regime grants.</summary>
public sealed record RedressFigures
{
    [Means("Chance in a year that a person of average education and footprint, who knows of being scored, looks into the own file.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Checking)]
    public required Figure CheckYearly { get; init; }
    [Means("Log of that chance per standard deviation of education.")]
    [Between(0, 2)]
    [PartOf(Mechanism.Checking)]
    public required Figure CheckEducation { get; init; }
    [Means("Log of that chance per standard deviation of digital footprint.")]
    [Between(0, 2)]
    [PartOf(Mechanism.Checking)]
    public required Figure CheckFootprint { get; init; }
    [Means("Chance that a person who was refused something because of a grade looks into the file.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Checking)]
    public required Figure CheckRefused { get; init; }
    [Means("Steps of a dispute: the form, the proof, the wait, the reply.")]
    [Between(1, 10)]
    public required double Steps { get; init; }
    [Means("Chance of giving up at each step, for a person with savings and without stress.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Hurdles)]
    public required Figure GiveUp { get; init; }
    [Means("Chance added for a person without savings; none from three months of spending on.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Hurdles)]
    public required Figure GiveUpPressed { get; init; }
    [Means("Chance added at full stress.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Hurdles)]
    public required Figure GiveUpStress { get; init; }
    [Means("What a dispute costs in hours, letters and proof, weeks of income.")]
    [Between(0, 10)]
    [PartOf(Mechanism.Hurdles)]
    public required Figure Cost { get; init; }
    [Means("Chance that a record removed on appeal is reported anew by its source.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Reinsertion)]
    public required Figure Reinserted { get; init; }
    [Means("Weeks after which it is.")]
    [Between(1, 200)]
    public required double ReinsertedAfter { get; init; }
}
