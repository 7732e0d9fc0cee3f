using Glasshouse.Kernel;

namespace Glasshouse.Lab.Telling;

/// <summary>Given names of no country, two syllables each, made up from sounds; none tells a man from a woman.</summary>
public static class InventedName
{
    /// <summary>Stands wherever a life is shown.</summary>
    public const string Notice = "invented person in a synthetic society";

    private static readonly Purpose Naming = Purpose.Named("telling/invented-name");

    private static readonly string[] First =
        [
            "Bel", "Cor", "Dav", "Fen", "Gol", "Hesk", "Jov", "Kib", "Lor",
            "Mev", "Nim", "Orb", "Pel", "Quin", "Rusk", "Sol", "Tev", "Ulb", "Vor", "Zem",
        ];

    private static readonly string[] Second = ["eck", "ith", "ost", "usk", "omp", "ald", "irn", "unt", "eff", "asp"];

    /// <summary>The name of whoever lives in a place now.</summary>
    /// <param name="seed">The history's seed.</param>
    /// <param name="person">The person.</param>
    /// <param name="generation">Occupants of the place before.</param>
    public static string Of(ulong seed, PersonId person, int generation)
    {
        var bits = new Kernel.Draw(seed, (uint)person.District, Naming).At((uint)person.Number, 0, generation);
        return First[Kernel.Draw.Below(bits.A, First.Length)] + Second[Kernel.Draw.Below(bits.B, Second.Length)];
    }
}
