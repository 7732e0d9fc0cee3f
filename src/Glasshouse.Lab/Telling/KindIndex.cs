using Glasshouse.Kernel;

namespace Glasshouse.Lab.Telling;

/// <summary>Who is of which kind in one history, and the draw of one of them: at random by the seed, never the worst.</summary>
public sealed class KindIndex(ulong seed, uint[][] marks)
{
    /// <summary>Seed of the history.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>Marks by district and person, as the history left them.</summary>
    public uint[][] Marks { get; } = marks;

    /// <summary>Persons of a kind.</summary>
    public int Count(LifeKind kind) => Enumerable.Range(0, Marks.Length).Sum(d => Count(kind, d));

    /// <summary>Persons of a kind in one district.</summary>
    public int Count(LifeKind kind, int district) => Marks[district].Count(kind.Holds);

    /// <summary>One person of a kind. Every person of the kind comes up once before the run has no other to show.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="another">0 for the first drawn, 1 for another, and so on.</param>
    /// <returns>The person and how many there are.</returns>
    /// <exception cref="RefusedException">The run has not so many.</exception>
    public (PersonId Person, int Of) Pick(LifeKind kind, int another = 0)
    {
        var lots = Lots(kind);
        if (lots.Count == 0)
        {
            throw new RefusedException(Refusal.Usage, $"Nobody in this run is of the kind '{kind.Words}'. {Others()}");
        }
        if (another < 0 || another >= lots.Count)
        {
            throw new RefusedException(Refusal.Usage,
                $"This run has {lots.Count} of the kind '{kind.Words}': another can be 0 to {lots.Count - 1}.");
        }
        lots.Sort();
        var (_, district, number) = lots[another];
        return (new PersonId(district, number), lots.Count);
    }

    private List<(uint Lot, int District, int Number)> Lots(LifeKind kind)
    {
        var purpose = Purpose.Named("telling/kind/" + kind.Id);
        var lots = new List<(uint, int, int)>();
        for (var d = 0; d < Marks.Length; d++)
        {
            var draw = new Kernel.Draw(Seed, (uint)d, purpose);
            for (var n = 0; n < Marks[d].Length; n++)
            {
                if (kind.Holds(Marks[d][n]))
                {
                    lots.Add((draw.At((uint)n, 0).A, d, n));
                }
            }
        }
        return lots;
    }

    private string Others() => "It has " + string.Join(", ", LifeKind.All.Select(k => $"{k.Id} ({Count(k)})")) + ".";
}
