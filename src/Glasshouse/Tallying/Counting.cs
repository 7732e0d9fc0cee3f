using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Tallying;

// Tallying: indicators are counted, what happened beside what the dossier says. In: everything that the week left. Out: integers.

/// <summary>Everything that one week of one district and twin left behind.</summary>
public sealed record Week(
    MeasureSet Measures, ConductTable Conducts, RuleTable Rules, Roster Roster, Situation Situation, Mind Mind, Neighbourhoods Blocks,
    Dossiers Dossiers, Standing Standing, Origins Origins, ConsequenceTable Consequences)
{
    /// <summary>How people resist; null where they do not.</summary>
    public Defiance? Defiance { get; init; }

    /// <summary>What follows now; it changes with what is in force.</summary>
    public ConsequenceTable Consequences { get; set; } = Consequences;

    /// <summary>Share of what people do that the regime sees, mean over the channels.</summary>
    public float Intrusion { get; set; }

    /// <summary>Tax in the society; null if it says nothing of it.</summary>
    public TaxFigures? Tax { get; init; }

    /// <summary>Perceived chance of punishment in matters of money under ordinary law, beyond that without an act.</summary>
    public float UsualRisk { get; init; }

    /// <summary>The books of the firms.</summary>
    public Books? Books { get; init; }

    /// <summary>Stress from which a person counts as distressed.</summary>
    public required float DistressedFrom { get; init; }
}

/// <summary>Counts for one district and twin: into the sheet by cell, and into the district's own totals.</summary>
public sealed partial class Counting(Week week)
{
    private Sheet? _sheet;
    private int _period;

    // Persons by cell and grade, while stocks are counted.
    private readonly int[] _grades = new int[Strata.Cells * MeasureSet.GradeCount];

    /// <summary>Totals of the district since the last exchange.</summary>
    public long[] Totals { get; } = new long[week.Measures.Count];

    /// <summary>Completes the totals before an exchange.</summary>
    public void Close() => week.Measures.Derive(Totals);

    /// <summary>Starts a week; without a sheet (burn-in, replay) only the district's totals are kept.</summary>
    public void Open(Sheet? sheet, int period)
    {
        _sheet = sheet;
        _period = period;
    }

    /// <summary>Acts, and what was found out of them.</summary>
    public void Acts(Acts acts, ReadOnlySpan<Finding> findings)
    {
        var cells = week.Roster.Cell.Span;
        for (var k = 0; k < week.Conducts.Count; k++)
        {
            var run = acts.Of(k);
            if (week.Conducts.Critical[k])
            {
                Words(run);
            }
            else if (run.Length > 0)
            {
                Totals[week.Measures.ActsOf(k)] += run.Length;
                _sheet?.Count(_period, run, cells, week.Measures.ActsOf(k));
            }
        }
        foreach (ref readonly var finding in findings)
        {
            Add(finding.Slot, Measure.PunishedFinancial + week.Conducts.Channel[finding.Conduct]);
        }
    }

    private void Words(ReadOnlySpan<Act> words)
    {
        foreach (ref readonly var act in words)
        {
            Add(act.Slot, Measure.Thought);
            switch (act.Said)
            {
                case Said.AsMeant:
                    Add(act.Slot, Measure.SaidAsMeant);
                    Add(act.Slot, (Measure)week.Measures.ActsOf(act.Conduct));
                    if (Draw.Unit(Episodes.Mix(Episodes.Mix(act.Bits))) < week.Conducts.SeenByOthers[act.Conduct])
                    {
                        Add(act.Slot, Measure.CriticalSeen);
                    }
                    break;
                case Said.Opposite:
                    Add(act.Slot, Measure.SaidOpposite);
                    break;
                default:
                    Add(act.Slot, Measure.KeptSilent);
                    Add(act.Slot, act.Said == Said.SilentForState ? Measure.SilentForState : Measure.SilentForOthers);
                    break;
            }
            if (act.Said != Said.AsMeant)
            {
                week.Situation.Marks[act.Slot] |= MarkBits.Of(Mark.EverSilent);
            }
        }
    }

    /// <summary>Records entered, notices, appeals and their ends, repairs and public acts.</summary>
    public void Regime(ReadOnlySpan<Entered> entered, Experience experience, Answering answering, Consenting consenting,
        Buying buying, Selling selling)
    {
        foreach (ref readonly var one in entered)
        {
            var row = week.Dossiers.Ledger.Row(one.Record);
            int slot = week.Dossiers.Ledger.Subject(one.Record);
            var rule = week.Rules.Rules[row];
            var channel = week.Conducts.Channel[week.Rules.ClassOf[row]];
            if (week.Dossiers.Ledger.State(one.Record) == RecordState.Aside)
            {
                Add(slot, Measure.RecordsAside);
                continue;
            }
            Add(slot, Measure.Records + channel * 4 + (int)week.Origins.Of(one.Record));
            var bad = rule.IsAgainst(week.Dossiers.Ledger.Points(one.Record));
            if (!rule.Noted || rule.NotedAgainst)
            {
                Add(slot, rule.IsGround ? Measure.DirectGrades : bad ? Measure.Deductions : Measure.Bonuses);
            }
            if (bad && week.Origins.Of(one.Record) == Origin.True)
            {
                Add(slot, Measure.PunishedFinancial + channel);
            }
        }
        Redress(experience, answering);
        foreach (var (record, _) in answering.Repairs)
        {
            Add(week.Dossiers.Ledger.Subject(record), Measure.Repairs);
        }
        foreach (var change in consenting.Changes)
        {
            if (change.Scale == 0)
            {
                Add(change.Slot, change.Joined ? Measure.Joined : Measure.Withdrew);
            }
        }
        foreach (var bought in buying.Bought)
        {
            Add(bought.Slot, Measure.Bought);
        }
        foreach (var sold in selling.Sold)
        {
            Add(sold.Slot, Measure.PointsBought);
        }
        foreach (var act in answering.Public)
        {
            Add(act.Slot, act.Effect switch
            {
                Effect.NamedInPublic => Measure.NamedEvents,
                Effect.Honour => Measure.Honours,
                _ => Measure.SchoolRefusals,
            });
        }
    }

    // Notices, finds, appeals and their ends.
    private void Redress(Experience experience, Answering answering)
    {
        foreach (var noticed in experience.Noticed)
        {
            Add(noticed.Slot, Measure.Noticed);
            if (!noticed.Deserved)
            {
                Add(noticed.Slot, Measure.ErrorsKnown);
            }
        }
        foreach (var record in experience.Contesting.Found)
        {
            Add(week.Dossiers.Ledger.Subject(record), Measure.Found);
        }
        foreach (var given in experience.Contesting.GaveUp)
        {
            Add(given.Slot, Measure.GaveUp);
        }
        foreach (var record in answering.Returned)
        {
            Add(week.Dossiers.Ledger.Subject(record), Measure.Returned);
        }
        foreach (var appeal in experience.Appeals)
        {
            Add(appeal.Slot, Measure.Appeals);
        }
        foreach (var decision in answering.Decisions)
        {
            var isTrue = week.Origins.Of(decision.Record) == Origin.True;
            Add(decision.Slot, decision.Removed
                ? isTrue ? Measure.AppealsWonTrue : Measure.AppealsWonFalse
                : isTrue ? Measure.AppealsLostTrue : Measure.AppealsLostFalse);
        }
    }

    /// <summary>What came of the week's occasions.</summary>
    public void Occasions(ReadOnlySpan<Met> met)
    {
        foreach (ref readonly var one in met)
        {
            if (one.Outcome == Outcome.Forgone)
            {
                Add(one.Slot, Measure.Forgone);
                continue;
            }
            var granted = one.Outcome is Outcome.Granted or Outcome.GrantedByGrade;
            switch (one.Occasion)
            {
                case Occasion.Application:
                    Count(one, Measure.Applications, granted ? Measure.Hired : null, Measure.HiredByGrade, Measure.NotHiredByGrade);
                    break;
                case Occasion.LoanApplication:
                    Count(one, Measure.LoanApplications, granted ? Measure.LoansGranted : null, Measure.LoansByGrade,
                        Measure.LoansRefusedByGrade);
                    if (one.WithoutFile)
                    {
                        Count(one, Measure.LoanApplicationsWithoutFile, granted ? Measure.LoansWithoutFile : null, null, null);
                    }
                    break;
                case Occasion.Journey:
                    Count(one, Measure.Journeys, null, Measure.JourneysRefused, Measure.JourneysRefused);
                    break;
                case Occasion.Home:
                    Count(one, Measure.HomeSearches, null, Measure.HomesRefused, Measure.HomesRefused);
                    break;
                case Occasion.Care:
                    Count(one, Measure.CareAppointments, null, Measure.CareRefused, Measure.CareRefused);
                    break;
                case Occasion.Purchase:
                    Count(one, Measure.CostlyPurchases, null, Measure.PurchasesRefused, Measure.PurchasesRefused);
                    break;
                case Occasion.Eviction:
                    Add(one.Slot, Measure.Evictions);
                    break;
                case Occasion.Deal:
                    Count(one, Measure.DealsOffered, granted ? Measure.Deals : null, Measure.DealsByRecord, Measure.DealsRefused);
                    break;
                case Occasion.Benefit:
                    Count(one, Measure.Benefits, null, Measure.BenefitsRefused, Measure.BenefitsRefused);
                    Count(one, Measure.Services, null, Measure.ServicesRefused, Measure.ServicesRefused);
                    break;
                default:
                    Count(one, Measure.Services, null, Measure.ServicesRefused, Measure.ServicesRefused);
                    break;
            }
        }
    }

    /// <summary>Stocks, at a quarter's end; grades and their changes over the year as well.</summary>
    public void Stocks(bool yearEnds, Survey survey)
    {
        var adult = RoleBits.Of(Role.Adult);
        var driver = RoleBits.Of(Role.Driver);
        var offices = week.Consequences.Has(Effect.OfficeBarred);
        Span<long> row = stackalloc long[Sheet.StockCount];
        var minds = new Minds(week, survey);
        for (var slot = 0; slot < week.Roster.Slots; slot++)
        {
            var roles = week.Situation.Roles[slot];
            if ((roles & adult) == 0)
            {
                continue;
            }
            row.Clear();
            var marks = week.Situation.Marks[slot];
            row[(int)Measure.Adults]++;
            row[(int)Measure.Workforce] += (roles & RoleBits.Workforce) != 0 ? 1 : 0;
            row[(int)Measure.Employed] += (roles & RoleBits.Of(Role.Employed)) != 0 ? 1 : 0;
            row[(int)Measure.Borrowers] += (roles & RoleBits.Of(Role.Borrower)) != 0 ? 1 : 0;
            // Arrears, awareness, penalties and causes are marks in the order of their measures.
            for (var left = marks & (MarkBits.Of(Mark.BeyondGravity) * 2 - 1); left != 0; left &= left - 1)
            {
                row[(int)Measure.InLoanArrears + System.Numerics.BitOperations.TrailingZeroCount(left)] = 1;
            }
            // Whom the grade of somebody else harms is under a penalty too.
            row[(int)Measure.Penalised] |= row[(int)Measure.BySpillOver];
            row[(int)Measure.DrivingBarred] = (week.Roster.Roles[slot] & ~roles & driver) != 0 ? 1 : 0;
            row[(int)Measure.OfficeBarred] = offices
                && new Treatment(week.Consequences, week.Situation, week.Standing, slot).Of(Effect.OfficeBarred) > 0 ? 1 : 0;
            Debts(slot, roles, marks, row);
            row[(int)Measure.Protesting] = marks >> (int)Mark.Protesting & 1;
            row[(int)Measure.Evasion] = (week.Defiance?.Evasion[slot] ?? 0) * Fixed.One / Defiance.Whole;
            minds.Count(slot, marks, row);
            Business(slot, row);
            Distress(slot, marks, row);
            var scored = !SubjectTable.LeavesOut(marks);
            if (scored)
            {
                _grades[week.Roster.Cell[slot] * MeasureSet.GradeCount + week.Standing.Grade[slot]]++;
            }
            if ((roles & RoleBits.Of(Role.Parent)) != 0 && (marks & MarkBits.Of(Mark.Penalised)) != 0)
            {
                row[(int)Measure.ChildrenOfPenalised]++;
                MarkChildren(slot);
            }
            Add(slot, row);
            if (yearEnds)
            {
                var move = week.Standing.YearAgo[slot] * MeasureSet.GradeCount + week.Standing.Grade[slot];
                if (scored)
                {
                    Add(slot, Measure.Transitions + move);
                    File(slot);
                }
                week.Standing.YearAgo[slot] = week.Standing.Grade[slot];
            }
        }
        AddGrades();
        _sheet?.Fold(_period);
    }

    private void AddGrades()
    {
        for (var at = 0; at < _grades.Length; at++)
        {
            if (_grades[at] is > 0 and var number)
            {
                var (cell, grade) = Math.DivRem(at, MeasureSet.GradeCount);
                Totals[(int)Measure.Grades + grade] += number;
                _sheet?.Count(_period, cell, (int)Measure.Grades + grade, number);
                _grades[at] = 0;
            }
        }
    }

    private void MarkChildren(int parent)
    {
        int first = week.Roster.Household[parent];
        for (var other = first; other < first + week.Roster.HouseholdSize[parent]; other++)
        {
            if (week.Roster.Lives(other) && !week.Roster.Is(other, Role.Adult))
            {
                week.Situation.Marks[other] |= MarkBits.Of(Mark.EverListedParent);
            }
        }
    }

    private void Count(in Met met, Measure all, Measure? granted, Measure? byGrade, Measure? againstByGrade)
    {
        Add(met.Slot, all);
        if (granted is { } measure)
        {
            Add(met.Slot, measure);
        }
        if (met.Outcome == Outcome.GrantedByGrade && byGrade is { } profit)
        {
            Add(met.Slot, profit);
        }
        if (met.Outcome == Outcome.RefusedByGrade && againstByGrade is { } loss)
        {
            Add(met.Slot, loss);
        }
    }

    private void Add(int slot, ReadOnlySpan<long> stocks)
    {
        Sheet.AddTo(Totals.AsSpan(0, stocks.Length), stocks);
        _sheet?.Add(week.Roster.Cell[slot], stocks);
    }

    private void Add(int slot, Measure measure)
    {
        if (!week.Roster.Is(slot, Role.Adult))
        {
            return;
        }
        Totals[(int)measure]++;
        _sheet?.Count(_period, week.Roster.Cell[slot], (int)measure);
    }
}
