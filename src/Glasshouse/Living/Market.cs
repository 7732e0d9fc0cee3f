using Glasshouse.Kernel;

namespace Glasshouse.Living;

/// <summary>An applicant for a place or a loan.</summary>
/// <param name="Slot">Who.</param>
/// <param name="Plain">Log odds without any grade.</param>
/// <param name="Odds">Log odds with it.</param>
/// <param name="Luck">Uniform, the same in all twins.</param>
/// <param name="Bits">Other luck: breaks ties, and what depends on being granted.</param>
/// <param name="Against">What told most against the applicant.</param>
public readonly record struct Applicant(ushort Slot, float Plain, float Odds, float Luck, uint Bits, Reason Against)
{
    /// <summary>True if granted without any grade.</summary>
    public bool GrantedPlainly => Luck < Elementary.Expit(Plain);

    /// <summary>True if granted with it, where there is enough for all.</summary>
    public bool GrantedOpenly => Luck < Elementary.Expit(Odds);

    /// <summary>How far the applicant lies above what is asked, log odds.</summary>
    public double Margin => Odds - Signals.LogOdds(Math.Max(Luck, 1e-8));
}

/// <summary>Who is granted what there is.</summary>
public sealed class Market
{
    private readonly List<Applicant> _applicants = [];
    private bool[] _granted = [];

    /// <summary>The week's applicants.</summary>
    public IReadOnlyList<Applicant> Applicants => _applicants;

    /// <summary>Begins a week.</summary>
    public void Open() => _applicants.Clear();

    public void Apply(in Applicant applicant) => _applicants.Add(applicant);

    /// <summary>
    /// Decides. Closed, everybody is asked so much more or less, in log odds, that exactly as many are granted as without any grade:
    /// those with the widest margins.
    /// </summary>
    public ReadOnlySpan<bool> Clear(Supply supply)
    {
        var count = _applicants.Count;
        if (_granted.Length < count)
        {
            _granted = new bool[Math.Max(64, count * 2)];
        }
        for (var a = 0; a < count; a++)
        {
            _granted[a] = _applicants[a].GrantedOpenly;
        }
        if (supply == Supply.Closed)
        {
            Ration(count);
        }
        return _granted.AsSpan(0, count);
    }

    // Few move: as many as the grade has made too many or too few. They are found one by one.
    private void Ration(int count)
    {
        var spare = 0;
        for (var a = 0; a < count; a++)
        {
            spare += (_applicants[a].GrantedPlainly ? 1 : 0) - (_granted[a] ? 1 : 0);
        }
        for (; spare != 0; spare -= Math.Sign(spare))
        {
            var next = -1;
            for (var a = 0; a < count; a++)
            {
                if (_granted[a] != (spare > 0) && (next < 0 || Before(a, next, spare > 0)))
                {
                    next = a;
                }
            }
            _granted[next] = spare > 0;
        }
    }

    private bool Before(int one, int other, bool widest)
    {
        var (a, b) = (_applicants[one], _applicants[other]);
        return a.Margin == b.Margin ? a.Bits > b.Bits : widest == a.Margin > b.Margin;
    }
}
