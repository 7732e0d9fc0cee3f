using System.Text;
using Spectre.Console;

namespace Glasshouse.Cli;

/// <summary>
/// What a command may see of the world: where it prints, where it narrates, and whether it is to stop. Tests bring their own.
/// </summary>
/// <param name="Out">Data.</param>
/// <param name="Error">Narration.</param>
/// <param name="Stop">Set when the user asks to stop.</param>
public sealed record Surroundings(TextWriter Out, TextWriter Error, CancellationToken Stop)
{
    /// <summary>True if data goes to a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>True if narration goes to a terminal that can redraw a line.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Where questions are asked; null if nobody is there to answer.</summary>
    public IAnsiConsole? Asking { get; init; }

    /// <summary>Folder that the command works in.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Folder in which runs are kept.</summary>
    public string Runs { get; init; } = "out";

    /// <summary>A page of 80 columns, or as wide as the terminal is.</summary>
    public IAnsiConsole Page()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Out),
            Ansi = OutIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = OutIsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!OutIsTerminal)
        {
            console.Profile.Width = 80;
        }
        return console;
    }

    /// <summary>This process.</summary>
    public static Surroundings OfThisProcess(CancellationToken stop)
    {
        if (Console.IsOutputRedirected)
        {
            // Data in a file or a pipe is UTF-8, whatever the terminal is set to.
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
        return new Surroundings(Console.Out, Console.Error, stop)
        {
            OutIsTerminal = !Console.IsOutputRedirected,
            Asking = Console.IsOutputRedirected || Console.IsInputRedirected ? null : AnsiConsole.Console,
            ErrorIsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
    }
}
