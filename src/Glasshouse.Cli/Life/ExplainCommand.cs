using System.CommandLine;
using System.Text.Json;
using Glasshouse.Lab.Telling;

namespace Glasshouse.Cli.Life;

/// <summary><c>glasshouse explain</c>: a score at a week, contribution by contribution.</summary>
internal static class ExplainCommand
{
    /// <summary>The command, and an example of it.</summary>
    /// <param name="here">Where it prints.</param>
    /// <param name="load">Loads one history of a run by the run's folder or name.</param>
    public static (Command, string) Build(Surroundings here, Func<string, LoadedRun> load)
    {
        var run = new Argument<string>("RUN") { Description = "Folder of the run; 'last' is the newest." };
        var person = new Option<string>("--person")
        {
            Description = "A person, as DISTRICT-NUMBER.",
            HelpName = "D-N",
            Required = true,
        };
        var week = new Option<int>("--week") { Description = "Week of the regime, from 1.", HelpName = "W", Required = true };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("explain", "Explain a score.")
        {
            run, person, week, json,
        };
        command.SetAction(asked =>
        {
            var id = PersonId.Parse(asked.GetValue(person)!);
            var account = Account.Of(load(asked.GetValue(run)!), id, asked.GetValue(week));
            if (asked.GetValue(json))
            {
                here.Out.WriteLine(JsonSerializer.Serialize(account, LifeStory.Json));
            }
            else
            {
                AccountPage.Print(Lines.Console(here), account);
            }
            return Exit.Done;
        });
        return (command, "glasshouse explain last --person 0-17 --week 104");
    }
}
