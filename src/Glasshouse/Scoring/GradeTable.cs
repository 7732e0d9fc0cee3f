namespace Glasshouse.Scoring;

/// <summary>The scale and the grades, best first.</summary>
public sealed class GradeTable
{
    /// <summary>A regime without grades: everybody stays in the one entry grade.</summary>
    public static GradeTable None { get; } = new() { Names = ["-"], From = [int.MinValue], Entry = 0 };

    public required string[] Names { get; init; }

    /// <summary>Lowest score of each grade, thousandths; the last takes everything below.</summary>
    public required int[] From { get; init; }

    /// <summary>Grade of a subject without records.</summary>
    public required int Entry { get; init; }

    /// <summary>Score of a subject without records, thousandths.</summary>
    public int Base { get; init; }

    /// <summary>True for weighed scores: records move them through features, at weighings.</summary>
    public bool Weighted { get; init; }

    /// <summary>
    /// Score at which a subject begins, thousandths: the base, or before the first weighing the middle of the entry grade.
    /// </summary>
    public int Start
    {
        get => Weighted ? field : Base;
        init;
    }

    public int Floor { get; init; } = int.MinValue;

    public int Ceiling { get; init; } = int.MaxValue;

    /// <summary>True if bonuses do not count while a direct grade stands.</summary>
    public bool SuspendBonuses { get; init; }

    public int Count => Names.Length;

    /// <summary>The grade of a score.</summary>
    public byte Of(int score)
    {
        var grade = 0;
        while (grade < From.Length - 1 && score < From[grade])
        {
            grade++;
        }
        return (byte)grade;
    }
}
