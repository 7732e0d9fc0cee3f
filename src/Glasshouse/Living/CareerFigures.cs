using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>How time in work and out of it changes the chances of work, and what a lost job costs.</summary>
public sealed record CareerFigures
{
    [Means("Log odds of being hired that eight months without work cost; the loss grows evenly until then and no further.")]
    [Between(0, 3)]
    [PartOf(Mechanism.WorkHistory)]
    public required Figure FindDuration { get; init; }
    [Means("How much of that loss hangs on the market: 1 for none of it where twelve in a hundred are without work, and twice as much " +
        "where nobody is.")]
    [Between(0, 1)]
    [PartOf(Mechanism.WorkHistory)]
    public required Figure FindTightness { get; init; }
    [Means("Log hazard of losing or leaving work per standard deviation of education.")]
    [Between(-1, 0)]
    [PartOf(Mechanism.WorkHistory)]
    public required Figure LoseEducation { get; init; }
    [Means("How much more often a job ends that has just begun, share; it fades over two years.")]
    [Between(0, 3)]
    [PartOf(Mechanism.WorkHistory)]
    public required Figure LoseNew { get; init; }
    [Means("Share of the jobs that end which the employer ends.")]
    [Between(0, 1)]
    public required Figure Layoffs { get; init; }
    [Means("Share of pay that whoever is laid off has lost in the next job.")]
    [Between(0, 0.5)]
    [PartOf(Mechanism.WageScar)]
    public required Figure Scar { get; init; }
    [Means("Share of lost pay that comes back in a year of work.")]
    [Between(0, 1)]
    public required Figure ScarRecovery { get; init; }
    [Means("Share of lost pay that is missing in what is saved; the rest is spent less.")]
    [Between(0, 1)]
    [PartOf(Mechanism.WageScar)]
    public required Figure ScarFelt { get; init; }
}
