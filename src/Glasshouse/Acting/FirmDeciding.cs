using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>
/// How the firm of a head moves a hazard: exp(leanings) x balance of gain and risk x kind of firm. Who heads a firm of which nothing is
/// kept decides like the middle firm.
/// </summary>
public static class FirmDeciding
{
    /// <summary>The factor on the base hazard.</summary>
    /// <param name="table">The conducts.</param>
    /// <param name="conduct">The conduct.</param>
    /// <param name="slot">The head.</param>
    /// <param name="log">Log factor of what else moves the conduct.</param>
    /// <param name="risk">Perceived chance to be punished because of it.</param>
    /// <param name="people">The twin's columns.</param>
    public static float Factor(ConductTable table, int conduct, int slot, float log, float risk, in Deciders people)
    {
        var plain = Elementary.Exp(log);
        var firms = people.Roster.Firms;
        if (firms.Of(slot) is not (>= 0 and var firm))
        {
            return plain;
        }
        var cover = table.Firms.Cover(people.Liquidity[firm]);
        var fine = table.LawLoss[conduct];
        var expected = risk * table.Firms.Felt(fine);
        if ((people.Marks[slot] & MarkBits.Of(Mark.Aware)) != 0)
        {
            // A rated firm knows which office looks at what: what is announced counts at once for what is rated, and for nothing else.
            var (announced, sunk) = (people.Announced[table.Channel[conduct]], people.Sunk[table.Channel[conduct]]);
            expected = Math.Max(Math.Min(risk, table.Firms.LawRisk(conduct)), risk - sunk) * table.Firms.Felt(fine);
            var stake = people.Stakes.None(conduct) ? 0 : people.Stakes.Of(conduct)[people.Rung[slot]];
            expected += Math.Max(risk, Math.Min(1, announced)) * (table.Firms.Felt(fine + stake) - table.Firms.Felt(fine));
        }
        var aversion = people.Roster.TraitOf(Trait.RiskAversion)[slot];
        return plain * table.Firms.Balance(conduct, firms, firm, cover, expected, aversion) * table.Firms.Kind(conduct, firms, firm, cover);
    }
}
