using System.CommandLine;
using System.Globalization;
using Glasshouse.Lab;
using Spectre.Console;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse new regime</c>: ten questions, and a commented file that runs.</summary>
internal static class NewCommand
{
    public static (Command, string) Build(Surroundings here)
    {
        var name = new Argument<string>("name") { Description = "Name of the file and id of the regime: lower-case words joined by hyphens." };
        var defaults = new Option<bool>("--defaults") { Description = "Ask nothing and take the answer that works for each question." };
        var regime = new Command("regime", "Begin a regime file in regimes/ of the current folder.") { name, defaults };
        regime.SetAction(p => Write(here, p.GetValue(name)!, p.GetValue(defaults)));
        return (new Command("new", "Begin a file of one's own.") { regime }, "glasshouse new regime my-town");
    }

    private static int Write(Surroundings here, string name, bool defaults)
    {
        if (!RegimeDraft.IsName(name))
        {
            throw new RefusedException(Refusal.Usage, $"'{name}' cannot be a name: lower-case words and numbers joined by hyphens, such as my-town.");
        }
        var path = Path.Combine(here.Folder, "regimes", name + ".yaml");
        if (File.Exists(path))
        {
            throw new RefusedException(Refusal.Usage, $"{path} is there already and stays as it is. Take another name.");
        }
        var draft = defaults ? new RegimeDraft() : Ask(here.Asking ?? throw new RefusedException(Refusal.Usage,
            "There is no terminal to ask in. With --defaults nothing is asked."));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = new StreamWriter(new FileStream(path, FileMode.CreateNew)) { NewLine = "\n" })
        {
            file.Write(draft.Text(name));
        }
        here.Out.WriteLine($"{path} is written. Next:");
        here.Out.WriteLine($"  glasshouse check {name}");
        here.Out.WriteLine($"  glasshouse run {name}");
        return Exit.Done;
    }

    private static RegimeDraft Ask(IAnsiConsole console)
    {
        var draft = new RegimeDraft();
        var societies = Shelf.OfThisMachine().List(FileKind.Society).Select(f => f.Name).ToList();
        console.WriteLine("Ten questions. Enter takes the answer in brackets; everything can be changed in the file.");
        return new RegimeDraft
        {
            Title = Text("What is it called?", draft.Title),
            Where = Text("Where does it apply?", draft.Where),
            Society = Choice("On which society does it run?", draft.Society, societies),
            Operator = Choice("Who runs it?", draft.Operator, RegimeDraft.Operators),
            Joined = Number("How many percent of adults are scored? (100: nobody is asked)", draft.Joined, 0, 100),
            Base = (int)Number("With how many points does everybody start?", draft.Base, 100, 10_000),
            Watched = Several("What is watched?", draft.Watched, RegimeDraft.Channels),
            DirectGrade = Choice("Does a conviction set the lowest grade whatever the points?", "yes", ["yes", "no"]) == "yes",
            Effect = Choice("What follows from the lowest grade?", draft.Effect, RegimeDraft.Effects),
            Appeals = Number("How many appeals can be decided per 1,000 adults and year?", draft.Appeals, 0, 1000),
        };

        string Text(string question, string known) => console.Prompt(new TextPrompt<string>(question).DefaultValue(known)
            .Validate(text => text.Any(char.IsControl) || string.IsNullOrWhiteSpace(text)
                ? ValidationResult.Error("Some words, please.") : ValidationResult.Success()));

        string Choice(string question, string known, IReadOnlyList<string> choices) =>
            console.Prompt(new TextPrompt<string>(question).DefaultValue(known).AddChoices(choices));

        double Number(string question, double known, double low, double high) => console.Prompt(
            new TextPrompt<double>(question) { Culture = CultureInfo.InvariantCulture }.DefaultValue(known)
                .Validate(number => number >= low && number <= high
                    ? ValidationResult.Success() : ValidationResult.Error($"A number from {low} to {high}, please.")));

        IReadOnlyList<string> Several(string question, IReadOnlyList<string> known, IReadOnlyList<string> choices) => Words(console.Prompt(
            new TextPrompt<string>($"{question} ({string.Join(", ", choices)})").DefaultValue(string.Join(", ", known))
                .Validate(text => Words(text) is { Length: > 0 } words && words.All(choices.Contains)
                    ? ValidationResult.Success() : ValidationResult.Error("Some of these words, with commas between them."))));

        static string[] Words(string text) => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
    }
}
