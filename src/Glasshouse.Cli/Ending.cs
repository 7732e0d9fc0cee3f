using System.Globalization;
using Glasshouse.Files;
using Glasshouse.Lab;

namespace Glasshouse.Cli;

/// <summary>Turns whatever ended a command into a sentence and an exit code; nobody is shown a stack trace.</summary>
internal static class Ending
{
    /// <summary>Does the work.</summary>
    public static int Of(TextWriter error, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (FaultException refused)
        {
            foreach (var fault in refused.Faults)
            {
                error.WriteLine(fault);
            }
            return Exit.Input;
        }
        catch (RefusedException refused)
        {
            error.WriteLine(refused.Message);
            return refused.Why switch { Refusal.Usage => Exit.Usage, Refusal.Input => Exit.Input, _ => Exit.Failure };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"A file could not be read or written: {fault.Message}");
            return Exit.Failure;
        }
        catch (OutOfMemoryException)
        {
            error.WriteLine("The memory of this machine is not enough for this. Take fewer --people.");
            return Exit.Failure;
        }
        catch (Exception fault)
        {
            error.WriteLine($"Something went wrong inside ({fault.GetType().Name}: {FirstLine(fault.Message)}). {Kept(fault)}");
            return Exit.Failure;
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    private static string Kept(Exception fault)
    {
        var path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture,
            $"glasshouse-fault-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt"));
        try
        {
            File.WriteAllText(path, fault + "\n");
            return $"The details are in {path}; please report them.";
        }
        catch (Exception second) when (second is IOException or UnauthorizedAccessException)
        {
            return "The details could not be written.";
        }
    }
}
