using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Recording;

/// <summary>
/// Who is scored. The rest are marked: they have no score, stay in the entry grade, and no consequence reaches them.
/// </summary>
/// <param name="AdultFrom">Youngest age scored, years.</param>
public sealed record SubjectTable(int AdultFrom)
{
    private static readonly Purpose Joining = Purpose.Named("recording/joining");

    /// <summary>Lasting roles that subjects hold.</summary>
    public uint Roles { get; init; }

    /// <summary>The scales that ask for consent; none where nobody is asked.</summary>
    public Consent[] Consents { get; init; } = [];

    /// <summary>True if whoever is not on the main scale is on none.</summary>
    public bool OneForAll { get; init; } = true;

    /// <summary>Every adult is scored.</summary>
    public static SubjectTable Everyone { get; } = new(0);

    /// <summary>True if a person is not scored.</summary>
    public static bool LeavesOut(uint marks) => (marks & MarkBits.Of(Mark.Unscored)) != 0;

    /// <summary>Asks somebody whom the regime meets for the first time. The answer is luck of the person's own.</summary>
    public void Ask(Roster roster, Situation situation, ulong seed, uint district, int slot)
    {
        foreach (var consent in Consents)
        {
            var luck = new Draw(seed, district, Joining).At((uint)slot, roster.Generation[slot], consent.Scale).A;
            ref var marks = ref situation.Marks[slot];
            marks = Draw.Unit(luck) < consent.Share ? marks & ~MarkBits.Outside(consent.Scale) : marks | MarkBits.Outside(consent.Scale);
        }
    }

    /// <summary>Brings everybody's marks up to date.</summary>
    public void Review(Roster roster, Situation situation)
    {
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            Review(roster, situation, slot);
        }
    }

    /// <summary>Brings one person's marks up to date. Whoever consents knows of being scored.</summary>
    public void Review(Roster roster, Situation situation, int slot)
    {
        var (unscored, aware) = (MarkBits.Of(Mark.Unscored), MarkBits.Of(Mark.Aware));
        ref var marks = ref situation.Marks[slot];
        var adult = roster.Lives(slot) && roster.Is(slot, Role.Adult);
        var left = adult && (roster.Age[slot] < AdultFrom || (roster.Roles[slot] & Roles) != Roles
            || (marks & MarkBits.Outside(0)) != 0);
        marks = left ? marks | unscored : marks & ~unscored;
        if (adult && Consents is [{ Scale: 0 }, ..])
        {
            marks = !left ? marks | aware : OneForAll ? marks & ~aware : marks;
        }
    }
}

/// <summary>A scale whose subjects are asked.</summary>
/// <param name="Scale">The scale, 0 for the main one.</param>
/// <param name="Share">Share who join when they are first asked, 0 to 1.</param>
/// <param name="Joins">Chance that somebody outside joins at an exchange.</param>
/// <param name="Withdraws">Chance that somebody inside leaves at an exchange.</param>
/// <param name="AdultFrom">Youngest age of those asked, years.</param>
/// <param name="Roles">Lasting roles of those asked.</param>
public sealed record Consent(byte Scale, float Share, float Joins, float Withdraws, int AdultFrom, uint Roles)
{
    /// <summary>True if it can change after it was first given or refused.</summary>
    public bool Moves => Joins > 0 || Withdraws > 0;

    /// <summary>True for somebody who could be a subject of the scale.</summary>
    public bool Asks(Roster roster, int slot) => roster.Lives(slot) && roster.Is(slot, Role.Adult) && roster.Age[slot] >= AdultFrom
        && (roster.Roles[slot] & Roles) == Roles;
}
