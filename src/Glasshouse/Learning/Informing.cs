using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Scoring;

namespace Glasshouse.Learning;

/// <summary>The office writes to those whose firms it rates: most heads know at the first exchange, whatever media say.</summary>
public static class Informing
{
    private static readonly Purpose Letters = Purpose.Named("learning/letters-to-firms");

    /// <summary>Once a month; heads who came since then get their letter. Where no firm is rated nobody does.</summary>
    public static void Heads(FirmFigures? figures, GradeTable grades, Roster roster, Situation situation, ulong seed, uint district)
    {
        if (figures is null || !(grades.OfFirms || grades.Further.Any(g => g.OfFirms)))
        {
            return;
        }
        var (draw, share) = (new Draw(seed, district, Letters), (float)figures.Choice.Informed);
        var outside = MarkBits.Of(Mark.Aware) | MarkBits.Of(Mark.Unscored);
        foreach (int head in roster.Firms.Heads)
        {
            if ((situation.Marks[head] & outside) == 0 && roster.Is(head, Role.Adult)
                && Draw.Unit(draw.At((uint)head, roster.Generation[head]).A) < share)
            {
                situation.Marks[head] |= MarkBits.Of(Mark.Aware);
            }
        }
    }
}
