using System.Globalization;
using System.Text.RegularExpressions;

namespace Glasshouse.Files;

/// <summary>How plain scalars are understood: JSON's words and numbers only, so that no word turns into something else.</summary>
internal static partial class Scalars
{
    // No octal, hexadecimal, sexagesimal, underscores, infinities: YAML 1.1 and 1.2 read them differently.
    [GeneratedRegex(@"\A[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z")]
    private static partial Regex NumberPattern();

    /// <summary>True for an empty value, <c>~</c> and <c>null</c>.</summary>
    public static bool IsNull(ScalarNode scalar) =>
        scalar is { Plain: true, Text: "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>True or false, or null if it is neither.</summary>
    public static bool? Flag(ScalarNode scalar) => scalar switch
    {
        { Plain: true, Text: "true" } => true,
        { Plain: true, Text: "false" } => false,
        _ => null,
    };

    /// <summary>A finite number, or null if it is none.</summary>
    public static double? Number(ScalarNode scalar) =>
        scalar.Plain && NumberPattern().IsMatch(scalar.Text)
        && double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? number
            : null;

    /// <summary>A whole number, or null if it is none or too large.</summary>
    public static long? Whole(ScalarNode scalar) =>
        Number(scalar) is not null
        && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : null;

    /// <summary>A number as a fault shows it.</summary>
    public static string Show(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// True if a key may be an id: letters, digits, <c>-</c>, <c>_</c> and <c>+</c>, so that paths joined by dots are plain.
    /// </summary>
    public static bool IsId(string key) => IdPattern().IsMatch(key);

    /// <summary>The pattern of ids, as regular expressions in schemas have it.</summary>
    public const string Id = @"^[\p{L}\p{Nd}_+-]+$";

    [GeneratedRegex(@"\A[\p{L}\p{Nd}_+-]+\z")]
    private static partial Regex IdPattern();
}
