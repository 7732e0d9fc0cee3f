using System.CommandLine;
using System.CommandLine.Parsing;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Reporting;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse validate</c>: the model against published findings.</summary>
internal static class ValidateCommand
{
    private const string Example = """
        glasshouse validate --use calibration
        glasshouse validate --fact kostka-approval --seeds 5
        glasshouse validate --assumptions 20 --prior 10 --out out/validation
        """;

    public static (Command, string) Build(Surroundings here)
    {
        var usual = new ValidationRequest();
        var uses = new Option<EvidenceUse[]>("--use")
        {
            Description = "Only findings of this use, as their files state it; may be given several times.",
            CustomParser = Uses,
            HelpName = "parameter|calibration|validation|reference",
            AllowMultipleArgumentsPerToken = true,
        };
        var facts = new Option<string[]>("--fact")
        {
            Description = "Only this finding, by name or path; may be given several times.",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "ID",
        };
        var society = new Option<string?>("--society")
        {
            Description = "A society in place of the one that each finding belongs to, by name or path.",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Folder for the results; what is finished there is not computed again. out/validation if not given.",
        };
        var seeds = RunOptions.Number("--seeds", "Histories of each scenario; as the files say if not given.", 0);
        var people = RunOptions.Number("--people", "People of each history; as the files say if not given.", 0L);
        var assumptions = RunOptions.Number("--assumptions", "Draws of all assumed figures from their ranges; 0: not examined.", 0);
        var prior = RunOptions.Number("--prior", "Draws of the null model whose coefficients nobody fitted; 0: not examined.", 0);
        var threads = RunOptions.Number("--threads", "Threads; they change the speed, never the result.", usual.Threads);
        var noNulls = new Option<bool>("--no-nulls") { Description = "Leave out the null model without mechanisms." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document instead of the table." };
        var quiet = new Option<bool>("--quiet") { Description = "Say nothing but the result." };
        var command = new Command("validate", "Hold the model against published findings.")
        {
            uses, facts, society, output, seeds, people, assumptions, prior, threads, noNulls, json, quiet,
        };
        command.SetAction(p => Run(here, new ValidationRequest
        {
            Uses = p.GetValue(uses) ?? [],
            Facts = p.GetValue(facts) ?? [],
            Society = p.GetValue(society),
            Seeds = p.GetResult(seeds) is { Implicit: false } ? p.GetValue(seeds) : null,
            People = p.GetResult(people) is { Implicit: false } ? p.GetValue(people) : null,
            Assumptions = p.GetValue(assumptions),
            Prior = p.GetValue(prior),
            Nulls = !p.GetValue(noNulls),
            Threads = p.GetValue(threads),
            Out = p.GetValue(output) ?? Path.Combine(here.Runs, "validation"),
        }, p.GetValue(json), p.GetValue(quiet)));
        return (command, Example);
    }

    private static EvidenceUse[] Uses(ArgumentResult result)
    {
        var known = Enum.GetValues<EvidenceUse>().ToDictionary(u => Spelling.Kebab(u.ToString()));
        foreach (var word in result.Tokens.Select(t => t.Value).Where(w => !known.ContainsKey(w)))
        {
            result.AddError($"--use {word}: {Spelling.OneOf(known.Keys)}.");
        }
        return [.. result.Tokens.Select(t => known.GetValueOrDefault(t.Value))];
    }

    private static int Run(Surroundings here, ValidationRequest request, bool json, bool quiet)
    {
        var narration = new Narration(here.Error, here.ErrorIsTerminal, quiet);
        ValidationResult result;
        try
        {
            result = Validation.Run(request, Shelf.OfThisMachine(), narration, here.Stop);
        }
        catch (InterruptedException)
        {
            narration.End();
            here.Error.WriteLine($"Stopped; what was finished is kept in {request.Out}. The same command goes on from there.");
            return Exit.Interrupted;
        }
        finally
        {
            narration.End();
        }
        ValidationFiles.Write(request.Out!, result);
        if (json)
        {
            here.Out.WriteLine(ValidationFiles.Document(result));
        }
        else
        {
            ValidationTable.Write(here, result);
        }
        return Exit.Done;
    }
}
