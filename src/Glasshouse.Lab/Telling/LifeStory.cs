using System.Text.Json;
using System.Text.Json.Serialization;

namespace Glasshouse.Lab.Telling;

/// <summary>Which life to tell.</summary>
public sealed record LifeWish
{
    /// <summary>The person, as <c>district-number</c>; null to draw one of a kind.</summary>
    public string? Person { get; init; }

    /// <summary>The kind to draw from; ordinary if neither person nor kind is given.</summary>
    public string? Kind { get; init; }

    /// <summary>0 for the first drawn, 1 for another, and so on.</summary>
    public int Another { get; init; }

    /// <summary>A record to take away for its direct effect, as <c>week.number</c>.</summary>
    public string? WithoutRecord { get; init; }
}

/// <summary>One life of a run, told.</summary>
/// <param name="Notice">Stands wherever the life is shown.</param>
/// <param name="Name">An invented given name.</param>
/// <param name="Person">The person, as <c>district-number</c>.</param>
/// <param name="Regime">Id of the regime.</param>
/// <param name="Society">Id of the society.</param>
/// <param name="Seed">Seed of the history.</param>
/// <param name="Kind">The kind that the person was drawn from, if any.</param>
/// <param name="Of">Persons of that kind in the history.</param>
/// <param name="Another">Which of them this is, from 0, in the order of the draw.</param>
/// <param name="Who">Who the person is.</param>
/// <param name="Arrived">Week of the regime in which the person came; null for one who was there from the start.</param>
/// <param name="Summary">Three sentences.</param>
/// <param name="Before">Events before the regime, the same in both twins.</param>
/// <param name="With">Events under the regime.</param>
/// <param name="Without">Events of the same person with the same luck under ordinary law alone.</param>
/// <param name="Parting">Where the two part; null if they never do.</param>
/// <param name="DirectEffect">What one record changed, if asked for.</param>
public sealed record LifeStory(
    string Notice, string Name, string Person, string Regime, string Society, ulong Seed, string? Kind, int? Of, int? Another,
    Portrait Who, int? Arrived, IReadOnlyList<string> Summary, IReadOnlyList<LifeEvent> Before, IReadOnlyList<LifeEvent> With,
    IReadOnlyList<LifeEvent> Without, Parting? Parting, DirectEffect? DirectEffect)
{
    /// <summary>How lives and accounts are written as JSON.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Replays a district and tells one life of it.</summary>
    /// <exception cref="RefusedException">What was asked for is not in the run.</exception>
    public static LifeStory Tell(LoadedRun run, LifeWish wish)
    {
        var (person, kind, of) = Choose(run, wish);
        var replay = run.Replay(person);
        var recorder = new LifeRecorder(run, replay.District, person.Number);
        replay.Run(recorder.AfterWeek);
        run.Verify(replay.District);

        var district = replay.District;
        var with = district.Twins[^1];
        var name = InventedName.Of(run.Seed, person, district.Roster.Generation[person.Number]);
        var who = Portrait.Of(district, with, person.Number);
        var parting = district.Twins.Count > 1 ? Telling.Parting.Between(recorder.Without, recorder.With, run.Plan.Weeks) : null;
        var effect = wish.WithoutRecord is { } record ? Telling.DirectEffect.Of(run, person, record, recorder) : null;
        return new LifeStory(
            InventedName.Notice, name, person.ToString(), run.Regime.Id, run.Society.Id, run.Seed,
            kind?.Words, of, kind is null ? null : wish.Another, who, recorder.Arrived,
            Sentences(run, name, who, recorder, parting), recorder.Before, recorder.With.Events, recorder.Without.Events,
            parting, effect);
    }

    private static (PersonId Person, LifeKind? Kind, int? Of) Choose(LoadedRun run, LifeWish wish)
    {
        if (wish.Person is { } written)
        {
            return (PersonId.Parse(written), null, null);
        }
        var kind = LifeKind.Named(wish.Kind ?? "ordinary");
        var (person, of) = new KindIndex(run.Seed, run.Marks).Pick(kind, wish.Another);
        return (person, kind, of);
    }

    private static List<string> Sentences(LoadedRun run, string name, Portrait who, LifeRecorder life, Parting? parting)
    {
        var came = life.Arrived is { } week and > 0 ? $", came in {LifeDate.Of(week)}" : "";
        var home = who.Household == 1 ? "alone" : $"in a household of {who.Household}";
        return
        [
            $"{name} is {who.Age}, lives {home} in a {who.Place}{came} and {who.Work}.",
            Filed(run, name, life.With, who),
            parting is null
                ? "Without the regime and with the same luck, nothing that this person does or meets would be different."
                : $"Without the regime and with the same luck, this life runs otherwise from {parting.Date} on, first in "
                    + $"{Words(parting.Domain)}; the nearest way to it: {parting.Path}.",
        ];
    }

    private static string Filed(LoadedRun run, string name, TwinWatch with, Portrait who)
    {
        var records = with.Events.Select(e => e.Record).OfType<RecordEntry>().ToList();
        var years = run.Plan.Years == 1 ? "one year" : $"{run.Plan.Years} years";
        if (records.Count == 0 || with.Scores.Count == 0)
        {
            return $"In {years} under {run.Regime.Id} nothing was entered in the file of {name}"
                + (who.Work == "is a child" ? ", for nobody under age is scored." : ".");
        }
        var untrue = records.Count(r => r.Origin != RuleWords.Origin(Observing.Origin.True));
        var lowest = with.Scores.Min(s => s.Score);
        var (last, first) = (with.Scores[^1], RuleWords.Points(run.Plan.Twins[^1].Grades.Start));
        return FormattableString.Invariant(
            $"In {years} under {run.Regime.Id} the file of {name} took {Count(records.Count, "record")}, {untrue} of them ")
            + FormattableString.Invariant($"not as it happened; the score began at {first:0.###}, was {lowest:0.###} at the lowest ")
            + FormattableString.Invariant($"and ends at {last.Score:0.###}, grade {last.Grade}.");
    }

    private static string Count(int number, string what) => number == 1 ? $"one {what}" : $"{number} {what}s";

    private static string Words(Domain domain) => domain switch
    {
        Domain.Acts => "what the person does",
        Domain.Words => "what is said",
        Domain.Work => "work",
        Domain.Loan => "a loan",
        Domain.Arrears => "arrears",
        Domain.Refusals => "what is refused",
        _ => "what is done in public",
    };
}
