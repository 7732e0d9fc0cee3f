using Glasshouse.Population;

namespace Glasshouse.Tests.TurnedOff;

/// <summary>
/// What one mechanism does, alone: it passes something on to an outcome. With it on the driver moves the outcome in the known
/// direction; with it off the driver does not move it by one bit.
/// </summary>
/// <param name="Mechanism">The mechanism.</param>
/// <param name="Sign">The direction in which the outcome moves.</param>
/// <param name="Regime">The rule book under which it acts.</param>
/// <param name="Outcome">The outcome in a twin: 0 for ordinary law, 1 for the regime.</param>
internal sealed record Effect(Mechanism Mechanism, int Sign, string Regime, Func<Seen, int, double> Outcome)
{
    private static readonly IReadOnlyDictionary<string, double> Nothing = new Dictionary<string, double>();

    /// <summary>Mechanisms that must be on as well for it to have something to pass on.</summary>
    public IReadOnlyList<Mechanism> With { get; init; } = [];

    /// <summary>Figures that make the effect large enough for a small society.</summary>
    public IReadOnlyDictionary<string, double> Set { get; init; } = Nothing;

    /// <summary>What drives it; by default there is no driver and the outcome is what the mechanism alone brings about.</summary>
    public Driver Driver { get; init; } = new Driver.None();

    /// <summary>By how much the driver moves the outcome.</summary>
    public double Moves(bool on)
    {
        IReadOnlyList<Mechanism> words = on ? [.. With, Mechanism] : With;
        var here = World.Run(Regime, words, Set);
        return Driver switch
        {
            Driver.Ruled => Outcome(here, 1) - Outcome(here, 0),
            Driver.Other other => Outcome(here, 1) - Outcome(World.Run(other.Book, words, Set), 1),
            Driver.By by => Outcome(World.Run(Regime, [.. words, by.Mechanism], Set), 1) - Outcome(here, 1),
            Driver.Figure figure => Outcome(World.Run(Regime, words, Put(figure)), 1) - Outcome(here, 1),
            _ => Outcome(here, 1),
        };
    }

    private Dictionary<string, double> Put(Driver.Figure figure) => new(Set) { [figure.Path] = figure.Value };

    public override string ToString() => Mechanism.ToString();
}

/// <summary>What moves the outcome of a mechanism.</summary>
internal abstract record Driver
{
    public sealed record None : Driver;

    /// <summary>Being under the regime, against ordinary law alone.</summary>
    public sealed record Ruled : Driver;

    /// <summary>The regime, against another one.</summary>
    public sealed record Other(string Book) : Driver;

    /// <summary>Another mechanism, on against off.</summary>
    public sealed record By(Mechanism Mechanism) : Driver;

    /// <summary>A figure that no mechanism owns, or another one does.</summary>
    public sealed record Figure(string Path, double Value) : Driver;
}
