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

    /// <summary>Acts this week by which residents broke rules that neighbours see.</summary>
    public Column<float> Broken { get; } = slab.Add<float>(blocks);

    /// <summary>The same, smoothed, per resident and year.</summary>
    public Column<float> Seen { get; } = slab.Add<float>(blocks);

    /// <summary>Rules broken of late in public, 0 to 1 (<see cref="Example"/>).</summary>
    public Column<float> Disorder { get; } = slab.Add<float>(blocks);
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
        int week, bool scalar)
    {
        var figures = table.Figures;
        var dither = Unit16.Dither(week);
        Span<float> seen = stackalloc float[Mind.Channels];
        for (var block = 0; block < roster.Blocks; block++)
        {
            var start = block * Roster.BlockSize;
            ref var safety = ref blocks.Safety[block];
            safety += (float)figures.SafetyRecovery * (1 - safety) - (float)figures.SafetyPerHarm * blocks.Harmed[block] / Roster.BlockSize;
            safety = Math.Clamp(safety, 0, 1);
            table.Seen(blocks.Punished.Span.Slice(block * Mind.Channels, Mind.Channels), seen);
            for (var c = 0; c < Mind.Channels; c++)
            {
                Believe(table, signal, situation, mind, c, start, seen[c], dither, scalar);
            }
            Feel(table, situation, roster, mind, start, safety, scalar);
        }
        blocks.Harmed.Span.Clear();
        blocks.Punished.Span.Clear();
    }

    private static void Believe(LearningTable table, Signal signal, Situation situation, Mind mind, int channel, int start, float seen,
        float dither, bool scalar)
    {
        var belief = new Belief(table, signal, channel, seen, dither);
        var marks = situation.Marks.Span.Slice(start, Roster.BlockSize);
        var done = mind.RiskIfDone(channel).Span.Slice(start, Roster.BlockSize);
        var not = mind.RiskIfNot(channel).Span.Slice(start, Roster.BlockSize);
        if (scalar)
        {
            for (var i = 0; i < Roster.BlockSize; i++)
            {
                belief.One(marks[i], ref done[i], ref not[i]);
            }
            return;
        }
        for (var i = 0; i < Roster.BlockSize; i += Lanes)
        {
            belief.Sixteen(marks.Slice(i, Lanes), done.Slice(i, Lanes), not.Slice(i, Lanes));
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
