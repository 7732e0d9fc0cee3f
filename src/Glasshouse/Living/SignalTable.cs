using Glasshouse.Population;

namespace Glasshouse.Living;

/// <summary>What a credit file and a grade are worth to those who decide about one thing, log odds.</summary>
public readonly struct SignalTable
{
    private readonly float _mark, _clean, _noFile, _alone;

    /// <summary>The table of one decision; without figures nothing is seen.</summary>
    public SignalTable(SignalFigures? figures, Sight? sight)
    {
        if (figures is null || sight is null)
        {
            _alone = 1;
            return;
        }
        var (reliable, not) = (figures.MarkIfReliable.Value, figures.MarkIfNot.Value);
        var relevance = sight.Relevance.Value;
        _mark = (float)(relevance * Signals.Worth(Signals.LogRatio(reliable, not), figures.Shared.Value, sight.Others.Value));
        _clean = (float)(relevance * Signals.Worth(Signals.LogRatio(1 - reliable, 1 - not), figures.Shared.Value, sight.Others.Value));
        _noFile = (float)(relevance * figures.NoFile.Value);
        _alone = (float)(1 + figures.Shared.Value * sight.Others.Value);
    }

    /// <summary>What the credit file says of a person.</summary>
    public void Read(Situation situation, int slot, ref Signs evidence)
    {
        if (IsMarked(situation, slot))
        {
            evidence.Add(_mark, Reason.File);
        }
        else
        {
            var none = (situation.Roles[slot] & RoleBits.NoFile) != 0;
            evidence.Add(none ? _noFile : _clean, Reason.NoFile);
        }
    }

    /// <summary>
    /// What a grade is worth whose documented size is measured among people of whom much else is seen: without a credit file it is the
    /// only signal, and worth what it says alone.
    /// </summary>
    public float Grade(float size, Situation situation, int slot) =>
        (situation.Roles[slot] & RoleBits.NoFile) != 0 ? size * _alone : size;

    /// <summary>True if a credit file shows a default, or arrears that have a file to stand in.</summary>
    public static bool IsMarked(Situation situation, int slot)
    {
        var roles = situation.Roles[slot];
        return (roles & RoleBits.Defaulted) != 0
            || ((situation.Marks[slot] & MarkBits.Arrears) != 0 && (roles & RoleBits.NoFile) == 0);
    }
}
