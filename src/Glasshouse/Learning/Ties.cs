using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Learning;

/// <summary>
/// Close ties beyond the home, as a number of each person: who is at the other end is not known, and stands in the same neighbourhood.
/// Naming, informing and guilt by association take ties; they grow again over years.
/// </summary>
public static class Ties
{
    /// <summary>Ties at most.</summary>
    public const int Most = 30;

    private static readonly Purpose Having = Purpose.Named("learning/ties");
    private static readonly Purpose Losing = Purpose.Named("learning/ties-lost");

    /// <summary>Ties of a newcomer: the usual number times a log-normal factor, rounded down.</summary>
    public static byte Start(TieFigures? figures, ulong seed, uint district, int slot, int generation)
    {
        if (figures is null)
        {
            return 0;
        }
        var score = Draw.Normal(new Draw(seed, district, Having).At((uint)slot, generation));
        return (byte)Math.Min(Most, figures.Usual.Value * Elementary.Exp(figures.Spread.Value * Math.Clamp(score, -4, 4)));
    }

    /// <summary>Closeness, -1 without ties, 0 with the usual number, 1 with twice that and more.</summary>
    public static float Closeness(byte ties, float usual) => Math.Min(ties, 2 * usual) / usual - 1;

    /// <summary>A week's namings and reports on others take ties.</summary>
    public static void Wear(TieFigures? figures, ReadOnlySpan<int> informing, Acts acts, IReadOnlyList<PublicAct> publicActs, Roster roster,
        Situation situation, Lives lives, ulong seed, uint district, int week)
    {
        if (figures is null)
        {
            return;
        }
        var luck = new Draw(seed, district, Losing);
        if (figures.LostByNaming.Value > 0)
        {
            foreach (var act in publicActs)
            {
                if (act.Effect == Effect.NamedInPublic)
                {
                    Leave((float)figures.LostByNaming, (float)figures.RegrowthWeeks, act.Slot, luck.At(act.Slot, week), roster, situation,
                        lives, week);
                }
            }
        }
        if (figures.LostByInforming.Value > 0)
        {
            foreach (var k in informing)
            {
                foreach (ref readonly var act in acts.Of(k))
                {
                    var bits = luck.At(act.Slot, week, 1 + act.Ordinal);
                    if (Draw.Unit(bits.A) < (float)figures.LostByInforming)
                    {
                        Part(act.Slot, (float)figures.RegrowthWeeks, bits.B, roster, situation, lives, week);
                    }
                }
            }
        }
    }

    /// <summary>Who falls below the entry grade of a scale is left by some, where it hits others or is published.</summary>
    public static void Shun(TieFigures? figures, ConsequenceTable table, ReadOnlySpan<GradeChange> changes, Roster roster,
        Situation situation, Lives lives, ulong seed, uint district, int week)
    {
        if (figures is not { Shunned.Value: > 0 } || !(table.Spills.HasAny || table.Has(Effect.NamedInPublic)))
        {
            return;
        }
        var luck = new Draw(seed, district, Losing);
        foreach (ref readonly var change in changes)
        {
            var scale = change.Scale == 0 ? table : table.Further[change.Scale - 1];
            if (scale.InForce && change.From <= scale.EntryGrade && change.To > scale.EntryGrade)
            {
                var bits = luck.At(change.Slot, week, ushort.MaxValue - change.Scale);
                Leave((float)figures.Shunned, (float)figures.RegrowthWeeks, change.Slot, bits, roster, situation, lives, week);
            }
        }
    }

    // Each tie goes with the same chance.
    private static void Leave(float share, float regrowth, int slot, Block bits, Roster roster, Situation situation, Lives lives, int week)
    {
        var (choice, other) = (bits.A, bits.B);
        for (var ties = situation.Ties[slot]; ties > 0; ties--)
        {
            choice = Episodes.Mix(choice + ties);
            other = Episodes.Mix(other + ties);
            if (Draw.Unit(choice) < share)
            {
                Part(slot, regrowth, other, roster, situation, lives, week);
            }
        }
    }

    // A tie has two ends: the other one is an adult of the neighbourhood, if the lot meets one who has ties.
    private static void Part(int slot, float regrowth, uint bits, Roster roster, Situation situation, Lives lives, int week)
    {
        Lose(slot, regrowth, bits, roster, situation, lives, week);
        var other = slot / Roster.BlockSize * Roster.BlockSize + Draw.Below(Episodes.Mix(bits), Roster.BlockSize);
        if (other != slot && roster.Lives(other) && roster.Is(other, Role.Adult))
        {
            Lose(other, regrowth, Episodes.Mix(bits + 1), roster, situation, lives, week);
        }
    }

    private static void Lose(int slot, float regrowth, uint bits, Roster roster, Situation situation, Lives lives, int week)
    {
        if (situation.Ties[slot] > 0)
        {
            situation.Ties[slot]--;
            lives.Befriend(roster, slot, week + Episodes.Weeks(regrowth, bits));
        }
    }
}
