using Glasshouse.Engine;
using Glasshouse.Population;

namespace Glasshouse.Lab.Evidence;

/// <summary>What one measurement collects in one twin of a history.</summary>
/// <param name="twin">Number of the twin.</param>
/// <param name="gauges">The variables, in the order in which values are given back.</param>
/// <param name="first">First week of the window, burn-in counted.</param>
/// <param name="last">Last week of it.</param>
/// <param name="districts">Districts of the history.</param>
internal sealed class PersonWatch(int twin, IReadOnlyList<Gauge> gauges, int first, int last, int districts)
{
    private readonly double[][][] _values = new double[districts][][];
    private readonly int[][] _before = new int[districts][];
    private readonly bool[][] _here = new bool[districts][];

    // Who came within the window has not lived through what is counted over it.
    private readonly bool _throughout = gauges.Any(g => g.Looks != Looks.AtEnd);

    /// <summary>Looks at a district after a week. A district has one worker at a time.</summary>
    public void Look(District district, int week)
    {
        if (week < first || week > last)
        {
            return;
        }
        var d = (int)district.Number;
        if (week == first)
        {
            _values[d] = [.. gauges.Select(_ => new double[district.Roster.Slots])];
            _before[d] = [.. Enumerable.Range(0, district.Roster.Slots).Select(slot => Occupant(district.Roster, slot))];
        }
        for (var g = 0; g < gauges.Count; g++)
        {
            if (gauges[g].LooksIn(week, first, last))
            {
                gauges[g].Take(district, district.Twins[twin], _values[d][g]);
            }
        }
        if (week == last)
        {
            _here[d] = [.. Enumerable.Range(0, district.Roster.Slots).Select(slot => Counts(district.Roster, slot, _before[d]))];
        }
    }

    /// <summary>Persons, by place in what all districts have one after the other, for whom a filter holds.</summary>
    /// <param name="holds">Asked with the values of a person by variable.</param>
    public bool[] Where(Func<double[], bool> holds)
    {
        var row = new double[gauges.Count];
        var chosen = new List<bool>();
        for (var d = 0; d < _values.Length; d++)
        {
            for (var slot = 0; slot < _here[d].Length; slot++)
            {
                for (var g = 0; g < row.Length; g++)
                {
                    row[g] = _values[d][g][slot];
                }
                chosen.Add(_here[d][slot] && holds(row));
            }
        }
        return [.. chosen];
    }

    /// <summary>Values of a variable for chosen persons.</summary>
    public double[] Values(int gauge, bool[] chosen) =>
        [.. _values.SelectMany(d => d[gauge]).Where((_, i) => chosen[i])];

    // One more than the generation, and 0 where no adult lives.
    private static int Occupant(Roster roster, int slot) =>
        roster.Lives(slot) && roster.Is(slot, Role.Adult) ? roster.Generation[slot] + 1 : 0;

    private bool Counts(Roster roster, int slot, int[] before) =>
        Occupant(roster, slot) is var occupant && occupant > 0 && (!_throughout || occupant == before[slot]);
}
