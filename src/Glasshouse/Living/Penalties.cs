using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>
/// What becomes of findings of inspections at firms: a penalty, no suitable action, or a bribe. Luck is keyed by the finding.
/// </summary>
public sealed class Penalties(FirmFigures? figures)
{
    private static readonly Purpose Ending = Purpose.Named("living/end-of-a-finding");
    private readonly List<int> _spared = [];

    /// <summary>Findings at firms this week, by head, and whether a penalty followed.</summary>
    public List<(int Head, bool Penalised)> Ends { get; } = [];

    /// <summary>True if nothing follows from a finding of the week.</summary>
    public bool Spares(int finding) => _spared.BinarySearch(finding) >= 0;

    /// <summary>Decides the week's findings.</summary>
    public void Decide(ConductTable conducts, Roster roster, Situation situation, ReadOnlySpan<Finding> findings, Bribery bribery,
        ulong seed, uint district, int week)
    {
        _spared.Clear();
        Ends.Clear();
        if (figures is null)
        {
            return;
        }
        var unpunished = (float)figures.Enforcement.Unpunished;
        var draw = new Draw(seed, district, Ending);
        for (var i = 0; i < findings.Length; i++)
        {
            var (slot, conduct) = (findings[i].Slot, (int)findings[i].Conduct);
            if (!conducts.ByFirm[conduct] || conducts.Channel[conduct] != (byte)Channel.Legal || !conducts.Bad[conduct])
            {
                continue;
            }
            var bits = draw.At(slot, week, conduct);
            var spared = bribery.Gives(roster, situation.Roles.Span, slot, conduct, conducts.LawLoss[conduct], bits, ofRecord: false)
                || Draw.Unit(bits.A) < unpunished;
            if (spared)
            {
                _spared.Add(i);
            }
            Ends.Add((slot, !spared));
        }
    }
}
