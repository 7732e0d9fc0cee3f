using System.Runtime.CompilerServices;

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

    /// <summary>Kept silent before others, whatever the state does.</summary>
    SilentForOthers,

    /// <summary>Kept silent for fear of what the state does.</summary>
    SilentForState,

    /// <summary>Said the opposite, for fear of what the state does.</summary>
    Opposite,
}

/// <summary>
/// The acts of one district, twin and week, in the order of (conduct, ordinal), so that a phase that cares for some conducts
/// alone passes over the others. The acts of one person keep that order too.
/// </summary>
public sealed class Acts(int conducts)
{
    private readonly int[] _start = new int[conducts + 1];
    private Act[] _list = new Act[256];
    private int _count;

    /// <summary>All acts of the week.</summary>
    public ReadOnlySpan<Act> All => _list.AsSpan(0, _count);

    /// <summary>Candidates whose actual hazard lay above its upper bound: a fault that is counted.</summary>
    public long Faults { get; set; }

    /// <summary>The acts of one conduct.</summary>
    public ReadOnlySpan<Act> Of(int conduct) => _list.AsSpan(_start[conduct].._start[conduct + 1]);

    /// <summary>Number in <see cref="All"/> of the first act of a conduct.</summary>
    public int First(int conduct) => _start[conduct];

    internal void Clear() => _count = 0;

    /// <summary>Ends the run of one conduct; conducts come in order.</summary>
    internal void Close(int conduct) => _start[conduct + 1] = _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(in Act act)
    {
        if (_count == _list.Length)
        {
            Grow();
        }
        _list[_count++] = act;
    }

    private void Grow() => Array.Resize(ref _list, _count * 2);
}
