using Glasshouse.Kernel;

namespace Glasshouse.Population;

/// <summary>What a person believes and feels in one twin. Written by Learning. All between 0 and 1.</summary>
public sealed class Mind
{
    /// <summary>Channels of observation.</summary>
    public const int Channels = 4;

    private readonly Column<ushort>[] _riskIfDone = new Column<ushort>[Channels];
    private readonly Column<ushort>[] _riskIfNot = new Column<ushort>[Channels];

    public Mind(Slab slab, int slots)
    {
        for (var c = 0; c < Channels; c++)
        {
            _riskIfDone[c] = slab.Add<ushort>(slots);
            _riskIfNot[c] = slab.Add<ushort>(slots);
        }
        Stress = slab.Add<float>(slots);
        TrustInstitutions = slab.Add<float>(slots);
        TrustPeople = slab.Add<float>(slots);
        Support = slab.Add<float>(slots);
        Grievance = slab.Add<float>(slots);
        DistrustInstitutions = slab.Add<byte>(slots);
        DistrustPeople = slab.Add<byte>(slots);
    }

    public Column<float> Stress { get; }

    public Column<float> TrustInstitutions { get; }

    public Column<float> TrustPeople { get; }

    /// <summary>Support for the authorities.</summary>
    public Column<float> Support { get; }

    public Column<float> Grievance { get; }

    /// <summary>How far trust in institutions will stay below its rest, in 255ths.</summary>
    public Column<byte> DistrustInstitutions { get; }

    /// <summary>The same of trust in people.</summary>
    public Column<byte> DistrustPeople { get; }

    /// <summary>Perceived chance of being punished for an act in the channel, as <see cref="Unit16"/>.</summary>
    public Column<ushort> RiskIfDone(int channel) => _riskIfDone[channel];

    /// <summary>Perceived chance of being punished in the channel in a year without having acted, as <see cref="Unit16"/>.</summary>
    public Column<ushort> RiskIfNot(int channel) => _riskIfNot[channel];
}
