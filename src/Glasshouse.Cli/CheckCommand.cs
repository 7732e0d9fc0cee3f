using System.CommandLine;
using Glasshouse.Lab;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse check</c>: all faults of a file, or what it holds; or what law says of a regime.</summary>
internal static class CheckCommand
{
    public static (Command, string) Build(Surroundings here)
    {
        var file = new Argument<string>("file") { Description = "A regime, a society, a law or an evidence file, by name or path." };
        var society = new Option<string>("--society")
        {
            Description = "Society over whose conducts a regime is checked, by name or path.",
            DefaultValueFactory = _ => RunRequest.DefaultSociety,
        };
        var law = new Option<string>("--law")
        {
            Description = "What law says of a regime: eu, cn, us, international or all, or a law file of your own.",
            HelpName = "LAW",
        };
        var date = new Option<string>("--date")
        {
            Description = "Day whose law is asked, year-month-day; today if not given. With --law.",
            HelpName = "DAY",
        };
        var year = new Option<double?>("--year")
        {
            Description = "Years after its start at which the regime is read; what --date gives if not given. With --law.",
            HelpName = "YEARS",
        };
        var markdown = new Option<bool>("--markdown") { Description = "A table in Markdown, for a page. With --law." };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of lines." };
        var command = new Command("check",
            "Check a regime, society, law or evidence file: all its faults, or what it holds; or a regime against law.")
        {
            file, society, law, date, year, markdown, json,
        };
        command.SetAction(p =>
        {
            if (p.GetValue(law) is { } asked)
            {
                return LawCommand.Run(here,
                    new LawRequest(p.GetValue(file)!, p.GetResult(society) is { Implicit: false } ? p.GetValue(society) : null,
                        asked, p.GetValue(date), p.GetValue(year), p.GetValue(markdown),
                        p.GetValue(json)));
            }
            if (p.GetValue(date) is not null || p.GetValue(year) is not null)
            {
                throw new RefusedException(Refusal.Usage, "--date and --year ask for the law of a time; they go with --law.");
            }
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
        return (command, "glasshouse check regimes/wendeng-2020.yaml\nglasshouse check wendeng-2020 --law eu --date 2026-06-01");
    }

    private static Inspection Inspect(string asked, string society)
    {
        var shelf = Shelf.OfThisMachine();
        var named = new[] { FileKind.Regime, FileKind.Society, FileKind.Evidence }
            .Where(kind => shelf.List(kind).Any(f => f.Name == asked)).FirstOrDefault(FileKind.Regime);
        var file = InputFile.Read(FileKind.Regime, shelf.Find(named, asked));
        if (Inspection.KindOf(file) == FileKind.Society)
        {
            return Inspection.OfSociety(file);
        }
        if (Inspection.KindOf(file) == FileKind.Law)
        {
            return Inspection.OfLaw(file);
        }
        if (Inspection.KindOf(file) == FileKind.Evidence)
        {
            return Inspection.OfEvidence(file, shelf);
        }
        var over = InputFile.Read(FileKind.Society, shelf.Find(FileKind.Society, society));
        return Inspection.OfRegime(file, Inspection.Read<Societies.Society>(over));
    }
}
