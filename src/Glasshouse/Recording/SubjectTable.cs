using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Recording;

/// <summary>
/// Who is scored. The rest are marked: they have no records, stay in the entry grade, and no consequence reaches them.
/// </summary>
/// <param name="AdultFrom">Youngest age scored, years.</param>
/// <param name="Share">Share of persons who have joined, 0 to 1; 1 where nobody is asked.</param>
public sealed record SubjectTable(int AdultFrom, float Share)
{
    /// <summary>Lasting roles that subjects hold.</summary>
    public uint Roles { get; init; }

    private static readonly Purpose Joining = Purpose.Named("recording/joining");

    /// <summary>Every adult is scored.</summary>
    public static SubjectTable Everyone { get; } = new(0, 1);

    /// <summary>True if a person is not scored.</summary>
    public static bool LeavesOut(uint marks) => (marks & MarkBits.Of(Mark.Unscored)) != 0;

    /// <summary>Brings the marks up to date. Whether a person joins is luck of the person's own, the same at any time.</summary>
    public void Review(Roster roster, Situation situation, ulong seed, uint district)
    {
        var draw = new Draw(seed, district, Joining);
        var unscored = MarkBits.Of(Mark.Unscored);
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            var left = roster.Age[slot] < AdultFrom || (roster.Roles[slot] & Roles) != Roles
                || (Share < 1 && Draw.Unit(draw.At((uint)slot, roster.Generation[slot]).A) >= Share);
            ref var marks = ref situation.Marks[slot];
            marks = roster.Lives(slot) && roster.Is(slot, Role.Adult) && left ? marks | unscored : marks & ~unscored;
        }
    }
}
