using System.Text.Json.Serialization;

namespace Glasshouse.Lab.Telling;

/// <summary>What about a life differs first between twins.</summary>
public enum Domain
{
    /// <summary>What the person did.</summary>
    Acts,

    /// <summary>What the person said or kept back.</summary>
    Words,

    Work,
    Loan,
    Arrears,

    /// <summary>A journey or a public service refused.</summary>
    Refusals,

    /// <summary>Named, honoured or turned away from a school.</summary>
    PublicActs,
}

/// <summary>Ways by which a regime reaches a life, nearest first.</summary>
[Flags]
public enum Paths
{
    None = 0,

    /// <summary>The person has a record.</summary>
    OwnRecord = 1,

    /// <summary>Somebody of the household was penalised.</summary>
    Household = 2,

    /// <summary>The head of the person's firm is penalised.</summary>
    Workplace = 4,

    /// <summary>Somebody of the block was punished within the last year.</summary>
    Neighbour = 8,

    /// <summary>The person knows of the regime and hears what is announced.</summary>
    PublicSignal = 16,

    /// <summary>Others say less, or other things, in public than they would without the regime.</summary>
    Climate = 32,
}

/// <summary>Something that a person did or that happened to the person, as far as twins can differ in it.</summary>
/// <param name="Domain">What it is about.</param>
/// <param name="Key">Identity among happenings of the same words, equal in all twins.</param>
/// <param name="What">It in words.</param>
internal readonly record struct Happening(Domain Domain, int Key, string What);

/// <summary>Where twins part: the first week that differs, and the ways by which the regime had reached the life.</summary>
/// <param name="Week">Week of the regime, from 1.</param>
/// <param name="Domain">What differs.</param>
/// <param name="With">What happens under the regime that week and not without it.</param>
/// <param name="Without">What happens without it and not under the regime.</param>
/// <param name="Paths">All ways that were open by then; none: chance through others, and no cause is claimed.</param>
public sealed record Parting(
    int Week, Domain Domain, IReadOnlyList<string> With, IReadOnlyList<string> Without, [property: JsonIgnore] Paths Paths)
{
    /// <summary>The week in words.</summary>
    public string Date { get; } = LifeDate.Of(Week);

    /// <summary>The nearest way that was open, in words.</summary>
    public string Path => Words(Paths).FirstOrDefault() ?? "chance through others (no cause is claimed)";

    /// <summary>Ways further off that were open as well.</summary>
    public IReadOnlyList<string> OpenAsWell => [.. Words(Paths).Skip(1)];

    /// <summary>Finds where two lives of one person part; null if they never do.</summary>
    /// <param name="without">The life under ordinary law alone.</param>
    /// <param name="with">The life under the regime.</param>
    /// <param name="weeks">Weeks of the regime.</param>
    internal static Parting? Between(TwinWatch without, TwinWatch with, int weeks)
    {
        for (var week = 1; week <= weeks; week++)
        {
            var (one, other) = (without.Happenings(week), with.Happenings(week));
            var gained = Except(other, one);
            var lost = Except(one, other);
            if (gained.Count + lost.Count > 0)
            {
                var domain = gained.Concat(lost).Min(h => h.Domain);
                // Acts and words come before the week's records: what they answer to is the week before.
                var paths = with.PathsAfter(domain is Domain.Acts or Domain.Words ? week - 1 : week);
                // A person is moved by what others say only in what the person says.
                paths &= domain == Domain.Words ? ~Paths.None : ~Paths.Climate;
                return new Parting(week, domain, Texts(gained), Texts(lost), paths);
            }
        }
        return null;
    }

    private static List<Happening> Except(IReadOnlyList<Happening> these, IReadOnlyList<Happening> those)
    {
        var rest = these.ToList();
        foreach (var happening in those)
        {
            rest.Remove(happening);
        }
        return rest;
    }

    private static IReadOnlyList<string> Texts(List<Happening> happenings) => [.. happenings.Select(h => h.What)];

    private static IEnumerable<string> Words(Paths paths)
    {
        (Paths Path, string Words)[] all =
        [
            (Paths.OwnRecord, "own record"),
            (Paths.Household, "household"),
            (Paths.Workplace, "workplace"),
            (Paths.Neighbour, "neighbour"),
            (Paths.PublicSignal, "public signal"),
            (Paths.Climate, "what others say in public"),
        ];
        return all.Where(p => (paths & p.Path) != 0).Select(p => p.Words);
    }
}
