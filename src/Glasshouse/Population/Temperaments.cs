using System.Runtime.Intrinsics;
using Glasshouse.Kernel;

namespace Glasshouse.Population;

/// <summary>
/// A district's adults sorted by how much each temperament moves them, so that a candidate's person is drawn in proportion to the
/// factor exp(loadings . traits), for few people many times that, without rejection. Factors are kept in steps of a sixteenth of an octave.
/// </summary>
public sealed class Temperaments
{
    private const int Steps = 16;
    private const int MaxStep = 12 * Steps;
    private const int Classes = 2 * MaxStep + 1;
    private static readonly double[] Factors = [.. Enumerable.Range(0, Classes)
        .Select(c => Elementary.Exp((c - MaxStep) * 0.6931471805599453 / Steps))];

    private readonly Ladder[] _ladders;
    private readonly ushort[] _step;

    public Temperaments(int count, int slots)
    {
        _ladders = [.. Enumerable.Range(0, count).Select(_ => new Ladder(slots))];
        _step = new ushort[slots];
    }

    /// <summary>Sorts the adults anew after people have come, gone or come of age.</summary>
    /// <param name="roster">The district's people.</param>
    /// <param name="loadings">Log factor per standard deviation, by temperament and trait.</param>
    /// <param name="few">Who does far more than all others, by temperament.</param>
    public void Sort(Roster roster, float[][] loadings, Few[] few)
    {
        for (var t = 0; t < _ladders.Length; t++)
        {
            Grade(roster, loadings[t], few[t]);
            _ladders[t].Build(roster, _step);
        }
    }

    /// <summary>The sum of the factors over all adults.</summary>
    public double Weight(int temperament) => _ladders[temperament].Weight;

    /// <summary>Adults at points drawn evenly in [0, 1), in proportion to the factors.</summary>
    /// <param name="temperament">Which temperament.</param>
    /// <param name="points">Choose the classes of factors.</param>
    /// <param name="within">Choose the persons within the classes.</param>
    /// <param name="slots">Takes the persons; as many are drawn as it holds.</param>
    public void Pick(int temperament, ReadOnlySpan<uint> points, ReadOnlySpan<uint> within, Span<ushort> slots) =>
        _ladders[temperament].Pick(points, within, slots);

    /// <summary>The factor of every adult under a temperament; 0 for everybody else.</summary>
    public void FactorsOf(int temperament, Span<double> bySlot) => _ladders[temperament].FactorsOf(bySlot);

    private void Grade(Roster roster, float[] loadings, Few few)
    {
        const float Scale = (float)(Steps / 0.6931471805599453);
        Span<float> logs = stackalloc float[Roster.BlockSize];
        Span<int> numbers = stackalloc int[Vector512<int>.Count];
        for (var block = 0; block < roster.Blocks; block++)
        {
            var start = block * Roster.BlockSize;
            logs.Clear();
            for (var t = 0; t < Roster.TraitCount; t++)
            {
                if (loadings[t] == 0)
                {
                    continue;
                }
                var scores = roster.TraitOf((Trait)t).Span.Slice(start, Roster.BlockSize);
                var loading = Vector512.Create(loadings[t]);
                for (var i = 0; i < Roster.BlockSize; i += Vector512<float>.Count)
                {
                    (Vector512.Create<float>(logs[i..]) + loading * Vector512.Create<float>(scores[i..])).CopyTo(logs[i..]);
                }
            }
            for (var i = 0; few.Log != 0 && i < Roster.BlockSize; i++)
            {
                logs[i] += roster.Activity[start + i] < few.Below ? few.Log : 0;
            }
            for (var i = 0; i < Roster.BlockSize; i += Vector512<float>.Count)
            {
                var steps = Vector512.Floor(Vector512.Create<float>(logs[i..]) * Vector512.Create(Scale) + Vector512.Create(0.5f));
                var classes = Vector512.Clamp(Vector512.ConvertToInt32(steps) + Vector512.Create(MaxStep),
                    Vector512<int>.Zero, Vector512.Create(Classes - 1));
                classes.CopyTo(numbers);
                for (var lane = 0; lane < numbers.Length; lane++)
                {
                    _step[start + i + lane] = (ushort)numbers[lane];
                }
            }
        }
    }

    /// <summary>Adults in classes of equal factor.</summary>
    private sealed class Ladder(int slots)
    {
        private readonly ushort[] _order = new ushort[slots];
        private readonly int[] _start = new int[Classes + 1];
        private readonly uint[] _ends = new uint[Classes];
        private readonly ushort[] _guide = new ushort[256];

        public double Weight { get; private set; }

        public void Build(Roster roster, ushort[] step)
        {
            var adult = RoleBits.Of(Role.Adult);
            var roles = roster.Roles.Span;
            Array.Clear(_start);
            for (var slot = 0; slot < step.Length; slot++)
            {
                if ((roles[slot] & adult) != 0)
                {
                    _start[step[slot] + 1]++;
                }
            }
            Weight = 0;
            for (var c = 0; c < Classes; c++)
            {
                Weight += _start[c + 1] * Factors[c];
                _start[c + 1] += _start[c];
            }
            Span<int> next = stackalloc int[Classes];
            _start.AsSpan(0, Classes).CopyTo(next);
            for (var slot = 0; slot < step.Length; slot++)
            {
                if ((roles[slot] & adult) != 0)
                {
                    _order[next[step[slot]]++] = (ushort)slot;
                }
            }
            Mark();
        }

        public void Pick(ReadOnlySpan<uint> points, ReadOnlySpan<uint> within, Span<ushort> slots)
        {
            var (guide, ends, start, order) = (_guide, _ends, _start, _order);
            for (var i = 0; i < slots.Length; i++)
            {
                var point = Math.Min(points[i], uint.MaxValue - 1);
                var c = (int)guide[point >> 24];
                while (point >= ends[c])
                {
                    c++;
                }
                var first = start[c];
                slots[i] = order[first + Draw.Below(within[i], start[c + 1] - first)];
            }
        }

        public void FactorsOf(Span<double> bySlot)
        {
            bySlot.Clear();
            for (var c = 0; c < Classes; c++)
            {
                foreach (var slot in _order.AsSpan(_start[c].._start[c + 1]))
                {
                    bySlot[slot] = Factors[c];
                }
            }
        }

        // Ends of the classes on the scale of 32 bits; the last class that holds anybody takes what rounding leaves.
        private void Mark()
        {
            var sum = 0.0;
            var last = 0;
            for (var c = 0; c < Classes; c++)
            {
                var count = _start[c + 1] - _start[c];
                sum += count * Factors[c];
                last = count > 0 ? c : last;
                _ends[c] = (uint)Math.Min(uint.MaxValue, sum / Weight * 4294967296.0);
            }
            _ends.AsSpan(last).Fill(uint.MaxValue);
            var guided = 0;
            for (var g = 0; g < _guide.Length; g++)
            {
                while (_ends[guided] <= (uint)g << 24)
                {
                    guided++;
                }
                _guide[g] = (ushort)guided;
            }
        }
    }
}

/// <summary>People who do far more of something than all others.</summary>
/// <param name="Below">Those whose activity lies below this.</param>
/// <param name="Log">What is added to their log factor.</param>
public readonly record struct Few(byte Below, float Log)
{
    /// <summary>A share of the people and the multiple of their propensity.</summary>
    public static Few Of(double share, double factor) => new((byte)(share * 256 + 0.5), (float)Elementary.Log(factor));
}
