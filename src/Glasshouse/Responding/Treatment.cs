using Glasshouse.Population;
using Glasshouse.Scoring;

namespace Glasshouse.Responding;

/// <summary>
/// What follows for one person from all scales together, and from the grades of others that hit this one: effects of one kind add up.
/// </summary>
public readonly ref struct Treatment
{
    private readonly ConsequenceTable _table;
    private readonly Standing _standing;
    private readonly int _slot;
    private readonly ushort _hits;
    private readonly uint _marks;

    /// <summary>The treatment of a person. From a scale nothing follows for those whom it leaves out.</summary>
    public Treatment(ConsequenceTable table, Situation situation, Standing standing, int slot)
    {
        (_table, _standing, _slot, _marks) = (table, standing, slot, situation.Marks[slot]);
        _hits = table.Spills.Any ? standing.Hits[slot] : (ushort)0;
    }

    /// <summary>The size of an effect.</summary>
    public float Of(Effect effect)
    {
        if (!_table.Has(effect))
        {
            return 0;
        }
        var size = (_marks & _table.Refuses) == 0 ? _table.Of(_standing.Grade[_slot], effect) : 0;
        for (var i = 0; i < _table.Further.Length; i++)
        {
            size += (_marks & _table.Further[i].Refuses) == 0
                ? _table.Further[i].Of((byte)_standing.GradeOn(i + 1, _slot), effect) : 0;
        }
        return _hits == 0 ? size : size + _table.Spills.Of(_hits, effect);
    }

    /// <summary>Factor on the chance that what a head's firm does is found out, from all scales together.</summary>
    public float Inspected => Math.Max(0, 1 + Of(Effect.Inspection));
}
