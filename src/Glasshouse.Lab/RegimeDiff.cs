using System.Collections;
using Glasshouse.Files;
using Glasshouse.Regimes;

namespace Glasshouse.Lab;

/// <summary>One difference in words.</summary>
/// <param name="Section">Top-level key of the file.</param>
/// <param name="Path">Keys from the root, joined by dots.</param>
/// <param name="Kind"><c>added</c>, <c>removed</c> or <c>changed</c>, seen from the first file.</param>
/// <param name="Words">What differs.</param>
/// <param name="Before">File and line in the first file; null if it is not there.</param>
/// <param name="After">File and line in the second file; null if it is not there.</param>
public sealed record DifferenceInWords(string Section, string Path, string Kind, string Words, string? Before, string? After);

/// <summary>Says in words how two regime files differ.</summary>
public static class RegimeDiff
{
    // What a file states of itself says nothing about the rules.
    private static readonly string[] Own = ["schema", "id"];

    private const int LongestText = 160;

    /// <summary>The differences, in the order of the first file.</summary>
    /// <param name="before">The first regime.</param>
    /// <param name="after">The second regime.</param>
    /// <exception cref="FaultException">One of them has faults.</exception>
    public static IReadOnlyList<DifferenceInWords> Between(InputFile before, InputFile after)
    {
        var (one, other) = (Inspection.Read<Regime>(before), Inspection.Read<Regime>(after));
        return [.. Differences.Between(one, other).Where(d => !Own.Contains(d.Path)).Select(d => InWords(d, before.Path, after.Path))];
    }

    private static DifferenceInWords InWords(Difference difference, string before, string after)
    {
        var (path, one, other) = (difference.Path, difference.Before, difference.After);
        var section = path.Split('.')[0];
        var name = path.Length == section.Length ? section : path[(section.Length + 1)..].Replace('.', ' ');
        var (kind, words) = (one, other) switch
        {
            (null, { } added) => ("added", $"{name} added: {Words(added)}"),
            ({ } removed, null) => ("removed", $"{name} removed: {Words(removed)}"),
            (Figure a, Figure b) => ("changed", $"{name}: {Figures(a, b)}"),
            (string a, string b) => ("changed", $"{name}: {Quote(a)} becomes {Quote(b)}"),
            (IEnumerable a, IEnumerable b) => ("changed", $"{name}: {Lists(a, b)}"),
            ({ } a, { } b) => ("changed", $"{name}: {Words(a)} becomes {Words(b)}"),
            _ => ("changed", name),
        };
        return new DifferenceInWords(section, path, kind, words,
            one is null ? null : Place(difference.BeforeAt, before), other is null ? null : Place(difference.AfterAt, after));
    }

    private static string Place(Mark at, string file) => $"{at.File ?? file}:{at.Line}";

    // A value that stays while its range or its source changes says so.
    private static string Figures(Figure a, Figure b)
    {
        var parts = new List<string>();
        if (a.Value != b.Value)
        {
            parts.Add($"{Show(a.Value)} becomes {Show(b.Value)}");
        }
        if ((a.Low, a.High) != (b.Low, b.High))
        {
            parts.Add($"range {Range(a)} becomes {Range(b)}");
        }
        if (a.Provenance != b.Provenance)
        {
            parts.Add($"{Word(a.Provenance)} becomes {Word(b.Provenance)}");
        }
        if (parts.Count == 0)
        {
            parts.Add($"{Show(a.Value)} as before, {Quote(a.Source)} becomes {Quote(b.Source)}");
        }
        return string.Join(", ", parts);
    }

    private static string Range(Figure figure) => figure is { Low: { } low, High: { } high } ? $"{Show(low)} to {Show(high)}" : "none";

    private static string Lists(IEnumerable a, IEnumerable b)
    {
        var (one, other) = (a.Cast<object>().Select(Words).ToList(), b.Cast<object>().Select(Words).ToList());
        var (gone, come) = (one.Except(other).ToList(), other.Except(one).ToList());
        var parts = new List<string>();
        if (gone.Count > 0)
        {
            parts.Add($"no longer {string.Join("; ", gone)}");
        }
        if (come.Count > 0)
        {
            parts.Add($"now {string.Join("; ", come)}");
        }
        return parts.Count == 0 ? "in another order or number" : string.Join(", ", parts);
    }

    private static string Words(object value) => value switch
    {
        Figure figure => Show(figure.Value),
        string text => Quote(text),
        bool flag => flag ? "true" : "false",
        Points { Min: var min, Max: var max } => min == max ? Show(min) : $"{Show(min)} to {Show(max)}",
        PointRow row => $"{Quote(row.Text)}, {Words(row.Points)} points, {Acts(row.On, row.NotModelled)}"
            + (row.Declared is { } share ? $", declared by {Show(share.Value * 100)}%" : ""),
        DirectGround ground => $"{Quote(ground.Text)}, {GradeOf(ground)}, {Acts(ground.On, ground.NotModelled)}",
        Grade grade => $"{Quote(grade.Label)}{BandOf(grade)}",
        Consequence consequence =>
            $"{Quote(consequence.Text)}, {EffectOf(consequence)} {Follows(consequence)}{Others(consequence)}",
        Spending spending => $"{Quote(spending.Text)} for {Show(spending.Price.Value)} points",
        Sale sale => $"{Quote(sale.Text)}: {Show(sale.Points.Value)} points for {Show(sale.Price.Value)} weeks of income",
        Repair repair => $"{Quote(repair.Text)}, of {string.Join(", ", repair.Of)}",
        Source source => Quote(source.Title),
        Phase phase => InForce(phase),
        Trigger trigger => Act(trigger),
        Enum word => Word(word),
        double number => Show(number),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        IEnumerable list => string.Join("; ", list.Cast<object>().Select(Words)),
        _ => "as written there",
    };

    private static string InForce(Phase phase) => (phase.IsAnswer
            ? $"once {Turning.Waits(phase, " or ")}{(phase.FromYear is { } first ? $", year {Show(first.Value)} or later" : "")}"
            : $"from year {Show(phase.FromYear?.Value ?? 0)}")
        + (phase.Districts is { } share ? $", in {Show(share.Value * 100)}% of districts" : "")
        + (phase.Erases ? ", all records erased" : "")
        + (phase.Without.Count == 0 ? "" : phase.Without.Contains(Timetable.All) ? ", nothing in force"
            : $", without {string.Join(", ", phase.Without)}");

    private static string BandOf(Grade grade) => grade.From is { } from ? $" from {Show(from.Value)}"
        : grade.TopShare is { } share ? $" for the best {Show(100 * share.Value)} percent"
        : "";

    private static string EffectOf(Consequence consequence) => consequence is { Effect: { } effect, Size: { } size }
        ? $"{Word(effect)} {Show(size.Value)}"
        : "not modelled";

    private static string Others(Consequence consequence) => consequence.AlsoHits.Count == 0 ? ""
        : $", also {string.Join(", ", consequence.AlsoHits.Select(who => Word(who)))}"
            + (consequence.AlsoSize is { } size ? $" by {Show(size.Value)}" : "");

    private static string Follows(Consequence consequence) => consequence.Grades.Count > 0
        ? $"in {string.Join(", ", consequence.Grades)}"
        : consequence.Rows.Count > 0
            ? $"while {string.Join(" or ", consequence.Rows)} counts"
            : string.Join(" and ", new[] { Bound("from", consequence.From), Bound("below", consequence.Below) }.OfType<string>());

    private static string? Bound(string word, Figure? points) => points is null ? null : $"{word} {Show(points.Value)} points";

    private static string GradeOf(DirectGround ground) => ground.Grade is { } grade ? $"grade {grade}"
        : ground.AtBest is { } best ? $"at best {best}"
        : ground.AtLeast is { } least ? $"at least {least}"
        : $"{ground.Down} down";

    private static string Acts(IReadOnlyList<Trigger>? on, string? notModelled) => on is { Count: > 0 }
        ? "on " + string.Join(", ", on.Select(Act))
        : notModelled is null ? "as a replacement" : "not modelled";

    private static string Act(Trigger trigger)
    {
        if (trigger.Conduct is null)
        {
            return trigger.Every is { } every ? $"every {Word(every)}" : $"{trigger.Scale} {string.Join(", ", trigger.Grades ?? [])}";
        }
        var levels = trigger.Levels is { } some ? $" ({string.Join(", ", some)})" : "";
        var who = trigger.Who is { } roles ? $" of {string.Join(" and ", roles.Select(r => Word(r)))}" : "";
        return trigger.Conduct + levels + who;
    }

    private static string Quote(string text) => $"\"{(text.Length <= LongestText ? text : text[..LongestText] + "...")}\"";

    private static string Word(Enum word) => Spelling.Kebab(word.ToString());

    private static string Show(double number) => number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
