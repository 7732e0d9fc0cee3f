using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Glasshouse.Cli.Life;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Telling;

namespace Glasshouse.Cli;

/// <summary>The command line: which verbs there are, what is said when one is used wrongly.</summary>
public static class Commands
{
    /// <summary>Runs a command line and returns its exit code.</summary>
    public static int Run(string[] args, Surroundings here)
    {
        var help = new HelpOption();
        var root = new Command("glasshouse", "Glasshouse: an open laboratory for social credit systems.") { help, new VersionOption() };
        root.SetAction(_ => FirstPage.Write(here.Out));
        var examples = new Dictionary<Command, string> { [root] = "glasshouse run wendeng-2020" };
        Add(RunCommand.Build(here));
        Add(ListCommand.Build(here));
        Add(CheckCommand.Build(here));
        Add(TestCommand.Build(here));
        Add(ValidateCommand.Build(here));
        Add(DiffCommand.Build(here));
        Add(NewCommand.Build(here));
        Add(LifeCommand.Build(here, Load));
        Add(ExplainCommand.Build(here, Load));
        help.Action = new HelpWithExample((HelpAction)help.Action!, examples);
        var parsed = root.Parse(args);
        return parsed.Errors.Count > 0 ? Misused(parsed, here.Error) : Ending.Of(here.Error, () => parsed.Invoke(new InvocationConfiguration
        {
            Output = here.Out,
            Error = here.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        }));

        LoadedRun Load(string run) => LoadedRun.Open(RunFolder.Open(run, here.Runs), Shelf.OfThisMachine());

        void Add((Command Command, string Example) verb)
        {
            root.Add(verb.Command);
            examples[verb.Command] = verb.Example;
        }
    }

    private static int Misused(ParseResult parsed, TextWriter error)
    {
        foreach (var fault in parsed.Errors.Select(e => e.Message).Distinct())
        {
            error.WriteLine(fault);
        }
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(c => c.Name).Concat(command.Options.Select(o => o.Name)).ToList();
        var strays = parsed.Tokens.Where(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal));
        foreach (var word in parsed.UnmatchedTokens.Concat(strays.Select(t => t.Value)).Distinct())
        {
            if (Spelling.Nearest(word, known) is { } nearest)
            {
                error.WriteLine($"Did you mean '{nearest}'?");
            }
        }
        error.WriteLine($"'{Name(command)} --help' shows what is possible.");
        return Exit.Usage;
    }

    private static string Name(Command command) => command.Parents.Any() ? $"glasshouse {command.Name}" : command.Name;

    /// <summary>The usual help, and an example below it.</summary>
    private sealed class HelpWithExample(HelpAction help, Dictionary<Command, string> examples) : SynchronousCommandLineAction
    {
        // Asking for help is never wrong.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            if (examples.TryGetValue(parseResult.CommandResult.Command, out var example))
            {
                var lines = example.Replace("\n", "\n  ", StringComparison.Ordinal);
                parseResult.InvocationConfiguration.Output.WriteLine($"Example:\n  {lines}\n");
            }
            return code;
        }
    }
}
