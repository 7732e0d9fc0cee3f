using Glasshouse.Lab.Telling;
using Spectre.Console;

namespace Glasshouse.Cli.Life;

/// <summary>A life for a reader: three sentences, the years, where twins part, and what one record changed.</summary>
internal static class LifePage
{
    // What happens more often than this in a year is told once; of a list, so many are named.
    private const int Few = 2;
    private const int Named = 6;

    /// <summary>Prints it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="story">The life.</param>
    /// <param name="twin">True to show what runs otherwise under ordinary law alone.</param>
    public static void Print(IAnsiConsole console, LifeStory story, bool twin)
    {
        Lines.Print(console, "", $"{story.Name} ({story.Person}), {story.Notice}", "bold");
        var drawn = story.Kind is { } kind ? $"; {kind}: one of {story.Of:N0}, drawn at random" : "";
        Lines.Print(console, "", $"{story.Regime} over {story.Society}, seed {story.Seed}{drawn}", "dim");
        console.WriteLine();
        Lines.Print(console, "", string.Join(' ', story.Summary));
        if (story.Who.SetApart is { Count: > 0 } apart)
        {
            Lines.Print(console, "", $"Set apart by {string.Join(", ", apart)}.", "dim");
        }
        if (story.Before.Count > 0)
        {
            Heading(console, "Before the regime");
            Year(console, story.Before, dated: false);
        }
        Years(console, story.With);
        if (story.Parting is { } parting && (twin || story.DirectEffect is null))
        {
            Part(console, parting);
        }
        if (twin)
        {
            Heading(console, "Without the regime, same luck: what runs otherwise");
            var otherwise = OnlyIn(story.Without, story.With);
            Years(console, otherwise);
            if (otherwise.Count == 0)
            {
                Lines.Print(console, "  ", "nothing");
            }
        }
        if (story.DirectEffect is { } effect)
        {
            Effect(console, effect);
        }
        if (story.Kind is { } shown && story.Another + 1 < story.Of)
        {
            console.WriteLine();
            Lines.Print(console, "", $"One of {story.Of:N0} such lives ({shown}); another: --another {story.Another + 1}", "dim");
        }
    }

    private static void Years(IAnsiConsole console, IReadOnlyList<LifeEvent> events)
    {
        var mind = "";
        events = [.. events.Where(e => e.Mind is null || mind != (mind = e.Text))];
        foreach (var year in events.GroupBy(e => LifeDate.YearOf(e.Week)))
        {
            Heading(console, $"Year {year.Key}");
            Year(console, [.. year], dated: true);
        }
    }

    private static void Year(IAnsiConsole console, IReadOnlyList<LifeEvent> events, bool dated)
    {
        // What nobody noticed, and what happens again and again, is told once with its number.
        var often = events.Where(e => Ordinary(e, dated)).GroupBy(e => (e.Lane, e.Text)).ToList();
        var told = often.Where(g => !dated || g.Count() > Few || g.First().Noticed == false).SelectMany(g => g).ToHashSet();
        var did = new HashSet<(int, string)>();
        foreach (var one in events.Where(e => !told.Contains(e)))
        {
            did.Add((one.Week, one.Text));
            Lines.Print(console, $"  week {(one.Week - 1) % 52 + 1,2}  {Label(one.Lane)}  ", Seen(one, did), Style(one));
        }
        foreach (var lane in often.Where(g => told.Contains(g.First())).GroupBy(g => g.Key.Lane))
        {
            var most = lane.OrderByDescending(g => g.Count()).ToList();
            var list = string.Join("; ", most.Take(Named)
                .Select(g => g.Count() == 1 ? g.Key.Text : $"{g.Key.Text}, {g.Count()} times"));
            var rest = most.Skip(Named).Sum(g => g.Count());
            var unseen = dated && lane.Key == Lane.Did ? "unseen: " : "";
            Lines.Print(console, $"  {(dated ? "in all " : "       ")}  {Label(lane.Key)}  ",
                unseen + list + (rest == 0 ? "" : rest == 1 ? "; and one other" : $"; and {rest} others"));
        }
    }

    // What was just told as done need not be told again as seen.
    private static string Seen(LifeEvent one, HashSet<(int, string)> did)
    {
        var cut = one.Text.IndexOf(": ", StringComparison.Ordinal);
        return one.Lane == Lane.Seen && cut > 0 && did.Contains((one.Week, one.Text[(cut + 2)..]))
            ? one.Text[..cut] + " it"
            : Words(one);
    }

    private static bool Ordinary(LifeEvent one, bool dated) =>
        !dated || one is { Noticed: false } || (one.Lane == Lane.OpenAndClosed && one.Record is null);

    private static void Part(IAnsiConsole console, Parting parting)
    {
        Heading(console, "Where the lives part");
        Lines.Print(console, "  ", $"{parting.Date}, by: {parting.Path}"
            + (parting.OpenAsWell.Count == 0 ? "" : $" (open as well: {string.Join(", ", parting.OpenAsWell)})"));
        Lines.Print(console, "  with      ", What(parting.With));
        Lines.Print(console, "  without   ", What(parting.Without));

        static string What(IReadOnlyList<string> happened) =>
            happened.Count == 0 ? "nothing of the kind" : string.Join("; ", happened);
    }

    private static void Effect(IAnsiConsole console, DirectEffect effect)
    {
        Heading(console, $"Direct effect of record {effect.Record}, at fixed directives");
        foreach (var gap in effect.Scores)
        {
            Lines.Print(console, $"  weeks {gap.From}-{gap.To}  ", FormattableString.Invariant(
                $"{gap.With:0.###} {gap.GradeWith} with it, {gap.Without:0.###} {gap.GradeWithout} without it"));
        }
        foreach (var (head, events) in new[] { ("gone without it", effect.Gone), ("new without it", effect.New) })
        {
            foreach (var one in events.Where(e => e.Score is null && e.Mind is null))
            {
                Lines.Print(console, $"  {head,-15}  {Label(one.Lane)}  ", $"{one.Date}: {Words(one)}");
            }
        }
    }

    private static List<LifeEvent> OnlyIn(IReadOnlyList<LifeEvent> these, IReadOnlyList<LifeEvent> those)
    {
        var there = those.GroupBy(e => (e.Week, e.Lane, e.Text)).ToDictionary(g => g.Key, g => g.Count());
        return [.. these.Where(e => e.Lane != Lane.Score && e.Mind is null && !Take(there, (e.Week, e.Lane, e.Text)))];
    }

    private static bool Take(Dictionary<(int, Lane, string), int> there, (int, Lane, string) key)
    {
        var left = there.GetValueOrDefault(key);
        there[key] = left - 1;
        return left > 0;
    }

    private static void Heading(IAnsiConsole console, string text)
    {
        console.WriteLine();
        Lines.Print(console, "", text, "bold");
    }

    private static string Words(LifeEvent one)
    {
        if (one.Record is { } record)
        {
            var article = record.Article.Length == 0 ? "" : $", {record.Article}";
            var why = record.Why.Count == 0 ? "" : $"; {string.Join(", ", record.Why)}";
            var replaces = record.Replaces is { } before ? $"; replaces {before}" : "";
            return $"record {record.Id} by {record.Rule}{article}: {one.Text}; {record.Origin}{why}{replaces}; "
                + $"until {record.Until}";
        }
        if (one.Score is { Because.Count: > 0 } step)
        {
            return $"{one.Text} ({string.Join(", ", step.Because)})";
        }
        return one.About is { } about ? $"{one.Text} (record {about})" : one.Text;
    }

    private static string Style(LifeEvent one) => one switch
    {
        { Record.Origin: not "true" } => "bold",
        { Score: not null } => "bold",
        { Mind: not null } => "dim",
        _ => "default",
    };

    private static string Label(Lane lane) => lane switch
    {
        Lane.Did => "did  ",
        Lane.Seen => "seen ",
        Lane.InTheFile => "file ",
        Lane.Score => "score",
        Lane.OpenAndClosed => "life ",
        Lane.Believed => "mind ",
        _ => "said ",
    };
}
