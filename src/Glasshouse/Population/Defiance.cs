using Glasshouse.Kernel;

namespace Glasshouse.Population;

/// <summary>How people resist in one twin: a byte each. Written by Learning.</summary>
public sealed class Defiance(Slab slab, int slots)
{
    /// <summary>What stands for all in <see cref="Evasion"/>.</summary>
    public const int Whole = 255;

    /// <summary>Exchanges (four weeks each) that a person is still held for protest.</summary>
    public Column<byte> Held { get; } = slab.Add<byte>(slots);

    /// <summary>Share of what is watched that is moved out of sight, in 255ths.</summary>
    public Column<byte> Evasion { get; } = slab.Add<byte>(slots);

    /// <summary>A new occupant resists nothing yet.</summary>
    public void Arrive(int slot) => Held[slot] = Evasion[slot] = 0;
}
