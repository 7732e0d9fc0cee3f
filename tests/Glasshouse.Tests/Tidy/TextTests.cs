using System.Text.RegularExpressions;
using Xunit;

namespace Glasshouse.Tests.Tidy;

public sealed partial class TextTests
{
    // Written in halves, so that this file is not its own first finding.
    static readonly (string Word, string Why)[] Strangers =
    [
        ("/wo" + "rk/", "a path of one machine"),
        ("/tmp/" + "wt", "a path of one machine"),
        ("/ro" + "ot/", "a path of one machine"),
        (".." + "/shared", "a folder that is not in the project"),
        ("bash_" + "jobs", "not the project's"),
        ("nuget" + ".org", "a package registry's address"),
        ("npmjs" + ".org", "a package registry's address"),
        ("npmjs" + ".com", "a package registry's address"),
    ];

    [Fact]
    public void Nothing_is_left_for_later_in_the_text() =>
        Tree.None(from file in Tree.Files
                  from line in Tree.Lines(file.Text)
                  where LeftForLater().IsMatch(line.Line)
                  select $"{file.Path}:{line.Number}: {line.Line.Trim()}");

    [Fact]
    public void No_line_ends_in_white_space() =>
        Tree.None(from file in Tree.Files
                  from line in Tree.Lines(file.Text)
                  let text = line.Line.TrimEnd('\r')
                  where text.Length > 0 && char.IsWhiteSpace(text[^1])
                  select $"{file.Path}:{line.Number}");

    [Fact]
    public void Every_file_ends_with_a_newline() =>
        Tree.None(from file in Tree.Files
                  where file.Text.Length > 0 && file.Text[^1] != '\n'
                      && !file.Path.EndsWith("packages.lock.json", StringComparison.Ordinal)
                  select file.Path);

    [Fact]
    public void The_project_speaks_of_itself_alone() =>
        Tree.None(from file in Tree.Files
                  from line in Tree.Lines(file.Text)
                  from stranger in Strangers
                  where line.Line.Contains(stranger.Word, StringComparison.OrdinalIgnoreCase)
                  select $"{file.Path}:{line.Number}: '{stranger.Word}' is {stranger.Why}");

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b")]
    private static partial Regex LeftForLater();
}
