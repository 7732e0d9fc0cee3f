using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>
/// Moving what is watched out of sight, once in four weeks: the share grows towards what one's fear of being recorded asks for, more for
/// the aggrieved, and shrinks more slowly once there is no reason. It costs. What is moved out of sight is done all the same.
/// </summary>
public static class Evasion
{
    private const int Lanes = 16;
    private static readonly uint Aware = MarkBits.Of(Mark.Aware);
    private static readonly uint Evading = MarkBits.Of(Mark.Evading);

    /// <summary>The share, 0 to 1, that a person would move out of sight.</summary>
    /// <param name="table">Figures.</param>
    /// <param name="risk">Largest perceived chance of punishment over the channels that the regime adds to that of ordinary law.</param>
    /// <param name="aversion">Risk aversion, 0 to 1.</param>
    /// <param name="grievance">0 to 1.</param>
    public static float Wanted(ResistanceTable table, float risk, float aversion, float grievance)
    {
        var pull = table.EvasionPerRisk * risk * aversion * (1 + table.EvasionPerGrievance * grievance);
        return table.EvasionMost * Math.Min(1, pull);
    }

    /// <summary>The share after four weeks, in 255ths: a whole step at least, so that no gap stays for ever.</summary>
    public static byte Next(ResistanceTable table, byte now, float wanted)
    {
        var gap = (int)(wanted * Defiance.Whole + 0.5f) - now;
        var step = gap > 0 ? MathF.Ceiling(gap * table.EvasionLearning) : MathF.Floor(gap * table.EvasionUnlearning);
        return (byte)(now + (int)step);
    }

    /// <summary>Lets four weeks pass for all who know of the regime or evade still.</summary>
    public static void Month(ResistanceTable table, float[] law, Roster roster, Situation situation, Mind mind, Defiance defiance,
        bool scalar)
    {
        if (!table.Evades)
        {
            return;
        }
        Span<float> risk = stackalloc float[Lanes];
        var marks = situation.Marks.Lanes;
        var shares = defiance.Evasion.Lanes;
        for (var first = 0; first < marks.Length; first += Lanes)
        {
            var knows = (Vector512.Create<uint>(marks[first..]) & Vector512.Create(Aware)) != Vector512<uint>.Zero;
            if (!knows && !shares.Slice(first, Lanes).ContainsAnyExcept((byte)0))
            {
                continue;
            }
            Risks(law, mind, first, risk, scalar);
            for (var i = 0; i < Lanes && first + i < situation.Marks.Length; i++)
            {
                Move(table, roster, situation, mind, first + i, risk[i], ref shares[first + i]);
            }
        }
    }

    private static void Move(ResistanceTable table, Roster roster, Situation situation, Mind mind, int slot, float risk, ref byte share)
    {
        ref var marks = ref situation.Marks[slot];
        var reason = (marks & Aware) != 0 && risk > 0;
        if (!reason && share == 0)
        {
            return;
        }
        var wanted = reason
            ? Wanted(table, risk, table.RiskAversion(roster.TraitOf(Trait.RiskAversion)[slot]), mind.Grievance[slot])
            : 0;
        share = Next(table, share, wanted);
        marks = share > Defiance.Whole / 10 ? marks | Evading : marks & ~Evading;
        ref var savings = ref situation.Savings[slot];
        savings = Math.Max(0, savings - table.EvasionCost * share / Defiance.Whole);
    }

    private static void Risks(float[] law, Mind mind, int first, Span<float> risk, bool scalar)
    {
        var most = Vector512<float>.Zero;
        for (var i = 0; i < Lanes && scalar; i++)
        {
            risk[i] = 0;
        }
        for (var c = 0; c < Mind.Channels; c++)
        {
            var believed = mind.RiskIfDone(c).Lanes;
            if (!scalar)
            {
                most = Vector512.Max(most, Belief.Wide(believed.Slice(first, Lanes)) - Vector512.Create(law[c]));
                continue;
            }
            for (var i = 0; i < Lanes; i++)
            {
                risk[i] = Math.Max(risk[i], Unit16.Wide(believed[first + i]) - law[c]);
            }
        }
        if (!scalar)
        {
            most.CopyTo(risk);
        }
    }
}
