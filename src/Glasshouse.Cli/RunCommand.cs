using System.CommandLine;
using Glasshouse.Lab;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse run</c>: the options, and what they ask for. The work is in <see cref="Running"/>.</summary>
internal static class RunCommand
{
    public static (Command, string) Build(Surroundings here)
    {
        var usual = new RunRequest { Regime = "" };
        var regime = new Argument<string?>("regime")
        {
            Description = "Regime by name or path; none with --resume.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var society = Option("--society", "Society by name or path.", usual.Society);
        var people = Option("--people", "People of the society, at least 1,000.", usual.People);
        var years = Option("--years", "Years after the regime starts, 1 to 50.", usual.Years);
        var seeds = Option("--seeds", "Histories with different luck, 1 to 1,000; fewer than 10 give a rough interval.", usual.Seeds);
        var seed = Option("--seed", "First seed.", usual.Seed);
        var against = Option("--against", "What to compare with: law-only, or none (no law either, for tests).", usual.Against);
        var assumptions = Option("--assumptions", "Draws of all assumed figures from their ranges; 0: not examined.", usual.Assumptions);
        var consequences = Option("--consequences", "Which consequences of grades hold: all, or documented in the regime's own text.", "all");
        var threads = Option("--threads", "Threads; they change the speed, never the result.", usual.Threads);
        var folder = Option<string?>("--out", "Folder for the results; a new one under out/ if not given.", null);
        var every = Option("--checkpoint-every", "Weeks between checkpoints, a multiple of 4; 0: when stopped, and between histories.",
            usual.CheckpointEvery);
        var resume = Option<string?>("--resume", "Go on with the run in this folder; 'last' is the newest.", null);
        var by = Option<string?>("--by", "Tell the four numbers by group, income, opinion, work, age or place as well.", null);
        var json = new Option<bool>("--json") { Description = "Print one JSON document instead of the closing page." };
        var quiet = new Option<bool>("--quiet") { Description = "Say nothing but the result." };
        against.AcceptOnlyFromAmong("law-only", "none");
        consequences.AcceptOnlyFromAmong("all", "documented");
        by.AcceptOnlyFromAmong([.. Population.Strata.Dimensions.Select(d => d.Name)]);
        Option[] ofTheRequest = [society, people, years, seeds, seed, against, assumptions, consequences, folder];
        var command = new Command("run", "Run a regime and its twin under ordinary law over a society, and tell what the regime changes.")
        {
            regime, society, people, years, seeds, seed, against, assumptions, consequences, threads, folder, every, resume, by, json, quiet,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(resume) is null)
            {
                if (result.GetValue(regime) is null)
                {
                    result.AddError("Name a regime to run, or a folder with --resume. 'glasshouse list regimes' shows what there is.");
                }
                return;
            }
            var given = ofTheRequest.Where(o => result.GetResult(o) is { Implicit: false }).Select(o => o.Name).ToList();
            if (result.GetValue(regime) is not null || given.Count > 0)
            {
                result.AddError("--resume goes on with a run as it was begun: no regime"
                    + (given.Count > 0 ? $" and no {string.Join(", ", given)}" : "") + " beside it.");
            }
        });
        command.SetAction(p =>
        {
            var running = new Running(here, p.GetValue(json), p.GetValue(quiet), p.GetValue(by));
            if (p.GetValue(resume) is { } earlier)
            {
                return running.Resume(earlier, p.GetValue(threads), p.GetResult(every) is { Implicit: false } ? p.GetValue(every) : null);
            }
            return running.Start(new RunRequest
            {
                Regime = p.GetValue(regime)!,
                Society = p.GetValue(society)!,
                People = p.GetValue(people),
                Years = p.GetValue(years),
                Seeds = p.GetValue(seeds),
                Seed = p.GetValue(seed),
                Against = p.GetValue(against)!,
                Assumptions = p.GetValue(assumptions),
                DocumentedConsequencesOnly = p.GetValue(consequences) == "documented",
                Threads = p.GetValue(threads),
                Out = p.GetValue(folder),
                CheckpointEvery = p.GetValue(every),
            });
        });
        return (command, "glasshouse run wendeng-2020\nglasshouse run wendeng-2020 --years 5 --assumptions 20 --by income\nglasshouse run --resume last");
    }

    private static Option<T> Option<T>(string name, string description, T usual) =>
        new(name) { Description = description, DefaultValueFactory = usual is null ? null : _ => usual };
}
