using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>
/// Trust falls at once and comes back in two parts: one with the ordinary speed of recovery, one over decades, whether or not the regime
/// still runs. The second part is lasting distrust, by which trust rests lower. It is what an error and being named leave, and what
/// grows in people who know that others inform on them.
/// </summary>
public static class Distrust
{
    /// <summary>The smallest distrust that is kept is 1/255.</summary>
    private const float Scale = byte.MaxValue;

    /// <summary>An error is noticed: trust in institutions falls, by more if a machine decided.</summary>
    public static void Wrong(LearningTable table, Mind mind, int slot, float machine)
    {
        var lost = Math.Min(1, table.LostByError * (1 + (table.MachineErrorFactor - 1) * machine));
        Lose(table, ref mind.TrustInstitutions[slot], ref mind.DistrustInstitutions[slot], lost);
    }

    /// <summary>A person is named: trust in people falls.</summary>
    public static void Shame(LearningTable table, Mind mind, int slot) =>
        Lose(table, ref mind.TrustPeople[slot], ref mind.DistrustPeople[slot], table.LostByNaming);

    private static void Lose(LearningTable table, ref float trust, ref byte distrust, float share)
    {
        var lost = trust * share;
        trust -= lost;
        distrust = Narrow(Wide(distrust) + table.Lasting * lost, Unit16.Nearest);
    }

    /// <summary>
    /// Once a month: trust is drawn as far below its rest as distrust lasts; those who know of informers come to distrust people, and those
    /// who know of a machine that never wronged them trust it more.
    /// </summary>
    public static void Month(LearningTable table, Signal signal, Situation situation, Mind mind, int week)
    {
        var pull = Calendar.Exchange * table.TrustRecovery;
        if (signal.Informers > 0 && table.Informing > 0)
        {
            Suspect(table, signal.Informers * table.Informing, situation, mind, Unit16.Dither(week / Calendar.Exchange));
        }
        if (signal.Machine > 0 && table.MachineTrust > 0)
        {
            Rely(pull * signal.Machine * table.MachineTrust, situation, mind);
        }
        Press(mind.TrustInstitutions.Span, mind.DistrustInstitutions.Span, pull);
        Press(mind.TrustPeople.Span, mind.DistrustPeople.Span, pull);
        if ((week + 1) % Calendar.Year == 0)
        {
            var dither = Unit16.Dither(week / Calendar.Year);
            Fade(mind.DistrustInstitutions.Span, table.DistrustKept, dither);
            Fade(mind.DistrustPeople.Span, table.DistrustKept, dither);
        }
    }

    private static void Suspect(LearningTable table, float most, Situation situation, Mind mind, float dither)
    {
        var marks = situation.Marks.Span;
        var distrust = mind.DistrustPeople.Span;
        var speed = Calendar.Exchange * (float)table.Figures.WeeklyAdjustment;
        for (var slot = 0; slot < marks.Length; slot++)
        {
            var now = Wide(distrust[slot]);
            if ((marks[slot] & MarkBits.Of(Mark.Aware)) != 0 && now < most)
            {
                distrust[slot] = Narrow(now + Math.Min(1, speed) * (most - now), dither);
            }
        }
    }

    private static void Rely(float gain, Situation situation, Mind mind)
    {
        var marks = situation.Marks.Span;
        var trust = mind.TrustInstitutions.Span;
        var known = MarkBits.Of(Mark.Aware) | MarkBits.Of(Mark.EverWronged);
        for (var slot = 0; slot < marks.Length; slot++)
        {
            if ((marks[slot] & known) == MarkBits.Of(Mark.Aware))
            {
                trust[slot] = Math.Min(1, trust[slot] + gain);
            }
        }
    }

    private static void Press(Span<float> trust, ReadOnlySpan<byte> distrust, float pull)
    {
        for (var from = distrust.IndexOfAnyExcept((byte)0); from >= 0 && from < distrust.Length; from++)
        {
            if (distrust[from] > 0)
            {
                trust[from] = Math.Max(0, trust[from] - pull * Wide(distrust[from]));
            }
        }
    }

    private static void Fade(Span<byte> distrust, float kept, float dither)
    {
        foreach (ref var one in distrust)
        {
            one = one == 0 ? (byte)0 : Narrow(kept * Wide(one), dither);
        }
    }

    /// <summary>Lasting distrust from 0 to 1.</summary>
    public static float Wide(byte distrust) => distrust / Scale;

    private static byte Narrow(float distrust, float dither) => (byte)Math.Clamp((int)(distrust * Scale + dither), 0, byte.MaxValue);
}
