namespace Glasshouse.Acting;

/// <summary>One act.</summary>
/// <param name="Slot">Who did it.</param>
/// <param name="Conduct">Index of the conduct.</param>
/// <param name="Level">Level of gravity.</param>
/// <param name="Ordinal">Number of the candidate within the conduct and week: the act's identity in every twin.</param>
/// <param name="Said">What came of critical words; <see cref="Said.Nothing"/> for other acts.</param>
/// <param name="Bits">Random bits left for amounts.</param>
public readonly record struct Act(ushort Slot, byte Conduct, byte Level, ushort Ordinal, Said Said, uint Bits);

/// <summary>What came of the wish to say something critical.</summary>
public enum Said : byte
{
    /// <summary>The act is not about words, or the words are not critical.</summary>
    Nothing,

    /// <summary>Said as meant.</summary>
    AsMeant,

    /// <summary>Kept silent.</summary>
    Silent,

    /// <summary>Said the opposite.</summary>
    Opposite,
}

/// <summary>The acts of one district, twin and week, sorted by (person, conduct, ordinal).</summary>
public sealed class Acts(int slots)
{
    private readonly int[] _start = new int[slots + 1];
    private Act[] _drawn = new Act[256];
    private Act[] _sorted = new Act[256];
    private int _count;

    public ReadOnlySpan<Act> Sorted => _sorted.AsSpan(0, _count);

    /// <summary>Candidates whose actual hazard lay above its upper bound: a fault that is counted.</summary>
    public long Faults { get; set; }

    public void Clear() => _count = 0;

    public void Add(in Act act)
    {
        if (_count == _drawn.Length)
        {
            Array.Resize(ref _drawn, _count * 2);
            _sorted = new Act[_drawn.Length];
        }
        _drawn[_count++] = act;
    }

    /// <summary>Sorts by person; acts come in the order of conduct and ordinal, which a stable counting sort keeps.</summary>
    public void Sort()
    {
        Array.Clear(_start);
        var drawn = _drawn.AsSpan(0, _count);
        foreach (ref readonly var act in drawn)
        {
            _start[act.Slot + 1]++;
        }
        for (var s = 1; s < _start.Length; s++)
        {
            _start[s] += _start[s - 1];
        }
        foreach (ref readonly var act in drawn)
        {
            _sorted[_start[act.Slot]++] = act;
        }
    }
}
