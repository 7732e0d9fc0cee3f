using System.Globalization;
using Glasshouse.Acting;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Tallying;
using static Glasshouse.Population.Mechanism;
using Outcome = Glasshouse.Living.Outcome;

namespace Glasshouse.Tests.TurnedOff;

/// <summary>What each mechanism does, alone.</summary>
internal static class Effects
{
    private const string Machine = "errors-by-machine";
    private const string Informers = "informers";
    private const string List = "tax-list";
    private const string Mail = "watch-mail";
    private const string Blood = "blood-points";
    private const string Firms = "firm-credit";
    private const string Town = "wendeng-2020";

    private static readonly Driver ByRegime = new Driver.Ruled();

    // Within two years of a small society nearly all are to know.
    private static readonly Dictionary<string, double> Heard = new() { ["learning.awareness-media"] = 0.1 };

    public static IReadOnlyList<Effect> All { get; } =
    [
        // How people decide.
        new(Deterrence, -1, Machine, Bad) { With = [Hearsay, Announcements], Set = Heard, Driver = ByRegime },
        new(Merit, 1, "blood-pays", (s, t) => s.Acts(t, "blood-donation"))
        {
            With = [Hearsay, Announcements],
            Set = Heard,
            Driver = ByRegime,
        },
        new(CrowdingOut, -1, Blood, (s, t) => s.Count(t, Measure.GoodActs)) { With = [Hearsay], Set = Heard, Driver = ByRegime },
        new(Delay, 1, "cameras", (s, t) => s.Acts(t, "red-light"))
        {
            With = [Deterrence, Hearsay, Announcements],
            Set = Heard,
            Driver = new Driver.Figure("acting.delay.law-weeks", 104),
        },
        new(Example, 1, Machine, (s, t) => s.Count(t, Measure.BadActsPublic)) { Driver = new Driver.Figure("learning.example.half", 0.5) },
        new(Mechanism.Image, -1, Town, (s, t) => s.Acts(t, "judgment-debt") - s.Acts(t, "volunteering"))
        {
            With = [Hearsay],
            Set = Heard,
            Driver = ByRegime,
        },
        new(Shame, -1, List, (s, t) => s.Count(t, Measure.InTaxArrears))
        {
            Set = Much("living.repaying.named", 20),
            Driver = new Driver.Other("list-closed"),
        },
        new(Chill, -1, Mail, (s, t) => s.Acts(t, "sensitive-reading")) { With = [Hearsay], Set = Heard, Driver = ByRegime },
        new(FearOfOthers, 1, Mail, (s, t) => s.Count(t, Measure.SilentForOthers))
        {
            Driver = new Driver.Figure("acting.speech.peers.polarisation", 0.8),
        },
        new(FearOfSpeaking, 1, Mail, (s, t) => s.Count(t, Measure.SilentForState)) { With = [Hearsay, Announcements], Set = Heard },
        new(Mechanism.Climate, 1, Mail, (s, t) => s.Count(t, Measure.SilentForOthers))
        {
            With = [Hearsay, Announcements, FearOfSpeaking],
            Set = Heard,
            Driver = ByRegime,
        },
        new(Removal, 1, Mail, (s, _) => TakenDown(s.Tables.Conducts)),

        // What people believe.
        new(OwnExperience, 1, Machine, (s, t) => s.Count(t, Measure.RiskFinancial)) { Driver = ByRegime },
        new(NeighbourExperience, 1, Machine, (s, t) => s.Count(t, Measure.RiskFinancial)) { Driver = ByRegime },
        new(Announcements, 1, Machine, (s, t) => s.Count(t, Measure.RiskFinancial)) { With = [Hearsay], Set = Heard, Driver = ByRegime },
        new(Generalisation, 1, Machine, (s, t) => s.Count(t, Measure.RiskOnline)) { With = [OwnExperience], Driver = ByRegime },
        new(Listings, 1, List, (s, t) => s.Count(t, Measure.RiskOnline)) { With = [NeighbourExperience], Driver = ByRegime },
        new(Hearsay, 1, Mail, (s, t) => s.Count(t, Measure.Aware)) { Set = Heard },
        new(Stifling, 1, Mail, (s, t) => s.People(t, (w, p) => Seen.Has(w, p, Mark.Aware) && !Seen.Has(w, p, Mark.Tells)))
        {
            With = [Hearsay],
            Set = Heard,
        },
        new(News, 1, Mail, (s, t) => s.Count(t, Measure.Informed)) { With = [Hearsay], Set = Heard },

        // What people feel and hold.
        new(LossOfTrust, -1, Machine, (s, t) => s.Count(t, Measure.TrustInstitutions)) { Driver = ByRegime },
        new(LastingDistrust, 1, Machine, Distrust) { With = [LossOfTrust] },
        new(Informing, -1, Informers, (s, t) => s.Count(t, Measure.TrustPeople)) { With = [Hearsay], Set = Heard, Driver = ByRegime },
        new(MachineError, 1, Machine, (s, t) => s.Count(t, Measure.TrustInstitutions)) { With = [Hearsay], Set = Heard, Driver = ByRegime },
        new(Mechanism.Support, -1, Machine, (s, t) => s.Count(t, Measure.Support)) { Driver = ByRegime },
        new(Mechanism.Grievance, 1, Machine, (s, t) => s.Count(t, Measure.Grievance)),
        new(FeltSafety, 1, Machine, (s, t) => s.Count(t, Measure.Adults) * (1 << 24) - s.Count(t, Measure.Safety)),
        new(Approval, -1, Machine, (s, t) => s.Count(t, Measure.ApprovalHeld)) { Driver = ByRegime },
        new(SurveyFear, 1, Machine, (s, t) => s.Count(t, Measure.StatedSupport) - s.Count(t, Measure.Support)),
        new(Opinions, 1, Machine, TouchedByOthers) { With = [Mechanism.Support] },

        // What strains, and who stands by.
        new(Strain, 1, Machine, (s, t) => s.Count(t, Measure.Stress)) { Driver = ByRegime },
        new(Disposition, 1, Machine, (s, t) => s.Count(t, Measure.Distressed)),
        new(Withdrawal, 1, Machine, (s, t) => s.Count(t, Measure.Forgone)) { With = [Hearsay, Announcements], Set = Heard },
        new(Exhaustion, -1, Machine, (s, t) => s.Count(t, Measure.Hired))
        {
            With = [Strain, Hearsay],
            Set = Much("learning.health.exhaustion", 0.9),
            Driver = ByRegime,
        },
        new(LossOfTies, -1, List, (s, t) => s.Count(t, Measure.Ties)) { Driver = ByRegime },
        new(GuiltByAssociation, -1, List, (s, t) => s.Count(t, Measure.Ties)) { Driver = ByRegime },
        new(Comfort, 1, List, (s, t) => s.Count(t, Measure.Stress)) { With = [Strain], Driver = new Driver.By(GuiltByAssociation) },
        new(Contacts, -1, Informers, (s, t) => s.Count(t, Measure.Hired))
        {
            Set = Much("learning.ties.contacts", 1, "learning.ties.shunned", 1),
            Driver = new Driver.By(GuiltByAssociation),
        },

        // Contesting and resisting.
        new(Checking, 1, Town, (s, t) => s.Count(t, Measure.Found)),
        new(Hurdles, 1, Town, (s, t) => s.Count(t, Measure.GaveUp)),
        new(Reinsertion, 1, Town, (s, t) => s.Count(t, Measure.Returned)) { Set = Much("learning.redress.reinserted", 1) },
        new(Protest, 1, Machine, (s, t) => s.Count(t, Measure.Protesting))
        {
            With = [Mechanism.Grievance, Strain, Mechanism.Support, LossOfTrust],
        },
        new(Mechanism.Evasion, 1, Machine, (s, t) => s.Count(t, Measure.Evasion)) { With = [Hearsay, Announcements], Set = Heard },
        new(Disputing, 1, Town, (s, t) => s.Count(t, Measure.Appeals)) { Driver = new Driver.By(Mechanism.Grievance) },

        // Work, money, homes, deals.
        new(Mechanism.Signals, 1, Informers, (s, t) => s.Count(t, Measure.NotHiredByGrade)) { Set = Much("living.employers-look", 1) },
        new(WorkHistory, 1, Machine, (s, _) => Weight(s.Tables.Living.Careers)),
        new(WageScar, 1, Machine, (s, t) => s.People(t, (w, p) => w.Situation.Pay[p] is not (Situation.FullPay or 0))),
        new(CreditFile, 1, Machine, (s, t) => s.Count(t, Measure.Defaulted)),
        new(ThinFiles, 1, Machine, (s, t) => s.Count(t, Measure.WithoutFile)),
        new(DebtService, -1, Machine, (s, t) => s.Sum(t, (w, _, p) => w.Situation.Savings[p]))
        {
            Driver = new Driver.Figure("living.credit.loan-size", 40),
        },
        new(Hardship, 1, Machine, (s, t) => s.Count(t, Measure.InBillArrears))
        {
            With = [Expenses],
            Driver = new Driver.Figure("living.credit.expense-weeks", 10),
        },
        new(Expenses, 1, Machine, (s, t) => s.Count(t, Measure.Debt)) { Driver = new Driver.Figure("living.credit.expense-weeks", 10) },
        new(Screening, 1, Machine, (s, t) => s.Met(t, Occasion.Home, Outcome.Refused)),
        new(Evictions, 1, Machine, (s, t) => s.Count(t, Measure.Evictions)) { Set = Much("living.housing.eviction", 0.3) },
        new(Mechanism.Reputation, 1, List, (s, t) => s.Count(t, Measure.DealsRefused)),
        new(Assurance, 1, List, (s, t) => s.Count(t, Measure.DealsByRecord)) { With = [Mechanism.Reputation] },

        // Firms.
        new(FirmGain, -1, Firms, (s, t) => s.Count(t, Measure.FirmOffences)) { With = [InformedHeads, Announcements], Driver = ByRegime },
        new(Disclosure, -1, Firms, (s, t) => s.Count(t, Measure.FirmOffences))
        {
            With = [FirmGain, InformedHeads, Announcements],
            Driver = new Driver.Other("firm-credit-closed"),
        },
        new(InformedHeads, 1, "firm-credit-untold", (s, t) => s.Count(t, Measure.Aware)),
        new(FirmMoney, -1, "firm-credit-uninspected", (s, t) => s.Count(t, Measure.FirmLiquidity)) { Driver = ByRegime },
        new(Closure, 1, Firms, (s, t) => s.Count(t, Measure.JobsLostByFailure)),
        new(Connections, 1, Firms, (s, t) => s.Acts(t, "firm-title", "firm-award", "firm-donation"))
        {
            Driver = new Driver.Figure("firms.connected", 0.9),
        },
        new(OfficialBribes, 1, Firms, (s, t) => s.Count(t, Measure.FindingsBribed))
        {
            With = [FirmGain],
            Set = Much("firms.enforcement.venal", 1, "firms.enforcement.bribe-found", 0, "firms.choice.norm", 0),
        },
        new(TaxGain, -1, Firms, (s, t) => s.Count(t, Measure.TaxHiddenSelf)) { Driver = new Driver.Figure("firms.tax.penalty", 1.2) },
    ];

    // Figures set so that a small society shows the effect; everybody hears of the regime as well.
    private static Dictionary<string, double> Much(params object[] set) =>
        new(Heard.Concat(set.Chunk(2).Select(s =>
            KeyValuePair.Create((string)s[0], Convert.ToDouble(s[1], CultureInfo.InvariantCulture)))));

    private static double TakenDown(ConductTable conducts) =>
        conducts.Settings.Zip(conducts.SeenByOthers).Sum(c => c.First.Visible - c.Second);

    // What schooling and a new job do to losing work, and nine months without work to finding some.
    private static double Weight(Careers careers) => Math.Abs(careers.LoseFactor(1, 0) - 1) + careers.Duration(9);

    private static double Bad(Seen s, int t) =>
        s.Count(t, Measure.BadActsFinancial, Measure.BadActsOnline, Measure.BadActsPublic, Measure.BadActsLegal);

    private static double Distrust(Seen s, int t) => s.Sum(t, (w, _, p) => w.Mind.DistrustInstitutions[p] + w.Mind.DistrustPeople[p]);

    // Whom the regime never met, and whose support is another one than under ordinary law.
    private static double TouchedByOthers(Seen s, int t) => s.Districts.Sum(d => Enumerable.Range(0, d.Roster.Slots).Count(p =>
        !Seen.Has(d.Twins[t], p, Mark.EverFell) && !Seen.Has(d.Twins[t], p, Mark.EverRose)
        && d.Twins[t].Mind.Support[p] != d.Twins[0].Mind.Support[p]));
}
