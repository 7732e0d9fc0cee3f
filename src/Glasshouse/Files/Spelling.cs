using System.Text;

namespace Glasshouse.Files;

/// <summary>How names are written in files, and which name a writer probably meant.</summary>
public static class Spelling
{
    private const int LongestQuote = 60;

    /// <summary>A C# name as files write it: <c>PublicStaff</c> becomes <c>public-staff</c>.</summary>
    public static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(name[i]));
        }

        return kebab.ToString();
    }

    /// <summary>
    /// The known word nearest to <paramref name="word"/>, ignoring case; none if more than a third of it would have to change.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in known)
        {
            var allowed = Math.Max(word.Length, candidate.Length) / 3;
            if (Math.Abs(word.Length - candidate.Length) > allowed)
            {
                continue;
            }

            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance <= allowed && distance < least)
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>
    /// Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, replacements and swaps of neighbours.
    /// </summary>
    internal static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    /// <summary>A piece of a file as a fault shows it: on one line, in quotes, not too long.</summary>
    public static string Quote(string text)
    {
        var end = Math.Min(text.Length, LongestQuote);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        var quote = new StringBuilder("'", end + 5);
        foreach (var c in text.AsSpan(0, end))
        {
            quote.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return quote.Append(end < text.Length ? "...'" : "'").ToString();
    }

    /// <summary>Words as a fault lists them.</summary>
    public static string OneOf(IReadOnlyCollection<string> words) =>
        words.Count == 1 ? words.First() : "one of " + string.Join(", ", words);
}
