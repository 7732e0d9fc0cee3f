using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>
/// News as an epidemic with stifling: who has not heard hears from media or from those who tell; who has just heard tells for some weeks
/// and then stops. With contacts c and a chance s of stopping, both per step, a well-mixed population ends at the final size of
/// Kermack and McKendrick for R0 = c / s, whatever the length of a step: a teller tells for 1 / s steps on average, and each of
/// those not reached escapes each of them alike. Two kinds of news travel so: that the regime exists, and what it is used for.
/// </summary>
public static class Talk
{
    private const int Lanes = 16;

    private static readonly Purpose Hearing = Purpose.Named("learning/hearing-of-the-regime");
    private static readonly uint Aware = MarkBits.Of(Mark.Aware);
    private static readonly uint Tells = MarkBits.Of(Mark.Tells);
    private static readonly uint Informed = MarkBits.Of(Mark.Informed);

    /// <summary>Marks of somebody who has just heard.</summary>
    public static uint News => Aware | Tells;

    /// <summary>Chance to hear in a step.</summary>
    /// <param name="media">Hearings from media in a step, on average.</param>
    /// <param name="contacts">Contacts in a step.</param>
    /// <param name="tellers">Share of contacts who tell.</param>
    public static float Hears(float media, float contacts, float tellers) => 1 - Elementary.Exp(-(media + contacts * tellers));

    /// <summary>One step of one person; who hears now tells at least until the next step.</summary>
    /// <param name="marks">What the person knows and tells.</param>
    /// <param name="hears">Chance to hear.</param>
    /// <param name="stops">Chance to stop telling.</param>
    /// <param name="luck">A random word.</param>
    public static uint Step(uint marks, float hears, float stops, uint luck) => (marks & News) switch
    {
        0 => Draw.Unit(luck) < hears ? marks | News : marks,
        var news => news == News && Draw.Unit(luck) < stops ? marks & ~Tells : marks,
    };

    /// <summary>
    /// Once a month: scored adults may hear of the regime, those who tell of it may stop, and those who know of it may learn what it is
    /// used for.
    /// </summary>
    public static void Month(LearningTable table, Roster roster, Situation situation, ulong seed, uint district, int week)
    {
        var draw = new Draw(seed, district, Hearing);
        var all = situation.Marks.Span;
        var far = table.TalkBeyond > 0;
        var tellersBeyond = far ? Count(all, Tells) / (float)all.Length : 0;
        var witnessesBeyond = far ? Count(all, Tells | Informed) / (float)all.Length : 0;
        Span<uint> hearing = stackalloc uint[Lanes], learning = stackalloc uint[Lanes];
        for (var block = 0; block < roster.Blocks; block++)
        {
            var start = block * Roster.BlockSize;
            var marks = all.Slice(start, Roster.BlockSize);
            var tellers = Mixed(table, Count(marks, Tells) / (float)Roster.BlockSize, tellersBeyond);
            var witnesses = Mixed(table, Count(marks, Tells | Informed) / (float)Roster.BlockSize, witnessesBeyond);
            var hears = Hears(table.Media, table.Contacts, tellers);
            var learns = table.NegativeNews == 0 ? 0 : Hears(table.NegativeNews, table.Contacts, witnesses);
            for (var i = 0; i < Roster.BlockSize; i += Lanes)
            {
                var slots = Vector512.CreateSequence((uint)(start + i), 1u);
                draw.At16(slots, week, 0, out var a, out var b, out _, out _);
                a.CopyTo(hearing);
                b.CopyTo(learning);
                for (var j = 0; j < Lanes; j++)
                {
                    if (roster.Is(start + i + j, Role.Adult))
                    {
                        marks[i + j] = Month(marks[i + j], hears, table.Stops, learns, hearing[j], learning[j]);
                    }
                }
            }
        }
    }

    private static uint Month(uint marks, float hears, float stops, float learns, uint hearing, uint learning)
    {
        if ((marks & Aware) == 0)
        {
            return (marks & MarkBits.Of(Mark.Unscored)) == 0 ? Step(marks, hears, stops, hearing) : marks;
        }
        var next = Step(marks, hears, stops, hearing);
        return Draw.Unit(learning) < learns ? next | Informed : next;
    }

    private static float Mixed(LearningTable table, float near, float far) => near + table.TalkBeyond * (far - near);

    private static int Count(ReadOnlySpan<uint> marks, uint holds)
    {
        var count = 0;
        foreach (var mark in marks)
        {
            count += (mark & holds) == holds ? 1 : 0;
        }
        return count;
    }

    /// <summary>Who knew of a regime that runs no more knows that it is over. What it was used for is not forgotten.</summary>
    public static void End(Situation situation)
    {
        foreach (ref var marks in situation.Marks.Span)
        {
            marks &= ~News;
        }
    }
}
