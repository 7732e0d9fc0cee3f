using System.Runtime.Intrinsics;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>
/// The coefficients of one block's drift, and the drift itself for one person and for sixteen: the same formula twice.
/// </summary>
internal readonly struct Drift
{
    private readonly Strain _strain;
    private readonly float _stressSpeed;
    private readonly float _recovery, _institutions, _people;
    private readonly float _supportSpeed, _supportRest, _perStance, _reward, _fall, _grievanceKept, _repression, _benefits;

    private static readonly uint Aware = MarkBits.Of(Mark.Aware);

    // A penalty of one's own, or through the grade of somebody else.
    private static readonly uint Penalised = MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.BySpillOver);
    private static readonly uint Rewarded = MarkBits.Of(Mark.Rewarded);
    private static readonly uint Informed = MarkBits.Of(Mark.Informed);

    public Drift(LearningTable table, float safety)
    {
        var f = table.Figures;
        _strain = new Strain(f);
        _stressSpeed = (float)f.StressSpeed;
        _recovery = (float)f.TrustRecovery;
        _institutions = (float)f.TrustInstitutionsStart;
        _people = (float)f.TrustPeopleStart;
        _supportSpeed = (float)f.SupportSpeed;
        _supportRest = (float)f.SupportStart + (float)f.SupportSafety * (safety - 1);
        _perStance = (float)f.SupportStance;
        _reward = (float)f.SupportReward;
        _fall = (float)f.SupportPenalty;
        _grievanceKept = table.GrievanceKept;
        _repression = table.SupportByRepression;
        _benefits = table.SupportByBenefits;
    }

    public void One(uint marks, uint roles, float stance, float disposition, byte ties, ref float stress,
        ref float institutions, ref float people, ref float support, ref float grievance)
    {
        stress += _stressSpeed * (_strain.Target(marks, roles, disposition, ties) - stress);
        institutions += _recovery * (_institutions - institutions);
        people += _recovery * (_people - people);
        var lean = _supportRest + _perStance * stance
            + ((marks & (Aware | Rewarded)) == (Aware | Rewarded) ? _reward : 0)
            - ((marks & Penalised) != 0 ? _fall : 0)
            + ((marks & Aware) != 0 ? _benefits : 0)
            - ((marks & Informed) != 0 ? _repression : 0)
            + (institutions - _institutions);
        support = Math.Clamp(support + _supportSpeed * (lean - support), 0, 1);
        grievance *= _grievanceKept;
    }

    public void Sixteen(ReadOnlySpan<uint> marks, ReadOnlySpan<uint> roles, ReadOnlySpan<float> stance,
        ReadOnlySpan<float> disposition, ReadOnlySpan<byte> ties, Span<float> stress, Span<float> institutions, Span<float> people,
        Span<float> support, Span<float> grievance)
    {
        var tense = Vector512.Create<float>(stress);
        (tense + Vector512.Create(_stressSpeed) * (_strain.Target(marks, roles, disposition, ties) - tense)).CopyTo(stress);
        var recovery = Vector512.Create(_recovery);
        var trust = Vector512.Create<float>(institutions);
        trust += recovery * (Vector512.Create(_institutions) - trust);
        trust.CopyTo(institutions);
        var others = Vector512.Create<float>(people);
        (others + recovery * (Vector512.Create(_people) - others)).CopyTo(people);
        var lean = Vector512.Create(_supportRest) + Vector512.Create(_perStance) * Vector512.Create(stance)
            + If(Feeling.Has(marks, Aware | Rewarded, Aware | Rewarded), _reward)
            - If(Feeling.Has(marks, Penalised), _fall)
            + If(Feeling.Has(marks, Aware), _benefits)
            - If(Feeling.Has(marks, Informed), _repression)
            + (trust - Vector512.Create(_institutions));
        var now = Vector512.Create<float>(support);
        var next = now + Vector512.Create(_supportSpeed) * (lean - now);
        Vector512.Min(Vector512.Max(next, Vector512<float>.Zero), Vector512<float>.One).CopyTo(support);
        (Vector512.Create<float>(grievance) * Vector512.Create(_grievanceKept)).CopyTo(grievance);
    }

    internal static Vector512<float> If(Vector512<float> mask, float value) =>
        Vector512.ConditionalSelect(mask, Vector512.Create(value), Vector512<float>.Zero);
}
