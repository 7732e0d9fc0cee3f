using System.CommandLine;
using System.Text.Json;
using Glasshouse.Lab.Telling;

namespace Glasshouse.Cli.Life;

/// <summary><c>glasshouse life</c>: one life of a run.</summary>
internal static class LifeCommand
{
    /// <summary>The command, and an example of it.</summary>
    /// <param name="here">Where it prints.</param>
    /// <param name="load">Loads one history of a run by the run's folder or name.</param>
    public static (Command, string) Build(Surroundings here, Func<string, LoadedRun> load)
    {
        var run = new Argument<string>("RUN")
        {
            Description = "Folder of the run; 'last' is the newest.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "last",
        };
        var person = new Option<string?>("--person") { Description = "A person, as DISTRICT-NUMBER.", HelpName = "D-N" };
        var find = new Option<string?>("--find")
        {
            Description = "Draw one of a kind: " + string.Join(", ", LifeKind.All.Select(k => k.Id)) + ".",
            HelpName = "KIND",
        };
        var another = new Option<int>("--another") { Description = "Show another of the kind: 1, 2 and so on.", HelpName = "N" };
        var twin = new Option<bool>("--twin")
        {
            Description = "Show beside it the same person with the same luck under ordinary law alone.",
        };
        var without = new Option<string?>("--without-record")
        {
            Description = "Show the direct effect of one record, as WEEK.NUMBER: the district is replayed without it.",
            HelpName = "R",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("life", "Tell one life of a run.")
        {
            run, person, find, another, twin, without, json,
        };
        command.Validators.Add(asked =>
        {
            if (asked.GetValue(person) is not null && (asked.GetValue(find) is not null || asked.GetValue(another) != 0))
            {
                asked.AddError("--person names one life, --find and --another draw one: give one or the other.");
            }
        });
        command.SetAction(asked =>
        {
            var loaded = load(asked.GetValue(run)!);
            var story = LifeStory.Tell(loaded, new LifeWish
            {
                Person = asked.GetValue(person),
                Kind = asked.GetValue(find),
                Another = asked.GetValue(another),
                WithoutRecord = asked.GetValue(without),
            });
            if (asked.GetValue(json))
            {
                here.Out.WriteLine(JsonSerializer.Serialize(story, LifeStory.Json));
            }
            else
            {
                LifePage.Print(Lines.Console(here), story, asked.GetValue(twin));
            }
            return Exit.Done;
        });
        return (command, "glasshouse life --find grade-fell --twin");
    }
}
