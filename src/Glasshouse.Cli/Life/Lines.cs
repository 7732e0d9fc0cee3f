using Spectre.Console;

namespace Glasshouse.Cli.Life;

/// <summary>Lines of at most eighty columns with a hanging indent, the same on a terminal and in a file.</summary>
internal static class Lines
{
    private const int Columns = 80;

    /// <summary>The console that data goes to: plain text unless it is a terminal that wants colour.</summary>
    public static IAnsiConsole Console(Surroundings here)
    {
        var plain = !here.OutIsTerminal || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(here.Out),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
    }

    /// <summary>Prints a text behind a label; further lines begin below the text.</summary>
    public static void Print(IAnsiConsole console, string label, string text, string style = "default")
    {
        var room = Columns - label.Length;
        var first = true;
        foreach (var line in Wrap(text, room))
        {
            var head = first ? $"[dim]{Markup.Escape(label)}[/]" : new string(' ', label.Length);
            // Without an own width a long line would be cut again by the console's.
            console.Profile.Width = Math.Max(console.Profile.Width, Columns + 1);
            console.MarkupLine($"{head}[{style}]{Markup.Escape(line)}[/]");
            first = false;
        }
    }

    private static IEnumerable<string> Wrap(string text, int room)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }
        yield return line;
    }
}
