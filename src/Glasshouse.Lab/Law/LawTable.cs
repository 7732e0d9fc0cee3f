using System.Globalization;
using System.Text;

namespace Glasshouse.Lab.Law;

/// <summary>
/// A report as Markdown, for the page of a regime: the law of its own place, of the European Union and between states in a table;
/// other law, asked as if the regime ran there, in a line each.
/// </summary>
public static class LawTable
{
    /// <summary>The ban that every regime is asked about, whatever comes of it.</summary>
    private const string Always = "AIA-5-1-c";

    private const int MostPaths = 2;

    private static readonly string[] AskedOfAll = ["eu", "international"];

    // What holds of nearly every regime tells nothing beside what does not.
    private static readonly string[] Plain =
        ["natural-persons", "over-a-period", "public-body", "adverse-records", "social-behaviour-or-traits"];

    /// <summary>The table, with a line end after each line.</summary>
    public static string Of(LawReport report)
    {
        var page = new StringBuilder();
        Line(page, $"Law on {Day(report.Day)}; {Read(report)}. † marks a yardstick of our own.");
        Line(page, "");
        Line(page, "| law | verdict | what decides |");
        Line(page, "|---|---|---|");
        var own = report.Regime.System?.Jurisdictions ?? [];
        var full = report.Laws.Where(l => own.Contains(l.Law.Id) || AskedOfAll.Contains(l.Law.Id))
            .OrderBy(l => l.Law.Id == AskedOfAll[0] ? 0 : own.Contains(l.Law.Id) ? 1 : 2).ToList();
        foreach (var group in full.SelectMany(l => l.Rulings).Where(IsRow)
            .GroupBy(r => (r.Verdict, Because: Because(r, report)), r => r.Condition))
        {
            Line(page, $"| {Conditions(group)} | {group.Key.Verdict.InWords()} | {group.Key.Because} |");
        }
        Line(page, "");
        foreach (var (law, rulings) in full)
        {
            Rest(page, $"{law.Title}, the rest", rulings.Where(r => !IsRow(r)));
        }
        foreach (var (law, rulings) in report.Laws.Except(full))
        {
            Abroad(page, law, rulings);
        }
        return page.ToString();
    }

    /// <summary>The verdicts of the main conditions on several regimes: a table for each law, a row for each regime.</summary>
    /// <param name="reports">Reports on the same laws and the same day.</param>
    public static string Of(IReadOnlyList<LawReport> reports)
    {
        var page = new StringBuilder();
        foreach (var (law, rulings) in reports.Count == 0 ? [] : reports[0].Laws)
        {
            var main = rulings.Where(r => r.Condition.Main).Select(r => r.Id).ToList();
            Line(page, $"### {law.Title}");
            Line(page, "");
            Line(page, $"| regime | {string.Join(" | ", main)} |");
            Line(page, "|---|" + string.Concat(main.Select(_ => "---|")));
            foreach (var report in reports)
            {
                var verdicts = report.Laws.Single(l => l.Law.Id == law.Id).Rulings.Where(r => r.Condition.Main);
                Line(page, $"| {report.Regime.Id} | {string.Join(" | ", verdicts.Select(r => Short(r.Verdict)))} |");
            }
            Line(page, "");
        }
        return page.ToString();
    }

    // A word that fits a column; what asks for action is bold.
    private static string Short(Verdict verdict) => verdict switch
    {
        Verdict.FallsUnder => "**falls under**",
        Verdict.Missing => "**missing**",
        Verdict.Touched => "touched",
        Verdict.CannotTell => "?",
        Verdict.DoesNotFallUnder => "not under",
        Verdict.OutsideScope => "outside",
        Verdict.Provided => "provided",
        Verdict.DoesNotApply => "no duty",
        Verdict.NotTouched => "no",
        _ => "not in force",
    };

    private static string Read(LawReport report)
    {
        var times = report.Parts.DistinctBy(p => p.Regime).ToList();
        return times.Count == 1
            ? $"the regime is read {times[0].Time.Words}"
            : string.Join("; ", times.Select(t => $"`{t.Regime.Id}` is read {t.Time.Words}"));
    }

    // What the file is silent on alone needs no row: a line below names the keys.
    private static bool IsRow(Ruling ruling) => ruling.Id == Always || ruling.Verdict is Verdict.FallsUnder or Verdict.Missing
        or Verdict.Provided or Verdict.Touched || (ruling.Verdict == Verdict.CannotTell && !IsSilent(ruling));

    private static bool IsSilent(Ruling ruling) => ruling.Verdict == Verdict.CannotTell && ruling.Deciding.All(f => f.Paths.Count == 0);

    private static string Conditions(IEnumerable<Condition> conditions) => string.Join("; ",
        conditions.GroupBy(c => c.Law).Select(g => $"{g.Key}, " + string.Join("; ", g.Select(c => $"{c.Article}: {c.Title}"))));

    private static string Because(Ruling ruling, LawReport report)
    {
        var telling = ruling.Deciding.Where(f => !Plain.Contains(f.Predicate)).ToList();
        return string.Join("; ", (telling.Count > 0 ? telling : [.. ruling.Deciding]).GroupBy(Words).Select(g =>
            Of(g, report) + g.Key + (g.First().IsOurYardstick ? "†" : "") + Places(g)));
    }

    // Whose part decides, where it is not all of them.
    private static string Of(IEnumerable<Finding> findings, LawReport report)
    {
        var parts = findings.Select(f => f.Part).Distinct().ToList();
        var named = parts.Select(p => report.Parts.All(q => q.Regime == p.Regime) ? p.Name.Split(", ")[1]
            : report.Parts.Count(q => q.Regime == p.Regime) > 1 ? p.Name : p.Regime.Id);
        return parts.Count == report.Parts.Count ? "" : $"({string.Join("; ", named)}) ";
    }

    private static string Words(Finding finding) => finding switch
    {
        { Truth: Truth.CannotTell, Why: { } why } => why,
        { Why: { } why } => $"{finding.Words}: {why}",
        _ => finding.Words,
    };

    private static string Places(IEnumerable<Finding> findings)
    {
        var paths = findings.SelectMany(f => f.Paths).Distinct().ToList();
        return paths.Count switch
        {
            0 => "",
            var n => " (" + string.Join(", ", paths.Take(MostPaths).Select(p => $"`{p}`"))
                + (n > MostPaths ? $" and {n - MostPaths} more" : "") + ")",
        };
    }

    private static void Rest(StringBuilder page, string title, IEnumerable<Ruling> rulings)
    {
        var verdicts = rulings.GroupBy(r => (r.Verdict, Silent: IsSilent(r))).OrderBy(g => g.Key)
            .Select(g => $"*{g.Key.Verdict.InWords()}*{(g.Key.Silent ? ", for the file does not say," : "")} "
                + string.Join(", ", g.Select(r => r.Id + Silence(r)))).ToList();
        if (verdicts.Count > 0)
        {
            Line(page, $"- {title}: {string.Join("; ", verdicts)}.");
        }
    }

    // Of other places' law, what would stop it there.
    private static void Abroad(StringBuilder page, LawBook law, IReadOnlyList<Ruling> rulings)
    {
        var stops = rulings.Where(r => r.Verdict is Verdict.FallsUnder or Verdict.Missing).ToList();
        var open = rulings.Count(r => r.Verdict == Verdict.CannotTell);
        Line(page, $"- {law.Title}, if it ran there: "
            + string.Concat(stops.GroupBy(r => r.Verdict).OrderBy(g => g.Key)
                .Select(g => $"*{g.Key.InWords()}* {string.Join(", ", g.Select(r => r.Id))}; "))
            + (open == 0 ? "" : $"*cannot tell* of {open}; ")
            + $"nothing against it in the other {rulings.Count - stops.Count - open}.");
    }

    private static string Silence(Ruling ruling) => IsSilent(ruling)
        ? $" ({string.Join(", ", ruling.Deciding.Select(f => $"`{f.Key}`").Distinct())})"
        : "";

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
