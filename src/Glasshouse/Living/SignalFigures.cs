using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>What can be seen of people before they are dealt with, and what it says.</summary>
public sealed record SignalFigures
{
    [Means("Share of reliable payers with arrears or a default in their credit file.")]
    [Between(0.0001, 0.9)]
    [PartOf(Mechanism.Signals, off: 0.1)]
    public required Figure MarkIfReliable { get; init; }
    [Means("Share of unreliable payers with arrears or a default in their credit file.")]
    [Between(0.0001, 0.9)]
    [PartOf(Mechanism.Signals, off: 0.1)]
    public required Figure MarkIfNot { get; init; }
    [Means("Log odds of whoever has no credit file, against the average applicant.")]
    [Between(-4, 1)]
    [PartOf(Mechanism.Signals)]
    public required Figure NoFile { get; init; }
    [Means("Correlation of two signals about the same person, given what the person is.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Signals)]
    public required Figure Shared { get; init; }
    [Means("What employers see.")]
    public required Sight Hiring { get; init; }
    [Means("What lenders see.")]
    public required Sight Lending { get; init; }
    [Means("What landlords see.")]
    public required Sight Renting { get; init; }
}

/// <summary>What those who decide about one thing see.</summary>
public sealed record Sight
{
    [Means("How much of the evidence about paying is evidence about what they want to know.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Signals)]
    public required Figure Relevance { get; init; }
    [Means("Other signals that they have of the same person, beside a credit file.")]
    [Between(0, 50)]
    public required Figure Others { get; init; }
}
