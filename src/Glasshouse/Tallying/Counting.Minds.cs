using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Tallying;

/// <content>What a quarter finds: files, debts, distress and minds.</content>
public sealed partial class Counting
{
    // What every subject would find who looked into the own file.
    private void File(int slot)
    {
        var wrong = false;
        for (var r = week.Dossiers.Head(slot); r >= 0; r = week.Dossiers.Ledger.Previous(r))
        {
            wrong |= week.Dossiers.Ledger.State(r) == RecordState.Counting && week.Origins.Of(r) != Origin.True;
        }
        Add(slot, Measure.FilesHeld);
        if (wrong)
        {
            Add(slot, Measure.FilesWithError);
        }
    }

    private void Distress(int slot, uint marks, Span<long> row)
    {
        var distressed = week.Mind.Stress[slot] >= week.DistressedFrom ? 1 : 0;
        var inDebt = (marks & MarkBits.Arrears) != 0 ? 1 : 0;
        row[(int)Measure.Distressed] = distressed;
        row[(int)Measure.InDebt] = inDebt;
        row[(int)Measure.DistressedInDebt] = distressed & inDebt;
        var ties = week.Situation.Ties[slot];
        row[(int)Measure.Ties] = ties;
        row[(int)Measure.Isolated] = ties == 0 ? 1 : 0;
    }

    private void Debts(int slot, uint roles, uint marks, Span<long> row)
    {
        var behind = (marks & (MarkBits.Of(Mark.LoanArrears) | MarkBits.Of(Mark.CardArrears))) != 0;
        int debt = week.Situation.Debt[slot];
        row[(int)Measure.Defaulted] = (roles & RoleBits.Defaulted) != 0 ? 1 : 0;
        row[(int)Measure.WithoutFile] = (roles & RoleBits.NoFile) != 0 ? 1 : 0;
        row[(int)Measure.Debt] = debt;
        row[(int)Measure.DebtOverdue] = behind ? debt : 0;
        row[(int)Measure.DebtInDefault] = behind && (roles & RoleBits.Defaulted) != 0 ? debt : 0;
    }

    // The columns of minds, taken once for all persons.
    private readonly ref struct Minds(Week week, Survey survey)
    {
        private readonly Span<float> _stress = week.Mind.Stress.Span, _institutions = week.Mind.TrustInstitutions.Span,
            _people = week.Mind.TrustPeople.Span, _support = week.Mind.Support.Span, _grievance = week.Mind.Grievance.Span,
            _safety = week.Blocks.Safety.Span, _concern = week.Roster.TraitOf(Trait.PrivacyConcern).Span;
        private readonly Span<ushort> _financial = week.Mind.RiskIfDone((int)Channel.Financial).Span,
            _online = week.Mind.RiskIfDone((int)Channel.Online).Span, _public = week.Mind.RiskIfDone((int)Channel.Public).Span,
            _legal = week.Mind.RiskIfDone((int)Channel.Legal).Span;

        public void Count(int slot, uint marks, Span<long> row)
        {
            var (support, online) = (_support[slot], Unit16.Wide(_online[slot]));
            row[(int)Measure.Stress] = Q24(_stress[slot]);
            row[(int)Measure.TrustInstitutions] = Q24(_institutions[slot]);
            row[(int)Measure.TrustPeople] = Q24(_people[slot]);
            row[(int)Measure.Support] = Q24(support);
            var fear = survey.Fear(week.Roster, slot, online);
            row[(int)Measure.StatedSupport] = Q24(Survey.Stated(support, fear));
            row[(int)Measure.Safety] = Q24(_safety[slot / Roster.BlockSize]);
            row[(int)Measure.Grievance] = Q24(_grievance[slot]);
            row[(int)Measure.RiskFinancial] = Q24(Unit16.Wide(_financial[slot]));
            row[(int)Measure.RiskOnline] = Q24(online);
            row[(int)Measure.RiskPublic] = Q24(Unit16.Wide(_public[slot]));
            row[(int)Measure.RiskLegal] = Q24(Unit16.Wide(_legal[slot]));
            if (survey.AsksForApproval)
            {
                Approve(slot, marks, fear, row);
            }
        }

        private void Approve(int slot, uint marks, float fear, Span<long> row)
        {
            var held = survey.Approval(marks, _support[slot], _institutions[slot], _safety[slot / Roster.BlockSize], _concern[slot],
                week.Intrusion);
            var stated = Q24(survey.StatedApproval(held, fear));
            row[(int)Measure.Asked] = 1;
            row[(int)Measure.Informed] = (marks & MarkBits.Of(Mark.Informed)) != 0 ? 1 : 0;
            row[(int)Measure.ApprovalHeld] = Q24(held);
            row[(int)Measure.ApprovalStated] = stated;
            if (!SubjectTable.LeavesOut(marks) && (marks & MarkBits.Of(Mark.Aware)) == 0)
            {
                row[(int)Measure.AskedUnaware] = 1;
                row[(int)Measure.ApprovalUnaware] = stated;
            }
        }

        // Values lie between 0 and 2, so the conversion is exact enough and cannot overflow.
        private static long Q24(float value) => (int)(value * 16_777_216f);
    }
}
