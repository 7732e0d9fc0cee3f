using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Exchange = Glasshouse.Learning.Opinions;

namespace Glasshouse.Tests.Reference;

/// <summary>People who can all meet, and the society's own exchange of opinions among them.</summary>
internal sealed class Rounds(int people, ulong seed)
{
    private readonly Draw _draw = new(seed, 0, Purpose.Named("tests/opinions"));
    private readonly uint[] _first = new uint[(people + 15) / 16 * 16];
    private readonly uint[] _second = new uint[(people + 15) / 16 * 16];
    private readonly uint[] _luck = new uint[(people + 15) / 16 * 16];
    private int _round;

    public float[] Opinions { get; } = new float[people];

    /// <summary>Opinions spread evenly at random over 0 to 1.</summary>
    public Rounds Uniform()
    {
        for (var i = 0; i < people; i++)
        {
            Opinions[i] = Draw.Unit(_draw.At((uint)i, 0, 1).A);
        }
        return this;
    }

    /// <summary>As many meetings as people; with averaging one move of all.</summary>
    public void Pass(OpinionRule rule, float confidence, float pull)
    {
        for (var i = 0; i < people && rule != OpinionRule.Averaging; i += 16)
        {
            _draw.At16(Vector512.CreateSequence((uint)i, 1u), _round % 65536, 2 + _round / 65536, out var a, out var b, out var c, out _);
            a.CopyTo(_first, i);
            b.CopyTo(_second, i);
            c.CopyTo(_luck, i);
        }
        _round++;
        Exchange.Exchange(Opinions, rule, confidence, pull, _first.AsSpan(0, people), _second.AsSpan(0, people), _luck);
    }

    /// <summary>Clusters of at least one percent of the people, further apart than a gap.</summary>
    public int Clusters(float gap)
    {
        var sorted = Opinions.Order().ToArray();
        var (clusters, size) = (0, 1);
        for (var i = 1; i <= sorted.Length; i++)
        {
            if (i < sorted.Length && sorted[i] - sorted[i - 1] <= gap)
            {
                size++;
                continue;
            }
            clusters += size * 100 >= sorted.Length ? 1 : 0;
            size = 1;
        }
        return clusters;
    }
}
