using System.Numerics;
using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Responding;

/// <summary>
/// Debts that are paid in order to stand on a list no more. Shame and pressure work only on who has the money: on small debts beside
/// savings, not on large ones.
/// </summary>
public static class Repaying
{
    private static readonly Purpose Owing = Purpose.Named("living/what-is-owed");
    private static readonly Purpose Paying = Purpose.Named("living/paying-what-is-owed");
    private static readonly uint Debts = MarkBits.Arrears | MarkBits.Of(Mark.JudgmentDebt);
    private static readonly uint Listed = MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.Named);

    /// <summary>Chance in a month that a debt is paid by somebody who has the money.</summary>
    /// <param name="figures">The society's figures.</param>
    /// <param name="named">Named in public within the year.</param>
    /// <param name="penalised">In a grade below the entry grade.</param>
    public static float Chance(RepayingFigures figures, bool named, bool penalised)
    {
        var yearly = (named ? (float)figures.Named : 0) + (penalised ? (float)figures.Penalised : 0);
        return 1 - Elementary.Exp(-yearly * Calendar.Exchange / Calendar.Year);
    }

    /// <summary>What a person owes under a mark, weeks of spending: lognormal, and the same in all twins.</summary>
    public static float Owed(RepayingFigures figures, Roster roster, ulong seed, uint district, int slot, int mark)
    {
        var bits = new Draw(seed, district, Owing).At((uint)slot, roster.Generation[slot], mark);
        return (float)(figures.Debt.Value * Elementary.Exp(figures.Spread.Value * Draw.Normal(bits)));
    }

    /// <summary>Lets a month pass for those who are listed and owe.</summary>
    public static void Month(RepayingFigures? figures, ConductTable conducts, ConsequenceTable table, RuleTable rules,
        Dossiers dossiers, Answering answering, Roster roster, Situation situation, ulong seed, uint district, int week)
    {
        if (figures is null)
        {
            return;
        }
        var luck = new Draw(seed, district, Paying);
        var all = situation.Marks.Span;
        for (var slot = 0; slot < all.Length; slot++)
        {
            ref var marks = ref all[slot];
            if ((marks & Debts) == 0 || (marks & Listed) == 0)
            {
                continue;
            }
            var chance = Chance(figures, (marks & MarkBits.Of(Mark.Named)) != 0, (marks & MarkBits.Of(Mark.Penalised)) != 0);
            for (var left = marks & Debts; left != 0; left &= left - 1)
            {
                var mark = BitOperations.TrailingZeroCount(left);
                var owed = Owed(figures, roster, seed, district, slot, mark);
                if (situation.Savings[slot] >= owed && Draw.Unit(luck.At((uint)slot, week, mark).A) < chance)
                {
                    situation.Savings[slot] -= owed;
                    marks &= ~(1u << mark);
                    answering.Perform(table, rules, dossiers, slot, conducts.Leaves, 1u << mark);
                }
            }
        }
    }
}
