using System.Runtime.Intrinsics;
using Glasshouse.Living;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>
/// What stress settles at: rest, plus disposition, plus burdens times (1 + reactivity x disposition), lighter with ties, between
/// 0 and 1. A burden is a want of work, arrears, a penalty (more if undeserved), knowing of being scored. For one person and for
/// sixteen: the same formula twice.
/// </summary>
public readonly struct Strain
{
    private static readonly uint Worker = RoleBits.Workforce | RoleBits.Of(Role.Employed);
    private static readonly uint Aware = MarkBits.Of(Mark.Aware);
    private static readonly uint Penalised = MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.BySpillOver);
    private static readonly uint ByError = MarkBits.Of(Mark.ByError);

    private readonly float _rest, _jobless, _arrears, _penalty, _undeserved, _watched, _spread, _reactivity, _comfort, _usual;

    public Strain(LearningFigures figures)
    {
        _rest = (float)figures.StressRest;
        _jobless = (float)figures.StressJobless;
        _arrears = (float)figures.StressArrears;
        _penalty = (float)figures.StressPenalty;
        _watched = (float)figures.StressWatched;
        if (figures.Health is { } health)
        {
            _undeserved = (float)health.Undeserved;
            _spread = (float)health.Disposition;
            _reactivity = (float)health.Reactivity;
        }
        _usual = 1;
        if (figures.Ties is { } ties)
        {
            (_comfort, _usual) = ((float)ties.Comfort, (float)ties.Usual);
        }
    }

    /// <summary>Stress of somebody on whom nothing weighs.</summary>
    public float Rest(float disposition) => Math.Clamp(_rest + _spread * disposition, 0, 1);

    /// <summary>What stress settles at, 0 to 1.</summary>
    public float Target(uint marks, uint roles, float disposition, byte ties)
    {
        var burden = ((roles & Worker) == RoleBits.Workforce ? _jobless : 0)
            + ((marks & MarkBits.Arrears) != 0 ? _arrears : 0)
            + ((marks & Penalised) != 0 ? _penalty : 0)
            + ((marks & ByError) != 0 ? _undeserved : 0)
            + ((marks & Aware) != 0 ? _watched : 0);
        var weight = Math.Max(0, 1 + _reactivity * disposition) * (1 - _comfort * Ties.Closeness(ties, _usual));
        return Math.Min(1, Math.Max(0, _rest + _spread * disposition + burden * weight));
    }

    /// <summary>The same for sixteen.</summary>
    public Vector512<float> Target(ReadOnlySpan<uint> marks, ReadOnlySpan<uint> roles, ReadOnlySpan<float> dispositions,
        ReadOnlySpan<byte> ties)
    {
        var (none, one) = (Vector512<float>.Zero, Vector512<float>.One);
        var disposition = Vector512.Create(dispositions);
        var burden = Drift.If(Feeling.Has(roles, Worker, RoleBits.Workforce), _jobless)
            + Drift.If(Feeling.Has(marks, MarkBits.Arrears), _arrears)
            + Drift.If(Feeling.Has(marks, Penalised), _penalty)
            + Drift.If(Feeling.Has(marks, ByError), _undeserved)
            + Drift.If(Feeling.Has(marks, Aware), _watched);
        var (low, high) = Vector128.Widen(Vector128.Create(ties));
        var (first, second) = Vector256.Widen(Vector256.Create(low, high));
        var usual = Vector512.Create(_usual);
        var have = Vector512.ConvertToSingle(Vector512.Create(first, second));
        var closeness = Vector512.Min(have, Vector512.Create(2 * _usual)) / usual - one;
        var weight = Vector512.Max(none, one + Vector512.Create(_reactivity) * disposition)
            * (one - Vector512.Create(_comfort) * closeness);
        var resting = Vector512.Create(_rest) + Vector512.Create(_spread) * disposition;
        return Vector512.Min(one, Vector512.Max(none, resting + burden * weight));
    }

    /// <summary>Doors that the grade shut strain at once whom they were shut on; the strain then wears off.</summary>
    public static void ShutOut(LearningFigures figures, ReadOnlySpan<Met> met, Mind mind)
    {
        if (figures.Health is not { Refused.Value: > 0 } health)
        {
            return;
        }
        var share = (float)health.Refused;
        foreach (ref readonly var one in met)
        {
            if (one.Outcome == Outcome.RefusedByGrade)
            {
                ref var stress = ref mind.Stress[one.Slot];
                stress += share * (1 - stress);
            }
        }
    }
}
