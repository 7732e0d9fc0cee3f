namespace Glasshouse.Observing;

/// <summary>
/// How well each channel of a regime sees, and what it looks for. A regime that sees nothing has no channel active.
/// </summary>
public sealed class SightTable
{
    /// <summary>The table of a regime that sees nothing.</summary>
    public static SightTable Blind(int conducts) => new() { Watched = new bool[conducts] };

    /// <summary>False where not even ordinary law finds anything: the baseline <c>none</c>, for tests of the model.</summary>
    public bool LawApplies { get; init; } = true;

    /// <summary>True for conducts that some row or ground of the regime names, unless it asks for a declaration.</summary>
    public required bool[] Watched { get; init; }

    /// <summary>Share of acts whose subject declares and proves them, by conduct; empty where no row asks for that.</summary>
    public float[] Declared { get; init; } = [];

    /// <summary>Chance that an act of an urban resident is seen, by channel: coverage times sensitivity.</summary>
    public float[] SeenUrban { get; init; } = new float[4];

    /// <summary>The same for rural residents.</summary>
    public float[] SeenRural { get; init; } = new float[4];

    /// <summary>Factor on the chance to be seen, by conduct x 2 + group; null where all are looked at alike.</summary>
    public float[]? Attention { get; init; }

    /// <summary>Factor on errors, by channel x 2 + group of the person on whom is booked; null where all are alike.</summary>
    public float[]? Errors { get; init; }

    /// <summary>Share of findings of ordinary law that are entered, by channel.</summary>
    public float[] FromLaw { get; init; } = new float[4];

    /// <summary>Chance that somebody near reports an act in plain view that nobody else has seen, by channel.</summary>
    public float[] Reported { get; init; } = new float[4];

    /// <summary>Weeks from a sighting to its entry, by channel.</summary>
    public int[] EntryWeeks { get; init; } = new int[4];

    /// <summary>True if some channel does not enter what it sees in the same week.</summary>
    public bool IsSlow => EntryWeeks.AsSpan().ContainsAnyExcept(0);

    /// <summary>Share of sightings booked on another person, by channel.</summary>
    public float[] Misattributed { get; init; } = new float[4];

    /// <summary>Share of sightings entered at a wrong level, by channel.</summary>
    public float[] Misread { get; init; } = new float[4];

    /// <summary>Invented sightings per adult and week, by channel.</summary>
    public double[] Invented { get; init; } = new double[4];

    /// <summary>Announced chance that an act is seen or reported, by channel.</summary>
    public float[] Reach() => [.. SeenUrban.Zip(Reported, (seen, reported) => seen + reported * (1 - seen))];

    /// <summary>Share of misattributed sightings that fall on a person of another district.</summary>
    public float CrossDistrict { get; init; }

    /// <summary>Log odds of being seen online per standard deviation of digital footprint.</summary>
    public float FootprintOnline { get; init; }
}

/// <summary>Where invented sightings come from: the bad conducts of each channel in proportion to their rates.</summary>
public sealed class Inventions
{
    private readonly byte[][] _conducts;
    private readonly uint[][] _ends;

    public Inventions(Acting.ConductTable conducts)
    {
        var bad = Enumerable.Range(0, conducts.Count).Where(k => conducts.Conducts[k].Valence == Acting.Valence.Bad).ToList();
        _conducts = [.. Enumerable.Range(0, 4).Select(c => bad.Where(k => conducts.Channel[k] == c).Select(k => (byte)k).ToArray())];
        _ends = [.. _conducts.Select(list => Ends([.. list.Select(k => conducts.Conducts[k].Rate.Value)]))];
    }

    /// <summary>A conduct of the channel, or null if it has none.</summary>
    public byte? Pick(int channel, uint bits)
    {
        var ends = _ends[channel];
        for (var i = 0; i < ends.Length; i++)
        {
            if (bits < ends[i] || i == ends.Length - 1)
            {
                return _conducts[channel][i];
            }
        }
        return null;
    }

    private static uint[] Ends(double[] weights)
    {
        var total = weights.Sum();
        var sum = 0.0;
        return [.. weights.Select(w => (uint)Math.Min(uint.MaxValue, (sum += w) / total * 4294967296.0))];
    }
}
