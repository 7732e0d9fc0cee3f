namespace Glasshouse.Regimes;

/// <summary>One scale of a regime as its file states it; the main one first.</summary>
/// <param name="Id">As triggers name it: <c>score</c> for the main one, its id, or an included regime's id, '/' and its scale.</param>
/// <param name="Prefix">What stands before the ids of its rows in tables and on screen; nothing for the main one.</param>
/// <param name="Path">Where it stands in the file, a dot at the end; nothing for the main one.</param>
/// <param name="Text">What the file says.</param>
internal sealed record ScaleText(string Id, string Prefix, string Path, FurtherScale Text)
{
    /// <summary>Id of the main scale.</summary>
    public const string Main = "score";

    /// <summary>All scales of a regime.</summary>
    public static IReadOnlyList<ScaleText> Of(Regime regime) =>
    [
        new ScaleText(Main, "", "", MainOf(regime)),
        .. regime.Scales.Select(s => new ScaleText(s.Key, PrefixOf(s.Key), $"scales.{s.Key}.", s.Value)),
    ];

    /// <summary>The main scale in the words of a further one.</summary>
    public static FurtherScale MainOf(Regime regime) => new()
    {
        Label = regime.ScaleName ?? Main,
        Subjects = regime.Subjects,
        Score = regime.Score,
        Grades = regime.Grades,
        Rules = regime.Rules,
        Validity = regime.Validity,
        Rows = regime.Rows,
        DirectGrades = regime.DirectGrades,
        Repairs = regime.Repairs,
        Consequences = regime.Consequences,
    };

    // The main scale of an included regime is 'ID/score'; its rows are told as 'ID/ROW'.
    private static string PrefixOf(string id) => id.EndsWith("/" + Main, StringComparison.Ordinal) ? id[..^Main.Length] : id + "/";
}
