using Glasshouse.Learning;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// The lattice of civil violence, model I: citizens and cops on a torus, each seeing so many steps along rows and columns. Only the
/// lattice is the test's own; who is active is decided by the rule of the society.
/// </summary>
internal sealed class CivilViolence
{
    private const int Side = 40;
    private const int Vision = 7;
    private readonly Random _random;
    private readonly bool _whole;
    private readonly int[] _at = new int[Side * Side];
    private readonly int[] _place;
    private readonly float[] _hardship, _aversion;
    private readonly bool[] _active;
    private readonly int[] _jail;
    private readonly int _citizens;
    private readonly (int X, int Y)[] _seen;
    private readonly int[] _order;

    /// <param name="seed">Seed of the lattice.</param>
    /// <param name="whole">True to round police to one active person down to a whole number, as later re-implementations do.</param>
    /// <param name="cops">Cops to a cell.</param>
    public CivilViolence(int seed, bool whole, double cops = 0.074)
    {
        (_random, _whole) = (new Random(seed), whole);
        _citizens = (int)(0.7 * Side * Side);
        var all = _citizens + (int)(cops * Side * Side);
        int[] cells = [.. Enumerable.Range(0, Side * Side)];
        _random.Shuffle(cells);
        _place = cells[..all];
        Array.Fill(_at, -1);
        for (var i = 0; i < all; i++)
        {
            _at[_place[i]] = i;
        }
        _hardship = [.. Enumerable.Range(0, _citizens).Select(_ => _random.NextSingle())];
        _aversion = [.. Enumerable.Range(0, _citizens).Select(_ => _random.NextSingle())];
        (_active, _jail) = (new bool[_citizens], new int[_citizens]);
        _order = [.. Enumerable.Range(0, all)];
        _seen = [.. from x in Enumerable.Range(-Vision, 2 * Vision + 1)
            from y in Enumerable.Range(-Vision, 2 * Vision + 1)
            where Math.Abs(x) + Math.Abs(y) is > 0 and <= Vision
            select (x, y)];
    }

    public float Legitimacy { get; init; } = 0.8f;

    public int LongestJail { get; init; } = 1000;

    public float Constant { get; init; } = 2.3f;

    public float Threshold { get; init; } = 0.1f;

    public int Active => _active.Count(a => a);

    public int Jailed => _jail.Count(j => j > 0);

    public int Citizens => _citizens;

    /// <summary>Lets everybody act once, in an order of its own.</summary>
    public void Step()
    {
        _random.Shuffle(_order);
        foreach (var i in _order)
        {
            if (i < _citizens && _jail[i] > 0)
            {
                _jail[i]--;
                continue;
            }
            if (i < _citizens)
            {
                Decide(i);
            }
            else
            {
                Arrest(i);
            }
            Move(i);
        }
    }

    private void Decide(int i)
    {
        var (cops, active) = (0, 1);
        foreach (var other in Near(i))
        {
            cops += other >= _citizens ? 1 : 0;
            active += other < _citizens && _active[other] ? 1 : 0;
        }
        var ratio = _whole ? cops / active : cops / (float)active;
        var grievance = Epstein.Grievance(_hardship[i], Legitimacy);
        _active[i] = Epstein.Active(grievance, _aversion[i], Epstein.ArrestChance(Constant, ratio), Threshold);
    }

    private void Arrest(int cop)
    {
        int[] active = [.. Near(cop).Where(i => i < _citizens && _active[i])];
        if (active.Length > 0)
        {
            var taken = active[_random.Next(active.Length)];
            _active[taken] = false;
            _jail[taken] = _random.Next(LongestJail + 1);
        }
    }

    private void Move(int i)
    {
        int[] free = [.. Cells(i).Where(c => _at[c] < 0)];
        if (free.Length > 0)
        {
            var to = free[_random.Next(free.Length)];
            (_at[_place[i]], _at[to], _place[i]) = (-1, i, to);
        }
    }

    // Whoever is in jail is not seen.
    private IEnumerable<int> Near(int i) => Cells(i).Select(c => _at[c]).Where(o => o >= 0 && (o >= _citizens || _jail[o] == 0));

    private IEnumerable<int> Cells(int i)
    {
        var (x, y) = (_place[i] % Side, _place[i] / Side);
        return _seen.Select(d => (x + d.X + Side) % Side + (y + d.Y + Side) % Side * Side);
    }
}
