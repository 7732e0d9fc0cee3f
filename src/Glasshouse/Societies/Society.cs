using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Learning;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Population;

namespace Glasshouse.Societies;

// A society file, as typed records: who lives there and under which law. In: YAML read by Files/. Out: SocietyTables.

/// <summary>
/// A synthetic society: marginals, conducts with their base rates under ordinary law, and how people behave, live and
/// learn.
/// </summary>
[Extendable]
public sealed record Society
{
    [Means("The kind of file and the version of its language.")]
    [Own]
    public required string Schema { get; init; }
    [Means("Short name, the same as the file's name.")]
    [Own]
    public required string Id { get; init; }
    [Means("Full name.")]
    [Own]
    public required string Title { get; init; }
    [Means("What it is, in a few sentences.")]
    public required string Summary { get; init; }
    [Means("Mechanisms that are turned off: their coefficients count as the value at which they do nothing.")]
    public IReadOnlyList<Mechanism> Off { get; init; } = [];
    [Means("Where its figures come from.")]
    public required IReadOnlyDictionary<string, Source> Sources { get; init; }
    [Means("Who lives there.")]
    public required PopulationFigures Population { get; init; }
    [Means("How people decide.")]
    public required ActingFigures Acting { get; init; }
    [Means("What holds for observing, whatever the regime.")]
    public required ObservingFigures Observing { get; init; }
    [Means("How lives go.")]
    public required LivingFigures Living { get; init; }
    [Means("How lives change minds.")]
    public required LearningFigures Learning { get; init; }
    [Means("How people resist; absent: they do not.")]
    public ResistanceFigures? Resistance { get; init; }
    [Means("Firms; absent: all of one size, without means of their own.")]
    public FirmFigures? Firms { get; init; }
    [Means("Trait loadings by the name of the temperament.")]
    public required IReadOnlyDictionary<string, Temperament> Temperaments { get; init; }
    [Means("The catalogue of conducts.")]
    public required IReadOnlyDictionary<string, Conduct> Conducts { get; init; }
    [Means("Groups of conducts that indicators count together, by name.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> ConductGroups { get; init; }
}
