using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

// Acting: people and firms do things. In: roster, situations, minds of last week. Out: the week's acts, sorted.
// Candidate acts depend on no regime, state or belief; they are drawn once for all twins.

/// <summary>
/// The candidate events of one district and week. Each process (a conduct, or an occasion of ordinary life) is a Poisson process of
/// its own over the district's adults, keyed by its name: changing one moves no other. A candidate has a person, a luck that decides
/// whether it happens, and bits for its gravity.
/// </summary>
public sealed class Candidates
{
    private const int Lanes = 16;
    private static readonly Purpose Numbers = Purpose.Named("acting/numbers");

    private readonly Process[] _processes;

    // By process: the code of its candidates as the key of their number, padded to whole vectors; and the mean of the last week with
    // the weight that it held for.
    private readonly uint[] _keys;
    private readonly double[] _weights;
    private readonly PoissonMean[] _means;

    // Chances of large means, by process.
    private readonly double[]?[] _chances;

    public Candidates(IReadOnlyList<Process> processes)
    {
        _processes = [.. processes];
        _keys = new uint[(_processes.Length + Lanes - 1) / Lanes * Lanes];
        for (var p = 0; p < _processes.Length; p++)
        {
            _keys[p] = _processes[p].Candidate.Code;
        }
        _weights = new double[_processes.Length];
        _means = new PoissonMean[_processes.Length];
        _chances = new double[]?[_processes.Length];
        Start = new int[processes.Count + 1];
        Grow(1024);
    }

    /// <summary>First candidate of each process; one entry more than processes.</summary>
    public int[] Start { get; }

    public ushort[] Slot { get; private set; } = [];

    /// <summary>Luck: the candidate happens when it lies below actual/upper on the scale of 32 bits.</summary>
    public uint[] Luck { get; private set; } = [];

    /// <summary>Bits for gravity, amounts and choices within the act.</summary>
    public uint[] Gravity { get; private set; } = [];

    /// <summary>Draws the week's candidates.</summary>
    public void DrawWeek(ulong seed, uint district, int week, Temperaments temperaments, bool scalar)
    {
        var numbers = new Draw(seed, district, Numbers);
        Span<Block> blocks = stackalloc Block[Lanes];
        Span<uint> a = stackalloc uint[Lanes];
        Span<uint> b = stackalloc uint[Lanes];
        Span<uint> c = stackalloc uint[Lanes];
        Span<uint> d = stackalloc uint[Lanes];
        var count = 0;
        for (var p = 0; p < _processes.Length; p++)
        {
            if (p % Lanes == 0)
            {
                First(scalar, numbers, _keys.AsSpan(p, Lanes), week, blocks);
            }
            ref readonly var process = ref _processes[p];
            Start[p] = count;
            ref var mean = ref _means[p];
            var weight = temperaments.Weight(process.Temperament);
            if (_weights[p] != weight)
            {
                (_weights[p], mean) = (weight, new PoissonMean(process.UpperPerWeek * weight));
                _chances[p] = mean.IsLarge ? _chances[p] ?? new double[PoissonMean.TableLength] : null;
                mean.Table(_chances[p]);
            }
            var n = _chances[p] is { } chances ? mean.Number(blocks[p % Lanes], numbers, _keys[p], week, chances)
                : mean.Number(blocks[p % Lanes], numbers, _keys[p], week);
            Grow(count + n + Lanes);
            for (var j = 0; j < n; j += Lanes)
            {
                Fill(scalar, seed, (uint)j, (uint)week, process.Candidate.Code, district, a, b, c, d);
                var lanes = Math.Min(Lanes, n - j);
                temperaments.Pick(process.Temperament, a, b, Slot.AsSpan(count, lanes));
                c[..lanes].CopyTo(Luck.AsSpan(count));
                d[..lanes].CopyTo(Gravity.AsSpan(count));
                count += lanes;
            }
        }
        Start[^1] = count;
    }

    /// <summary>The candidates of one process.</summary>
    public Run Of(int process)
    {
        var range = Start[process]..Start[process + 1];
        return new(Slot.AsSpan(range), Luck.AsSpan(range), Gravity.AsSpan(range));
    }

    // The first blocks of sixteen processes' numbers.
    private static void First(bool scalar, Draw numbers, ReadOnlySpan<uint> keys, int week, Span<Block> blocks)
    {
        numbers.At16(Vector512.Create(keys), week, 0, out var a, out var b, out var c, out var d);
        for (var i = 0; i < Lanes; i++)
        {
            blocks[i] = scalar ? numbers.At(keys[i], week) : new Block(a[i], b[i], c[i], d[i]);
        }
    }

    private static void Fill(bool scalar, ulong seed, uint subject, uint week, uint purpose, uint district,
        Span<uint> a, Span<uint> b, Span<uint> c, Span<uint> d)
    {
        if (scalar)
        {
            Philox.FillScalar(seed, subject, week, purpose, district, a, b, c, d);
        }
        else
        {
            Philox.Fill(seed, subject, week, purpose, district, a, b, c, d);
        }
    }

    private void Grow(int needed)
    {
        if (needed <= Slot.Length)
        {
            return;
        }
        var size = Math.Max(needed, Slot.Length * 2);
        (Slot, Luck, Gravity) = (Copy(Slot, size), Copy(Luck, size), Copy(Gravity, size));
    }

    /// <summary>The week's candidates of one process.</summary>
    public readonly ref struct Run(ReadOnlySpan<ushort> slot, ReadOnlySpan<uint> luck, ReadOnlySpan<uint> gravity)
    {
        public ReadOnlySpan<ushort> Slot { get; } = slot;

        public ReadOnlySpan<uint> Luck { get; } = luck;

        public ReadOnlySpan<uint> Gravity { get; } = gravity;
    }

    private static T[] Copy<T>(T[] old, int size)
    {
        var bigger = new T[size];
        old.CopyTo(bigger, 0);
        return bigger;
    }
}

/// <summary>A source of candidates.</summary>
/// <param name="Name">Conduct or occasion; keys the randomness.</param>
/// <param name="Temperament">Temperament in proportion to whose factor persons are drawn.</param>
/// <param name="UpperPerWeek">Upper hazard per adult, week and unit of the factor.</param>
public readonly record struct Process(string Name, int Temperament, double UpperPerWeek)
{
    /// <summary>Purpose of the candidates.</summary>
    public Purpose Candidate { get; } = Purpose.Named("acting/candidate/" + Name);
}
