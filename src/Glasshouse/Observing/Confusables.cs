using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Observing;

/// <summary>A district's adults in proportion to how easily they are taken for somebody else.</summary>
public sealed class Confusables(int slots)
{
    private readonly ulong[] _ends = new ulong[slots];

    /// <summary>Adults of the district.</summary>
    public int Adults { get; private set; }

    /// <summary>Sums up after people have come or gone.</summary>
    public void Sum(Roster roster)
    {
        var sum = 0UL;
        Adults = 0;
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            if (roster.Is(slot, Role.Adult))
            {
                Adults++;
                sum += (ulong)(Math.Min(1000f, roster.Confusability[slot]) * 65536f) + 1;
            }
            _ends[slot] = sum;
        }
    }

    /// <summary>The adult that 32 random bits choose.</summary>
    public ushort Pick(uint bits)
    {
        var point = (ulong)((UInt128)_ends[^1] * bits >> 32);
        int low = 0, high = _ends.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = point < _ends[middle] ? (low, middle) : (middle + 1, high);
        }
        return (ushort)low;
    }
}
