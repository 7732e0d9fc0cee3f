using Glasshouse.Kernel;

namespace Glasshouse.Scoring;

/// <summary>How subjects stand with the regime.</summary>
/// <param name="slab">Where the columns lie.</param>
/// <param name="slots">Subjects.</param>
/// <param name="further">Scales beside the main one.</param>
/// <param name="weighed">Those of them that are weighed.</param>
/// <param name="spills">True if grades of others can hit a subject.</param>
/// <param name="newcomers">True to keep for how long subjects have been there.</param>
public sealed class Standing(
    Slab slab, int slots, int further = 0, int weighed = 0, bool spills = false, bool newcomers = false)
{
    /// <summary>Value of <see cref="Tenure"/> for whoever is no subject.</summary>
    public const byte Outside = 255;

    /// <summary>Value of <see cref="Tenure"/> for whoever has been a subject for long enough, or since the fork.</summary>
    public const byte Established = 254;

    private const int None = 15;

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

    /// <summary>
    /// On each further scale four nibbles: grade, direct grade (15 for none), grade by points at the last date. Scores are not kept,
    /// but for those that are weighed.
    /// </summary>
    public Column<ushort>[] Further { get; } = [.. Enumerable.Range(0, further).Select(_ => slab.Add<ushort>(slots))];

    /// <summary>Spills by which the grades of others hit a subject, a bit each; without room where a regime has none.</summary>
    public Column<ushort> Hits { get; } = slab.Add<ushort>(spills ? slots : 0);

    /// <summary>Scores of weighed scales beside the main one, thousandths, as last weighed.</summary>
    public Column<int>[] Weighed { get; } = [.. Enumerable.Range(0, weighed).Select(_ => slab.Add<int>(slots))];

    /// <summary>The scores that are kept of a scale that is weighed.</summary>
    public Column<int> ScoresOf(GradeTable table, int scale) => scale == 0 ? Score : Weighed[table.Column];

    /// <summary>Exchanges since somebody became a subject; no column where no scale has a grade for newcomers.</summary>
    public Column<byte> Tenure { get; } = slab.Add<byte>(newcomers ? slots : 0);

    /// <summary>True for a subject too new to be judged on a scale.</summary>
    public bool IsNew(GradeTable table, int slot) => table.Newcomers >= 0 && Tenure[slot] < table.NewFor;

    /// <summary>Grade on a scale, 0 for the main one.</summary>
    public int GradeOn(int scale, int slot) => scale == 0 ? Grade[slot] : Further[scale - 1][slot] & 15;

    /// <summary>Takes down everybody's grade on a scale.</summary>
    public void GradesOn(int scale, Span<byte> grades)
    {
        if (scale == 0)
        {
            Grade.Span[..grades.Length].CopyTo(grades);
            return;
        }
        var further = Further[scale - 1].Span;
        for (var slot = 0; slot < grades.Length; slot++)
        {
            grades[slot] = (byte)(further[slot] & 15);
        }
    }

    /// <summary>Direct grade on a scale, or <see cref="NoGrade"/>.</summary>
    public byte DirectOn(int scale, int slot) => scale == 0 ? Direct[slot]
        : (Further[scale - 1][slot] >> 4 & 15) is var direct and not None ? (byte)direct : NoGrade;

    /// <summary>True if a direct grade stands on any scale.</summary>
    public bool AnyDirect(int slot)
    {
        var any = Direct[slot] != NoGrade;
        foreach (var column in Further)
        {
            any |= (column[slot] >> 4 & 15) != None;
        }
        return any;
    }

    /// <summary>Grade by points at the last date, on a scale evaluated at dates.</summary>
    internal int AtDate(GradeTable table, int scale, int slot) =>
        scale > 0 ? Further[scale - 1][slot] >> 8 & 15 : Before[slot] == NoGrade ? table.Entry : Before[slot];

    /// <summary>Sets the standing on a further scale.</summary>
    internal void Set(int scale, int slot, int grade, int direct, int byPoints) =>
        Further[scale - 1][slot] = (ushort)(grade | (direct < 0 ? None : direct) << 4 | byPoints << 8);

    /// <summary>Forgets what a date or a weighing has left on a scale; what records say is reckoned anew.</summary>
    public void Leave(GradeTable grades, int scale, int slot)
    {
        if (scale > 0)
        {
            ref var further = ref Further[scale - 1][slot];
            further = (ushort)(further & 0xF0FF | grades.On(scale).Entry << 8);
            return;
        }
        Before[slot] = NoGrade;
        Score[slot] = grades.Weighted ? grades.Start : Score[slot];
    }

    /// <summary>Gives a subject without records its start.</summary>
    public void Enter(GradeTable grades, int slot)
    {
        for (var i = 0; i < grades.Further.Length; i++)
        {
            Set(i + 1, slot, grades.Further[i].Entry, -1, grades.Further[i].Entry);
            if (grades.Further[i].Weighted)
            {
                Weighed[grades.Further[i].Column][slot] = grades.Further[i].Start;
            }
        }
        if (Tenure.Length > 0)
        {
            Tenure[slot] = Outside;
        }
        Score[slot] = grades.Start;
        Grade[slot] = YearAgo[slot] = (byte)grades.Entry;
        Direct[slot] = Before[slot] = NoGrade;
        if (Hits.Length > 0)
        {
            Hits[slot] = 0;
        }
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
        ? (byte)(ScoreRungs + direct)
        : (byte)Math.Clamp((int)Math.Floor((score - (double)grades.Start) / Step(grades)) + Below, 0, ScoreRungs - 1);

    private static int Step(GradeTable grades) => grades.Weighted
        ? Math.Max((grades.Start - grades.Floor) / Below, (grades.Ceiling - grades.Start) / (ScoreRungs - Below)) + 1
        : PlainStep;
}
