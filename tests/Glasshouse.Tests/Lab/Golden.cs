using Glasshouse.Tests.Tidy;
using Xunit;

namespace Glasshouse.Tests.Lab;

/// <summary>Compares a text with the one kept in Goldens/; with GLASSHOUSE_GOLDENS=write it keeps the new one instead.</summary>
internal static class Golden
{
    public static void Matches(string name, string text)
    {
        // Spaces that pad a line to its end cannot be seen, and no file of the project may hold them.
        var plain = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n";
        var path = Tree.Full("tests/Glasshouse.Tests/Goldens/" + name);
        if (Environment.GetEnvironmentVariable("GLASSHOUSE_GOLDENS") == "write")
        {
            File.WriteAllText(path, plain);
        }
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), plain);
    }
}
