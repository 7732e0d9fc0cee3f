using System.CommandLine;
using System.Text.Json.Nodes;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Indicators;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse list</c>: what there is.</summary>
internal static class ListCommand
{
    public static (Command, string) Build(Surroundings here)
    {
        var what = new Argument<string>("what") { Description = "regimes, societies, conducts, indicators, evidence or variables." };
        what.AcceptOnlyFromAmong("regimes", "societies", "conducts", "indicators", "evidence", "variables");
        var society = new Option<string>("--society")
        {
            Description = "Society whose conducts are listed, by name or path.",
            DefaultValueFactory = _ => RunRequest.DefaultSociety,
        };
        var reach = new Option<bool>("--reach")
        {
            Description = "For regimes: how far each reaches, by source, by domain, and for whom. There is no total.",
        };
        var items = new Option<bool>("--items")
        {
            Description = "For regimes: how many items of each published text are modelled, and why the rest is not.",
        };
        var law = new Option<string>("--law")
        {
            Description = "For regimes: the verdicts of main conditions on each, as tables in Markdown: eu, cn, us, international or all.",
            HelpName = "LAW",
        };
        var date = new Option<string>("--date") { Description = "Day whose law is asked; today if not given.", HelpName = "DAY" };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of lines." };
        var command = new Command("list",
            "List regimes, societies, conducts, indicators, evidence or the variables that evidence is told in.")
        {
            what, society, reach, items, law, date, json,
        };
        command.Validators.Add(r =>
        {
            if (r.GetValue(reach) && r.GetValue(what) != "regimes")
            {
                r.AddError("--reach goes with regimes.");
            }
            if (r.GetValue(law) is not null && r.GetValue(what) != "regimes")
            {
                r.AddError("--law goes with regimes.");
            }
            if (r.GetValue(items) && (r.GetValue(what) != "regimes" || r.GetValue(reach)))
            {
                r.AddError("--items goes with regimes, and without --reach.");
            }
        });
        command.SetAction(p =>
        {
            if (p.GetValue(reach))
            {
                ReachPage.Write(here.Out, Shelf.OfThisMachine(), p.GetValue(json));
                return Exit.Done;
            }
            if (p.GetValue(law) is { } asked)
            {
                return LawCommand.Matrix(here, asked, p.GetValue(date));
            }
            if (p.GetValue(items))
            {
                ItemsPage.Write(here.Out, Shelf.OfThisMachine(), p.GetValue(json));
                return Exit.Done;
            }
            var rows = Rows(p.GetValue(what)!, p.GetValue(society)!);
            Write(here.Out, rows, p.GetValue(json));
            return Exit.Done;
        });
        return (command, "glasshouse list conducts --society china-urban");
    }

    private static IReadOnlyList<(string Name, string Text, string Detail)> Rows(string what, string society) => what switch
    {
        "regimes" => Files(FileKind.Regime),
        "societies" => Files(FileKind.Society),
        "conducts" => Conducts(society),
        "evidence" => Files(FileKind.Evidence),
        "variables" => Variables.Told,
        _ => [.. Catalogue.Fixed.Concat(Catalogue.OfConsent).Concat(Catalogue.OfSpending).Concat(Catalogue.OfSale)
            .Select(i => (i.Name, i.Title, i.Unit))],
    };

    private static IReadOnlyList<(string, string, string)> Files(FileKind kind) =>
        [.. Shelf.OfThisMachine().List(kind).Select(f => (f.Name, f.Title(), f.Path))];

    private static IReadOnlyList<(string, string, string)> Conducts(string society)
    {
        var file = InputFile.Read(FileKind.Society, Shelf.OfThisMachine().Find(FileKind.Society, society));
        return [.. Inspection.Read<Societies.Society>(file).ValueOrThrow().Conducts
            .Select(c => (c.Key, c.Value.Text, Detail(c.Value)))];
    }

    // What a row needs to name: the channel, levels if there is more than one, roles, and the unit of what is counted.
    private static string Detail(Acting.Conduct conduct) => string.Join("; ", new[]
    {
        Spelling.Kebab(conduct.Channel.ToString()),
        conduct.Levels.Count > 1 ? "levels " + string.Join(", ", conduct.Levels.Keys) : "",
        conduct.Who is [Population.Role.Adult] ? "" : "who " + string.Join(", ", conduct.Who.Select(r => Spelling.Kebab(r.ToString()))),
        conduct.Amount is { } amount ? "counted in " + amount.Unit : "",
        conduct.LastsWeeks is null ? "" : "goes on",
    }.Where(part => part.Length > 0));

    private static void Write(TextWriter page, IReadOnlyList<(string Name, string Text, string Detail)> rows, bool json)
    {
        if (json)
        {
            page.WriteLine(new JsonArray([.. rows.Select(r => new JsonObject
            {
                ["name"] = r.Name,
                ["text"] = r.Text,
                ["detail"] = r.Detail,
            })]).ToJsonString(Json.Style));
            return;
        }
        var width = rows.Select(r => r.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var (name, text, detail) in rows)
        {
            page.WriteLine($"{name.PadRight(width)}  {text}{(detail.Length > 0 ? $"  ({detail})" : "")}");
        }
    }
}
