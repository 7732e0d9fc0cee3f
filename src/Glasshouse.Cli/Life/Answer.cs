using System.CommandLine;
using Glasshouse.Lab.Telling;
using Spectre.Console;

namespace Glasshouse.Cli.Life;

/// <summary>How the commands about one life answer: 0 done; 2 and one sentence on the error stream when it is not in the run.</summary>
internal static class Answer
{
    private const int WrongUsage = 2;

    public static int Give(ParseResult asked, Action<TextWriter> answer)
    {
        try
        {
            answer(asked.InvocationConfiguration.Output);
            return 0;
        }
        catch (NotInRunException unknown)
        {
            asked.InvocationConfiguration.Error.WriteLine(unknown.Message);
            return WrongUsage;
        }
    }

    /// <summary>A console on a writer: plain text unless the writer is a terminal that wants colour.</summary>
    public static IAnsiConsole Console(TextWriter output)
    {
        var target = new AnsiConsoleOutput(output);
        var plain = !target.IsTerminal || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = target,
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
    }
}
