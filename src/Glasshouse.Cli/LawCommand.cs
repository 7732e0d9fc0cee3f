using System.Globalization;
using Glasshouse.Cli.Life;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Law;
using Glasshouse.Societies;

namespace Glasshouse.Cli;

/// <summary><c>glasshouse check REGIME --law</c>: what law says of a regime, as its file states it.</summary>
internal static class LawCommand
{
    /// <summary>The word for every law file there is.</summary>
    public const string Everything = "all";

    public static int Run(Surroundings here, LawRequest request)
    {
        if (request.Year < 0)
        {
            throw new RefusedException(Refusal.Usage, "--year counts from the regime's start; write 0 or more.");
        }
        var shelf = Shelf.OfThisMachine();
        var file = InputFile.Read(FileKind.Regime, shelf.Find(FileKind.Regime, request.Regime));
        var society = SocietyNamed(shelf, request.Society ?? Inspection.SocietyOf(file));
        var report = LawReport.Of(file, society, Laws(shelf, request.Law), Day(request.Date), request.Year);
        if (request.Markdown)
        {
            here.Out.Write(LawTable.Of(report));
        }
        else if (request.Json)
        {
            here.Out.WriteLine(LawPage.Json(report).ToJsonString(Json.Style));
        }
        else
        {
            LawPage.Print(Lines.Console(here), report);
        }
        return Exit.Done;
    }

    /// <summary><c>glasshouse list regimes --law</c>: verdicts of the main conditions on every regime.</summary>
    public static int Matrix(Surroundings here, string law, string? date)
    {
        var shelf = Shelf.OfThisMachine();
        var (laws, day) = (Laws(shelf, law), Day(date));
        var societies = new Dictionary<string, Reading<Society>>();
        var (reports, faulty) = (new List<LawReport>(), new List<string>());
        foreach (var shelved in shelf.List(FileKind.Regime))
        {
            var file = InputFile.Read(FileKind.Regime, shelved.Path);
            var name = Inspection.SocietyOf(file);
            if (!societies.TryGetValue(name, out var society))
            {
                societies.Add(name, society = SocietyNamed(shelf, name));
            }
            try
            {
                reports.Add(LawReport.Of(file, society, laws, day));
            }
            catch (FaultException)
            {
                faulty.Add(shelved.Name);
            }
        }
        here.Out.Write(LawTable.Of(reports));
        if (faulty.Count > 0)
        {
            here.Out.WriteLine($"Not shown, for faults that 'glasshouse check' names: {string.Join(", ", faulty)}.");
        }
        return Exit.Done;
    }

    private static Reading<Society> SocietyNamed(Shelf shelf, string name) =>
        Inspection.Read<Society>(InputFile.Read(FileKind.Society, shelf.Find(FileKind.Society, name)));

    private static List<LawBook> Laws(Shelf shelf, string asked)
    {
        var names = asked == Everything ? [.. shelf.List(FileKind.Law).Select(f => f.Name)] : new[] { asked };
        return [.. names.Select(n => LawCheck.Read(InputFile.Read(FileKind.Law, shelf.Find(FileKind.Law, n))))];
    }

    private static DateOnly Day(string? asked) =>
        asked is null ? DateOnly.FromDateTime(DateTime.Today)
        : LawCheck.Day(asked) ?? throw new RefusedException(Refusal.Usage,
            $"--date {Spelling.Quote(asked)} is no day; write year-month-day, as in "
            + DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".");
}

/// <summary>What is asked about a regime.</summary>
/// <param name="Regime">Name or path.</param>
/// <param name="Society">Name or path; null for the regime's own.</param>
/// <param name="Law">Name or path of a law file, or all.</param>
/// <param name="Date">The day whose law is asked; null for today.</param>
/// <param name="Year">Years after its start at which the regime is read; null for what the day gives.</param>
/// <param name="Markdown">True for a table in Markdown.</param>
/// <param name="Json">True for one JSON document.</param>
internal sealed record LawRequest(string Regime, string? Society, string Law, string? Date, double? Year, bool Markdown, bool Json);
