using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Learning;

/// <summary>
/// A price takes the place of one's own motive while one knows of it, and the motive returns more slowly than it went, or never
/// (Gneezy and Rustichini 2000; Titmuss 1970; Mellstroem and Johannesson 2008).
/// </summary>
public static class Crowding
{
    /// <summary>A new occupant comes with motives whole.</summary>
    public static void Arrive(Motives motives, int slot) => (motives.Duties[slot], motives.Deeds[slot]) = (0, 0);

    /// <summary>Lets a month of four weeks pass.</summary>
    public static void Month(ConductTable conducts, Stakes stakes, Situation situation, Motives motives, int week)
    {
        var table = conducts.Motives;
        if (!table.Acts)
        {
            return;
        }
        var (duties, deeds) = Prices(conducts, stakes);
        var month = week / Calendar.Exchange;
        var undone = (int)((long)((month + 1) * table.Return) - (long)(month * table.Return));
        var most = table.Most(stakes.Material);
        Pass(situation.Marks.Span, motives.Duties.Span, duties ? most : (byte)0, undone);
        Pass(situation.Marks.Span, motives.Deeds.Span, deeds ? most : (byte)0, undone);
    }

    // Whether the regime puts a price on some duty, and on some deed.
    private static (bool Duties, bool Deeds) Prices(ConductTable conducts, Stakes stakes)
    {
        var (duties, deeds) = (false, false);
        for (var k = 0; k < conducts.Count; k++)
        {
            if (!stakes.None(k) && conducts.Used[k].Contains(Leaning.NormLost))
            {
                duties |= !conducts.Good[k];
                deeds |= conducts.Good[k];
            }
        }
        return (duties, deeds);
    }

    private static void Pass(ReadOnlySpan<uint> marks, Span<byte> months, byte most, int undone)
    {
        if (most == 0 && !months.ContainsAnyExcept((byte)0))
        {
            return;
        }
        var aware = MarkBits.Of(Mark.Aware);
        for (var slot = 0; slot < months.Length; slot++)
        {
            var priced = most > 0 && (marks[slot] & aware) != 0;
            if (!priced)
            {
                months[slot] = (byte)Math.Max(0, months[slot] - undone);
            }
            else if (months[slot] < most)
            {
                months[slot]++;
            }
        }
    }
}
