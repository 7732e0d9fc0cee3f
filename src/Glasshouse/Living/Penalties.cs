using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>A bribe for a finding to be dropped.</summary>
/// <param name="Giver">The head of the firm.</param>
/// <param name="Taker">The official; the giver where none lives in the district.</param>
/// <param name="Conduct">What was found.</param>
public readonly record struct Bribe(ushort Giver, ushort Taker, byte Conduct);

/// <summary>
/// What becomes of findings at firms: a penalty, no suitable action, or a bribe to the official in charge, which pays where the loss
/// spared outweighs what the giver fears. Luck is keyed by the finding, so a finding in both twins ends alike as far as beliefs are.
/// </summary>
public sealed class Penalties(FirmFigures? figures)
{
    private static readonly Purpose Ending = Purpose.Named("living/end-of-a-finding");
    private readonly List<Bribe> _bribes = [];
    private readonly List<int> _spared = [];

    /// <summary>Bribes of the week.</summary>
    public IReadOnlyList<Bribe> Bribes => _bribes;

    /// <summary>Findings at firms this week, by head, and whether a penalty followed.</summary>
    public List<(int Head, bool Penalised)> Ends { get; } = [];

    /// <summary>True if nothing follows from a finding of the week.</summary>
    public bool Spares(int finding) => _spared.BinarySearch(finding) >= 0;

    /// <summary>Decides the week's findings.</summary>
    public void Decide(ConductTable conducts, Roster roster, Situation situation, ReadOnlySpan<Finding> findings, ulong seed,
        uint district, int week)
    {
        _spared.Clear();
        _bribes.Clear();
        Ends.Clear();
        if (figures is null)
        {
            return;
        }
        var f = figures.Enforcement;
        var draw = new Draw(seed, district, Ending);
        for (var i = 0; i < findings.Length; i++)
        {
            ref readonly var finding = ref findings[i];
            if (!conducts.ByFirm[finding.Conduct] || conducts.Channel[finding.Conduct] != (byte)Channel.Legal || !conducts.Bad[finding.Conduct])
            {
                continue;
            }
            var bits = draw.At(finding.Slot, week, finding.Conduct);
            var bribed = Draw.Unit(bits.B) < (float)f.Venal
                && Draw.Unit(bits.C) < Offending.Choice(conducts.LawLoss[finding.Conduct], (float)f.BribeFound, (float)f.BribeLoss,
                    (float)figures.Choice.Norm, (float)figures.Choice.Sharpness);
            if (bribed)
            {
                _bribes.Add(new Bribe(finding.Slot, Official(roster, situation, finding.Slot, bits.D), finding.Conduct));
            }
            var spared = bribed || Draw.Unit(bits.A) < (float)f.Unpunished;
            if (spared)
            {
                _spared.Add(i);
            }
            Ends.Add((finding.Slot, !spared));
        }
    }

    // The first official in work from a place that the lot names.
    private static ushort Official(Roster roster, Situation situation, ushort giver, uint bits)
    {
        var official = RoleBits.Of([Role.PublicStaff]);
        var from = Draw.Below(bits, roster.Slots);
        for (var i = 0; i < roster.Slots; i++)
        {
            var slot = (from + i) % roster.Slots;
            if ((situation.Roles[slot] & official) == official)
            {
                return (ushort)slot;
            }
        }
        return giver;
    }
}
