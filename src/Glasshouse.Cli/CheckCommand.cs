using System.CommandLine;
using Glasshouse.Lab;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse check</c>: all faults of a file, or what it holds.</summary>
internal static class CheckCommand
{
    public static (Command, string) Build(Surroundings here)
    {
        var file = new Argument<string>("file") { Description = "A regime or a society, by name or path." };
        var society = new Option<string>("--society")
        {
            Description = "Society over whose conducts a regime is checked, by name or path.",
            DefaultValueFactory = _ => RunRequest.DefaultSociety,
        };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of lines." };
        var command = new Command("check", "Check a regime or society file: all its faults, or what it holds.") { file, society, json };
        command.SetAction(p =>
        {
            var inspection = Inspect(p.GetValue(file)!, p.GetValue(society)!);
            if (p.GetValue(json))
            {
                here.Out.WriteLine(InspectionPage.Json(inspection).ToJsonString(Json.Style));
            }
            else
            {
                InspectionPage.Write(here.Out, inspection);
            }
            return inspection.Faults.Count == 0 ? Exit.Done : Exit.Input;
        });
        return (command, "glasshouse check regimes/wendeng-2020.yaml");
    }

    private static Inspection Inspect(string asked, string society)
    {
        var shelf = Shelf.OfThisMachine();
        var isSociety = shelf.List(FileKind.Society).Any(f => f.Name == asked) && shelf.List(FileKind.Regime).All(f => f.Name != asked);
        var file = InputFile.Read(FileKind.Regime, shelf.Find(isSociety ? FileKind.Society : FileKind.Regime, asked));
        if (Inspection.KindOf(file) == FileKind.Society)
        {
            return Inspection.OfSociety(file);
        }
        var over = InputFile.Read(FileKind.Society, shelf.Find(FileKind.Society, society));
        return Inspection.OfRegime(file, Inspection.Read<Societies.Society>(over));
    }
}
