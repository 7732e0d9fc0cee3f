using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Responding;

namespace Glasshouse.Living;

/// <content>Loans, the credit file, and what happens once a month.</content>
public sealed partial class Lives
{
    private static readonly Purpose File = Purpose.Named("living/credit-file");
    private static readonly Purpose Rents = Purpose.Named("living/eviction");

    // Arrears of these kinds become a default when they last.
    private static readonly uint Kept = MarkBits.Of(Mark.LoanArrears) | MarkBits.Of(Mark.CardArrears) | MarkBits.Of(Mark.BillArrears);

    // Of whom any of this holds there is a credit file.
    private static readonly uint Filed = RoleBits.Of(Role.Borrower) | RoleBits.Of(Role.CardHolder) | RoleBits.Defaulted;

    private readonly Market _loans = new();

    /// <summary>Gives a new occupant of age a default in the credit file, as often as those who live there have one.</summary>
    public void DefaultedFromStart(LivingTable table, Roster roster, Situation situation, ulong seed, uint district, int slot, int week)
    {
        if (table.StartDefaulted == 0 || (situation.Roles[slot] & (RoleBits.NoFile | RoleBits.Of(Role.Adult))) != RoleBits.Of(Role.Adult))
        {
            return;
        }
        var bits = new Draw(seed, district, File).At((uint)slot, week);
        if (Draw.UnitDouble(bits.A, bits.B) < table.StartDefaulted)
        {
            EnterDefault(table, roster, situation, slot, week, 1 + Draw.Below(bits.C, table.Credit.FileWeeks));
        }
    }

    /// <summary>Four weeks pass: instalments, pay, rent.</summary>
    public void Month(LivingTable table, Roster roster, Situation situation, ulong seed, uint district, int week)
    {
        var debts = situation.Debt.Span;
        for (var slot = 0; slot < debts.Length; slot++)
        {
            if (debts[slot] > 0 && table.Credit.Pay(situation, slot))
            {
                situation.Roles[slot] &= ~RoleBits.Of(Role.Borrower);
                Close(table, roster, situation, seed, district, slot);
            }
        }
        table.Careers.Month(situation);
        var draw = new Draw(seed, district, Rents);
        var tenant = RoleBits.Of(Role.Tenant) | RoleBits.Of(Role.Adult);
        var roles = situation.Roles.Span;
        for (var slot = 0; slot < roles.Length; slot++)
        {
            if ((roles[slot] & tenant) == tenant && table.Housing.Month(draw, situation, slot, week, out var work))
            {
                EnterDefault(table, roster, situation, slot, week, table.Credit.FileWeeks);
                if (work && Is(situation, slot, Role.Employed))
                {
                    table.Careers.End(situation, slot, 1);
                    JobsEnded.Add(slot);
                }
                Add(null, slot, Occasion.Eviction, false, false);
            }
        }
    }

    // What falls due: arrears end, or have lasted so long that they are entered, or an entry is deleted.
    private void End(LivingTable table, Roster roster, Situation situation, in DueEntry entry, ulong seed, uint district, int week)
    {
        switch ((Ends)entry.Kind)
        {
            case Ends.Marks:
                situation.Marks[entry.Slot] &= ~(uint)entry.Datum;
                break;
            case Ends.Default:
                EnterDefault(table, roster, situation, entry.Slot, week, table.Credit.FileWeeks);
                break;
            case Ends.Tie:
                situation.Ties[entry.Slot]++;
                break;
            default:
                situation.Roles[entry.Slot] &= ~RoleBits.Defaulted;
                Close(table, roster, situation, seed, district, entry.Slot);
                break;
        }
    }

    // A file in which nothing stands any more is gone, with those people of whom there was none before.
    private static void Close(LivingTable table, Roster roster, Situation situation, ulong seed, uint district, int slot)
    {
        ref var roles = ref situation.Roles[slot];
        if ((roles & Filed) == 0 && IsUnknown(table, new Draw(seed, district, Start).At((uint)slot, roster.Generation[slot])))
        {
            roles |= RoleBits.NoFile;
        }
        Limit(table, roster, situation, slot);
    }

    private static bool IsUnknown(LivingTable table, Block bits) => Draw.Unit(bits.D) < table.Credit.NoFile;

    // A second default while one is on file adds nothing to it.
    private void EnterDefault(LivingTable table, Roster roster, Situation situation, int slot, int week, int weeks)
    {
        ref var roles = ref situation.Roles[slot];
        if (weeks > 0 && (roles & RoleBits.Defaulted) == 0)
        {
            roles = roles & ~RoleBits.NoFile | RoleBits.Defaulted;
            Limit(table, roster, situation, slot);
            Diary.Enter(week + weeks, new DueEntry((byte)Ends.File, (ushort)slot, roster.Generation[slot], 0));
        }
    }

    // Lenders look at a limit when the file changes and when they are asked.
    private static void Limit(LivingTable table, Roster roster, Situation situation, int slot)
    {
        var chance = Elementary.Expit(table.Lending(roster, situation, slot).Odds);
        situation.Limit[slot] = table.Credit.Limit(chance);
    }

    private void AskForLoan(LivingTable table, Roster roster, Situation situation, Treatment answers, int slot, float luck, uint bits)
    {
        if (_loans.Applicants is not [.., var last] || last.Slot != slot)
        {
            var shift = table.SeenInLending.Grade(answers.Of(Effect.LoanAccess), situation, slot);
            Apply(_loans, table.Lending(roster, situation, slot), shift, slot, luck, bits);
        }
    }

    private void Lend(LivingTable table, Situation situation)
    {
        var granted = _loans.Clear(table.Markets.Loans);
        for (var a = 0; a < granted.Length; a++)
        {
            var one = _loans.Applicants[a];
            var withoutFile = (situation.Roles[one.Slot] & RoleBits.NoFile) != 0;
            if (granted[a])
            {
                var chance = Elementary.Expit(one.Odds);
                situation.Limit[one.Slot] = table.Credit.Limit(chance);
                var owed = table.Credit.Owed(situation.Limit[one.Slot], chance, Draw.Unit(one.Bits));
                situation.Debt[one.Slot] = (ushort)Math.Clamp(situation.Debt[one.Slot] + owed, 1, ushort.MaxValue);
                situation.Roles[one.Slot] = situation.Roles[one.Slot] & ~RoleBits.NoFile | RoleBits.Of(Role.Borrower);
            }
            Decide(situation, one, Occasion.LoanApplication, granted[a], withoutFile);
        }
    }
}
