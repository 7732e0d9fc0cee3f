using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Glasshouse.Kernel;

namespace Glasshouse.Bench;

/// <summary>
/// Compliance-64, the reference model of <c>bench/reference/README.md</c>, from the engine's own primitives. Sixteen
/// neighbourhoods of 50 are interleaved, one to a lane, so that a neighbourhood's sums and its influence need no step across
/// lanes. One block of random words serves two agents of a neighbourhood.
/// </summary>
internal sealed class Compliance64
{
    private const int Homes = 16;
    private const int Agents = 50;
    private const int Together = Homes * Agents;

    private readonly Slab _slab = new();
    private readonly Column<float> _propensity;
    private readonly Column<float> _score;
    private readonly Column<float> _belief;
    private readonly Column<float> _support;
    private readonly Column<ushort> _group;
    private readonly Column<float> _detection;
    private readonly Column<float> _climate;
    private readonly Draw _luck;
    private readonly int _count;

    private long _compliant, _compliant1, _false, _false1, _supportSum;
    private int _weeks;

    /// <param name="count">Number of agents, a multiple of 800.</param>
    /// <param name="seed">The run's seed.</param>
    public Compliance64(int count, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count % Together, 0);
        _count = count;
        _propensity = _slab.Add<float>(count);
        _score = _slab.Add<float>(count);
        _belief = _slab.Add<float>(count);
        _support = _slab.Add<float>(count);
        _group = _slab.Add<ushort>(count / 16);
        _detection = _slab.Add<float>(count / Agents);
        _climate = _slab.Add<float>(count / Agents);
        _luck = new Draw(seed, 0, Purpose.Named("compliance luck"));

        _score.Span.Fill(500);
        _belief.Span.Fill(0.2f);
        _support.Span.Fill(1);
        _climate.Span.Fill(1);
        var birth = new Draw(seed, 0, Purpose.Named("compliance birth"));
        for (var i = 0; i < count; i++)
        {
            var block = birth.At((uint)i, 0);
            _propensity[i] = Draw.Unit(block.A);
            _group[i / 16] |= (ushort)((Draw.Unit(block.B) < 0.3f ? 1 : 0) << (i % 16));
        }
    }

    /// <summary>All agents take one week.</summary>
    public void Step()
    {
        for (var home = 0; home < _count / Together; home++)
        {
            Step(home);
        }

        _weeks++;
    }

    public Outcome Outcome()
    {
        long agentWeeks = (long)_count * _weeks;
        return new Outcome(
            1 - (double)_compliant / agentWeeks,
            Mean(_score.Span),
            Mean(_belief.Span),
            Mean(_support.Span),
            Fixed.ToDouble(_supportSum) / agentWeeks,
            (double)(_false - _false1) / (_compliant - _compliant1),
            (double)_false1 / _compliant1);
    }

    public ulong Digest() => Kernel.Digest.Of(_slab.Bytes);

    // Sixteen neighbourhoods. Compiled by itself: inlined into its caller it would exceed what the compiler inlines in turn.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Step(int home)
    {
        ref var propensity = ref _propensity[home * Together];
        ref var score = ref _score[home * Together];
        ref var belief = ref _belief[home * Together];
        ref var support = ref _support[home * Together];
        ref var group = ref _group[home * Agents];
        var detection = Vector512.LoadUnsafe(ref _detection[home * Homes]);
        var climate = Vector512.LoadUnsafe(ref _climate[home * Homes]);
        var supportSum = Vector512<float>.Zero;
        var detected = Vector512<float>.Zero;
        var subjects = Vector512.Create((uint)(home * Together / 2)) + Vector512<uint>.Indices;
        var luck = _luck;
        var week = _weeks;
        int compliant = 0, compliant1 = 0, wronged = 0, wronged1 = 0;

        for (var q = 0; q < Agents; q += 2)
        {
            luck.At16(subjects, week, 0, out var act0, out var sight0, out var act1, out var sight1);
            subjects += Vector512.Create(16u);
            Week(q, act0, sight0, ref propensity, ref score, ref belief, ref support, ref group, detection, climate,
                ref supportSum, ref detected, ref compliant, ref compliant1, ref wronged, ref wronged1);
            Week(q + 1, act1, sight1, ref propensity, ref score, ref belief, ref support, ref group, detection, climate,
                ref supportSum, ref detected, ref compliant, ref compliant1, ref wronged, ref wronged1);
        }

        (detected * Vector512.Create(1f / Agents)).StoreUnsafe(ref _detection[home * Homes]);
        (supportSum * Vector512.Create(1f / Agents)).StoreUnsafe(ref _climate[home * Homes]);
        _compliant += compliant;
        _compliant1 += compliant1;
        _false += wronged;
        _false1 += wronged1;

        // At most 50 in a lane: in units of 2^-24 below 2^31.
        var (lower, upper) = Vector512.Widen(Vector512.ConvertToInt32(supportSum * Vector512.Create((float)Fixed.One)));
        _supportSum += Vector512.Sum(lower + upper);
    }

    // One agent of each of the sixteen neighbourhoods.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Week(
        int q, Vector512<uint> act, Vector512<uint> sight,
        ref float propensities, ref float scores, ref float beliefs, ref float supports, ref ushort groups,
        Vector512<float> detection, Vector512<float> climate, ref Vector512<float> supportSum, ref Vector512<float> detections,
        ref int compliant, ref int compliant1, ref int wronged, ref int wronged1)
    {
        var at = (nuint)(q * 16);
        var propensity = Vector512.LoadUnsafe(ref propensities, at);
        var score = Vector512.LoadUnsafe(ref scores, at);
        var belief = Vector512.LoadUnsafe(ref beliefs, at);
        var support = Vector512.LoadUnsafe(ref supports, at);

        // r < 1 / (1 + e^-x) is r + r e^-x < 1.
        var x = Vector512.FusedMultiplyAdd(propensity, Vector512.Create(-3f), Vector512.Create(3.5f));
        x = Vector512.FusedMultiplyAdd(belief, Vector512.Create(4f), x);
        var r = Draw.Unit(act);
        var violates = Vector512.LessThan(Vector512.FusedMultiplyAdd(r, Elementary.Exp(x), r), Vector512<float>.One);
        var chance = Vector512.ConditionalSelect(violates, Vector512.Create(0.30f), Vector512.Create(0.01f));
        var detected = Vector512.LessThan(Draw.Unit(sight), chance);

        var punished = score - Vector512.Create(5f);
        punished = AtLeastZero(punished);
        var recovered = Vector512.FusedMultiplyAdd(score, Vector512.Create(0.98f), Vector512.Create(20f));
        Vector512.ConditionalSelect(detected, punished, recovered).StoreUnsafe(ref scores, at);

        var lost = support - Vector512.Create(0.05f);
        lost = AtLeastZero(lost);
        var relaxed = Vector512.FusedMultiplyAdd(climate - support, Vector512.Create(0.01f), support);
        support = Vector512.ConditionalSelect(detected, lost, relaxed);
        support.StoreUnsafe(ref supports, at);

        var seen = Vector512.ConditionalSelect(detected, Vector512<float>.One, detection);
        Vector512.FusedMultiplyAdd(seen - belief, Vector512.Create(0.1f), belief).StoreUnsafe(ref beliefs, at);

        supportSum += support;
        detections = Vector512.ConditionalSelect(detected, detections + Vector512<float>.One, detections);
        var complies = ~(uint)violates.ExtractMostSignificantBits() & 0xFFFF;
        var wrong = (uint)detected.ExtractMostSignificantBits() & complies;
        uint group = Unsafe.Add(ref groups, q);
        compliant += BitOperations.PopCount(complies);
        compliant1 += BitOperations.PopCount(complies & group);
        wronged += BitOperations.PopCount(wrong);
        wronged1 += BitOperations.PopCount(wrong & group);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AtLeastZero(Vector512<float> x) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<float>.Zero), x, Vector512<float>.Zero);

    private static double Mean(ReadOnlySpan<float> values)
    {
        var total = new Total();
        foreach (var value in values)
        {
            total.Add(value);
        }

        return total.Value / values.Length;
    }
}

/// <summary>What Compliance-64 reports, and the tolerances within which two programs agree.</summary>
internal readonly record struct Outcome(
    double Violations, double Score, double Belief, double Support, double SupportOverall, double False0, double False1)
{
    /// <summary>Means of the plain C program at 100,000 agents, seeds 1 to 10.</summary>
    public static readonly Outcome Reference = new(0.109668, 988.92, 0.082125, 0.036017, 0.470093, 0.010006, 0.009999);

    public static Outcome Mean(IReadOnlyCollection<Outcome> outcomes) => new(
        outcomes.Average(o => o.Violations), outcomes.Average(o => o.Score), outcomes.Average(o => o.Belief),
        outcomes.Average(o => o.Support), outcomes.Average(o => o.SupportOverall),
        outcomes.Average(o => o.False0), outcomes.Average(o => o.False1));

    public bool AgreesWith(Outcome other) =>
        Math.Abs(Violations - other.Violations) <= 0.0003
        && Math.Abs(Score - other.Score) <= 1
        && Math.Abs(Belief - other.Belief) <= 0.001
        && Math.Abs(Support - other.Support) <= 0.005
        && Math.Abs(False0 - 0.01) <= 0.0002
        && Math.Abs(False1 - 0.01) <= 0.0002;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"viol={Violations:F6} score={Score:F4} belief={Belief:F5} support={Support:F5} supavg={SupportOverall:F5} " +
        $"false0={False0:F6} false1={False1:F6}");
}
