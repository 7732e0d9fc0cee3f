using System.CommandLine;
using System.Text.Json.Nodes;
using Glasshouse.Lab;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse diff</c>: how two regimes differ, in words.</summary>
internal static class DiffCommand
{
    public static (Command, string) Build(Surroundings here)
    {
        var one = new Argument<string>("regime") { Description = "A regime, by name or path." };
        var other = new Argument<string>("other") { Description = "Another regime, by name or path." };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of lines." };
        var command = new Command("diff", "Say in words how two regimes differ.") { one, other, json };
        command.SetAction(p =>
        {
            var shelf = Shelf.OfThisMachine();
            var (before, after) = (Read(p.GetValue(one)!), Read(p.GetValue(other)!));
            var differences = RegimeDiff.Between(before, after);
            if (p.GetValue(json))
            {
                here.Out.WriteLine(Document(before, after, differences).ToJsonString(Json.Style));
            }
            else
            {
                Write(here.Out, before, after, differences);
            }
            return Exit.Done;

            InputFile Read(string asked) => InputFile.Read(FileKind.Regime, shelf.Find(FileKind.Regime, asked));
        });
        return (command, "glasshouse diff wendeng-2020 my-variant");
    }

    private static void Write(TextWriter page, InputFile before, InputFile after, IReadOnlyList<DifferenceInWords> differences)
    {
        if (differences.Count == 0)
        {
            page.WriteLine($"{before.Path} and {after.Path} state the same rules.");
            return;
        }
        page.WriteLine($"From {before.Path} to {after.Path}:");
        foreach (var section in differences.GroupBy(d => d.Section))
        {
            page.WriteLine();
            page.WriteLine(section.Key);
            foreach (var difference in section)
            {
                var places = new[] { difference.Before, difference.After }.OfType<string>();
                page.WriteLine($"  {difference.Words} ({string.Join(", ", places)})");
            }
        }
        page.WriteLine();
        page.WriteLine(string.Join(", ", differences.CountBy(d => d.Kind).OrderBy(k => k.Key, StringComparer.Ordinal)
            .Select(k => $"{k.Value} {k.Key}")) + ".");
    }

    private static JsonObject Document(InputFile before, InputFile after, IReadOnlyList<DifferenceInWords> differences) => new()
    {
        ["before"] = before.Path,
        ["after"] = after.Path,
        ["same"] = differences.Count == 0,
        ["differences"] = new JsonArray([.. differences.Select(d => new JsonObject
        {
            ["section"] = d.Section,
            ["path"] = d.Path,
            ["kind"] = d.Kind,
            ["words"] = d.Words,
            ["before"] = d.Before,
            ["after"] = d.After,
        })]),
    };
}
