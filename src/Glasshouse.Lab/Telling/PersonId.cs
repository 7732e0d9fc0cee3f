using System.Globalization;

namespace Glasshouse.Lab.Telling;

// Telling: one life, told from a replay of its district. In: a run's plan, directives and marks. Out: dated events and sentences.

/// <summary>A person of a run, written <c>district-number</c>: a place in a home, and who lives there at the end.</summary>
/// <param name="District">District, from 0.</param>
/// <param name="Number">Number in the district, from 0.</param>
public readonly record struct PersonId(int District, int Number)
{
    /// <summary>Reads <c>D-N</c>.</summary>
    /// <exception cref="RefusedException">It is not written so.</exception>
    public static PersonId Parse(string text)
    {
        var parts = text.Split('-');
        if (parts.Length == 2 && Whole(parts[0]) is { } district && Whole(parts[1]) is { } number)
        {
            return new PersonId(district, number);
        }
        throw new RefusedException(Refusal.Usage, $"'{text}' is no person; a person is written DISTRICT-NUMBER, such as 0-17.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{District}-{Number}");

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
