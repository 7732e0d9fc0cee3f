namespace Glasshouse.Lab.Law;

/// <summary>A question to a regime, by name.</summary>
/// <param name="Name">The name that law files use.</param>
/// <param name="Yes">The answer in words where it holds.</param>
/// <param name="No">The answer in words where it does not.</param>
/// <param name="Key">The part of a regime file that settles it.</param>
/// <param name="Ask">The question.</param>
internal sealed record Predicate(string Name, string Yes, string No, string Key, Func<Facts, Answer> Ask)
{
    /// <summary>True if the law has no measure for it, and ours stands in (docs/law.md).</summary>
    public bool IsOurYardstick => Yardsticks.Contains(Name);

    private static readonly string[] Yardsticks =
        ["unrelated-context", "disproportionate", "unrelated-to-credit", "beyond-the-catalogue", "lists-other-kinds"];
}

/// <summary>
/// All predicates. A law file chooses among them; what each asks is decided here. What a file does not state, borrows from
/// another text or only assumes decides nothing: the answer is then "cannot tell".
/// </summary>
internal static partial class Predicates
{
    // Made late: the parts of this class have fields of their own.
    private static readonly Lazy<Dictionary<string, Predicate>> ByName = new(() =>
        Declared.Concat(OfRecords).Concat(OfConsequences).Concat(OfRedress).Concat(OfRights)
            .ToDictionary(p => p.Name, StringComparer.Ordinal));

    public static IReadOnlyCollection<string> Names => ByName.Value.Keys;

    public static Predicate Of(string name) => ByName.Value[name];

    private static IEnumerable<string> Places(IEnumerable<Entry> entries) => entries.Select(e => e.Path);

    private static IEnumerable<string> Places(IEnumerable<Following> following) => following.Select(f => f.Path);
}
