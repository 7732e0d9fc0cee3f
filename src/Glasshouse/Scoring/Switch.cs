namespace Glasshouse.Scoring;

/// <summary>
/// Turns a consequence on while a record stands, or while the score of a scale lies in a band; grades have no part in it.
/// </summary>
/// <param name="Id">The consequence.</param>
/// <param name="Scale">The scale whose records or score it looks at.</param>
/// <param name="Bit">Bit that its rules carry; 0 for a band.</param>
/// <param name="From">Lowest score of the band, thousandths.</param>
/// <param name="Below">Score below which the band lies, thousandths.</param>
public sealed record Switch(string Id, byte Scale, uint Bit, int From = int.MinValue, int Below = int.MaxValue)
{
    /// <summary>True if it is on.</summary>
    /// <param name="held">Bits of the rules whose records stand.</param>
    /// <param name="score">The score of its scale, thousandths.</param>
    public bool IsOn(uint held, int score) => Bit != 0 ? (held & Bit) != 0 : score >= From && score < Below;
}

/// <summary>
/// The switches of a hidden list: which of them are on is its grade. Penalties count up from the grade in which none is on, rewards up
/// to it, so that worse is further down as on any scale.
/// </summary>
/// <param name="All">The switches, all of one scale, at most <see cref="Most"/>.</param>
/// <param name="Rewards">True if they are to the good of the subject.</param>
public sealed record Switchboard(Switch[] All, bool Rewards)
{
    /// <summary>Switches of one list: their combinations find room among the grades of a further scale.</summary>
    public const int Most = 3;

    /// <summary>Grades of the list.</summary>
    public int Grades => 1 << All.Length;

    /// <summary>The scale that they look at.</summary>
    public int Scale => All[0].Scale;

    /// <summary>The grade that stands for what is on.</summary>
    public int GradeOf(uint held, int score)
    {
        var on = 0;
        for (var i = 0; i < All.Length; i++)
        {
            on |= All[i].IsOn(held, score) ? 1 << i : 0;
        }
        return Rewards ? Grades - 1 - on : on;
    }

    /// <summary>The switches that are on in a grade.</summary>
    public IEnumerable<Switch> In(int grade) => All.Where((_, i) => ((Rewards ? Grades - 1 - grade : grade) & 1 << i) != 0);

    /// <summary>Bits of the rules that they look at.</summary>
    public uint Bits => All.Aggregate(0u, (bits, one) => bits | one.Bit);
}
