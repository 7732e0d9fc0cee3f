using System.Numerics;
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
    private static readonly uint Unscored = MarkBits.Of(Mark.Unscored);
    private static readonly uint Adult = RoleBits.Of(Role.Adult);

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
                var roles = roster.Roles.Span.Slice(start + i, Lanes);
                var now = Vector512.Create<uint>(marks[i..]);
                var next = Month(now, hears, table.Stops, learns, a, b);
                Vector512.ConditionalSelect(Any(Vector512.Create<uint>(roles), Adult), next, now).CopyTo(marks[i..]);
            }
        }
    }

    /// <summary>One step of sixteen persons: the same as <see cref="Step(uint, float, float, uint)"/>.</summary>
    public static Vector512<uint> Step(Vector512<uint> marks, float hears, float stops, Vector512<uint> luck)
    {
        var told = marks & Vector512.Create(News);
        var hear = Vector512.Equals(told, Vector512<uint>.Zero) & Below(luck, hears);
        var stop = Vector512.Equals(told, Vector512.Create(News)) & Below(luck, stops);
        return (marks & ~(stop & Vector512.Create(Tells))) | (hear & Vector512.Create(News));
    }

    // The unscored hear nothing; those who knew before may learn what it is used for.
    private static Vector512<uint> Month(Vector512<uint> marks, float hears, float stops, float learns, Vector512<uint> hearing,
        Vector512<uint> learning)
    {
        var deaf = Vector512.Equals(marks & Vector512.Create(Aware | Unscored), Vector512.Create(Unscored));
        var next = Vector512.ConditionalSelect(deaf, marks, Step(marks, hears, stops, hearing));
        return next | (Any(marks, Aware) & Below(learning, learns) & Vector512.Create(Informed));
    }

    private static Vector512<uint> Below(Vector512<uint> luck, float chance) =>
        Vector512.LessThan(Draw.Unit(luck), Vector512.Create(chance)).AsUInt32();

    private static Vector512<uint> Any(Vector512<uint> bits, uint any) =>
        ~Vector512.Equals(bits & Vector512.Create(any), Vector512<uint>.Zero);

    private static float Mixed(LearningTable table, float near, float far) => near + table.TalkBeyond * (far - near);

    private static int Count(ReadOnlySpan<uint> marks, uint holds)
    {
        var count = 0;
        for (var i = 0; i < marks.Length; i += Lanes)
        {
            var held = Vector512.Create(marks[i..]) & Vector512.Create(holds);
            count += BitOperations.PopCount(Vector512.Equals(held, Vector512.Create(holds)).ExtractMostSignificantBits());
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
