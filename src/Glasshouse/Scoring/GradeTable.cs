namespace Glasshouse.Scoring;

/// <summary>When a score becomes a grade; direct grades act at once.</summary>
public enum Evaluation : byte { Always, Monthly, Yearly }

/// <summary>The scale and the grades, best first.</summary>
public sealed record GradeTable
{
    /// <summary>A regime without grades: everybody stays in the one entry grade.</summary>
    public static GradeTable None { get; } = new() { Names = ["-"], From = [int.MinValue], Entry = 0 };

    public required string[] Names { get; init; }

    /// <summary>Lowest score of each grade, thousandths; the last takes everything below. By rank: as last cut.</summary>
    public required int[] From { get; init; }

    /// <summary>For bands by rank: share of subjects at or above each grade's lower end, rising; empty where scores are stated.</summary>
    public double[] TopShares { get; init; } = [];

    /// <summary>True if bands are cut by rank.</summary>
    public bool IsRanked => TopShares.Length > 0;

    /// <summary>False for bands by rank before the first ranking: everybody then stands in the entry grade.</summary>
    public bool IsCut { get; init; } = true;

    /// <summary>Grade of subjects too new to be judged, into which no score leads; -1 where there is none.</summary>
    public int Newcomers { get; init; } = -1;

    /// <summary>Exchanges that a newcomer stands in it at least; 0: until the next date.</summary>
    public int NewFor { get; init; }

    /// <summary>Grade of a subject without records.</summary>
    public required int Entry { get; init; }

    /// <summary>Score of a subject without records, thousandths.</summary>
    public int Base { get; init; }

    /// <summary>True for weighed scores: records move them through features, at weighings.</summary>
    public bool Weighted { get; init; }

    /// <summary>For a weighed scale beside the main one: the column that keeps its scores.</summary>
    public int Column { get; init; }

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

    /// <summary>Id of the scale, as triggers name it.</summary>
    public string Id { get; init; } = "score";

    /// <summary>What the text calls the scale.</summary>
    public string Label { get; init; } = "score";

    /// <summary>The scales beside this one, if it is the main one.</summary>
    public GradeTable[] Further { get; init; } = [];

    /// <summary>True for a scale without a score: direct grounds alone set its grades.</summary>
    public bool IsList { get; init; }

    /// <summary>For a hidden list: what its grades stand for.</summary>
    public Switchboard? Board { get; init; }

    /// <summary>Dates at which a score becomes a grade.</summary>
    public Evaluation Evaluation { get; init; }

    /// <summary>-1 where the text counts demerits: words show the score with this sign.</summary>
    public int Sign { get; init; } = 1;

    /// <summary>True if its subjects are firms, each at the place of its head.</summary>
    public bool OfFirms { get; init; }

    /// <summary>
    /// On a scale of firms, how bad each grade looks to everybody: from -1 in the best grade that is shown to 1 in the worst; 0 for the
    /// entry grade and what is not shown. Empty where nothing is.
    /// </summary>
    public float[] Shown { get; init; } = [];

    public int Count => Names.Length;

    /// <summary>True if scores become grades now. What is ranked waits for the cut-offs that the exchange after a date brings.</summary>
    public bool Evaluates(Dates dates) =>
        Evaluation == Evaluation.Always || (dates.Ranking == IsRanked && dates.Are(Evaluation));

    /// <summary>True if some scale that is evaluated at dates has one of these.</summary>
    public bool HasDate(Dates dates) =>
        (Evaluation != Evaluation.Always && Evaluates(dates)) || (Further.Length > 0 && Further.Any(f => f.HasDate(dates)));

    /// <summary>True if the bands of some scale are cut by rank.</summary>
    public bool AnyRanked => IsRanked || (Further.Length > 0 && Further.Any(f => f.IsRanked));

    /// <summary>True if some scale is ranked anew now.</summary>
    public bool Ranks(Dates dates) => (IsRanked && Evaluates(dates)) || (Further.Length > 0 && Further.Any(f => f.Ranks(dates)));

    /// <summary>A scale by number, 0 for this one.</summary>
    public GradeTable On(int scale) => scale == 0 ? this : Further[scale - 1];

    /// <summary>True if some scale has a grade for newcomers.</summary>
    public bool AnyNewcomers => Newcomers >= 0 || (Further.Length > 0 && Further.Any(f => f.AnyNewcomers));

    /// <summary>The grade so many steps below another, that of newcomers not counted.</summary>
    public int Below(int grade, int steps)
    {
        for (; steps > 0 && grade < Count - 1; steps--)
        {
            grade += grade + 1 == Newcomers ? 2 : 1;
        }
        return grade;
    }

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
