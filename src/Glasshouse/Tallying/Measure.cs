using Glasshouse.Acting;

namespace Glasshouse.Tallying;

/// <summary>
/// What is counted, in integers. Stocks are counted at the end of every quarter and stand for its thirteen weeks; sums of
/// shares are fixed point
/// (Q24). Groups of conducts follow these, in the order of the society file.
/// </summary>
public enum Measure
{
    /// <summary>Adults, at quarters' ends.</summary>
    Adults,
    Workforce,
    Employed,
    Borrowers,
    InLoanArrears,
    InCardArrears,
    InBillArrears,
    InTaxArrears,
    InJudgmentDebt,
    Aware,
    Penalised,
    Rewarded,
    Named,
    ByError,
    ByRight,
    BySpillOver,
    ByInability,
    BeyondGravity,
    /// <summary>Children whose parent in the household is penalised; counted on the parent.</summary>
    ChildrenOfPenalised,
    /// <summary>Without the licence to drive because of the grade.</summary>
    DrivingBarred,
    /// <summary>Shut out from office because of the grade.</summary>
    OfficeBarred,
    /// <summary>With a default in the credit file.</summary>
    Defaulted,
    /// <summary>Of whom no lender has a file.</summary>
    WithoutFile,

    // Sums of debts, 64ths of a week's income, at quarters' ends.
    Debt,
    /// <summary>Owed by those in arrears with a loan or a card.</summary>
    DebtOverdue,
    /// <summary>Owed by those of them with a default on file.</summary>
    DebtInDefault,
    /// <summary>Takes part in open protest.</summary>
    Protesting,

    /// <summary>With stress from the level on that counts as distress.</summary>
    Distressed,
    /// <summary>In arrears of any kind.</summary>
    InDebt,
    /// <summary>Both.</summary>
    DistressedInDebt,

    /// <summary>Close ties, added up.</summary>
    Ties,
    /// <summary>Without any close tie beyond the home.</summary>
    Isolated,

    // Sums of shares, Q24, at quarters' ends.
    Stress,
    TrustInstitutions,
    TrustPeople,
    Support,
    StatedSupport,
    Safety,
    Grievance,
    RiskFinancial,
    RiskOnline,
    RiskPublic,
    RiskLegal,
    /// <summary>Share of what is watched that is moved out of sight.</summary>
    Evasion,

    /// <summary>Adults who are asked what they think of being scored, and among them those who are scored and do not know.</summary>
    Asked,
    AskedUnaware,
    /// <summary>Knows of repressive use of the regime.</summary>
    Informed,
    ApprovalHeld,
    ApprovalStated,
    /// <summary>Stated approval of those who do not know that they are scored.</summary>
    ApprovalUnaware,

    // Firms, at quarters' ends, counted on the head: in business; with less than a quarter of its cushion; liquid means as a share (Q24).
    FirmsInBusiness,
    FirmsDry,
    FirmLiquidity,

    // Tax of those in work in medians of income (Q24), at quarters' ends: owed, of it on income that nobody reports; hidden of
    // either; found.
    TaxOwed,
    TaxOwedSelf,
    TaxHiddenReported,
    TaxHiddenSelf,
    TaxRecovered,

    // Events.
    BadActsFinancial,
    BadActsOnline,
    BadActsPublic,
    BadActsLegal,
    PunishedFinancial,
    PunishedOnline,
    PunishedPublic,
    PunishedLegal,
    HarmfulActs,
    GoodActs,
    ProtectedActs,
    Thought,
    SaidAsMeant,
    KeptSilent,
    SaidOpposite,
    SaidInSupport,
    /// <summary>Critical words kept back before others, whatever the state does.</summary>
    SilentForOthers,
    /// <summary>Critical words kept back for fear of the state.</summary>
    SilentForState,
    /// <summary>Critical words that others see: said before their eyes, and not taken down.</summary>
    CriticalSeen,
    Applications,
    Hired,
    HiredByGrade,
    NotHiredByGrade,
    LoanApplications,
    LoansGranted,
    LoansByGrade,
    LoansRefusedByGrade,
    Journeys,
    JourneysRefused,
    Services,
    ServicesRefused,
    Benefits,
    BenefitsRefused,
    HomeSearches,
    HomesRefused,
    CareAppointments,
    CareRefused,
    CostlyPurchases,
    PurchasesRefused,
    Evictions,
    LoanApplicationsWithoutFile,
    LoansWithoutFile,
    /// <summary>Journeys, services and purchases that people kept away from, for worry.</summary>
    Forgone,
    /// <summary>
    /// Deals that strangers offer, those entered, those entered only because a clean record was seen, those refused on sight of a bad one.
    /// </summary>
    DealsOffered,
    Deals,
    DealsByRecord,
    DealsRefused,
    NamedEvents,
    Honours,
    SchoolRefusals,
    Deductions,
    DirectGrades,
    Bonuses,
    Noticed,
    Appeals,
    AppealsWonFalse,
    AppealsWonTrue,
    AppealsLostFalse,
    AppealsLostTrue,
    /// <summary>Told of, or found, a record of what the person did not do.</summary>
    ErrorsKnown,
    /// <summary>Found in the file, not told.</summary>
    Found,
    /// <summary>Disputes given up before they were filed.</summary>
    GaveUp,
    /// <summary>Removed on appeal, and reported anew by the source.</summary>
    Returned,
    /// <summary>Files of the scored at the year's end, and those with a record that counts of something not done.</summary>
    FilesHeld,
    FilesWithError,
    Repairs,
    /// <summary>Joined the main scale by consent.</summary>
    Joined,
    /// <summary>Withdrew consent to the main scale.</summary>
    Withdrew,
    /// <summary>Records kept about people who do not consent, which count for nothing.</summary>
    RecordsAside,
    /// <summary>Things bought with points.</summary>
    Bought,
    /// <summary>Points bought with money: times, not points.</summary>
    PointsBought,
    /// <summary>Firms that failed, counted on the head.</summary>
    FirmFailures,
    /// <summary>Persons whose work ended with their firm.</summary>
    JobsLostByFailure,
    /// <summary>Offences of firms.</summary>
    FirmOffences,
    /// <summary>Findings of inspections at firms.</summary>
    FirmFindings,
    /// <summary>Those that a penalty followed.</summary>
    FirmPenalties,
    /// <summary>Bribes to officials for a finding to be dropped.</summary>
    FindingsBribed,
    /// <summary>Bribes to officials for a record to be struck out.</summary>
    RecordsBribed,

    /// <summary>Records by channel x 4 + origin: sixteen measures from here.</summary>
    Records,

    /// <summary>Persons on the main scale by grade, at quarters' ends: <see cref="MeasureSet.GradeCount"/> measures from here.</summary>
    Grades = Records + 16,

    /// <summary>Persons by grade a year ago x <see cref="MeasureSet.GradeCount"/> + grade now, at the year's end.</summary>
    Transitions = Grades + MeasureSet.GradeCount,

    /// <summary>Acts by group of conducts; behind them, acts by conduct.</summary>
    Groups = Transitions + MeasureSet.GradeCount * MeasureSet.GradeCount,
}

/// <summary>The whole set of measures of a society: the fixed ones and its groups of conducts.</summary>
public sealed class MeasureSet
{
    /// <summary>Grades that can be told apart.</summary>
    public const int GradeCount = 10;

    private readonly int[][] _includes;
    private readonly int _acts;

    /// <summary>Builds the set.</summary>
    /// <param name="groups">Names of groups and the indices of their conducts.</param>
    /// <param name="conducts">The society's conducts.</param>
    public MeasureSet(IReadOnlyList<(string Name, int[] Conducts)> groups, ConductTable conducts)
    {
        GroupNames = [.. groups.Select(g => g.Name)];
        _acts = (int)Measure.Groups + groups.Count;
        Count = (_acts + conducts.Count + 7) / 8 * 8;
        _includes = [.. Enumerable.Range(0, conducts.Count).Select(k => (int[])
        [
            .. Kinds(conducts.Conducts[k], conducts.Channel[k]).Select(m => (int)m),
            .. Enumerable.Range(0, groups.Count).Where(g => groups[g].Conducts.Contains(k)).Select(g => (int)Measure.Groups + g),
        ])];
    }

    /// <summary>Number of measures, rounded up to whole vectors.</summary>
    public int Count { get; }

    public IReadOnlyList<string> GroupNames { get; }

    /// <summary>Acts of one conduct: the only thing that is counted for an act.</summary>
    public int ActsOf(int conduct) => _acts + conduct;

    /// <summary>
    /// Sums the acts by conduct into the measures that follow from them: bad, harmful and protected acts, and groups.
    /// </summary>
    public void Derive(Span<long> counts)
    {
        for (var k = 0; k < _includes.Length; k++)
        {
            foreach (var measure in _includes[k])
            {
                counts[measure] = checked(counts[measure] + counts[_acts + k]);
            }
        }
    }

    /// <summary>The measure of a group, -1 if the society has none of that name.</summary>
    public int GroupNamed(string name)
    {
        var g = ((List<string>)[.. GroupNames]).IndexOf(name);
        return g < 0 ? -1 : (int)Measure.Groups + g;
    }

    private static IEnumerable<Measure> Kinds(Conduct conduct, int channel)
    {
        if (conduct.Valence == Valence.Bad)
        {
            yield return Measure.BadActsFinancial + channel;
        }
        if (conduct.Valence == Valence.Good)
        {
            yield return Measure.GoodActs;
        }
        if (conduct.HarmsOthers)
        {
            yield return Measure.HarmfulActs;
        }
        if (conduct.Right != Right.None)
        {
            yield return Measure.ProtectedActs;
        }
        if (conduct.Voice == Voice.Supportive)
        {
            yield return Measure.SaidInSupport;
        }
    }
}
