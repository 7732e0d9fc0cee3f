using System.CommandLine;
using Glasshouse.Lab;
using Glasshouse.Lab.Calibrating;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse calibrate</c>: coefficients fitted to findings.</summary>
internal static class CalibrateCommand
{
    private const string Example = """
        glasshouse calibrate
        glasshouse calibrate --fact list-experiment-china --particles 50
        glasshouse calibrate --recover
        """;

    public static (Command, string) Build(Surroundings here)
    {
        var usual = new FitPlan();
        var facts = new Option<string[]>("--fact")
        {
            Description = "Only coefficients that are fitted to this finding, and those that share a finding with them;"
                + " may be given several times.",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "ID",
        };
        var particles = RunOptions.Number("--particles", "Particles of a cloud, 20 to 10,000.", usual.Particles);
        var rounds = RunOptions.Number("--rounds", "Rounds after the first, each with a smaller distance, 0 to 50.", usual.Rounds);
        var people = RunOptions.Number("--people", "People of each history; as the findings say if not given.", 0L);
        var seed = RunOptions.Number("--seed", "Seed of the fit.", usual.Seed);
        var threads = RunOptions.Number(
            "--threads", "Simulations at the same time; they change the speed, never the result.", Environment.ProcessorCount);
        var recover = new Option<bool>("--recover")
        {
            Description = "Fit to data that the model made with known coefficients, and tell whether they are found.",
        };
        var write = new Option<bool>("--write")
        {
            Description = "Write what the data narrowed into the societies and regimes where it stands.",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Folder for what is found; groups that are finished there are not fitted again. out/calibration if not given.",
        };
        var quiet = new Option<bool>("--quiet") { Description = "Say nothing but the result." };
        var command = new Command("calibrate", "Fit the coefficients that files mark with fit-to, to findings of use calibration.")
        {
            facts, particles, rounds, people, seed, threads, recover, write, output, quiet,
        };
        command.Validators.Add(line =>
        {
            if (line.GetValue(recover) && line.GetValue(write))
            {
                line.AddError("--recover fits to made-up data: nothing of it can be written.");
            }
        });
        command.SetAction(line => Run(here, new CalibrationRequest
        {
            Findings = [.. (line.GetValue(facts) ?? []).Select(f => f.Replace('_', '-'))],
            Plan = usual with
            {
                Particles = line.GetValue(particles),
                Rounds = line.GetValue(rounds),
                Seed = line.GetValue(seed),
                Threads = line.GetValue(threads),
            },
            People = line.GetResult(people) is { Implicit: false } ? line.GetValue(people) : null,
            Recover = line.GetValue(recover),
            Out = line.GetValue(output) ?? Path.Combine(here.Runs, "calibration"),
        }, line.GetValue(write), line.GetValue(quiet)));
        return (command, Example);
    }

    private static int Run(Surroundings here, CalibrationRequest request, bool write, bool quiet)
    {
        var shelf = Shelf.OfThisMachine();
        IReadOnlyList<GroupFit> fits;
        try
        {
            fits = Calibration.Run(request, shelf, quiet ? null : here.Error.WriteLine, here.Stop);
        }
        catch (OperationCanceledException)
        {
            here.Error.WriteLine($"Stopped; groups that were finished are kept in {request.Out}. The same command goes on from there.");
            return Exit.Interrupted;
        }
        var log = CalibrationLog.Write(fits, request);
        Atomic.Write(Path.Combine(request.Out, request.Recover ? "recovery.md" : "calibration.md"), log);
        here.Out.Write(log);
        if (write)
        {
            foreach (var file in Writing.Write(fits, shelf))
            {
                here.Out.WriteLine($"\nWritten: {file}");
            }
        }
        return Exit.Done;
    }
}
