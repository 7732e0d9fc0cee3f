using Glasshouse.Kernel;

namespace Glasshouse.Scoring;

/// <summary>How subjects stand with the regime.</summary>
public sealed class Standing(Slab slab, int slots)
{
    /// <summary>Value of <see cref="Direct"/> without a direct grade, and of <see cref="Before"/> without memory.</summary>
    public const byte NoGrade = 255;

    /// <summary>Score, thousandths of a point.</summary>
    public Column<int> Score { get; } = slab.Add<int>(slots);

    /// <summary>Grade by index, best first.</summary>
    public Column<byte> Grade { get; } = slab.Add<byte>(slots);

    /// <summary>Direct grade in force.</summary>
    public Column<byte> Direct { get; } = slab.Add<byte>(slots);

    /// <summary>Grade held before the direct grade in force.</summary>
    public Column<byte> Before { get; } = slab.Add<byte>(slots);

    /// <summary>Rung on the scale by which people perceive stakes (<see cref="Ladder"/>).</summary>
    public Column<byte> Rung { get; } = slab.Add<byte>(slots);

    /// <summary>Grade a year ago, for transitions.</summary>
    public Column<byte> YearAgo { get; } = slab.Add<byte>(slots);

    /// <summary>Gives a subject without records its start.</summary>
    public void Enter(GradeTable grades, int slot)
    {
        Score[slot] = grades.Start;
        Grade[slot] = YearAgo[slot] = (byte)grades.Entry;
        Direct[slot] = Before[slot] = NoGrade;
        Rung[slot] = Ladder.Rung(grades, grades.Start, NoGrade);
    }
}

/// <summary>
/// The rungs by which stakes are tabled: steps of 15 points of score around the start, on a weighed scale as many as span it, then
/// one rung for each direct grade.
/// </summary>
public static class Ladder
{
    /// <summary>Rungs of scores.</summary>
    public const int ScoreRungs = 40;

    private const int Below = 30;
    private const int PlainStep = 15_000;

    /// <summary>Score at the middle of a rung, thousandths.</summary>
    public static int Middle(GradeTable grades, int rung)
    {
        var step = Step(grades);
        return grades.Start + (rung - Below) * step + step / 2;
    }

    /// <summary>The rung of a score, or of a direct grade if one stands.</summary>
    public static byte Rung(GradeTable grades, int score, byte direct) => direct != Standing.NoGrade
        ? (byte)(ScoreRungs + Math.Min(direct, (byte)7))
        : (byte)Math.Clamp((int)Math.Floor((score - (double)grades.Start) / Step(grades)) + Below, 0, ScoreRungs - 1);

    private static int Step(GradeTable grades) => grades.Weighted
        ? Math.Max((grades.Start - grades.Floor) / Below, (grades.Ceiling - grades.Start) / (ScoreRungs - Below)) + 1
        : PlainStep;
}
