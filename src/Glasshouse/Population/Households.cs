using Glasshouse.Kernel;

namespace Glasshouse.Population;

/// <summary>Households formed from ages and sizes that meet the marginals. Town households come first.</summary>
public sealed class Households
{
    private Households(List<List<int>> members, int urban)
    {
        Members = members;
        Urban = urban;
        Slots = CountSlots(members);
    }

    /// <summary>Ages of the members, household by household.</summary>
    public List<List<int>> Members { get; }

    /// <summary>Households in towns.</summary>
    public int Urban { get; }

    /// <summary>Slots needed when no household straddles two blocks.</summary>
    public int Slots { get; }

    internal static Households Form(
        Marginals marginals, int people, Draw ageOffset, Draw sizeOffset, Draw shuffle)
    {
        var ages = Ages(marginals, people, Draw.Unit(ageOffset.At(0, 0).A));
        var sizes = Sizes(marginals, people, Draw.Unit(sizeOffset.At(0, 0).A));
        var children = ages.Where(a => a < marginals.AdultFrom).ToList();
        var adults = Shuffled([.. ages.Where(a => a >= marginals.AdultFrom)], shuffle, 0);

        // Every household starts with an adult; there are always enough: sizes are at least one and most people are adults.
        var members = sizes.ConvertAll(_ => new List<int>());
        var next = 0;
        for (var h = 0; h < members.Count && next < adults.Count; h++)
        {
            members[h].Add(adults[next++]);
        }
        PlaceChildren(Shuffled(children, shuffle, 1), members, sizes);
        PlaceAdults(adults.Skip(next).ToList(), members, sizes);
        members.RemoveAll(m => m.Count == 0);
        var urban = (int)Math.Round(members.Count * marginals.Figures.UrbanShare.Value, MidpointRounding.AwayFromZero);
        return new Households(members, urban);
    }

    private static List<int> Ages(Marginals marginals, int people, double offset) =>
        [.. Enumerable.Range(0, people).Select(i => marginals.Age((i + offset) / people))];

    private static List<int> Sizes(Marginals marginals, int people, double offset)
    {
        // Steps of the golden ratio fill the unit interval evenly for any number of households.
        const double Golden = 0.6180339887498949;
        var sizes = new List<int>();
        var left = people;
        for (var h = 0; left > 0; h++)
        {
            var quantile = offset + h * Golden;
            var size = Math.Min(left, marginals.HouseholdSize(quantile - Math.Floor(quantile)));
            sizes.Add(size);
            left -= size;
        }
        return sizes;
    }

    private static void PlaceChildren(List<int> children, List<List<int>> members, List<int> sizes)
    {
        var h = 0;
        foreach (var age in children)
        {
            h = Next(members.Count, h, i => Takes(members[i], sizes[i], age)) ?? Next(members.Count, h, i => members[i].Count < sizes[i])
                ?? throw new InvalidOperationException("sizes of households do not add up to the people");
            members[h].Add(age);
            h = (h + 1) % members.Count;
        }
    }

    private static int? Next(int count, int from, Func<int, bool> fits)
    {
        for (var step = 0; step < count; step++)
        {
            var i = (from + step) % count;
            if (fits(i))
            {
                return i;
            }
        }
        return null;
    }

    private static bool Takes(List<int> members, int size, int childAge) =>
        members.Count < size && (size < 3 || members.Count < size - 1)
        && members[0] - childAge is >= 20 and <= 45;

    private static void PlaceAdults(List<int> adults, List<List<int>> members, List<int> sizes)
    {
        var seats = new List<(int Age, int Household)>();
        for (var h = 0; h < members.Count; h++)
        {
            for (var seat = members[h].Count; seat < sizes[h]; seat++)
            {
                seats.Add((members[h][0], h));
            }
        }
        seats.Sort();
        adults.Sort();
        for (var i = 0; i < adults.Count; i++)
        {
            members[seats[i].Household].Add(adults[i]);
        }
    }

    private static List<int> Shuffled(List<int> ages, Draw draw, int ordinal)
    {
        var keys = ages.Select((age, i) => (draw.At((uint)i, 0, ordinal).A, i, age)).ToList();
        keys.Sort();
        return keys.ConvertAll(k => k.age);
    }

    private static int CountSlots(List<List<int>> members)
    {
        var slot = 0;
        foreach (var m in members)
        {
            if (slot % Roster.BlockSize + m.Count > Roster.BlockSize)
            {
                slot += Roster.BlockSize - slot % Roster.BlockSize;
            }
            slot += m.Count;
        }
        return (slot + Roster.BlockSize - 1) / Roster.BlockSize * Roster.BlockSize;
    }
}
