using Glasshouse.Acting;
using Glasshouse.Observing;
using Glasshouse.Tallying;
using static Glasshouse.Lab.Indicators.Theme;
using static Glasshouse.Tallying.Measure;

namespace Glasshouse.Lab.Indicators;

// Indicators that come in families: by channel, by origin, by grade.
public static partial class Catalogue
{
    // A property: fields of the two halves of this class have no order among them.
    private static Channel[] Channels => Enum.GetValues<Channel>();

    private static IEnumerable<Indicator> Files()
    {
        yield return Regime(Rate("records", Theme.Files, "authorities", "Records entered",
            Entries(Channels, Enum.GetValues<Origin>())))
            with
        { Brief = true };
        foreach (var channel in Channels)
        {
            var word = Word(channel);
            yield return Regime(Rate("records-" + word, Theme.Files, "authorities", $"Records, {word} channel",
                Entries([channel], Enum.GetValues<Origin>())));
        }
        yield return Origins("true", "Records of what the person did", Origin.True);
        yield return Origins("misattributed", "Records of what somebody else did", Origin.Misattributed)
            with
        { SetBy = "channels.*.misattributed" };
        yield return Origins("misread", "Records at a wrong gravity", Origin.Misread) with { SetBy = "channels.*.misread" };
        yield return Origins("invented", "Records of what nobody did", Origin.Spurious) with { SetBy = "channels.*.invented" };
        yield return Regime(Rate("deductions", Theme.Files, "the scored", "Records that take points", [Deductions]));
        yield return Regime(Rate("bonuses", Theme.Files, "the scored", "Records that give points", [Bonuses]));
        yield return Regime(Rate("direct-grades", Theme.Files, "the scored", "Records that set a grade whatever the points",
            [DirectGrades]));
        yield return Regime(Weeks("aware", Theme.Files, "the scored", "Know that they are scored", Aware));
    }

    // Persons by grade are those who stand on the main scale.
    private static IReadOnlyList<Measure> Scored => [.. Enumerable.Range(0, MeasureSet.GradeCount).Select(g => Measure.Grades + g)];

    private static IEnumerable<Indicator> Consent() =>
    [
        Regime(Rate("scored", Theme.Files, "the scored", "Scored, by their own consent", Scored))
            with { Counted = Counted.ShareOfWeeks, Unit = OfAdults, Scale = 100, SetBy = "subjects.opt-in", Brief = true },
        Regime(Rate("joined", Theme.Files, "the scored", "Joined", [Joined])) with { SetBy = "subjects.opt-in" },
        Regime(Rate("withdrew", Theme.Files, "the scored", "Withdrew their consent", [Withdrew])) with { SetBy = "subjects.opt-in" },
        Regime(Rate("records-of-scored", Theme.Files, "the scored", "Records entered, to 1,000 of the scored",
            Entries(Channels, Enum.GetValues<Origin>()))) with { Denominator = Scored, Unit = "per 1,000 of the scored a year" },
        Regime(Rate("records-aside", Theme.Files, "the scored", "Records kept about those who do not consent", [RecordsAside])),
    ];

    private static IEnumerable<Indicator> Spent() =>
    [
        Regime(Rate("bought", Theme.Doors, "the scored", "Things bought with points", [Bought]))
            with { SetBy = "score.spending.*.yearly-chance" },
    ];

    private static IEnumerable<Indicator> Paid() =>
    [
        Regime(Rate("points-bought", Theme.Files, "the scored", "Points bought with money", [PointsBought]))
            with { SetBy = "score.sale.*.yearly-chance" },
    ];

    private static Indicator Origins(string word, string title, Origin origin) =>
        Regime(Rate("records-" + word, Theme.Files, "the scored", title, Entries(Channels, [origin])));

    private static IReadOnlyList<Measure> Entries(IEnumerable<Channel> channels, IEnumerable<Origin> origins) =>
        [.. from channel in channels from origin in origins select Records + (int)channel * 4 + (int)origin];

    private static IEnumerable<Indicator> Graded(IReadOnlyList<string> grades)
    {
        yield return Regime(Weeks("rewarded", Theme.Grades, "the scored", "Above the grade of entry", Rewarded))
            with
        { Brief = true };
        for (var g = 0; g < grades.Count; g++)
        {
            yield return Regime(Weeks("grade-" + Kebab(grades[g]), Theme.Grades, "the scored",
                "Grade " + grades[g], Measure.Grades + g)) with
            { Denominator = Scored, Unit = OfScored };
        }
        yield return Moved("grade-kept", "Same grade as a year ago", (before, now) => now == before);
        yield return Moved("grade-rose", "Better grade than a year ago", (before, now) => now < before);
        yield return Moved("grade-fell", "Worse grade than a year ago", (before, now) => now > before);
    }

    private static Indicator Moved(string name, string title, Func<int, int, bool> counts) =>
        Regime(Share(name, Theme.Grades, "the scored", title, Moves(counts), Moves((_, _) => true))) with { Unit = OfScored };

    private static IReadOnlyList<Measure> Moves(Func<int, int, bool> counts) =>
        [.. from before in Enumerable.Range(0, MeasureSet.GradeCount)
            from now in Enumerable.Range(0, MeasureSet.GradeCount)
            where counts(before, now)
            select Transitions + before * MeasureSet.GradeCount + now];

    private static IEnumerable<Indicator> Risks()
    {
        foreach (var channel in Channels)
        {
            var word = Word(channel);
            yield return Average("risk-believed-" + word, Risk, "the scored",
                $"Believed chance of punishment for an act, {word} channel", RiskFinancial + (int)channel)
                    with
            { Unit = Percent };
            yield return Share("risk-real-" + word, Risk, "authorities",
                $"Punishments to 100 bad acts, {word} channel", [PunishedFinancial + (int)channel],
                    [BadActsFinancial + (int)channel])
                with
            { Unit = "to 100 acts" };
        }
    }

    private static string Word(Channel channel) => channel switch
    {
        Channel.Financial => "financial",
        Channel.Online => "online",
        Channel.Public => "public",
        _ => "legal",
    };

    private static string Kebab(string grade) =>
        string.Concat(grade.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : c == '+' ? 'p' : '-'));
}
