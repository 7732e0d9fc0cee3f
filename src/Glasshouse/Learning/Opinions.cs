using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>
/// The exchange of private opinions among people who meet: pairs within confidence move together (Deffuant and others 2000), all move to
/// the mean of those within confidence (Hegselmann and Krause 2002), or one copies another (voter model). The society lets the people of
/// a neighbourhood meet once a month; the same functions give the published results when all can meet.
/// </summary>
public static class Opinions
{
    private const int Lanes = 16;

    private static readonly Purpose Meeting = Purpose.Named("learning/opinions");

    /// <summary>As many meetings as there are words; with averaging, one move of all.</summary>
    /// <param name="opinions">Of those who can meet, 0 to 1; two or more.</param>
    /// <param name="rule">What a meeting does.</param>
    /// <param name="confidence">Distance from which on people do not listen.</param>
    /// <param name="pull">Share of the gap, or chance to copy.</param>
    /// <param name="first">Random words: who is moved.</param>
    /// <param name="second">Random words: whom that person meets.</param>
    /// <param name="luck">Random words: whether somebody copies.</param>
    public static void Exchange(Span<float> opinions, OpinionRule rule, float confidence, float pull,
        ReadOnlySpan<uint> first, ReadOnlySpan<uint> second, ReadOnlySpan<uint> luck)
    {
        if (rule == OpinionRule.Averaging)
        {
            Average(opinions, confidence, pull);
            return;
        }
        for (var m = 0; m < first.Length; m++)
        {
            var one = Draw.Below(first[m], opinions.Length);
            var other = Draw.Below(second[m], opinions.Length - 1);
            other += other >= one ? 1 : 0;
            if (rule == OpinionRule.Pairwise)
            {
                Meet(ref opinions[one], ref opinions[other], confidence, pull);
            }
            else if (Draw.Unit(luck[m]) < pull)
            {
                opinions[one] = opinions[other];
            }
        }
    }

    /// <summary>Two who are nearer than the confidence move towards each other by a share of their gap.</summary>
    public static void Meet(ref float one, ref float other, float confidence, float pull)
    {
        var gap = other - one;
        if (Math.Abs(gap) < confidence)
        {
            one += pull * gap;
            other -= pull * gap;
        }
    }

    /// <summary>All move at once towards the mean of those within the confidence, by a share of the gap.</summary>
    public static void Average(Span<float> opinions, float confidence, float pull)
    {
        var n = opinions.Length;
        Span<float> sorted = n <= Roster.BlockSize ? stackalloc float[Roster.BlockSize] : new float[n];
        Span<long> below = n <= Roster.BlockSize ? stackalloc long[Roster.BlockSize + 1] : new long[n + 1];
        sorted = sorted[..n];
        opinions.CopyTo(sorted);
        sorted.Sort();
        below[0] = 0;
        for (var i = 0; i < n; i++)
        {
            below[i + 1] = Fixed.Add(below[i], Fixed.From(sorted[i]));
        }
        foreach (ref var opinion in opinions)
        {
            var from = Before(sorted, opinion - confidence, inclusive: false);
            var to = Before(sorted, opinion + confidence, inclusive: true);
            var mean = (float)((below[to] - below[from]) / (double)(to - from) / Fixed.One);
            opinion += pull * (mean - opinion);
        }
    }

    // How many of the sorted lie below a bound, or at it.
    private static int Before(ReadOnlySpan<float> sorted, float bound, bool inclusive)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < bound || (inclusive && sorted[middle] == bound))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    /// <summary>Once a month the adults of each neighbourhood meet, as many times as there are adults.</summary>
    public static void Month(LearningTable table, Roster roster, Mind mind, ulong seed, uint district, int week)
    {
        if (table.Figures.Opinions is not { } figures || figures.Pull.Value == 0)
        {
            return;
        }
        var (confidence, pull) = ((float)figures.Confidence, (float)figures.Pull);
        var draw = new Draw(seed, district, Meeting);
        Span<int> who = stackalloc int[Roster.BlockSize];
        Span<float> opinions = stackalloc float[Roster.BlockSize];
        Span<uint> words = stackalloc uint[3 * Roster.BlockSize];
        var support = mind.Support.Span;
        for (var block = 0; block < roster.Blocks; block++)
        {
            var adults = 0;
            for (var slot = block * Roster.BlockSize; slot < (block + 1) * Roster.BlockSize; slot++)
            {
                if (roster.Is(slot, Role.Adult))
                {
                    who[adults] = slot;
                    opinions[adults++] = support[slot];
                }
            }
            if (adults < 2)
            {
                continue;
            }
            Words(draw, block, week, words);
            Exchange(opinions[..adults], figures.Rule, confidence, pull, words[..adults],
                words.Slice(Roster.BlockSize, adults), words.Slice(2 * Roster.BlockSize, adults));
            for (var i = 0; i < adults; i++)
            {
                support[who[i]] = opinions[i];
            }
        }
    }

    private static void Words(Draw draw, int block, int week, Span<uint> words)
    {
        for (var i = 0; i < Roster.BlockSize; i += Lanes)
        {
            draw.At16(Vector512.CreateSequence((uint)(block * Roster.BlockSize + i), 1u), week, 0, out var a, out var b, out var c, out _);
            a.CopyTo(words[i..]);
            b.CopyTo(words[(Roster.BlockSize + i)..]);
            c.CopyTo(words[(2 * Roster.BlockSize + i)..]);
        }
    }
}
