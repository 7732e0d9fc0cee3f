using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>
/// Which candidates happen. The actual hazard is the upper one times exp(x) / ceiling, with
/// x = leanings . state - eta (w(p1 - p0) v(s) - the same under law alone) (DESIGN 7), and for good deeds
/// merit p v(gain), p the announced chance that a deed is entered. Conduct that no rule forbids is deterred all the same
/// once a regime puts a price on it.
/// </summary>
public static class Deciding
{
    private const int Lanes = 16;

    // Fewer candidates are sooner decided than bounded.
    private const int FewCandidates = 8;

    // A row of lanes for each leaning, then perceived risk and stake.
    private const int RiskRow = ConductTable.LeaningCount;
    private const int StakeRow = RiskRow + 1;
    private const int Rows = StakeRow + 1;

    /// <summary>Decides all candidate conducts of a week.</summary>
    public static void Decide(ConductTable table, Candidates candidates, in Deciders people, Acts acts, bool scalar)
    {
        acts.Clear();
        Span<float> rows = stackalloc float[Rows * Lanes];
        rows.Clear();
        Span<int> slots = stackalloc int[Lanes];
        Span<int> chosen = stackalloc int[Lanes];
        Span<uint> luck = stackalloc uint[Lanes];
        var roles = people.Roles;
        var marks = people.Marks;
        var disorder = people.MostDisorder();
        for (var k = 0; k < table.Count; k++)
        {
            var week = candidates.Of(k);
            if (week.Slot.IsEmpty)
            {
                acts.Close(k);
                continue;
            }
            var indifferent = people.Indifferent(table, k);
            var (need, leaves) = (table.Roles[k], table.Leaves[k]);
            var atMost = week.Slot.Length < FewCandidates || table.Firms.Own[k] ? uint.MaxValue
                : people.LuckAtMost(table, k, indifferent, disorder);
            var anybody = need == RoleBits.Of(Role.Adult) && leaves == 0;
            var n = 0;
            for (var c = 0; c < week.Slot.Length; c++)
            {
                if (week.Luck[c] > atMost)
                {
                    continue;
                }
                int slot = week.Slot[c];
                if (!anybody && ((roles[slot] & need) != need || (marks[slot] & leaves) != 0))
                {
                    continue;
                }
                (slots[n], chosen[n], luck[n]) = (slot, c, week.Luck[c]);
                if (++n == Lanes)
                {
                    Settle(table, k, indifferent, week, people, rows, slots, chosen, luck, acts, scalar);
                    n = 0;
                }
            }
            if (n > 0)
            {
                Settle(table, k, indifferent, week, people, rows, slots[..n], chosen, luck, acts, scalar);
            }
            acts.Close(k);
        }
    }

    /// <summary>
    /// The factor by which a person's state moves the base hazard of a conduct; the plain form, used to solve base rates.
    /// </summary>
    public static float Factor(ConductTable table, int conduct, int slot, in Deciders people)
    {
        Span<float> rows = stackalloc float[Rows * Lanes];
        Gather(table, conduct, [slot], people, rows);
        var log = LogFactor(table, conduct, rows, 0);
        return table.Firms.Own[conduct] ? FirmDeciding.Factor(table, conduct, slot, log, rows[RiskRow * Lanes], people)
            : Elementary.Exp(log);
    }

    private static void Gather(ConductTable table, int k, ReadOnlySpan<int> slots, in Deciders people, Span<float> rows)
    {
        foreach (var leaning in table.Used[k])
        {
            people.Gather(leaning, table, k, slots, rows.Slice((int)leaning * Lanes, Lanes));
        }
        var risk = rows.Slice(RiskRow * Lanes, Lanes);
        var stake = rows.Slice(StakeRow * Lanes, Lanes);
        if (table.Good[k])
        {
            risk.Fill(people.Announced[table.Channel[k]]);
        }
        else
        {
            var done = people.RiskIfDone(table.Channel[k]);
            var not = people.RiskIfNot(table.Channel[k]);
            for (var i = 0; i < slots.Length; i++)
            {
                // Who expects to be punished anyway is not deterred; nobody acts in order to be.
                risk[i] = Unit16.Above(done[slots[i]], not[slots[i]]);
            }
        }
        if (people.Stakes.None(k))
        {
            stake.Clear();
            return;
        }
        var stakes = people.Stakes.Of(k);
        for (var i = 0; i < slots.Length; i++)
        {
            var slot = slots[i];
            stake[i] = (people.Marks[slot] & MarkBits.Of(Mark.Aware)) != 0 ? stakes[people.Rung[slot]] : 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Settle(ConductTable table, int k, bool indifferent, in Candidates.Run week, in Deciders people, Span<float> rows,
        ReadOnlySpan<int> slots, ReadOnlySpan<int> chosen, ReadOnlySpan<uint> luck, Acts acts, bool scalar)
    {
        if (indifferent)
        {
            rows.Slice(RiskRow * Lanes, 2 * Lanes).Clear();
        }
        else
        {
            Gather(table, k, slots, people, rows);
        }
        var lanes = (1u << slots.Length) - 1;
        var critical = table.Critical[k];
        var happens = table.Firms.Own[k] ? ByFirms(table, k, rows, slots, luck, people, acts)
            : lanes & Happening(table, k, indifferent, rows, luck, lanes, acts, scalar);
        for (; happens != 0; happens &= happens - 1)
        {
            var i = BitOperations.TrailingZeroCount(happens);
            var bits = week.Gravity[chosen[i]];
            if (people.Reputation.Prevents(k, people.Marks[slots[i]], bits))
            {
                continue;
            }
            var said = critical ? Speak(table, k, slots[i], rows[RiskRow * Lanes + i], rows[StakeRow * Lanes + i], bits, people)
                : Said.Nothing;
            acts.Add(new Act((ushort)slots[i], (byte)k, table.LevelOf(k, bits), (ushort)chosen[i], said, bits));
        }
    }

    // Heads of firms are few: they decide one by one.
    private static uint ByFirms(ConductTable table, int k, ReadOnlySpan<float> rows, ReadOnlySpan<int> slots, ReadOnlySpan<uint> luck,
        in Deciders people, Acts acts)
    {
        var happens = 0u;
        for (var i = 0; i < slots.Length; i++)
        {
            var log = LogFactor(table, k, rows, i);
            var ratio = FirmDeciding.Factor(table, k, slots[i], log, rows[RiskRow * Lanes + i], people) / table.Ceiling[k];
            acts.Faults += ratio > 1 ? 1 : 0;
            happens |= Draw.Unit(luck[i]) < ratio ? 1u << i : 0;
        }
        return happens;
    }

    // The lanes whose luck lies below actual/upper. What nothing moves has exp(0) / ceiling, as the formula would give.
    private static uint Happening(ConductTable table, int k, bool indifferent, ReadOnlySpan<float> rows, ReadOnlySpan<uint> luck,
        uint lanes, Acts acts, bool scalar)
    {
        if (!scalar)
        {
            var ceiling = Vector512.Create(table.Ceiling[k]);
            var ratios = (indifferent ? Vector512<float>.One : Elementary.Exp(LogFactor(table, k, rows))) / ceiling;
            var above = (uint)Vector512.GreaterThan(ratios, Vector512<float>.One).ExtractMostSignificantBits();
            acts.Faults += BitOperations.PopCount(above & lanes);
            return (uint)Vector512.LessThan(Draw.Unit(Vector512.Create(luck)), ratios).ExtractMostSignificantBits();
        }
        var happens = 0u;
        for (var i = 0; 1u << i <= lanes; i++)
        {
            var ratio = (indifferent ? 1 : Elementary.Exp(LogFactor(table, k, rows, i))) / table.Ceiling[k];
            acts.Faults += ratio > 1 ? 1 : 0;
            happens |= Draw.Unit(luck[i]) < ratio ? 1u << i : 0;
        }
        return happens;
    }

    private static Said Speak(ConductTable table, int k, int slot, float risk, float stake, uint bits, in Deciders people) =>
        table.Speech.Outcome(
            people.Roster, slot, FearOfState(table, k, risk, stake), people.Climate, table.Settings[k], Episodes.Mix(bits));

    /// <summary>Fear of speaking that a regime adds; the law's own part stands in the baseline.</summary>
    /// <param name="table">The conducts.</param>
    /// <param name="conduct">The words.</param>
    /// <param name="risk">Perceived chance of punishment beyond that without them.</param>
    /// <param name="stake">What the regime puts at stake, weeks of median income.</param>
    public static float FearOfState(ConductTable table, int conduct, float risk, float stake) =>
        Math.Max(0, risk * table.Weight(table.LawLoss[conduct] + stake) - table.LawTerm[conduct]);

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
            return x + table.Merit * (risk * (stake / (stake + table.HalfWeight)));
        }
        if (table.Firms.Gain(k) > 0)
        {
            return x;
        }
        var loss = stake + table.LawLoss[k];
        return x - table.Deterrence[k] * (Fear(risk, loss, table.HalfWeight) - table.LawTerm[k]);
    }

    /// <summary>
    /// The perceived chance times the weight of the loss. The weight is concave, so that a percent more certainty always deters more
    /// than a percent more loss.
    /// </summary>
    internal static float Fear(float risk, float loss, float half) => risk * (loss / (loss + half));

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
            return x + Vector512.Create(table.Merit) * (risk * (stake / (stake + half)));
        }
        var loss = stake + Vector512.Create(table.LawLoss[k]);
        return x - Vector512.Create(table.Deterrence[k]) * (risk * (loss / (loss + half)) - Vector512.Create(table.LawTerm[k]));
    }

    private static Vector512<float> Row(ReadOnlySpan<float> rows, int row) => Vector512.Create(rows.Slice(row * Lanes, Lanes));
}
