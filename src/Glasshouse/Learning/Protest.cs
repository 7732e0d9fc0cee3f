using System.Runtime.Intrinsics;
using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>
/// Open protest in one district and twin, once in four weeks. Whose grievance outweighs what arrest is felt to cost is active; who has
/// cause but is held back by fear follows once enough others are seen. No luck plays a part, so twins differ only by their minds.
/// </summary>
public static class Protest
{
    private const int Lanes = 16;
    private static readonly Purpose Holding = Purpose.Named("learning/held-for-protest");
    private static readonly uint Active = MarkBits.Of(Mark.Protesting);
    private static readonly uint Penalised = MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.BySpillOver);

    /// <summary>Decides who protests in the next four weeks.</summary>
    public static void Month(ResistanceTable table, Roster roster, Situation situation, Mind mind, Defiance defiance, bool scalar)
    {
        if (!table.Protests)
        {
            return;
        }
        var elsewhere = Share(situation);
        Span<float> cause = stackalloc float[Roster.BlockSize];
        for (var block = 0; block < roster.Blocks; block++)
        {
            var start = block * Roster.BlockSize;
            var some = Causes(table, situation, mind, start, cause, scalar);
            var marks = situation.Marks.Span.Slice(start, Roster.BlockSize);
            if (some || Any(marks) || defiance.Held.Span.Slice(start, Roster.BlockSize).ContainsAnyExcept((byte)0))
            {
                Gather(table, roster, situation, defiance, start, cause, elsewhere);
            }
        }
    }

    /// <summary>Ordinary law holds those whom it finds at an assembly while they protest.</summary>
    public static void Arrest(ResistanceTable table, ConductTable conducts, ReadOnlySpan<Finding> findings, Situation situation,
        Defiance defiance, ulong seed, uint district, int week)
    {
        foreach (ref readonly var finding in findings)
        {
            ref var marks = ref situation.Marks[finding.Slot];
            if ((marks & Active) != 0 && conducts.Conducts[finding.Conduct].Right == Right.Assembly)
            {
                marks &= ~Active;
                var bits = new Draw(seed, district, Holding).At(finding.Slot, week);
                defiance.Held[finding.Slot] = (byte)Draw.Below(bits.A, table.HeldLongest + 1);
            }
        }
    }

    /// <summary>Adults and those of them who protest.</summary>
    public static (int Adults, int Active) Count(Situation situation)
    {
        var adult = RoleBits.Of(Role.Adult);
        var (adults, active) = (0, 0);
        var roles = situation.Roles.Span;
        var marks = situation.Marks.Span;
        for (var slot = 0; slot < roles.Length; slot++)
        {
            var grown = (roles[slot] & adult) != 0 ? 1 : 0;
            adults += grown;
            active += grown & (int)((marks[slot] & Active) >> (int)Mark.Protesting);
        }
        return (adults, active);
    }

    private static float Share(Situation situation)
    {
        var (adults, active) = Any(situation.Marks.Span) ? Count(situation) : (1, 0);
        return active / (float)Math.Max(1, adults);
    }

    private static bool Any(ReadOnlySpan<uint> marks)
    {
        var all = Vector512<uint>.Zero;
        for (var i = 0; i < marks.Length; i += Lanes)
        {
            all |= Vector512.Create(marks[i..]);
        }
        return (all & Vector512.Create(Active)) != Vector512<uint>.Zero;
    }

    // Grievance less the threshold, by resident; true if somebody's is above.
    private static bool Causes(ResistanceTable table, Situation situation, Mind mind, int start, Span<float> cause, bool scalar)
    {
        var marks = situation.Marks.Span.Slice(start, Roster.BlockSize);
        var stress = mind.Stress.Span.Slice(start, Roster.BlockSize);
        var own = mind.Grievance.Span.Slice(start, Roster.BlockSize);
        var support = mind.Support.Span.Slice(start, Roster.BlockSize);
        var trust = mind.TrustInstitutions.Span.Slice(start, Roster.BlockSize);
        var most = Vector512<float>.Zero;
        for (var i = 0; i < Roster.BlockSize && !scalar; i += Lanes)
        {
            var strain = Vector512.Max(Vector512<float>.Zero,
                Vector512.Create<float>(stress.Slice(i, Lanes)) - Vector512.Create(table.StressRest));
            var hardship = Vector512.Create<float>(own.Slice(i, Lanes)) + Vector512.Create(table.HardshipStress) * strain
                + Vector512.ConditionalSelect(Feeling.Has(marks.Slice(i, Lanes), Penalised), Vector512.Create(table.HardshipPenalty),
                    Vector512<float>.Zero);
            var legitimacy = Vector512.Create(0.5f)
                * (Vector512.Create<float>(support.Slice(i, Lanes)) + Vector512.Create<float>(trust.Slice(i, Lanes)));
            var felt = Vector512.Min(Vector512<float>.One, hardship) * (Vector512<float>.One - legitimacy)
                - Vector512.Create(table.Threshold);
            felt.CopyTo(cause[i..]);
            most = Vector512.Max(most, felt);
        }
        for (var i = 0; i < Roster.BlockSize && scalar; i++)
        {
            var hardship = own[i] + table.HardshipStress * Math.Max(0, stress[i] - table.StressRest)
                + ((marks[i] & Penalised) != 0 ? table.HardshipPenalty : 0);
            cause[i] = Epstein.Grievance(Math.Min(1, hardship), 0.5f * (support[i] + trust[i])) - table.Threshold;
        }
        return scalar ? cause.IndexOfAnyInRange(float.Epsilon, float.MaxValue) >= 0
            : Vector512.GreaterThanAny(most, Vector512<float>.Zero);
    }

    // One neighbourhood: who dares, then who follows; those held are away.
    private static void Gather(ResistanceTable table, Roster roster, Situation situation, Defiance defiance, int start,
        ReadOnlySpan<float> cause, float elsewhere)
    {
        var marks = situation.Marks.Span.Slice(start, Roster.BlockSize);
        var held = defiance.Held.Span.Slice(start, Roster.BlockSize);
        var (adults, before) = (0, 0);
        for (var i = 0; i < Roster.BlockSize; i++)
        {
            var grown = Grown(situation, start + i);
            adults += grown ? 1 : 0;
            before += grown && (marks[i] & Active) != 0 ? 1 : 0;
        }
        var arrest = Epstein.ArrestChance(table.ArrestConstant, table.Police * adults / (1 + before));
        Span<float> thresholds = stackalloc float[Roster.BlockSize];
        Span<bool> joined = stackalloc bool[Roster.BlockSize];
        joined.Clear();
        var daring = 0;
        for (var i = 0; i < Roster.BlockSize; i++)
        {
            thresholds[i] = float.PositiveInfinity;
            held[i] -= held[i] > 0 ? (byte)1 : (byte)0;
            if (cause[i] <= 0 || held[i] > 0 || !Grown(situation, start + i))
            {
                continue;
            }
            var aversion = table.RiskAversion(roster.TraitOf(Trait.RiskAversion)[start + i]);
            joined[i] = Epstein.Active(cause[i], aversion, arrest, 0);
            daring += joined[i] ? 1 : 0;
            thresholds[i] = table.FollowAt - table.FollowSpread * roster.TraitOf(Trait.Voice)[start + i];
        }
        // Nobody to be seen, nobody to follow: a threshold of nothing makes no instigator.
        if (daring > 0 || elsewhere > 0)
        {
            Thresholds.Spread(thresholds, joined, daring, Math.Max(1, adults), table.SeenFar, elsewhere);
        }
        for (var i = 0; i < Roster.BlockSize; i++)
        {
            marks[i] = joined[i] ? marks[i] | Active : marks[i] & ~Active;
        }
    }

    private static bool Grown(Situation situation, int slot) => (situation.Roles[slot] & RoleBits.Of(Role.Adult)) != 0;
}
