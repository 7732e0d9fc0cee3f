using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Lab.Evidence;

/// <summary>A state of a person, read from the columns of a twin.</summary>
/// <param name="Name">As files write it.</param>
/// <param name="Means">What it is.</param>
/// <param name="Unit">Its unit; <c>0 or 1</c> for what is true or false.</param>
/// <param name="Of">Reads it for a slot in which an adult lives.</param>
internal sealed record State(string Name, string Means, string Unit, Func<District, Twin, int, double> Of);

/// <summary>Something that happens to persons, counted over the window.</summary>
/// <param name="Name">As files write it.</param>
/// <param name="Means">What is counted.</param>
/// <param name="Count">Adds a week's events of a district and twin to the counts by slot.</param>
internal sealed record Event(string Name, string Means, Action<District, Twin, double[]> Count);

/// <summary>
/// The vocabulary over persons. A new state or event is one line here; the words of <see cref="Prefixes"/> go before any
/// state.
/// </summary>
internal static partial class Variables
{
    private const string YesNo = "0 or 1";
    private const string Share = "0 to 1";

    /// <summary>Words that go before a state, with what they make of it.</summary>
    private static readonly IReadOnlyList<(string Prefix, string Means)> Prefixes =
    [
        ("weeks:", "weeks of the window in which the state after it is above 0"),
        ("ever:", "1 if the state after it is above 0 in any week of the window"),
        ("start:", "the state after it as the first week of the window leaves it"),
        ("change:", "the state after it at the end of the window less what the first week left"),
    ];

    /// <summary>States at the end of the window.</summary>
    public static readonly IReadOnlyList<State> States =
    [
        new("adult", "an adult, as all are who are measured", YesNo, (_, _, _) => 1),
        new("age", "age", "years", (d, _, s) => d.Roster.Age[s]),
        new("education", "education", "normal score", Normal(Trait.Education)),
        new("income-potential", "lasting capacity to earn", "normal score", Normal(Trait.IncomePotential)),
        new("conscientiousness", "conscientiousness", "normal score", Normal(Trait.Conscientiousness)),
        new("prosociality", "prosociality", "normal score", Normal(Trait.Prosociality)),
        new("impulsiveness", "impulsiveness", "normal score", Normal(Trait.Impulsiveness)),
        new("voice", "readiness to speak up", "normal score", Normal(Trait.Voice)),
        new("stance", "private opinion of the authorities; high approves", "normal score", Normal(Trait.Stance)),
        new("risk-aversion", "risk aversion", "normal score", Normal(Trait.RiskAversion)),
        new("privacy-concern", "concern for privacy", "normal score", Normal(Trait.PrivacyConcern)),
        new("digital-footprint", "how much of life leaves digital traces", "normal score", Normal(Trait.DigitalFootprint)),
        new("confusability", "how easily taken for another", "factor, mean 1", (d, _, s) => d.Roster.Confusability[s]),
        new("group-b", "in the second of the two groups", YesNo, (d, _, s) => d.Roster.Group[s] == 1 ? 1 : 0),
        new("household-size", "people in the household", "persons", (d, _, s) => Home(d, s, adults: false)),
        new("household-part", "the adult's part of the household, so that the sum over adults counts households", "part",
            (d, _, s) => 1.0 / Home(d, s, adults: true)),
        new("household-members-part", "the same of its people, so that the sum over adults counts people", "persons",
            (d, _, s) => (double)Home(d, s, adults: false) / Home(d, s, adults: true)),
        new("urban", "lives in a town", YesNo, Holds(Role.Urban)),
        new("employed", "in work", YesNo, Holds(Role.Employed)),
        new("workforce", "in work or looking for it", YesNo,
            (_, t, s) => (t.Situation.Roles[s] & RoleBits.Workforce) != 0 ? 1 : 0),
        new("public-staff", "employed by the state", YesNo, Holds(Role.PublicStaff)),
        new("party-member", "member of the party", YesNo, Holds(Role.PartyMember)),
        new("firm-head", "head of a firm", YesNo, Holds(Role.FirmHead)),
        new("borrower", "owes on a loan", YesNo, Holds(Role.Borrower)),
        new("card-holder", "has a credit card", YesNo, Holds(Role.CardHolder)),
        new("driver", "may drive", YesNo, Holds(Role.Driver)),
        new("parent", "lives with a child of their own", YesNo, Holds(Role.Parent)),
        new("tenant", "rents the home", YesNo, Holds(Role.Tenant)),
        new("savings", "savings", "weeks of spending", (_, t, s) => t.Situation.Savings[s]),
        new("wage", "wage when in work", "medians", (d, t, s) => t.Situation.WageOf(d.Roster, s)),
        new("income", "wage of those in work, 0 for the others", "medians",
            (d, t, s) => (t.Situation.Roles[s] & RoleBits.Of(Role.Employed)) != 0 ? t.Situation.WageOf(d.Roster, s) : 0),
        new("in-arrears", "behind with a loan, a card, a bill or taxes", YesNo,
            (_, t, s) => (t.Situation.Marks[s] & MarkBits.Arrears) != 0 ? 1 : 0),
        new("in-loan-arrears", "behind with a loan", YesNo, Marked(Mark.LoanArrears)),
        new("in-card-arrears", "behind with a card", YesNo, Marked(Mark.CardArrears)),
        new("in-bill-arrears", "behind with bills", YesNo, Marked(Mark.BillArrears)),
        new("in-tax-arrears", "behind with taxes", YesNo, Marked(Mark.TaxArrears)),
        new("credit-default", "with a default in the credit file", YesNo,
            (_, t, s) => (t.Situation.Roles[s] & RoleBits.Defaulted) != 0 ? 1 : 0),
        new("judgment-debt", "with a court judgment unpaid", YesNo, Marked(Mark.JudgmentDebt)),
        new("aware", "knows of being scored", YesNo, Marked(Mark.Aware)),
        new("scored", "scored by the regime", YesNo, (_, t, s) => (t.Situation.Marks[s] & MarkBits.Of(Mark.Unscored)) == 0 ? 1 : 0),
        new("penalised", "under a penalty, whatever the cause", YesNo,
            (_, t, s) => (t.Situation.Marks[s] & (MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.BySpillOver))) != 0 ? 1 : 0),
        new("rewarded", "above the grade of entry", YesNo, Marked(Mark.Rewarded)),
        new("named", "named in public within a year", YesNo, Marked(Mark.Named)),
        new("wronged", "under a penalty for what was not done", YesNo, Marked(Mark.ByError)),
        new("by-right", "under a penalty for exercising a right", YesNo, Marked(Mark.ByRight)),
        new("by-spill-over", "under a penalty for what another did", YesNo, Marked(Mark.BySpillOver)),
        new("ever-wronged", "punished at any time since the start for nothing done", YesNo, Marked(Mark.EverWronged)),
        new("listed", "in a direct grade or on a list, on any scale", YesNo, (_, t, s) => t.Standing.AnyDirect(s) ? 1 : 0),
        new("score", "score on the main scale", "points", (_, t, s) => t.Standing.Score[s] / 1000.0),
        new("grade", "grade on the main scale, 0 the best", "place", (_, t, s) => t.Standing.Grade[s]),
        new("has-record", "a record that counts", YesNo, (_, t, s) => Records(t, s, _ => true)),
        new("has-false-record", "a record that counts and is not true", YesNo,
            (_, t, s) => Records(t, s, r => t.Origins.Of(r) != Observing.Origin.True)),
        new("stress", "stress", Share, (_, t, s) => t.Mind.Stress[s]),
        new("distressed", "with stress from the level on that counts as distress", YesNo,
            (_, t, s) => t.Mind.Stress[s] >= t.Past.DistressedFrom ? 1 : 0),
        new("trust-institutions", "trust in institutions", Share, (_, t, s) => t.Mind.TrustInstitutions[s]),
        new("trust-people", "trust in people", Share, (_, t, s) => t.Mind.TrustPeople[s]),
        new("support", "support for the authorities, as held", Share, (_, t, s) => t.Mind.Support[s]),
        new("grievance", "grievance", Share, (_, t, s) => t.Mind.Grievance[s]),
        new("safety", "felt safety of the neighbourhood", Share, (_, t, s) => t.Blocks.Safety[s / Roster.BlockSize]),
        .. OfMinds,
        .. OfFirms,
        .. Enum.GetValues<Channel>().SelectMany(Risks),
    ];

    private static IEnumerable<State> Risks(Channel channel)
    {
        var (c, word) = ((int)channel, Files.Spelling.Kebab(channel.ToString()));
        yield return new($"risk-{word}", $"believed chance of punishment for an act, {word} channel", Share,
            (_, t, s) => Unit16.Wide(t.Mind.RiskIfDone(c)[s]));
        yield return new($"risk-innocent-{word}", $"believed chance of punishment in a year without an act, {word} channel", Share,
            (_, t, s) => Unit16.Wide(t.Mind.RiskIfNot(c)[s]));
    }

    private static int Home(District district, int slot, bool adults)
    {
        int first = district.Roster.Household[slot];
        return Enumerable.Range(first, district.Roster.HouseholdSize[slot])
            .Count(s => district.Roster.Lives(s) && (!adults || district.Roster.Is(s, Role.Adult)));
    }

    private static Func<District, Twin, int, double> Normal(Trait trait) => (d, _, s) => d.Roster.TraitOf(trait)[s];

    private static Func<District, Twin, int, double> Holds(Role role)
    {
        var bit = RoleBits.Of(role);
        return (_, t, s) => (t.Situation.Roles[s] & bit) != 0 ? 1 : 0;
    }

    private static Func<District, Twin, int, double> Marked(Mark mark)
    {
        var bit = MarkBits.Of(mark);
        return (_, t, s) => (t.Situation.Marks[s] & bit) != 0 ? 1 : 0;
    }

    private static double Records(Twin twin, int slot, Func<int, bool> counts)
    {
        var ledger = twin.Dossiers.Ledger;
        for (var record = twin.Dossiers.Head(slot); record >= 0; record = ledger.Previous(record))
        {
            if (ledger.State(record) == Recording.RecordState.Counting && counts(record))
            {
                return 1;
            }
        }
        return 0;
    }
}
