using System.Globalization;
using Glasshouse.Files;
using Glasshouse.Regimes;

namespace Glasshouse.Lab.Law;

/// <summary>The point of its own life at which a regime is read: what is out of force then is no evidence.</summary>
/// <param name="Year">Years after its start.</param>
/// <param name="Phase">Id of the phase that it is in; null before the first.</param>
/// <param name="Words">In words, for the screen.</param>
public sealed record OwnTime(double Year, string? Phase, string Words)
{
    private OwnTime(double year, string? phase, string words, IReadOnlyList<(string Prefix, Phase Phase)> phases)
        : this(year, phase, words) => _phases = phases;

    private const double DaysOfYear = 365.25;

    private const string All = "*";

    // What phases leave out: its own, and that of the regime that includes it, which calls it by its id.
    private readonly IReadOnlyList<(string Prefix, Phase Phase)> _phases = [];

    /// <summary>A regime's own time on a day, or so many years after its start.</summary>
    /// <param name="regime">The regime.</param>
    /// <param name="day">The day whose law is asked.</param>
    /// <param name="year">Years after the start; null for what the day gives.</param>
    public static OwnTime Of(Regime regime, DateOnly day, double? year = null)
    {
        // What nobody has written begins on no day, even where it was made from a text that did.
        var from = regime.Hypothetical ? null : First(regime.System?.From);
        var until = regime.Hypothetical ? null : Last(regime.System?.Until);
        var read = day > until ? until.Value : day;
        var at = year ?? (from is { } start ? Math.Max(0, (read.DayNumber - start.DayNumber) / DaysOfYear) : 0);
        var phase = regime.Phases.LastOrDefault(p => p.Value is { IsAnswer: false, FromYear: { } year } && year.Value <= at);
        var words = (year, from) switch
        {
            (not null, _) => $"as it stands {Years(at)} after its start",
            (_, null) when regime.Hypothetical => "as at its start, since nobody has put it into force",
            (_, null) => "as at its start, since the file states no day from which it is in force",
            _ when day < from => $"as at its start, {Text(from.Value)}: on the day asked it is not yet in force",
            _ when day > until => $"as on its last day, {Text(until.Value)}: on the day asked it is no longer in force",
            _ => $"as it stands then, {Years(at)} after its start on {Text(from.Value)}",
        };
        return new OwnTime(at, phase.Key, phase.Key is null ? words : $"{words}, in its phase '{phase.Key}'", Phases(phase.Value));
    }

    /// <summary>The same for a regime that runs inside another, whose phases may leave parts of it out.</summary>
    /// <param name="outer">The time of the regime that includes it.</param>
    /// <param name="id">Its id.</param>
    public OwnTime Within(OwnTime outer, string id) =>
        new(Year, Phase, Words, [.. _phases, .. outer._phases.Select(p => ($"{id}/", p.Phase))]);

    /// <summary>True if a row, ground or consequence is in force.</summary>
    /// <param name="scale">Id of its scale; empty for the main one.</param>
    /// <param name="id">Its own id.</param>
    /// <param name="from">Years after the start from which it is in force.</param>
    /// <param name="until">Years after the start until which it is.</param>
    internal bool Holds(string scale, string id, Figure? from, Figure? until)
    {
        var name = scale.Length == 0 ? id : $"{scale}/{id}";
        return Year >= (from?.Value ?? 0) && Year < (until?.Value ?? double.PositiveInfinity)
            && !_phases.Any(p => IsWithout(p.Phase, p.Prefix + name));
    }

    // A phase that runs in no district runs nowhere; a star stands for all ids that begin as what is before it.
    private static bool IsWithout(Phase phase, string name) => phase.Districts is { Value: 0 } || phase.Without.Any(w =>
        w.EndsWith(All, StringComparison.Ordinal) ? name.StartsWith(w[..^1], StringComparison.Ordinal) : w == name);

    private static IReadOnlyList<(string, Phase)> Phases(Phase? phase) => phase is null ? [] : [("", phase)];

    private static string Years(double years) => years switch
    {
        0 => "no time",
        1 => "1 year",
        _ => years.ToString("0.#", CultureInfo.InvariantCulture) + " years",
    };

    // Texts print a day, a month or only a year.
    private static DateOnly? First(string? printed) => printed?.Length switch
    {
        4 => LawCheck.Day(printed + "-01-01"),
        7 => LawCheck.Day(printed + "-01"),
        _ => LawCheck.Day(printed),
    };

    private static DateOnly? Last(string? printed) => printed?.Length switch
    {
        4 => First(printed)?.AddYears(1).AddDays(-1),
        7 => First(printed)?.AddMonths(1).AddDays(-1),
        _ => First(printed),
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
