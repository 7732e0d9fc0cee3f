using System.CommandLine;
using System.CommandLine.Parsing;
using Glasshouse.Lab;
using Glasshouse.Lab.Many;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse run</c>. The work is in <see cref="Running"/>.</summary>
internal static class RunCommand
{
    private const string Example = """
        glasshouse run wendeng-2020
        glasshouse run wendeng-2020 --years 5 --assumptions 20 --by income
        glasshouse run all --people 20000 --years 5 --seeds 1
        glasshouse run --resume last
        """;

    public static (Command, string) Build(Surroundings here)
    {
        var options = new RunOptions();
        var command = new Command("run", "Run a regime, or many, each with its twin under ordinary law, and tell what it changes.")
        {
            options.Regimes,
        };
        foreach (var option in options.All)
        {
            command.Add(option);
        }
        command.Validators.Add(line => Check(line, options));
        command.SetAction(line =>
        {
            var (json, quiet) = (line.GetValue(options.Json), line.GetValue(options.Quiet));
            var running = new Running(here, json, quiet, line.GetValue(options.By));
            var every = line.GetResult(options.CheckpointEvery) is { Implicit: false }
                ? line.GetValue(options.CheckpointEvery)
                : (int?)null;
            if (line.GetValue(options.Resume) is { } earlier)
            {
                var folder = RunFolder.Open(earlier, here.Runs);
                return ManyManifest.In(folder) is { } many
                    ? new RunningMany(here, json, quiet).Resume(folder, many, line.GetValue(options.Threads), every)
                    : running.Resume(folder, line.GetValue(options.Threads), every);
            }
            var regimes = line.GetValue(options.Regimes)!;
            return AreMany(regimes)
                ? new RunningMany(here, json, quiet).Start(options.Request(line), regimes)
                : running.Start(options.Request(line));
        });
        return (command, Example.ReplaceLineEndings("\n"));
    }

    private static bool AreMany(string[] regimes) => regimes.Length > 1 || regimes is [Opening.All];

    private static void Check(CommandResult line, RunOptions options)
    {
        var regimes = line.GetValue(options.Regimes) ?? [];
        // Where any number of names may follow, a misspelt option would pass for one.
        foreach (var option in regimes.Where(r => r.StartsWith('-')))
        {
            line.AddError($"'{option}' is no option of run.");
        }
        if (AreMany(regimes) && line.GetValue(options.By) is not null)
        {
            line.AddError("--by goes with one regime; each regime's own report tells for whom things change.");
        }
        if (line.GetResult(options.Resume) is null)
        {
            if (regimes.Length == 0)
            {
                line.AddError("Name a regime to run, or a folder with --resume. 'glasshouse list regimes' shows what there is.");
            }
            return;
        }
        var given = options.OfTheRequest.Where(o => line.GetResult(o) is { Implicit: false }).Select(o => o.Name).ToList();
        if (regimes.Length > 0 || given.Count > 0)
        {
            line.AddError("--resume goes on with a run as it was begun: no regime"
                + (given.Count > 0 ? $" and no {string.Join(", ", given)}" : "") + " beside it.");
        }
    }
}
