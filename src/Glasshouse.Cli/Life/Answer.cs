using System.CommandLine;
using Glasshouse.Lab.Telling;
using Spectre.Console;

namespace Glasshouse.Cli.Life;

/// <summary>
/// How the commands about one life answer: 0 done; one sentence on the error stream and 2 when what was asked for is not in the run,
/// 3 when the run is not what it should be.
/// </summary>
internal static class Answer
{
    private const int WrongUsage = 2;
    private const int WrongInput = 3;

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
        catch (InvalidDataException damaged)
        {
            asked.InvocationConfiguration.Error.WriteLine(damaged.Message);
            return WrongInput;
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
