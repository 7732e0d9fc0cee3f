using Glasshouse.Observing;
using Glasshouse.Tallying;
using static Glasshouse.Lab.Indicators.Theme;
using static Glasshouse.Tallying.Measure;

namespace Glasshouse.Lab.Indicators;

// What the authority would say of itself, from its own records and its survey, each followed by what lies behind it. The first of a pair
// asks nothing that the authority does not know: no origin of a record, no act that was not entered, no mind.
public static partial class Catalogue
{
    private static IReadOnlyList<Measure> Decided => [AppealsWonFalse, AppealsWonTrue, AppealsLostFalse, AppealsLostTrue];

    private static IReadOnlyList<Measure> Against => [Deductions, DirectGrades];

    private static IReadOnlyList<Measure> BadActs => [BadActsFinancial, BadActsOnline, BadActsPublic, BadActsLegal];

    private static IReadOnlyList<Measure> AllRecords => Entries(Channels, Enum.GetValues<Origin>());

    private static IEnumerable<Indicator> Reports() =>
    [
        Regime(Rate("reported-offences", Reported, "authorities", "Offences, as recorded", Against)) with { Brief = true },
        Rate("behind-offences", Reported, "neighbours", "Offences, as they happened", BadActs) with { Brief = true },
        Regime(Rate("reported-good-deeds", Reported, "authorities", "Good deeds, as recorded", [Bonuses])),
        Rate("behind-good-deeds", Reported, "neighbours", "Good deeds, as they happened", [GoodActs]),
        Regime(Share("reported-trust-rate", Reported, "authorities", "Good deeds to 100 deeds, as recorded", [Bonuses],
            [Bonuses, .. Against])) with { Unit = "% of deeds" },
        Share("behind-trust-rate", Reported, "neighbours", "Good deeds to 100 deeds, as they happened", [GoodActs],
            [GoodActs, .. BadActs]) with { Unit = "% of deeds" },
        Regime(Share("reported-records-right", Reported, "authorities", "Records that no appeal removed, taken as right",
            [AppealsWonFalse, AppealsWonTrue], AllRecords)) with { Rest = true, Unit = "% of records" },
        Regime(Share("behind-records-right", Reported, "the scored", "Records of what the person did, at its gravity",
            Entries(Channels, [Origin.True]), AllRecords)) with { Unit = "% of records" },
        Regime(Share("reported-appeals-unfounded", Reported, "authorities", "Appeals refused, taken as unfounded",
            [AppealsLostFalse, AppealsLostTrue], Decided)) with { Unit = "% of appeals decided" },
        Regime(Share("behind-appeals-unfounded", Reported, "the scored", "Appeals against a record that was true",
            [AppealsWonTrue, AppealsLostTrue], Decided)) with { Unit = "% of appeals decided" },
        Regime(Rate("reported-complaints", Reported, "authorities", "Appeals filed, taken as all that went wrong", [Appeals])),
        Regime(Rate("behind-complaints", Reported, "the scored", "Records of what the person did not do, or not so",
            Entries(Channels, [Origin.Misattributed, Origin.Misread, Origin.Spurious]))),
        Average("reported-approval", Reported, "authorities", "Approval, as stated in a survey", StatedSupport)
            with { SetBy = "acting.speech.survey-fear" },
        Average("behind-approval", Reported, "authorities", "Approval, as held", Support),
        Rate("reported-critics", Reported, "authorities", "Critical words, as said", [SaidAsMeant]),
        Rate("behind-critics", Reported, "speakers", "Critical words, as thought", [Thought]),
    ];
}
