using Glasshouse.Regimes;

namespace Glasshouse.Lab.Law;

/// <summary>What a regime records, and for how long.</summary>
internal static partial class Predicates
{
    private const double Years = 52;

    // A quarter year, and the longest that Order 36 lets any record be shown.
    private const double ThreeMonths = 13;
    private const double ThreeYears = 3 * Years;

    // The level at which conduct was put right, and those at which there was no more than a warning.
    private static readonly string[] PutRight = ["corrected"];
    private static readonly string[] Warned = ["warned", "reminded", "criticised", "admonished"];

    // Ordinary untidiness of the street, which some rules let be recorded only once a fine for it is refused.
    private static readonly string[] Petty = ["jaywalking", "littering"];

    private static IEnumerable<Predicate> OfRecords =>
    [
        new("over-a-period", "conduct is evaluated over a period", "nothing is kept over a period", "rows", f =>
            f.Entries.Any() || f.Scales.Any(s => s.Features.Any())
                ? Answer.Yes(f.Regime.Validity is null ? Places(f.Entries.Take(1)) : ["validity"])
                : Answer.No([])),
        new("social-behaviour-or-traits", "social behaviour or personal traits go in",
            "neither social behaviour nor personal traits go in", "rows",
            f => Kinds(f).ToList() is { Count: > 0 } places ? Answer.Yes(places) : Answer.No([])),
        new("adverse-records", "bad records are kept", "no bad records are kept", "rows", f =>
            f.Adverse.Any() ? Answer.Yes(Places(f.Adverse.Take(3))) : Answer.No([])),
        new("keeps-a-list", "a list is kept beside or instead of a score", "no list is kept", "scales", f =>
            f.Scales.Where(s => s.Score is null).ToList() is { Count: > 0 } lists
                ? Answer.Yes(lists.SelectMany(l => l.Entries.Where(e => e.Adverse).Select(e => e.Path).Take(3)))
                : Answer.No(["score"], "every scale has a score")),
        new("lists-other-kinds", "the list holds other kinds of conduct than the four", "the list holds the four kinds only",
            "scales", OtherKinds),
        new("beyond-the-catalogue", "it records what no national type of information covers",
            "it records national types of information only",
            "rows", BeyondCatalogue),
        new("unrelated-to-credit", "factors unrelated to credit count", "only factors related to credit count", "rows", f =>
            Rights(f) is { Count: > 0 } rights ? Answer.Yes(Places(rights), "acts that exercise a right say nothing of credit")
            : Everyday(f) is { Count: > 0 } everyday ? Answer.Open(Places(everyday.Take(3)),
                "everyday conduct counts; whether it is credit is a matter of opinion")
            : Answer.No(Places(f.Entries.Take(1)))),
        Kept("kept-over-three-years", "a bad record counts for more than three years",
            "no bad record counts for more than three years", ThreeYears),
        Kept("kept-over-five-years", "a bad record counts for more than five years",
            "no bad record counts for more than five years", 5 * Years),
        Kept("kept-over-seven-years", "a bad record counts for more than seven years",
            "no bad record counts for more than seven years", 7 * Years, 10 * Years),
        new("minor-kept-over-three-months", "a minor record counts for more than three months",
            "no minor record counts for more than three months",
            "rows", f => Minor(f, e => e.Term is { Weeks: > ThreeMonths })),
        new("minor-recorded", "minor or corrected conduct is recorded", "no minor or corrected conduct is recorded", "rows",
            f => Minor(f, _ => true)),
        new("petty-conduct-recorded", "petty conduct is recorded without a refused fine", "petty conduct is not recorded as such",
            "rows", f =>
            f.Adverse.Where(e => e.On.Any(c => Petty.Contains(c.Id))).ToList() is { Count: > 0 } petty
                ? Answer.Yes(Places(petty))
                : Answer.No([])),
        new("unconfirmed-bills", "unpaid bills count without a finding of law",
            "unpaid bills count only once a court has found them", "rows", f =>
            f.Adverse.Where(e => e.On.Any(c => c.Id == "bills-late"
                && (c.Levels.Count == 0 || c.Levels.Any(l => l != "sued")))).ToList()
                is { Count: > 0 } bills ? Answer.Yes(Places(bills)) : Answer.No([])),
    ];

    // One place of each domain shows what kinds of behaviour go in.
    private static IEnumerable<string> Kinds(Facts f) => f.Entries.DistinctBy(e => e.Domain).Select(e => e.Path)
        .Concat(f.Scales.SelectMany(s => s.Features).Select(x => x.Path));

    private static List<Entry> Rights(Facts f) => [.. f.Adverse.Where(e => e.PricesRight)];

    private static List<Entry> Everyday(Facts f) => [.. f.Entries.Where(e => e.Domain is "public-behaviour" or "online")];

    private static Answer OtherKinds(Facts f)
    {
        var listed = f.Scales.Where(s => s.Score is null).SelectMany(s => s.Entries).Where(e => e.Adverse).ToList();
        var other = listed.Where(e => e.PricesRight || e.Domain is "online" or "public-behaviour").ToList();
        return other.Count > 0 ? Answer.Yes(Places(other))
            : listed.Count > 0 ? Answer.Open(Places(listed.Take(3)),
                "whether these grounds are among the four kinds is for a lawyer")
            : Answer.No([], "no list is kept");
    }

    private static Answer BeyondCatalogue(Facts f)
    {
        var beyond = f.Entries.Where(e => e.Adverse && (e.PricesRight || e.Domain == "online")).ToList();
        var open = Everyday(f);
        return (f.System?.Basis, beyond.Count, open.Count) switch
        {
            (_, 0, 0) => Answer.No(Places(f.Entries.Take(1)), "every record is a financial, legal or business one"),
            (Regimes.Basis.LocalRegulation, _, _) => Answer.No(["system.basis"], "a local regulation may add to the catalogue"),
            (null, > 0, _) => Answer.Open(Places(beyond.Take(3)),
                "what the supplement of the place adds depends on 'system.basis'"),
            (_, > 0, _) => Answer.Yes(Places(beyond)),
            _ => Answer.Open(Places(open.Take(3)), "everyday conduct is covered only where an office has decided on it"),
        };
    }

    private static Predicate Kept(string name, string yes, string no, double weeks, double afterBankruptcy = 0) =>
        new(name, yes, no, "validity", f => Kept(f, e => IsBankruptcy(e) ? Math.Max(weeks, afterBankruptcy) : weeks));

    private static bool IsBankruptcy(Entry entry) => entry.On.Count > 0 && entry.On.All(c => c.Id == "bankruptcy");

    // Months are not a whole number of weeks: half a week is no excess.
    private static Answer Kept(Facts f, Func<Entry, double> most)
    {
        var terms = f.Adverse.Select(e => e.Term).ToList();
        var longer = f.Adverse.Where(e => e.Term?.Weeks > most(e) + 0.5).Select(e => e.Term!).ToList();
        var stated = longer.Where(t => !t.IsAssumed && !t.IsUntilLifted).Select(t => t.Path).Distinct().ToList();
        var lifted = longer.Where(t => t.IsUntilLifted).Select(t => t.Path).Distinct().ToList();
        return stated.Count > 0 ? Answer.Yes(stated)
            // The years run from the end of the conduct, and who has not performed has not ended it.
            : lifted.Count > 0 ? Answer.Open(lifted, "it stands until it is lifted, and the years run from the end of the conduct")
            : longer.Count > 0 ? Answer.Open(longer.Select(t => t.Path).Distinct(), "the term is assumed")
            : terms.Count > 0 && terms.All(t => t is null) ? Answer.Open([], "no term is stated")
            : Answer.No(terms.Where(t => t is not null).OrderByDescending(t => t!.Weeks).Select(t => t!.Path).Take(1));
    }

    private static Answer Minor(Facts f, Func<Entry, bool> also)
    {
        var adverse = f.Adverse.Where(also).ToList();
        var minor = adverse.Where(e => e.Severity == Severity.Minor || Levels(e, PutRight)).ToList();
        var warned = adverse.Where(e => e.Severity is null && Levels(e, Warned)).ToList();
        return minor.Count > 0 ? Answer.Yes(Places(minor))
            : warned.Count > 0 ? Answer.Open(Places(warned), "warnings are recorded; by which procedure is not stated")
            : adverse.Any(e => e.Severity is null) ? Answer.Open([], "how grave its records are is not stated ('severity')")
            : Answer.No(Places(adverse.Take(1)));
    }

    private static bool Levels(Entry entry, string[] levels) => entry.On.Any(c => c.Levels.Any(levels.Contains));
}
