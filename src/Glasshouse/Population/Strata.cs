namespace Glasshouse.Population;

/// <summary>
/// The strata by which results are told, taken at the fork: group, income fifth, opinion, work, age and place. A person's cell is
/// the joint stratum: it says which strata an event of the person counts in.
/// </summary>
public static class Strata
{
    /// <summary>Dimensions in the order of their digits in a cell, with the names of their values.</summary>
    public static readonly IReadOnlyList<(string Name, string[] Values)> Dimensions =
    [
        ("group", ["a", "b"]),
        ("income", ["lowest-fifth", "second-fifth", "middle-fifth", "fourth-fifth", "highest-fifth"]),
        ("opinion", ["disapproves", "between", "approves"]),
        ("work", ["employed", "unemployed", "not-in-workforce"]),
        ("age", ["18-34", "35-59", "60-up"]),
        ("place", ["urban", "rural"]),
    ];

    /// <summary>Strata: the whole, then each value of each dimension in order.</summary>
    public static readonly int Count = 1 + Dimensions.Sum(d => d.Values.Length);

    /// <summary>Cells: the product of all dimensions.</summary>
    public static readonly int Cells = Dimensions.Aggregate(1, (n, d) => n * d.Values.Length);

    // Quintiles and tertiles of the normal distribution.
    private static readonly float[] Fifths = [-0.841621f, -0.253347f, 0.253347f, 0.841621f];
    private static readonly float[] Thirds = [-0.430727f, 0.430727f];

    private static readonly byte[] StrataOf = AllStrata();

    private static readonly int[] LaneOf = AllLanes();
    private static readonly ushort[] CellLanes = [.. Enumerable.Range(0, Cells).Select(Belonging)];

    /// <summary>The strata of a cell, one to a dimension; the whole is not among them.</summary>
    public static ReadOnlySpan<byte> Of(int cell) => StrataOf.AsSpan(cell * Dimensions.Count, Dimensions.Count);

    /// <summary>
    /// Lanes that events are counted in: the whole, and each value of each dimension but the last, which is what the others leave of
    /// the whole. So one event is one addition over sixteen lanes.
    /// </summary>
    public const int Lanes = 16;

    /// <summary>The lanes that a cell belongs to, as bits.</summary>
    public static ushort LanesOf(int cell) => CellLanes[cell];

    /// <summary>The count of a stratum, from the counts by lane.</summary>
    public static long Sum(ReadOnlySpan<long> lanes, int stratum)
    {
        if (LaneOf[stratum] >= 0)
        {
            return lanes[LaneOf[stratum]];
        }
        var rest = lanes[0];
        for (var other = stratum - 1; other > 0 && LaneOf[other] >= 0; other--)
        {
            rest -= lanes[LaneOf[other]];
        }
        return rest;
    }

    /// <summary>The cell of a person.</summary>
    /// <param name="roster">The district's people.</param>
    /// <param name="slot">The person.</param>
    /// <param name="work">0 employed, 1 unemployed, 2 not in the workforce.</param>
    public static ushort Cell(Roster roster, int slot, int work)
    {
        var age = roster.Age[slot];
        ReadOnlySpan<int> digits =
        [
            Math.Min(roster.Group[slot], (byte)1),
            Above(Fifths, roster.TraitOf(Trait.IncomePotential)[slot]),
            Above(Thirds, roster.TraitOf(Trait.Stance)[slot]),
            work,
            age < 35 ? 0 : age < 60 ? 1 : 2,
            roster.Is(slot, Role.Urban) ? 0 : 1,
        ];
        var cell = 0;
        for (var d = 0; d < digits.Length; d++)
        {
            cell = cell * Dimensions[d].Values.Length + digits[d];
        }
        return (ushort)cell;
    }

    private static int[] AllLanes()
    {
        var lane = 0;
        return [lane++, .. Dimensions.SelectMany(d => d.Values.Select((_, v) => v == d.Values.Length - 1 ? -1 : lane++))];
    }

    private static ushort Belonging(int cell)
    {
        var bits = 1;
        foreach (var stratum in Of(cell))
        {
            bits |= LaneOf[stratum] >= 0 ? 1 << LaneOf[stratum] : 0;
        }
        return checked((ushort)bits);
    }

    private static byte[] AllStrata()
    {
        var strata = new byte[Cells * Dimensions.Count];
        for (var cell = 0; cell < Cells; cell++)
        {
            var first = 1;
            for (var d = 0; d < Dimensions.Count; d++)
            {
                strata[cell * Dimensions.Count + d] = (byte)(first + Digit(cell, d));
                first += Dimensions[d].Values.Length;
            }
        }
        return strata;
    }

    private static int Digit(int cell, int dimension)
    {
        for (var d = Dimensions.Count - 1; d > dimension; d--)
        {
            cell /= Dimensions[d].Values.Length;
        }
        return cell % Dimensions[dimension].Values.Length;
    }

    private static int Above(float[] cuts, float score)
    {
        var i = 0;
        while (i < cuts.Length && score >= cuts[i])
        {
            i++;
        }
        return i;
    }
}
