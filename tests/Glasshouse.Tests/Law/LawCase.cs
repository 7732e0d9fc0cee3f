using Glasshouse.Lab.Law;
using Glasshouse.Societies;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Societies;

namespace Glasshouse.Tests.Law;

/// <summary>The small regime with something added or changed, and what a predicate answers to it.</summary>
/// <param name="Predicate">Name of the predicate.</param>
/// <param name="Truth">Its answer.</param>
/// <param name="Add">YAML put at the end.</param>
/// <param name="Passage">What is replaced.</param>
/// <param name="Put">What stands there instead.</param>
public sealed record LawCase(string Predicate, Truth Truth, string Add = "", string Passage = "", string Put = "")
{
    /// <summary>Stands for all rows, grounds and repairs.</summary>
    public const string Rules = "(rules)";

    /// <summary>Stands for the consequences.</summary>
    public const string Consequences = "(consequences)";

    /// <summary>Stands for the redress.</summary>
    public const string Redress = "(redress)";

    internal Facts Facts => new(SmallRegime.Read(Text), Society);

    private static Society Society { get; } = ChinaUrban.Load();

    private string Text => Changed(SmallRegime.Text) + Add + "\n";

    private string Changed(string text) => Passage switch
    {
        "" => text,
        Rules => Between(text, "rows:\n", "consequences:\n"),
        Consequences => Between(text, "consequences:\n", "redress:\n"),
        Redress => text[..text.IndexOf("redress:\n", StringComparison.Ordinal)],
        _ => SmallRegime.With(Passage, Put),
    };

    private static string Between(string text, string from, string to) =>
        text[..text.IndexOf(from, StringComparison.Ordinal)] + text[text.IndexOf(to, StringComparison.Ordinal)..];
}
