using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>What a person stands to lose or gain by a conduct under a regime, as the person perceives it.</summary>
/// <param name="Weeks">Loss (bad conduct) or gain (good conduct) by conduct and rung, weeks of median income; <see cref="Rungs"/> to a conduct.</param>
public readonly record struct Stakes(float[] Weeks)
{
    /// <summary>Rungs of the scale of scores and direct grades that stakes are tabled by.</summary>
    public const int Rungs = 48;
}

/// <summary>One twin's columns that deciding reads.</summary>
public readonly ref struct Deciders(Roster roster, Situation situation, Mind mind, Column<byte> rung, Stakes stakes, float climate)
{
    public Roster Roster { get; } = roster;
    public Situation Situation { get; } = situation;
    public Mind Mind { get; } = mind;
    public Column<byte> Rung { get; } = rung;
    public Stakes Stakes { get; } = stakes;

    /// <summary>Share of voiced posts that are critical.</summary>
    public float Climate { get; } = climate;
}

/// <summary>
/// Which candidates happen. The actual hazard is the upper one times exp(x) / ceiling, with
/// x = leanings . state - eta (w(p1 - p0) v(s) - the same under law alone) (DESIGN 7), and for good deeds
/// merit p1 v(gain) less crowding-out. Conduct that no rule forbids is deterred all the same once a regime puts a price on it.
/// </summary>
public static class Deciding
{
    private const int Lanes = 16;

    // States that a conduct can lean on, a row of lanes each, then risk, stake and the switch of awareness.
    private const int Rows = ConductTable.LeaningCount + 3;
    private const int RiskRow = ConductTable.LeaningCount;
    private const int StakeRow = RiskRow + 1;
    private const int AwareRow = RiskRow + 2;

    /// <summary>Decides all candidate conducts of a week and sorts what happens.</summary>
    public static void Decide(ConductTable table, Candidates candidates, in Deciders people, Acts acts, bool scalar)
    {
        acts.Clear();
        Span<float> rows = stackalloc float[Rows * Lanes];
        Span<int> chosen = stackalloc int[Lanes];
        Span<float> ratio = stackalloc float[Lanes];
        var roles = people.Situation.Roles.Span;
        var marks = people.Situation.Marks.Span;
        for (var k = 0; k < table.Count; k++)
        {
            var n = 0;
            var need = table.Roles[k];
            for (var c = candidates.Start[k]; c < candidates.Start[k + 1]; c++)
            {
                int slot = candidates.Slot[c];
                if ((roles[slot] & need) != need || (marks[slot] & table.Leaves[k]) != 0)
                {
                    continue;
                }
                Gather(table, k, slot, people, rows, n);
                chosen[n++] = c;
                if (n == Lanes)
                {
                    Settle(table, k, candidates, people, rows, chosen, ratio, n, acts, scalar);
                    n = 0;
                }
            }
            Settle(table, k, candidates, people, rows, chosen, ratio, n, acts, scalar);
        }
        acts.Sort();
    }

    /// <summary>The factor by which a person's state moves the base hazard of a conduct; the plain form, used to solve base rates.</summary>
    public static float Factor(ConductTable table, int conduct, int slot, in Deciders people)
    {
        Span<float> rows = stackalloc float[Rows * Lanes];
        rows.Clear();
        Gather(table, conduct, slot, people, rows, 0);
        return Elementary.Exp(LogFactor(table, conduct, rows, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather(ConductTable table, int k, int slot, in Deciders people, Span<float> rows, int lane)
    {
        var situation = people.Situation;
        var mind = people.Mind;
        var channel = table.Channel[k];
        var roles = situation.Roles[slot];
        var aware = (situation.Marks[slot] & MarkBits.Of(Mark.Aware)) != 0 ? 1f : 0f;
        var idle = (roles & (RoleBits.Workforce | RoleBits.Of(Role.Employed))) == RoleBits.Workforce ? 1f : 0f;
        rows[(int)Leaning.Unemployed * Lanes + lane] = idle;
        rows[(int)Leaning.Pressed * Lanes + lane] = Pressed(situation.Savings[slot]);
        rows[(int)Leaning.Stress * Lanes + lane] = mind.Stress[slot];
        rows[(int)Leaning.Grievance * Lanes + lane] = mind.Grievance[slot];
        rows[(int)Leaning.TrustInstitutions * Lanes + lane] = mind.TrustInstitutions[slot];
        rows[(int)Leaning.TrustPeople * Lanes + lane] = mind.TrustPeople[slot];
        rows[(int)Leaning.Support * Lanes + lane] = mind.Support[slot];
        rows[RiskRow * Lanes + lane] = mind.RiskIfDone(channel)[slot] - mind.RiskIfNot(channel)[slot];
        rows[StakeRow * Lanes + lane] = aware * people.Stakes.Weeks[k * Stakes.Rungs + people.Rung[slot]];
        rows[AwareRow * Lanes + lane] = aware;
    }

    /// <summary>How pressed for money: 1 without savings, 0 from three months of spending.</summary>
    private static float Pressed(float savings) => 1 - Math.Clamp(savings / 13f, 0f, 1f);

    private static void Settle(ConductTable table, int k, Candidates candidates, in Deciders people,
        Span<float> rows, Span<int> chosen, Span<float> ratio, int n, Acts acts, bool scalar)
    {
        if (n == 0)
        {
            return;
        }
        if (scalar)
        {
            for (var i = 0; i < n; i++)
            {
                ratio[i] = Elementary.Exp(LogFactor(table, k, rows, i)) / table.Ceiling[k];
            }
        }
        else
        {
            (Elementary.Exp(LogFactor(table, k, rows)) / Vector512.Create(table.Ceiling[k])).CopyTo(ratio);
        }
        for (var i = 0; i < n; i++)
        {
            var c = chosen[i];
            acts.Faults += ratio[i] > 1 ? 1 : 0;
            if (Draw.Unit(candidates.Luck[c]) < ratio[i])
            {
                Happen(table, k, candidates, c, people, rows[RiskRow * Lanes + i], rows[StakeRow * Lanes + i], acts);
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
        for (var l = 0; l < ConductTable.LeaningCount; l++)
        {
            var weight = table.Leanings[k * ConductTable.LeaningCount + l];
            if (weight != 0)
            {
                x += weight * rows[l * Lanes + lane];
            }
        }
        var risk = rows[RiskRow * Lanes + lane];
        var stake = rows[StakeRow * Lanes + lane];
        switch (table.Conducts[k].Valence)
        {
            default:
                var loss = stake + table.LawLoss[k];
                return x - table.Deterrence * (risk * (loss / (loss + table.HalfWeight)) - table.LawTerm[k]);
            case Valence.Good:
                var crowded = stake > 0 ? table.CrowdingOut * rows[AwareRow * Lanes + lane] : 0;
                return x + (table.Merit * (risk * (stake / (stake + table.HalfWeight))) - crowded);
        }
    }

    private static Vector512<float> LogFactor(ConductTable table, int k, ReadOnlySpan<float> rows)
    {
        var x = Vector512<float>.Zero;
        for (var l = 0; l < ConductTable.LeaningCount; l++)
        {
            var weight = table.Leanings[k * ConductTable.LeaningCount + l];
            if (weight != 0)
            {
                x += Vector512.Create(weight) * Row(rows, l);
            }
        }
        var risk = Row(rows, RiskRow);
        var stake = Row(rows, StakeRow);
        var half = Vector512.Create(table.HalfWeight);
        switch (table.Conducts[k].Valence)
        {
            default:
                var loss = stake + Vector512.Create(table.LawLoss[k]);
                return x - Vector512.Create(table.Deterrence) * (risk * (loss / (loss + half)) - Vector512.Create(table.LawTerm[k]));
            case Valence.Good:
                var some = Vector512.GreaterThan(stake, Vector512<float>.Zero);
                var crowded = Vector512.ConditionalSelect(
                    some, Vector512.Create(table.CrowdingOut) * Row(rows, AwareRow), Vector512<float>.Zero);
                return x + (Vector512.Create(table.Merit) * (risk * (stake / (stake + half))) - crowded);
        }
    }

    private static Vector512<float> Row(ReadOnlySpan<float> rows, int row) => Vector512.Create(rows.Slice(row * Lanes, Lanes));
}
