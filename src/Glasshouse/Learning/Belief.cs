using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>
/// How the perceived risk of one channel moves in a week in one neighbourhood: towards law and, for those who know, what is heard; then up
/// by what neighbours went through. For one person and for sixteen: the same formula twice.
/// </summary>
internal readonly struct Belief
{
    private static readonly uint Aware = MarkBits.Of(Mark.Aware);

    private readonly float _adjust, _law1, _law0, _heard1, _heard0, _seen, _dither;

    /// <param name="table">The figures.</param>
    /// <param name="signal">What can be heard.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="seen">Share of the gap to certainty that is closed by what neighbours went through, 0 to 1.</param>
    /// <param name="dither">The week's, for narrowing.</param>
    public Belief(LearningTable table, Signal signal, int channel, float seen, float dither)
    {
        _adjust = (float)table.Figures.WeeklyAdjustment;
        (_law1, _law0) = (table.LawRisk[channel], table.LawRiskInnocent);
        (_heard1, _heard0) = (Math.Min(1, _law1 + signal.IfDone[channel]), Math.Min(1, _law0 + signal.IfNot[channel]));
        (_seen, _dither) = (seen, dither);
    }

    public void One(uint marks, ref ushort done, ref ushort not)
    {
        var hears = (marks & Aware) != 0;
        var (now1, now0) = (Unit16.Wide(done), Unit16.Wide(not));
        var one = now1 + _adjust * ((hears ? _heard1 : _law1) - now1);
        done = Unit16.Narrow(one + _seen * (1 - one), _dither);
        not = Unit16.Narrow(now0 + _adjust * ((hears ? _heard0 : _law0) - now0), _dither);
    }

    public void Sixteen(ReadOnlySpan<uint> marks, Span<ushort> done, Span<ushort> not)
    {
        var hears = Feeling.Has(marks, Aware);
        var (now1, now0) = (Wide(done), Wide(not));
        var target1 = Vector512.ConditionalSelect(hears, Vector512.Create(_heard1), Vector512.Create(_law1));
        var target0 = Vector512.ConditionalSelect(hears, Vector512.Create(_heard0), Vector512.Create(_law0));
        var adjust = Vector512.Create(_adjust);
        var one = now1 + adjust * (target1 - now1);
        Narrow(one + Vector512.Create(_seen) * (Vector512<float>.One - one), done);
        Narrow(now0 + adjust * (target0 - now0), not);
    }

    /// <summary>Sixteen shares.</summary>
    public static Vector512<float> Wide(ReadOnlySpan<ushort> shares) =>
        Unit16.Wide(Vector512.WidenLower(Vector256.Create(shares).ToVector512Unsafe()));

    private void Narrow(Vector512<float> shares, Span<ushort> to)
    {
        var steps = Unit16.Narrow(shares, Vector512.Create(_dither));
        Vector512.Narrow(steps, steps).GetLower().CopyTo(to);
    }
}
