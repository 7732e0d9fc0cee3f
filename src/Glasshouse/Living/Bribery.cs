using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Living;

/// <summary>A bribe to an official.</summary>
/// <param name="Giver">The head of the firm.</param>
/// <param name="Taker">The official; the giver where none is in work in the district.</param>
/// <param name="Conduct">What it is about.</param>
/// <param name="OfRecord">True where a record of the regime was struck out, false where a finding of the law was dropped.</param>
public readonly record struct Bribe(ushort Giver, ushort Taker, byte Conduct, bool OfRecord);

/// <summary>
/// Bribes of heads of firms, outside any rule book: to let a finding drop, or to strike out a record on the day of its entry. One is
/// given where an official would take it and what is spared outweighs what the giver fears, by the kernel by which firms offend.
/// </summary>
public sealed class Bribery(FirmFigures? figures)
{
    private static readonly Purpose Striking = Purpose.Named("living/bribe-for-a-record");
    private readonly List<Bribe> _bribes = [];

    /// <summary>Bribes of the week.</summary>
    public IReadOnlyList<Bribe> Bribes => _bribes;

    /// <summary>Begins a week: some of the records just entered against firms are struck out.</summary>
    public void Strike(ConductTable conducts, RuleTable rules, Dossiers dossiers, ReadOnlySpan<Entered> entered, in Deciders people,
        ulong seed, uint district, int week)
    {
        _bribes.Clear();
        if (figures is null || figures.Enforcement.Venal.Value <= 0)
        {
            return;
        }
        var draw = new Draw(seed, district, Striking);
        foreach (ref readonly var one in entered)
        {
            var row = dossiers.Ledger.Row(one.Record);
            var (slot, conduct) = ((int)dossiers.Ledger.Subject(one.Record), rules.ClassOf[row]);
            if (!conducts.ByFirm[conduct] || !rules.Rules[row].IsAgainst(dossiers.Ledger.Points(one.Record))
                || dossiers.Ledger.State(one.Record) != RecordState.Counting || people.Stakes.None(conduct))
            {
                continue;
            }
            var bits = draw.At((uint)slot, week, conduct);
            if (Gives(people.Roster, people.Roles, slot, conduct, people.Stakes.Of(conduct)[people.Rung[slot]], bits, ofRecord: true))
            {
                dossiers.Ledger.Close(one.Record, RecordState.Removed);
            }
        }
    }

    /// <summary>True if the head of a firm bribes the official in charge; noted.</summary>
    /// <param name="roster">The district's people.</param>
    /// <param name="roles">Their roles in force.</param>
    /// <param name="slot">The head.</param>
    /// <param name="conduct">What it is about.</param>
    /// <param name="spared">Loss that is spared, weeks of median income.</param>
    /// <param name="bits">Luck.</param>
    /// <param name="ofRecord">True for a record, false for a finding.</param>
    public bool Gives(Roster roster, ReadOnlySpan<uint> roles, int slot, int conduct, float spared, Block bits, bool ofRecord)
    {
        var (f, choice) = (figures!.Enforcement, figures.Choice);
        var gives = Draw.Unit(bits.B) < (float)f.Venal && Draw.Unit(bits.C) < Offending.Choice(
            spared, (float)f.BribeFound, (float)f.BribeLoss, (float)choice.Norm, (float)choice.Sharpness);
        if (gives)
        {
            _bribes.Add(new Bribe((ushort)slot, Official(roster, roles, slot, bits.D), (byte)conduct, ofRecord));
        }
        return gives;
    }

    // The first official in work from a place that the lot names.
    private static ushort Official(Roster roster, ReadOnlySpan<uint> roles, int giver, uint bits)
    {
        var official = RoleBits.Of([Role.PublicStaff]);
        var from = Draw.Below(bits, roster.Slots);
        for (var i = 0; i < roster.Slots; i++)
        {
            var slot = (from + i) % roster.Slots;
            if ((roles[slot] & official) == official)
            {
                return (ushort)slot;
            }
        }
        return (ushort)giver;
    }
}
