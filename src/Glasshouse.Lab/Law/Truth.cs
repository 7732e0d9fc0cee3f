namespace Glasshouse.Lab.Law;

/// <summary>An answer of three values, in their order: the least of several is "and", the greatest is "or".</summary>
public enum Truth
{
    No,

    /// <summary>The file does not state it, or only assumes it.</summary>
    CannotTell,
    Yes,
}

/// <summary>Kleene's logic of three values: what cannot be told spreads only where it matters.</summary>
internal static class Logic
{
    public static Truth All(IEnumerable<Truth> parts) => parts.Aggregate(Truth.Yes, (a, b) => a < b ? a : b);

    public static Truth Any(IEnumerable<Truth> parts) => parts.Aggregate(Truth.No, (a, b) => a > b ? a : b);

    public static Truth Not(Truth truth) => truth switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => truth };
}

/// <summary>What a predicate answers, and where in the regime that stands.</summary>
/// <param name="Truth">The answer.</param>
/// <param name="Paths">Places in the regime that decide, as keys joined by dots; none where nothing is stated.</param>
/// <param name="Why">Why, where the places do not say it by themselves.</param>
internal sealed record Answer(Truth Truth, IReadOnlyList<string> Paths, string? Why = null)
{
    public static Answer Yes(IEnumerable<string> paths, string? why = null) => new(Truth.Yes, [.. paths], why);

    public static Answer No(IEnumerable<string> paths, string? why = null) => new(Truth.No, [.. paths], why);

    public static Answer Open(IEnumerable<string> paths, string? why = null) => new(Truth.CannotTell, [.. paths], why);

    /// <summary>Of a key that may be absent: what is not stated cannot be told.</summary>
    public static Answer Of(bool? stated, string path) => stated switch
    {
        true => Yes([path]),
        false => No([path]),
        _ => Open([], $"'{path}' is not stated"),
    };

    /// <summary>All of several answers, with the places of those that decide.</summary>
    public static Answer All(params Answer[] answers) => Joined(Logic.All(answers.Select(a => a.Truth)), answers);

    /// <summary>Any of several answers.</summary>
    public static Answer Any(params Answer[] answers) => Joined(Logic.Any(answers.Select(a => a.Truth)), answers);

    private static Answer Joined(Truth truth, Answer[] answers)
    {
        var deciding = answers.Where(a => a.Truth == truth).ToList();
        return new Answer(truth, [.. deciding.SelectMany(a => a.Paths)],
            deciding.Select(a => a.Why).FirstOrDefault(w => w is not null));
    }
}
