using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>
/// Which candidates happen. The actual hazard is the upper one times exp(x) / ceiling, with
/// x = leanings . state - eta (w(p1 - p0) v(s) - the same under law alone) (DESIGN 7), and for good deeds
/// merit p v(gain) less crowding-out, p the announced chance that a deed is entered. Conduct that no rule forbids is
/// deterred all the same once a regime puts a price on it.
/// </summary>
public static class Deciding
{
    private const int Lanes = 16;

    // A row of lanes for each leaning, then perceived risk and stake.
    private const int RiskRow = ConductTable.LeaningCount;
    private const int StakeRow = RiskRow + 1;
    private const int Rows = StakeRow + 1;

    /// <summary>Decides all candidate conducts of a week and sorts what happens.</summary>
    public static void Decide(ConductTable table, Candidates candidates, in Deciders people, Acts acts, bool scalar)
    {
        acts.Clear();
        Span<float> rows = stackalloc float[Rows * Lanes];
        rows.Clear();
        Span<int> chosen = stackalloc int[Lanes];
        Span<int> slots = stackalloc int[Lanes];
        for (var k = 0; k < table.Count; k++)
        {
            var n = 0;
            var need = table.Roles[k];
            var leaves = table.Leaves[k];
            for (var c = candidates.Start[k]; c < candidates.Start[k + 1]; c++)
            {
                int slot = candidates.Slot[c];
                if ((people.Roles[slot] & need) != need || (people.Marks[slot] & leaves) != 0)
                {
                    continue;
                }
                slots[n] = slot;
                chosen[n++] = c;
                if (n == Lanes)
                {
                    Settle(table, k, candidates, people, rows, chosen, slots, acts, scalar);
                    n = 0;
                }
            }
            if (n > 0)
            {
                Settle(table, k, candidates, people, rows, chosen[..n], slots[..n], acts, scalar);
            }
        }
        acts.Sort();
    }

    /// <summary>
    /// The factor by which a person's state moves the base hazard of a conduct; the plain form, used to solve base rates.
    /// </summary>
    public static float Factor(ConductTable table, int conduct, int slot, in Deciders people)
    {
        Span<float> rows = stackalloc float[Rows * Lanes];
        Gather(table, conduct, [slot], people, rows);
        return Elementary.Exp(LogFactor(table, conduct, rows, 0));
    }

    private static void Gather(ConductTable table, int k, ReadOnlySpan<int> slots, in Deciders people, Span<float> rows)
    {
        foreach (var leaning in table.Used[k])
        {
            people.Gather(leaning, slots, rows.Slice((int)leaning * Lanes, Lanes));
        }
        var done = people.RiskIfDone(table.Channel[k]);
        var not = people.RiskIfNot(table.Channel[k]);
        var stakes = people.Stakes.Of(k);
        var risk = rows.Slice(RiskRow * Lanes, Lanes);
        var stake = rows.Slice(StakeRow * Lanes, Lanes);
        for (var i = 0; i < slots.Length; i++)
        {
            var slot = slots[i];
            // Who expects to be punished anyway is not deterred; nobody acts in order to be.
            risk[i] = table.Good[k] ? people.Announced[table.Channel[k]] : Math.Max(0, done[slot] - not[slot]);
            stake[i] = (people.Marks[slot] & MarkBits.Of(Mark.Aware)) != 0 ? stakes[people.Rung[slot]] : 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Settle(ConductTable table, int k, Candidates candidates, in Deciders people, Span<float> rows,
        ReadOnlySpan<int> chosen, ReadOnlySpan<int> slots, Acts acts, bool scalar)
    {
        Span<float> ratio = stackalloc float[Lanes];
        if (people.Indifferent(table, k))
        {
            // Nothing moves it: exp(0) / ceiling, as the formula would give.
            ratio.Fill(1 / table.Ceiling[k]);
            rows.Slice(RiskRow * Lanes, 2 * Lanes).Clear();
        }
        else if (scalar)
        {
            Gather(table, k, slots, people, rows);
            for (var i = 0; i < slots.Length; i++)
            {
                ratio[i] = Elementary.Exp(LogFactor(table, k, rows, i)) / table.Ceiling[k];
            }
        }
        else
        {
            Gather(table, k, slots, people, rows);
            (Elementary.Exp(LogFactor(table, k, rows)) / Vector512.Create(table.Ceiling[k])).CopyTo(ratio);
        }
        for (var i = 0; i < slots.Length; i++)
        {
            acts.Faults += ratio[i] > 1 ? 1 : 0;
            if (Draw.Unit(candidates.Luck[chosen[i]]) < ratio[i])
            {
                Happen(table, k, candidates, chosen[i], people, rows[RiskRow * Lanes + i], rows[StakeRow * Lanes + i], acts);
            }
        }
    }

    private static void Happen(
        ConductTable table, int k, Candidates candidates, int c, in Deciders people, float risk, float stake, Acts acts)
    {
        int slot = candidates.Slot[c];
        var bits = candidates.Gravity[c];
        var said = Said.Nothing;
        if (table.Conducts[k].Voice == Voice.Critical)
        {
            // The law's own part of the fear stands in the baseline; what counts here is what the regime adds.
            var fear = Math.Max(0, risk * table.Weight(table.LawLoss[k] + stake) - table.LawTerm[k]);
            said = table.Speech.Outcome(people.Roster, slot, fear, people.Climate, Episodes.Mix(bits));
        }
        acts.Add(new Act((ushort)slot, (byte)k, table.LevelOf(k, bits), (ushort)(c - candidates.Start[k]), said, bits));
    }

    // The two forms below are one formula; they do the same operations in the same order, so their bits agree.

    private static float LogFactor(ConductTable table, int k, ReadOnlySpan<float> rows, int lane)
    {
        var x = 0f;
        foreach (var leaning in table.Used[k])
        {
            x += table.Leanings[k * ConductTable.LeaningCount + (int)leaning] * rows[(int)leaning * Lanes + lane];
        }
        var risk = rows[RiskRow * Lanes + lane];
        var stake = rows[StakeRow * Lanes + lane];
        if (table.Good[k])
        {
            return x + (table.Merit * (risk * (stake / (stake + table.HalfWeight))) - (stake > 0 ? table.CrowdingOut : 0));
        }
        var loss = stake + table.LawLoss[k];
        return x - table.Deterrence[k] * (risk * (loss / (loss + table.HalfWeight)) - table.LawTerm[k]);
    }

    private static Vector512<float> LogFactor(ConductTable table, int k, ReadOnlySpan<float> rows)
    {
        var x = Vector512<float>.Zero;
        foreach (var leaning in table.Used[k])
        {
            x += Vector512.Create(table.Leanings[k * ConductTable.LeaningCount + (int)leaning]) * Row(rows, (int)leaning);
        }
        var risk = Row(rows, RiskRow);
        var stake = Row(rows, StakeRow);
        var half = Vector512.Create(table.HalfWeight);
        if (table.Good[k])
        {
            var some = Vector512.GreaterThan(stake, Vector512<float>.Zero);
            var crowded = Vector512.ConditionalSelect(some, Vector512.Create(table.CrowdingOut), Vector512<float>.Zero);
            return x + (Vector512.Create(table.Merit) * (risk * (stake / (stake + half))) - crowded);
        }
        var loss = stake + Vector512.Create(table.LawLoss[k]);
        return x - Vector512.Create(table.Deterrence[k]) * (risk * (loss / (loss + half)) - Vector512.Create(table.LawTerm[k]));
    }

    private static Vector512<float> Row(ReadOnlySpan<float> rows, int row) => Vector512.Create(rows.Slice(row * Lanes, Lanes));
}
