using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Learning;

// Learning: lives change minds. In: marks, acts, findings, noticed records, what the neighbours met. Out: next week's minds.

/// <summary>What the neighbourhoods of a district and twin went through: a column entry per block of 64 residents.</summary>
public sealed class Neighbourhoods(Slab slab, int blocks)
{
    /// <summary>Felt safety, 0 to 1.</summary>
    public Column<float> Safety { get; } = slab.Add<float>(blocks);

    /// <summary>Residents punished this week, by block x 4 + channel.</summary>
    public Column<float> Punished { get; } = slab.Add<float>(blocks * 4);

    /// <summary>Acts that harmed residents this week.</summary>
    public Column<float> Harmed { get; } = slab.Add<float>(blocks);
}

/// <summary>
/// The weekly drift of minds, sixteen persons at a time: perceived risk towards what is heard, stress towards what life brings, trust
/// and support towards their rest. The scalar form does the same operations in the same order.
/// </summary>
public static class Feeling
{
    private const int Lanes = 16;

    /// <summary>Lets a week pass in all minds of a district.</summary>
    public static void Settle(LearningTable table, Signal signal, Roster roster, Situation situation, Mind mind, Neighbourhoods blocks,
        bool scalar)
    {
        var figures = table.Figures;
        for (var block = 0; block < roster.Blocks; block++)
        {
            var start = block * Roster.BlockSize;
            ref var safety = ref blocks.Safety[block];
            safety += (float)figures.SafetyRecovery * (1 - safety) - (float)figures.SafetyPerHarm * blocks.Harmed[block] / Roster.BlockSize;
            safety = Math.Clamp(safety, 0, 1);
            for (var c = 0; c < Mind.Channels; c++)
            {
                var seen = Math.Min(1, blocks.Punished[block * 4 + c] / Roster.BlockSize) * (float)figures.NeighbourExperience;
                Believe(table, signal, situation, mind, c, start, seen, scalar);
            }
            Feel(table, situation, roster, mind, start, safety, scalar);
        }
        blocks.Harmed.Span.Clear();
        blocks.Punished.Span.Clear();
    }

    private static void Believe(LearningTable table, Signal signal, Situation situation, Mind mind, int channel, int start, float seen,
        bool scalar)
    {
        var adjust = (float)table.Figures.WeeklyAdjustment;
        var (law1, law0) = (table.LawRisk[channel], table.LawRiskInnocent);
        var (add1, add0) = (signal.IfDone[channel], signal.IfNot[channel]);
        var marks = situation.Marks.Span.Slice(start, Roster.BlockSize);
        var done = mind.RiskIfDone(channel).Span.Slice(start, Roster.BlockSize);
        var not = mind.RiskIfNot(channel).Span.Slice(start, Roster.BlockSize);
        var aware = MarkBits.Of(Mark.Aware);
        if (scalar)
        {
            for (var i = 0; i < Roster.BlockSize; i++)
            {
                var hears = (marks[i] & aware) != 0;
                var target1 = law1 + (hears ? add1 : 0);
                var target0 = law0 + (hears ? add0 : 0);
                var one = done[i] + adjust * (target1 - done[i]);
                done[i] = one + seen * (1 - one);
                not[i] += adjust * (target0 - not[i]);
            }
            return;
        }
        for (var i = 0; i < Roster.BlockSize; i += Lanes)
        {
            var hears = Has(marks.Slice(i, Lanes), aware);
            var now1 = Vector512.Create<float>(done.Slice(i, Lanes));
            var now0 = Vector512.Create<float>(not.Slice(i, Lanes));
            var target1 = Vector512.Create(law1) + Vector512.ConditionalSelect(hears, Vector512.Create(add1), Vector512<float>.Zero);
            var target0 = Vector512.Create(law0) + Vector512.ConditionalSelect(hears, Vector512.Create(add0), Vector512<float>.Zero);
            var one = now1 + Vector512.Create(adjust) * (target1 - now1);
            (one + Vector512.Create(seen) * (Vector512<float>.One - one)).CopyTo(done.Slice(i, Lanes));
            (now0 + Vector512.Create(adjust) * (target0 - now0)).CopyTo(not.Slice(i, Lanes));
        }
    }

    private static void Feel(LearningTable table, Situation situation, Roster roster, Mind mind, int start, float safety, bool scalar)
    {
        var size = Roster.BlockSize;
        var drift = new Drift(table, safety);
        var marks = situation.Marks.Span.Slice(start, size);
        var roles = situation.Roles.Span.Slice(start, size);
        var stance = roster.TraitOf(Trait.Stance).Span.Slice(start, size);
        var disposition = roster.Disposition.Span.Slice(start, size);
        var ties = situation.Ties.Span.Slice(start, size);
        var stress = mind.Stress.Span.Slice(start, size);
        var institutions = mind.TrustInstitutions.Span.Slice(start, size);
        var people = mind.TrustPeople.Span.Slice(start, size);
        var support = mind.Support.Span.Slice(start, size);
        var grievance = mind.Grievance.Span.Slice(start, size);
        if (scalar)
        {
            for (var i = 0; i < size; i++)
            {
                drift.One(marks[i], roles[i], stance[i], disposition[i], ties[i], ref stress[i], ref institutions[i],
                    ref people[i], ref support[i], ref grievance[i]);
            }
            return;
        }
        for (var i = 0; i < size; i += Lanes)
        {
            drift.Sixteen(marks.Slice(i, Lanes), roles.Slice(i, Lanes), stance.Slice(i, Lanes),
                disposition.Slice(i, Lanes), ties.Slice(i, Lanes), stress.Slice(i, Lanes), institutions.Slice(i, Lanes),
                people.Slice(i, Lanes), support.Slice(i, Lanes), grievance.Slice(i, Lanes));
        }
    }

    internal static Vector512<float> Has(ReadOnlySpan<uint> bits, uint any) =>
        Vector512.GreaterThan(Vector512.Create(bits) & Vector512.Create(any), Vector512<uint>.Zero).AsSingle();

    internal static Vector512<float> Has(ReadOnlySpan<uint> bits, uint mask, uint equal) =>
        Vector512.Equals(Vector512.Create(bits) & Vector512.Create(mask), Vector512.Create(equal)).AsSingle();
}
