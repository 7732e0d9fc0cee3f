using System.Globalization;
using System.Text.Json.Nodes;
using Glasshouse.Cli.Life;
using Glasshouse.Files;
using Glasshouse.Lab.Law;
using Spectre.Console;

namespace Glasshouse.Cli;

/// <summary>What <c>glasshouse check REGIME --law</c> prints.</summary>
internal static class LawPage
{
    // Lines that a terminal shows of each answer, and characters of each; --json has all.
    private const int MostLines = 3;
    private const int LongestLine = 62;
    private const int MostChanges = 4;
    private const string Indent = "            ";
    private const string Yardstick = " (our yardstick, no measure of the law's)";

    public static void Print(IAnsiConsole console, LawReport report)
    {
        Lines.Print(console, "", $"{report.Regime.Title}", "bold");
        Lines.Print(console, "", $"{report.File.Path}, asked of the law on {Day(report.Day)}.");
        Lines.Print(console, "", LawReport.Caution, "yellow");
        Lines.Print(console, "",
            "Each law is read as if the regime ran where it holds. What a file does not state, or only assumes, "
            + "decides nothing.");
        if (report.Regime.Hypothetical)
        {
            Lines.Print(console, "", "The regime is hypothetical: nobody has written it.", "yellow");
        }
        Read(console, report);
        foreach (var (law, rulings) in report.Laws)
        {
            console.WriteLine();
            Lines.Print(console, "", $"{law.Title} ({law.Id})", "bold underline");
            Summary(console, rulings);
            foreach (var ruling in rulings.Where(r => r.Verdict != Verdict.NotInForce))
            {
                Print(console, ruling, law, report.Parts.Count > 1);
            }
            var later = rulings.Where(r => r.Verdict == Verdict.NotInForce).ToList();
            if (later.Count > 0)
            {
                console.WriteLine();
                Lines.Print(console, "", $"Not in force on {Day(report.Day)}: " + string.Join("; ", later.Select(r =>
                    $"{r.Condition.Law}, {r.Condition.Article} ({Period(r.Condition)})")) + ".");
            }
            Foot(console, law);
        }
    }

    public static JsonObject Json(LawReport report) => new()
    {
        ["regime"] = report.Regime.Id,
        ["file"] = report.File.Path,
        ["date"] = Day(report.Day),
        ["caution"] = LawReport.Caution,
        ["parts"] = new JsonArray([.. report.Parts.Select(p => new JsonObject
        {
            ["regime"] = p.Regime.Id,
            ["subjects"] = Spelling.Kebab(p.Subjects.ToString()),
            ["year"] = p.Time.Year,
            ["phase"] = p.Time.Phase,
            ["read"] = p.Time.Words,
        })]),
        ["laws"] = new JsonArray([.. report.Laws.Select(l => new JsonObject
        {
            ["id"] = l.Law.Id,
            ["title"] = l.Law.Title,
            ["conditions"] = new JsonArray([.. l.Rulings.Select(r => Json(r, l.Law))]),
            ["notAsked"] = new JsonObject(l.Law.LeftOut.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)o.Value))),
        })]),
    };

    private static JsonObject Json(Ruling ruling, LawBook law) => new()
    {
        ["id"] = ruling.Id,
        ["title"] = ruling.Condition.Title,
        ["law"] = ruling.Condition.Law,
        ["article"] = ruling.Condition.Article,
        ["kind"] = Spelling.Kebab(ruling.Condition.Kind.ToString()),
        ["binding"] = !ruling.Condition.Soft,
        ["says"] = ruling.Condition.Says,
        ["verdict"] = Spelling.Kebab(ruling.Verdict.ToString()),
        ["verdictInWords"] = ruling.Verdict.InWords(),
        ["verdictsOfParts"] = new JsonArray([.. ruling.Parts.Select(v => (JsonNode?)Spelling.Kebab(v.ToString()))]),
        ["inForce"] = ruling.Condition.InForce,
        ["until"] = ruling.Condition.Until,
        ["dateNote"] = ruling.Condition.DateNote,
        ["note"] = ruling.Condition.Note,
        ["deciding"] = new JsonArray([.. ruling.Deciding.Select(f => new JsonObject
        {
            ["predicate"] = f.Predicate,
            ["answer"] = Spelling.Kebab(f.Truth.ToString()),
            ["words"] = f.Words,
            ["why"] = f.Why,
            ["part"] = f.Part.Name,
            ["ourYardstick"] = f.IsOurYardstick,
            ["key"] = f.Key,
            ["lines"] = new JsonArray([.. f.Lines.Select(l => new JsonObject
            {
                ["file"] = l.File, ["line"] = l.Line, ["column"] = l.Column, ["text"] = l.Text,
            })]),
        })]),
        ["changes"] = new JsonArray([.. ruling.Changes.Select(c => new JsonObject
        {
            ["if"] = new JsonArray([.. c.Answers.Select(a => new JsonObject
            {
                ["predicate"] = a.Predicate,
                ["answer"] = a.Answer,
                ["words"] = LawReport.Words(a.Predicate, a.Answer),
                ["key"] = LawReport.Key(a.Predicate),
            })]),
            ["part"] = c.Regime,
            ["verdict"] = Spelling.Kebab(c.To.ToString()),
        })]),
        ["sources"] = new JsonArray([.. ruling.Condition.Sources.Select(s => new JsonObject
        {
            ["id"] = s,
            ["title"] = law.Sources[s].Title,
            ["url"] = law.Sources[s].Url,
            ["copy"] = Spelling.Kebab(law.Sources[s].Copy.ToString()),
        })]),
    };

    private static void Foot(IAnsiConsole console, LawBook law)
    {
        console.WriteLine();
        foreach (var (what, why) in law.LeftOut)
        {
            Lines.Print(console, "  not asked ", $"{what}: {why}", "dim");
        }
        var label = "  sources   ";
        foreach (var (id, source) in law.Sources)
        {
            Lines.Print(console, label, $"{id}: {source.Title}{(source.Copy == Copy.Secondary ? ", secondary" : "")}", "dim");
            label = Indent;
        }
    }

    // Each verdict on a line of its own, so that the eye finds what to read below.
    private static void Summary(IAnsiConsole console, IReadOnlyList<Ruling> rulings)
    {
        var label = rulings.Max(r => r.Verdict.InWords().Length) + 4;
        foreach (var verdict in rulings.GroupBy(r => r.Verdict).OrderBy(g => g.Key))
        {
            Lines.Print(console, $"  {verdict.Key.InWords()}".PadRight(label), string.Join(", ", verdict.Select(r => r.Id)));
        }
    }

    private static void Print(IAnsiConsole console, Ruling ruling, LawBook law, bool several)
    {
        var condition = ruling.Condition;
        console.WriteLine();
        Lines.Print(console, "", $"{ruling.Id}: {condition.Title} ({condition.Law}, {condition.Article})", "bold");
        Lines.Print(console, "  says      ", condition.Says);
        Lines.Print(console, "  verdict   ", ruling.Verdict.InWords().ToUpperInvariant() + Aside(ruling), Style(ruling.Verdict));
        var label = "  because   ";
        foreach (var finding in ruling.Deciding)
        {
            Lines.Print(console, label, (several ? $"{finding.Part.Name}: " : "") + finding.Words
                + (finding.Why is null ? "" : $": {finding.Why}") + (finding.IsOurYardstick ? Yardstick : ""));
            label = Indent;
            foreach (var line in finding.Lines.Take(MostLines))
            {
                var place = $"{Path.GetFileName(line.File)}:{line.Line}:{line.Column}";
                var text = line.Text.Replace("{ text: ", "", StringComparison.Ordinal);
                console.MarkupLine($"{Indent}  [dim]{Markup.Escape(Cut($"{place}  {text}"))}[/]");
            }
            if (finding.Lines.Count > MostLines)
            {
                console.MarkupLine($"{Indent}  [dim]and {finding.Lines.Count - MostLines} more lines[/]");
            }
        }
        Changes(console, ruling, several);
        if (condition.Note is not null)
        {
            Lines.Print(console, "  note      ", condition.Note);
        }
        Lines.Print(console, "  source    ", Sources(ruling, law), "dim");
    }

    private static void Changes(IAnsiConsole console, Ruling ruling, bool several)
    {
        var label = "  changes   ";
        var shown = ruling.Changes.Take(MostChanges).ToList();
        foreach (var change in shown)
        {
            var answers = change.Answers.Select(a => $"{LawReport.Words(a.Predicate, a.Answer)} ({LawReport.Key(a.Predicate)})");
            Lines.Print(console, label, $"{change.To.InWords()}, if {(change.Regime is null ? "" : $"in {change.Regime} ")}"
                + string.Join(" and ", answers));
            label = Indent;
        }
        if (ruling.Changes.Count > shown.Count)
        {
            Lines.Print(console, label, ruling.Changes.Count - shown.Count == 1
                ? "and one further way; --json has all"
                : $"and {ruling.Changes.Count - shown.Count} further ways; --json has all");
        }
        if (ruling.Changes.Count == 0)
        {
            Lines.Print(console, label, ruling.Verdict == Verdict.CannotTell
                ? "more than two answers are open; all of them are needed"
                : several ? "no change in one part alone" : "no change of one or two answers");
        }
    }

    // Which files, and which point of their own lives.
    private static void Read(IAnsiConsole console, LawReport report)
    {
        foreach (var regime in report.Parts.DistinctBy(p => p.Regime))
        {
            var who = report.Parts.Count == 1 ? "It" : regime.Regime.Id;
            Lines.Print(console, "", $"{who} is read {regime.Time.Words}.");
        }
        if (report.Parts.Count > 1)
        {
            Lines.Print(console, "", $"What runs together has {report.Parts.Count} parts, each judged by its own file: "
                + string.Join("; ", report.Parts.Select(p => p.Name)) + ". The verdict is the gravest of theirs.");
        }
    }

    private static string Aside(Ruling ruling) => ruling switch
    {
        { Verdict: Verdict.OutsideScope } => ", which is not the same as passing",
        { Verdict: Verdict.FallsUnder, Condition.Soft: true } => ", but it binds nobody by force of law",
        { Verdict: Verdict.Touched } => "; whether lawfully is not said here",
        { Verdict: Verdict.Provided } => ", as far as the file says",
        _ => "",
    };

    private static string Sources(Ruling ruling, LawBook law) =>
        string.Join(", ", ruling.Condition.Sources)
        + (ruling.IsGeneralKnowledge ? ": from general knowledge, no source was at hand."
            : ruling.IsSecondary ? ": a secondary copy, so read the law itself."
            : ruling.Condition.Sources.Any(s => law.Sources[s].Copy == Copy.Secondary) ? ", in part secondary copies."
            : ".")
        + (ruling.Condition.InForce is null ? "" : $" In force {Period(ruling.Condition)}.")
        + (ruling.Condition.DateNote is null ? "" : $" {ruling.Condition.DateNote}");

    private static string Period(Condition condition) =>
        $"from {condition.InForce ?? "long ago"}" + (condition.Until is null ? "" : $" until {condition.Until}");

    private static string Style(Verdict verdict) => verdict switch
    {
        Verdict.FallsUnder or Verdict.Missing => "red bold",
        Verdict.CannotTell or Verdict.Touched or Verdict.OutsideScope => "yellow bold",
        _ => "green bold",
    };

    private static string Cut(string text) => text.Length <= LongestLine ? text : text[..(LongestLine - 3)] + "...";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
