using Glasshouse.Population;

namespace Glasshouse.Lab.Telling;

/// <summary>A kind of life that one can ask for: the one list that the command and the pages share.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="Holds">Whether a person with these marks is of the kind.</param>
public sealed record LifeKind(string Words, Func<uint, bool> Holds)
{
    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<LifeKind> All =
    [
        new("punished for nothing done", Has(Mark.EverWronged)),
        new("fell silent", Has(Mark.EverSilent)),
        new("grade rose", Has(Mark.EverRose)),
        new("grade fell", Has(Mark.EverFell)),
        new("profited", Has(Mark.EverProfited)),
        new("child of a listed parent", Has(Mark.EverListedParent)),
        new("ordinary", marks => (marks & MarkBits.GrownUp) != 0 && (marks & MarkBits.Ever) == 0),
        new("firm and head", Has(Mark.EverFirmHead)),
    ];

    /// <summary>The words joined by hyphens, for a command line or an address.</summary>
    public string Id { get; } = Words.Replace(' ', '-');

    /// <summary>The kind of that name, in words or by id.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static LifeKind Named(string name) =>
        All.FirstOrDefault(k => string.Equals(k.Id, name.Trim().Replace(' ', '-'), StringComparison.OrdinalIgnoreCase))
        ?? throw new RefusedException(Refusal.Usage,
            $"'{name}' is no kind of life. Kinds: {string.Join(", ", All.Select(k => k.Id))}.");

    private static Func<uint, bool> Has(Mark mark) => marks => (marks & MarkBits.Of(mark)) != 0;
}
