namespace Glasshouse.Observing;

/// <summary>What a channel claims to have seen. It does not say whether it is true.</summary>
/// <param name="Slot">On whom it is booked.</param>
/// <param name="Conduct">Index of the conduct.</param>
/// <param name="Level">Level of gravity claimed.</param>
/// <param name="Weeks">Weeks that the conduct continues, 0 if over at once.</param>
/// <param name="Bits">Random bits that come with the act, for amounts.</param>
/// <param name="Seen">False for an act that only its own subject speaks of.</param>
/// <param name="Declaring">Luck of the declaration, in [0, 1): rows that ask for one catch the act if it lies below their share.</param>
/// <param name="Late">Weeks between the sighting and its entry.</param>
public readonly record struct Sighting(
    ushort Slot, byte Conduct, byte Level, ushort Weeks, uint Bits, bool Seen = true, float Declaring = 1, ushort Late = 0);

/// <summary>How a sighting came about.</summary>
public enum Origin : byte
{
    /// <summary>The person did it, and it was of that gravity.</summary>
    True,

    /// <summary>Somebody else did it.</summary>
    Misattributed,

    /// <summary>The person did it, but at another gravity.</summary>
    Misread,

    /// <summary>Nobody did it.</summary>
    Spurious,
}

/// <summary>A sighting with its place in the order of entry and its origin.</summary>
internal readonly record struct Claimed(ulong Key, Sighting Sighting, Origin Origin);

/// <summary>
/// The sightings of one district, twin and week, sorted by (person, conduct, ordinal), with their origins beside them.
/// </summary>
public sealed class Sightings
{
    private Claimed[] _entries = new Claimed[64];
    private Sighting[] _seen = new Sighting[64];
    private Origin[] _origins = new Origin[64];
    private int _count;

    /// <summary>What the phases after this one may read.</summary>
    public ReadOnlySpan<Sighting> Seen => _seen.AsSpan(0, _count);

    /// <summary>Origins of <see cref="Seen"/>, for Observing and Tallying alone.</summary>
    internal ReadOnlySpan<Origin> Origins => _origins.AsSpan(0, _count);

    internal void Clear() => _count = 0;

    internal void Add(in Sighting sighting, Origin origin, int ordinal) => Add(new Claimed(
        (ulong)sighting.Slot << 40 | (ulong)sighting.Conduct << 32 | (ulong)(byte)origin << 24 | (uint)(ordinal & 0xFFFF),
        sighting, origin));

    internal void Add(in Claimed claimed)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
            Array.Resize(ref _seen, _count * 2);
            Array.Resize(ref _origins, _count * 2);
        }
        _entries[_count++] = claimed;
    }

    /// <summary>Takes out the sightings of some conducts.</summary>
    internal List<Claimed> TakeOut(Predicate<byte> conducts)
    {
        var taken = new List<Claimed>();
        var left = 0;
        for (var i = 0; i < _count; i++)
        {
            if (conducts(_entries[i].Sighting.Conduct))
            {
                taken.Add(_entries[i]);
            }
            else
            {
                _entries[left++] = _entries[i];
            }
        }
        _count = left;
        return taken;
    }

    internal void Sort()
    {
        _entries.AsSpan(0, _count).Sort(static (x, y) => x.Key.CompareTo(y.Key));
        for (var i = 0; i < _count; i++)
        {
            _seen[i] = _entries[i].Sighting;
            _origins[i] = _entries[i].Origin;
        }
    }
}
