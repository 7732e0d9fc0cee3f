using Glasshouse.Kernel;

namespace Glasshouse.Acting;

/// <content>How far this week's state of the twin can raise a hazard: candidates beyond it need no closer look.</content>
public readonly ref partial struct Deciders
{
    // Lets rounding differ between the bound and the hazard.
    private const double Margin = 1.0001;

    /// <summary>The most that disorder comes to in a neighbourhood, 0 to 1.</summary>
    public float MostDisorder()
    {
        var most = 0f;
        foreach (var disorder in _disorder)
        {
            most = Math.Max(most, disorder);
        }
        return most;
    }

    /// <summary>
    /// Luck, on the scale of 32 bits, above which no candidate of a conduct happens in this twin and week. The ceiling holds for every
    /// regime; here counts what this one puts at stake and how the neighbourhoods look.
    /// </summary>
    /// <param name="table">The conducts.</param>
    /// <param name="k">The conduct; not one that firms decide on.</param>
    /// <param name="indifferent">True if nothing moves it.</param>
    /// <param name="disorder">See <see cref="MostDisorder"/>.</param>
    public uint LuckAtMost(ConductTable table, int k, bool indifferent, float disorder)
    {
        var most = 0.0;
        if (!indifferent)
        {
            foreach (var leaning in table.Used[k])
            {
                var row = leaning switch
                {
                    Leaning.Disorder => disorder,
                    Leaning.Image => Stakes.None(k) ? 0 : table.Good[k] ? Stakes.Honoured : Stakes.Shown,
                    _ => 1,
                };
                most += Math.Max(0, table.Leanings[k * ConductTable.LeaningCount + (int)leaning]) * row;
            }
            most += table.Good[k] ? table.Merit * Announced[table.Channel[k]] * table.Weight(Stakes.Most(k))
                : table.Deterrence[k] * Math.Max(0, table.LawTerm[k]);
        }
        var ratio = Elementary.Exp((float)most) * Margin / table.Ceiling[k];
        return ratio < 1 ? (uint)(ratio * uint.MaxValue) : uint.MaxValue;
    }
}
