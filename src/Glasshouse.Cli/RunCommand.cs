using System.CommandLine;
using System.CommandLine.Parsing;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse run</c>. The work is in <see cref="Running"/>.</summary>
internal static class RunCommand
{
    private const string Example = """
        glasshouse run wendeng-2020
        glasshouse run wendeng-2020 --years 5 --assumptions 20 --by income
        glasshouse run --resume last
        """;

    public static (Command, string) Build(Surroundings here)
    {
        var options = new RunOptions();
        var command = new Command("run", "Run a regime and its twin under ordinary law, and tell what the regime changes.")
        {
            options.Regime,
        };
        foreach (var option in options.All)
        {
            command.Add(option);
        }
        command.Validators.Add(line => Check(line, options));
        command.SetAction(line =>
        {
            var running = new Running(here, line.GetValue(options.Json), line.GetValue(options.Quiet), line.GetValue(options.By));
            var every = line.GetResult(options.CheckpointEvery) is { Implicit: false }
                ? line.GetValue(options.CheckpointEvery)
                : (int?)null;
            return line.GetValue(options.Resume) is { } earlier
                ? running.Resume(earlier, line.GetValue(options.Threads), every)
                : running.Start(options.Request(line));
        });
        return (command, Example.ReplaceLineEndings("\n"));
    }

    private static void Check(CommandResult line, RunOptions options)
    {
        var regime = line.GetValue(options.Regime);
        if (line.GetResult(options.Resume) is null)
        {
            if (regime is null)
            {
                line.AddError("Name a regime to run, or a folder with --resume. 'glasshouse list regimes' shows what there is.");
            }
            return;
        }
        var given = options.OfTheRequest.Where(o => line.GetResult(o) is { Implicit: false }).Select(o => o.Name).ToList();
        if (regime is not null || given.Count > 0)
        {
            line.AddError("--resume goes on with a run as it was begun: no regime"
                + (given.Count > 0 ? $" and no {string.Join(", ", given)}" : "") + " beside it.");
        }
    }
}
