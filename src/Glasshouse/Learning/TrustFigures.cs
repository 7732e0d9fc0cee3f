using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>How trust that is lost stays lost, and what takes it beside error, harm and naming.</summary>
public sealed record TrustFigures
{
    [Means("Share of the trust lost by an error or by being named that comes back over decades only.")]
    [Between(0, 1)]
    [PartOf(Mechanism.LastingDistrust)]
    public required Figure Lasting { get; init; }
    [Means("Years in which lasting distrust halves.")]
    [Between(1, 100)]
    public required Figure HalfLife { get; init; }
    [Means("Lasting distrust of people, in a person who knows of a regime to which all acts in plain view are reported.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Informing)]
    public required Figure Informing { get; init; }
    [Means("Factor on the trust that an error takes if a machine decided alone.")]
    [Between(1, 5)]
    [PartOf(Mechanism.MachineError, off: 1)]
    public required Figure MachineErrorFactor { get; init; }
    [Means("Trust that a person who knows of the regime and was never wronged by it has more if a machine decides alone.")]
    [Between(0, 0.5)]
    [PartOf(Mechanism.MachineError)]
    public required Figure MachineTrust { get; init; }
}
