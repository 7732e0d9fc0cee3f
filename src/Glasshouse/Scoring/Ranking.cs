using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Scoring;

/// <summary>
/// Bands by rank: how many subjects stand at which score goes up from the districts, and where the bands begin comes down. Scores fall
/// into bins; subjects of one bin count as equal and stand together, at the middle of the ranks that they take up.
/// </summary>
public static class Ranking
{
    /// <summary>Bins of a scale.</summary>
    public const int Bins = 2000;

    private const int Point = 1000;

    /// <summary>Integers that a regime's scales send up.</summary>
    public static int Length(GradeTable grades) => Bins * ((grades.IsRanked ? 1 : 0) + grades.Further.Count(f => f.IsRanked));

    /// <summary>Counts the subjects of all ranked scales by bin.</summary>
    /// <param name="tally">Bins of the main scale, if it is ranked, then of each further one that is; set to zero first.</param>
    /// <param name="rules">For who stands on a further scale, and its points.</param>
    /// <param name="grades">The scales.</param>
    /// <param name="dossiers">Records.</param>
    /// <param name="standing">Scores of the main scale.</param>
    /// <param name="roster">The people.</param>
    /// <param name="situation">Their roles, and who is not scored.</param>
    public static void Tally(Span<long> tally, RuleTable rules, GradeTable grades, Dossiers dossiers, Standing standing, Roster roster,
        Situation situation)
    {
        tally.Clear();
        for (var scale = 0; scale <= grades.Further.Length; scale++)
        {
            var table = grades.On(scale);
            if (!table.IsRanked)
            {
                continue;
            }
            for (var slot = 0; slot < roster.Slots; slot++)
            {
                if (Stands(rules.Books[scale], roster, situation, slot) && !standing.IsNew(table, slot))
                {
                    var score = table.Weighted || scale == 0 ? standing.ScoresOf(table, scale)[slot]
                        : Reckoning.Sum(rules, grades, dossiers, slot, scale).Score;
                    tally[Bin(table, score)]++;
                }
            }
            tally = tally[Bins..];
        }
    }

    /// <summary>
    /// The scales with their bands cut anew. The lower end of a band is the lowest score at which no more than its share of all
    /// subjects stands above the middle of those who are there. Without subjects nothing moves.
    /// </summary>
    public static GradeTable Cut(GradeTable grades, ReadOnlySpan<long> tally)
    {
        var main = grades.IsRanked ? CutOne(grades, tally[..Bins]) : grades;
        tally = tally[(grades.IsRanked ? Bins : 0)..];
        var further = new GradeTable[grades.Further.Length];
        for (var i = 0; i < further.Length; i++)
        {
            var ranked = grades.Further[i].IsRanked;
            further[i] = ranked ? CutOne(grades.Further[i], tally[..Bins]) : grades.Further[i];
            tally = tally[(ranked ? Bins : 0)..];
        }
        return main with { Further = further };
    }

    private static GradeTable CutOne(GradeTable table, ReadOnlySpan<long> bins)
    {
        var total = 0L;
        foreach (var count in bins)
        {
            total += count;
        }
        if (total == 0)
        {
            return table;
        }
        var from = new int[table.Count];
        from[^1] = int.MinValue;
        var (bin, above, lowest) = (Bins - 1, 0L, Bins);
        for (var grade = 0; grade < from.Length - 1; grade++)
        {
            // Twice the middle rank of a bin: all above it twice, and those in it.
            for (; bin >= 0 && 2 * above + bins[bin] <= 2 * table.TopShares[grade] * total; bin--)
            {
                above += bins[bin];
                lowest = bins[bin] > 0 ? bin : lowest;
            }
            from[grade] = LowerEnd(table, lowest);
        }
        return table with { From = from, IsCut = true };
    }

    private static int Bin(GradeTable table, int score)
    {
        var (first, width) = Scale(table);
        return (int)Math.Clamp(((long)score - first) / width, 0, Bins - 1);
    }

    // The ends are open: below the first bin lies nothing, and above the last begins what nobody reaches.
    private static int LowerEnd(GradeTable table, int bin)
    {
        var (first, width) = Scale(table);
        return bin switch { 0 => int.MinValue, Bins => int.MaxValue, _ => first + bin * width };
    }

    // From floor to ceiling where both are stated, else a point to a bin around the base.
    private static (int First, int Width) Scale(GradeTable table) => table is { Floor: not int.MinValue, Ceiling: not int.MaxValue }
        ? (table.Floor, (table.Ceiling - table.Floor) / Bins + 1)
        : (table.Base - Bins / 2 * Point, Point);

    private static bool Stands(Booking book, Roster roster, Situation situation, int slot) =>
        roster.Lives(slot) && roster.Is(slot, Role.Adult) && book.TakesIn(roster, situation, slot);
}
