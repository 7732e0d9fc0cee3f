using System.Numerics;
using System.Runtime.Intrinsics;
using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Living;

// Living: consequences change lives. In: the week's acts and findings, occasions, grades. Out: work, money, credit, marks, and what
// came of each occasion.

/// <summary>The lives of one district and twin.</summary>
public sealed partial class Lives
{
    private const int Lanes = 16;
    private static readonly Purpose Start = Purpose.Named("living/start");
    private static readonly Purpose Applying = Purpose.Named("living/application");
    private static readonly Purpose Loans = Purpose.Named("living/loan-term");

    private Met[] _met = new Met[64];
    private int _count;

    private enum Ends : byte { Marks, Loan, Tie }

    /// <summary>Ends of arrears, loans and notoriety.</summary>
    public Agenda Diary { get; } = new();

    /// <summary>Occasions of the week and what came of them.</summary>
    public ReadOnlySpan<Met> Met => _met.AsSpan(0, _count);

    /// <summary>True for somebody in the workforce without work.</summary>
    public static bool Idle(uint roles) => (roles & (RoleBits.Workforce | RoleBits.Of(Role.Employed))) == RoleBits.Workforce;

    /// <summary>Gives a new occupant a situation to start from, equal in all twins.</summary>
    public static void Arrive(LivingTable table, Marginals marginals, Roster roster, Situation situation, ulong seed, uint district,
        int slot)
    {
        var bits = new Draw(seed, district, Start).At((uint)slot, roster.Generation[slot]);
        var roles = Lasting(marginals, roster, slot);
        if ((roles & RoleBits.Workforce) != 0 && Draw.Unit(bits.A) >= (float)table.Unemployment)
        {
            roles |= RoleBits.Of(Role.Employed);
        }
        var borrows = (roles & RoleBits.Of(Role.Adult)) != 0 && Draw.Unit(bits.B) < (float)marginals.Figures.Roles.Borrower;
        situation.Roles[slot] = roles | (borrows ? RoleBits.Of(Role.Borrower) : 0);
        situation.Marks[slot] = 0;
        situation.Savings[slot] = table.SavingsCap * Draw.Unit(bits.C);
        situation.Wage[slot] = Elementary.Exp(table.WageSpread * roster.TraitOf(Trait.IncomePotential)[slot]);
    }

    /// <summary>Lasting roles in force: the workforce bit only for those of an age to work.</summary>
    public static uint Lasting(Marginals marginals, Roster roster, int slot)
    {
        var roles = roster.Roles[slot];
        return Demography.Works(marginals, roster, slot) ? roles : roles & ~RoleBits.Workforce;
    }

    /// <summary>
    /// Brings roles up to date after birthdays: lasting ones from the roster, work and loans as they are, no licence where it is taken.
    /// </summary>
    public static void Review(Marginals marginals, Roster roster, Situation situation, Standing standing, ConsequenceTable consequences)
    {
        var kept = RoleBits.Of(Role.Employed) | RoleBits.Of(Role.Borrower);
        var bars = consequences.Has(Effect.DrivingBarred);
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            var roles = Lasting(marginals, roster, slot) | (situation.Roles[slot] & kept);
            var retired = (roles & RoleBits.Workforce) == 0;
            situation.Roles[slot] = retired ? roles & ~RoleBits.Of(Role.Employed) : roles;
            if (bars)
            {
                License(slot, roster, situation, standing, consequences);
            }
        }
    }

    /// <summary>Takes the licence to drive where the new grade takes it, and gives it back where the grade no longer does.</summary>
    public static void License(ReadOnlySpan<GradeChange> changes, Roster roster, Situation situation, Standing standing,
        ConsequenceTable consequences)
    {
        foreach (ref readonly var change in changes)
        {
            License(change.Slot, roster, situation, standing, consequences);
        }
    }

    /// <summary>The same for everybody, where what a grade means has changed and not the grade.</summary>
    public static void License(Roster roster, Situation situation, Standing standing, ConsequenceTable consequences)
    {
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            License(slot, roster, situation, standing, consequences);
        }
    }

    /// <summary>The same for one person, for whom the grade of somebody else may have changed.</summary>
    public static void License(int slot, Roster roster, Situation situation, Standing standing, ConsequenceTable consequences)
    {
        var answers = new Treatment(consequences, situation, standing, slot);
        var driver = answers.Of(Effect.DrivingBarred) >= 0.5f ? 0 : roster.Roles[slot] & RoleBits.Of(Role.Driver);
        situation.Roles[slot] = situation.Roles[slot] & ~RoleBits.Of(Role.Driver) | driver;
    }

    /// <summary>Starts a loan's term for those who owe from the start.</summary>
    public void OweFromStart(LivingTable table, Roster roster, Situation situation, ulong seed, uint district, int slot, int week)
    {
        if ((situation.Roles[slot] & RoleBits.Of(Role.Borrower)) != 0)
        {
            Borrow(table, roster, slot, week, new Draw(seed, district, Loans).At((uint)slot, week).A);
        }
    }

    /// <summary>Ends what falls due, then lets acts and findings leave their marks.</summary>
    public void Leave(ConductTable conducts, Roster roster, Situation situation, Acts acts, ReadOnlySpan<Finding> findings, int week)
    {
        _count = 0;
        foreach (ref readonly var entry in Diary.At(week))
        {
            if (roster.Generation[entry.Slot] == entry.Generation)
            {
                if (entry.Kind == (byte)Ends.Marks)
                {
                    situation.Marks[entry.Slot] &= ~(uint)entry.Datum;
                }
                else if (entry.Kind == (byte)Ends.Tie)
                {
                    situation.Ties[entry.Slot]++;
                }
                else
                {
                    situation.Roles[entry.Slot] &= ~RoleBits.Of(Role.Borrower);
                }
            }
        }
        Diary.Done(week);
        foreach (var k in conducts.LeaveMarks)
        {
            var mark = conducts.Leaves[k];
            foreach (ref readonly var act in acts.Of(k))
            {
                situation.Marks[act.Slot] |= mark;
                var ends = week + Episodes.Weeks(conducts.LastsWeeks[k], act.Bits);
                Diary.Enter(ends, new DueEntry((byte)Ends.Marks, act.Slot, roster.Generation[act.Slot], (int)mark));
            }
        }
        foreach (ref readonly var finding in findings)
        {
            ref var savings = ref situation.Savings[finding.Slot];
            savings = Math.Max(0, savings - conducts.LawLoss[finding.Conduct]);
        }
    }

    /// <summary>What was bought with points need not be paid for.</summary>
    public static void Receive(Situation situation, IReadOnlyList<Bought> bought, ReadOnlySpan<Offer> offers)
    {
        foreach (var one in bought)
        {
            situation.Savings[one.Slot] += offers[one.Offer].Worth;
        }
    }

    /// <summary>Points that were bought are paid for.</summary>
    public static void Pay(Situation situation, IReadOnlyList<Sold> sold, ReadOnlySpan<Lot> lots)
    {
        foreach (var one in sold)
        {
            ref var savings = ref situation.Savings[one.Slot];
            savings = Math.Max(0, savings - lots[one.Lot].Price);
        }
    }

    /// <summary>Notes for a year that a person was named in public.</summary>
    public void Name(Roster roster, Situation situation, int slot, int week)
    {
        var mark = MarkBits.Of(Mark.Named);
        situation.Marks[slot] |= mark;
        Diary.Enter(week + Calendar.Year, new DueEntry((byte)Ends.Marks, (ushort)slot, roster.Generation[slot], (int)mark));
    }

    /// <summary>Lets the week's occasions come to everybody: the candidates of the processes after the conducts.</summary>
    public void Meet(LivingTable table, Candidates candidates, int firstProcess, Roster roster, Situation situation, Standing standing,
        ConsequenceTable consequences, in Bearing bearing, int week)
    {
        for (var o = 0; o < LivingTable.ToEverybody; o++)
        {
            var come = candidates.Of(firstProcess + o);
            for (var c = 0; c < come.Slot.Length; c++)
            {
                int slot = come.Slot[c];
                var luck = Draw.Unit(come.Luck[c]);
                var bits = come.Gravity[c];
                var answers = new Treatment(consequences, situation, standing, slot);
                switch ((Occasion)o)
                {
                    case Occasion.Separation:
                        Separate(situation, slot);
                        break;
                    case Occasion.LoanApplication when Is(situation, slot, Role.Borrower):
                    case Occasion.Home when !Is(situation, slot, Role.Tenant):
                        break;
                    case Occasion.Journey or Occasion.ServiceApplication or Occasion.Purchase
                        when bearing.Withdraws(slot, situation.Marks[slot], bits):
                        Add(slot, (Occasion)o, Outcome.Forgone);
                        break;
                    case Occasion.Deal:
                        Deal(table, roster, situation, consequences.Open, bearing.Trust(slot), slot, luck, bits);
                        break;
                    case Occasion.LoanApplication:
                        AskForLoan(table, roster, situation, answers, slot, luck, bits, week);
                        break;
                    case Occasion.ServiceApplication when Draw.Unit(bits) < table.BenefitShare:
                        Ask(slot, Occasion.Benefit,
                            answers.Of(Effect.ServiceRefused) + answers.Of(Effect.BenefitRefused), luck);
                        break;
                    default:
                        Ask(slot, (Occasion)o, answers.Of(Refusing((Occasion)o)), luck);
                        break;
                }
            }
        }
    }

    /// <summary>Lets employers consider some of those without work.</summary>
    public void Seek(LivingTable table, Roster roster, Situation situation, Standing standing, ConsequenceTable consequences,
        in Bearing bearing, ulong seed, uint district, int week)
    {
        var draw = new Draw(seed, district, Applying);
        var roles = situation.Roles.Lanes;
        var mask = Vector512.Create(RoleBits.Workforce | RoleBits.Of(Role.Employed));
        var without = Vector512.Create(RoleBits.Workforce);
        for (var first = 0; first < roles.Length; first += Lanes)
        {
            var idle = Vector512.Equals(Vector512.Create<uint>(roles[first..]) & mask, without).ExtractMostSignificantBits();
            for (; idle != 0; idle &= idle - 1)
            {
                var slot = first + BitOperations.TrailingZeroCount(idle);
                var bits = draw.At((uint)slot, week);
                if (Draw.UnitDouble(bits.A, bits.B) < table.ApplicationPerWeek * bearing.Search(slot))
                {
                    var answers = new Treatment(consequences, situation, standing, slot);
                    var shift = Draw.Unit(Episodes.Mix(bits.D)) < table.EmployersLook ? answers.Of(Effect.Hiring) : 0;
                    shift += FirmHiring(roster, situation, standing, consequences, slot);
                    Apply(table, roster, situation, slot, shift, Draw.Unit(bits.C));
                }
            }
        }
    }

    /// <summary>A week of income and spending for everybody: savings approach their cap in work and run down without.</summary>
    public static void Earn(LivingTable table, Situation situation, Standing standing, ConsequenceTable consequences, bool scalar)
    {
        var roles = situation.Roles.Span;
        var savings = situation.Savings.Span;
        var employed = RoleBits.Of(Role.Employed);
        if (scalar)
        {
            for (var i = 0; i < savings.Length; i++)
            {
                var saved = table.SavingRate * (1 - savings[i] / table.SavingsCap);
                var idle = (roles[i] & (RoleBits.Workforce | employed)) == RoleBits.Workforce;
                savings[i] = Math.Max(0, savings[i] + (idle ? table.Benefit - 1 : saved));
            }
        }
        else
        {
            var worker = Vector512.Create(RoleBits.Workforce | employed);
            var without = Vector512.Create(RoleBits.Workforce);
            for (var i = 0; i < savings.Length; i += Lanes)
            {
                var now = Vector512.Create<float>(savings.Slice(i, Lanes));
                var saved = Vector512.Create(table.SavingRate) * (Vector512<float>.One - now / Vector512.Create(table.SavingsCap));
                var idle = Vector512.Equals(Vector512.Create<uint>(roles.Slice(i, Lanes)) & worker, without).AsSingle();
                var next = now + Vector512.ConditionalSelect(idle, Vector512.Create(table.Benefit - 1), saved);
                Vector512.Max(next, Vector512<float>.Zero).CopyTo(savings.Slice(i, Lanes));
            }
        }
        Adjust(situation, standing, consequences);
    }

    // What refuses an occasion that asks for nothing but the grade.
    private static Effect Refusing(Occasion occasion) => occasion switch
    {
        Occasion.Journey => Effect.TravelRefused,
        Occasion.Home => Effect.HomeRefused,
        Occasion.Care => Effect.CareRefused,
        Occasion.Purchase => Effect.PurchaseRefused,
        _ => Effect.ServiceRefused,
    };

    private static bool Is(Situation situation, int slot, Role role) => (situation.Roles[slot] & RoleBits.Of(role)) != 0;

    // Discounts and the like reach few where the entry grade has none: those go one by one.
    private static void Adjust(Situation situation, Standing standing, ConsequenceTable consequences)
    {
        if (!consequences.Any)
        {
            return;
        }
        var everybody = consequences.AtEntry(Effect.Discount) || consequences.AtEntry(Effect.LoanPrice)
            || consequences.AtEntry(Effect.FirmIncome);
        var apart = MarkBits.Of(Mark.Penalised) | MarkBits.Of(Mark.Rewarded) | MarkBits.Of(Mark.Hit);
        var heads = RoleBits.Of([Role.FirmHead]);
        var marks = situation.Marks.Span;
        for (var slot = 0; slot < marks.Length; slot++)
        {
            if ((marks[slot] & apart) == 0 && !everybody)
            {
                continue;
            }
            var answers = new Treatment(consequences, situation, standing, slot);
            var dearer = Is(situation, slot, Role.Borrower) ? answers.Of(Effect.LoanPrice) / 100 : 0;
            var profit = (situation.Roles[slot] & heads) == heads ? answers.Of(Effect.FirmIncome) : 0;
            ref var savings = ref situation.Savings[slot];
            savings = Math.Max(0, savings + answers.Of(Effect.Discount) + profit - dearer);
        }
    }

    private static void Separate(Situation situation, int slot) => situation.Roles[slot] &= ~RoleBits.Of(Role.Employed);

    // What the standing of the firm that is applied to does for its applicants.
    private static float FirmHiring(Roster roster, Situation situation, Standing standing, ConsequenceTable consequences, int slot)
    {
        int head = roster.Employer[slot];
        if (head == Roster.NoFirm || !consequences.Has(Effect.FirmHiring))
        {
            return 0;
        }
        var answers = new Treatment(consequences, situation, standing, head);
        return answers.Of(Effect.FirmHiring);
    }

    private void Apply(LivingTable table, Roster roster, Situation situation, int slot, float shift, float luck)
    {
        var plain = table.Hired(roster, situation, slot);
        var chance = shift == 0 ? plain : Shift(plain, shift);
        if (luck < chance)
        {
            situation.Roles[slot] |= RoleBits.Of(Role.Employed);
        }
        Add(situation, slot, Occasion.Application, luck < plain, luck < chance);
    }

    private void AskForLoan(LivingTable table, Roster roster, Situation situation, Treatment answers, int slot,
        float luck, uint bits, int week)
    {
        var odds = table.LoanOdds(roster, situation, slot);
        var plain = Elementary.Expit(odds);
        var chance = Elementary.Expit(odds + answers.Of(Effect.LoanAccess));
        if (luck < chance)
        {
            situation.Roles[slot] |= RoleBits.Of(Role.Borrower);
            Borrow(table, roster, slot, week, bits);
        }
        Add(situation, slot, Occasion.LoanApplication, luck < plain, luck < chance);
    }

    private void Borrow(LivingTable table, Roster roster, int slot, int week, uint bits)
    {
        var ends = week + Episodes.Weeks(table.LoanWeeks, bits);
        Diary.Enter(ends, new DueEntry((byte)Ends.Loan, (ushort)slot, roster.Generation[slot], 0));
    }

    private void Ask(int slot, Occasion occasion, float refused, float luck) =>
        Add(null, slot, occasion, true, luck >= refused);

    private void Add(Situation? situation, int slot, Occasion occasion, bool without, bool with)
    {
        var outcome = (without, with) switch
        {
            (true, true) => Outcome.Granted,
            (false, false) => Outcome.Refused,
            (false, true) => Outcome.GrantedByGrade,
            (true, false) => Outcome.RefusedByGrade,
        };
        if (situation is not null && outcome == Outcome.GrantedByGrade)
        {
            situation.Marks[slot] |= MarkBits.Of(Mark.EverProfited);
        }
        Add(slot, occasion, outcome);
    }

    private void Add(int slot, Occasion occasion, Outcome outcome)
    {
        if (_count == _met.Length)
        {
            Array.Resize(ref _met, _count * 2);
        }
        _met[_count++] = new Met((ushort)slot, occasion, outcome);
    }

    private static float Shift(float chance, float logOdds)
    {
        var odds = chance / (1 - chance) * Elementary.Exp(logOdds);
        return odds / (1 + odds);
    }
}
