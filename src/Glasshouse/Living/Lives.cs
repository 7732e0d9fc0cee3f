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

    // Spells at the start, exchanges: less than half a year without work, less than four years in it.
    private const int IdleAtMost = 6;
    private const int InWorkAtMost = 50;

    private Met[] _met = new Met[64];
    private int _count;

    private enum Ends : byte { Marks, Default, File, Tie }

    /// <summary>Ends of arrears, of notoriety and of what a credit file keeps.</summary>
    public Agenda Diary { get; } = new();

    /// <summary>Occasions of the week and what came of them.</summary>
    public ReadOnlySpan<Met> Met => _met.AsSpan(0, _count);

    /// <summary>Slots whose work ended this week: by a separation, or with the home.</summary>
    public List<int> JobsEnded { get; } = [];

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
        situation.Roles[slot] |= (situation.Roles[slot] & Filed) == 0 && IsUnknown(table, bits) ? RoleBits.NoFile : 0;
        situation.Savings[slot] = table.SavingsCap * Draw.Unit(bits.C);
        situation.Pay[slot] = table.Careers.Start(Draw.Unit(Episodes.Mix(bits.A)));
        situation.Spell[slot] = (byte)Draw.Below(Episodes.Mix(bits.B), Idle(situation.Roles[slot]) ? IdleAtMost : InWorkAtMost);
        Limit(table, roster, situation, slot);
        situation.Debt[slot] = (ushort)(borrows ? 1 + situation.Limit[slot] * Draw.Unit(Episodes.Mix(bits.C)) : 0);
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
        var kept = RoleBits.Of(Role.Employed) | RoleBits.Of(Role.Borrower) | RoleBits.NoFile | RoleBits.Defaulted;
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

    /// <summary>Ends what falls due, then lets acts and findings leave their marks.</summary>
    public void Leave(LivingTable table, ConductTable conducts, Roster roster, Situation situation, Acts acts,
        ReadOnlySpan<Finding> findings, Penalties penalties, ulong seed, uint district, int week)
    {
        _count = 0;
        JobsEnded.Clear();
        foreach (ref readonly var entry in Diary.At(week))
        {
            if (roster.Generation[entry.Slot] == entry.Generation)
            {
                End(table, roster, situation, entry, seed, district, week);
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
                if ((mark & Kept) != 0 && table.Credit.FileWeeks > 0 && ends - week > table.Credit.DefaultAfter)
                {
                    var entered = week + table.Credit.DefaultAfter;
                    Diary.Enter(entered, new DueEntry((byte)Ends.Default, act.Slot, roster.Generation[act.Slot], 0));
                }
            }
        }
        for (var i = 0; i < findings.Length; i++)
        {
            ref readonly var finding = ref findings[i];
            if (penalties.Spares(i))
            {
                continue;
            }
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
                var saved = table.SavingRate * (1 - savings[i] / table.SavingsCap) + table.Credit.SetAside;
                var idle = (roles[i] & (RoleBits.Workforce | employed)) == RoleBits.Workforce;
                savings[i] = Math.Max(0, savings[i] + (idle ? table.Benefit - 1 : saved));
            }
        }
        else
        {
            var worker = Vector512.Create(RoleBits.Workforce | employed);
            var without = Vector512.Create(RoleBits.Workforce);
            var aside = Vector512.Create(table.Credit.SetAside);
            for (var i = 0; i < savings.Length; i += Lanes)
            {
                var now = Vector512.Create<float>(savings.Slice(i, Lanes));
                var saved = Vector512.Create(table.SavingRate) * (Vector512<float>.One - now / Vector512.Create(table.SavingsCap))
                    + aside;
                var idle = Vector512.Equals(Vector512.Create<uint>(roles.Slice(i, Lanes)) & worker, without).AsSingle();
                var next = now + Vector512.ConditionalSelect(idle, Vector512.Create(table.Benefit - 1), saved);
                Vector512.Max(next, Vector512<float>.Zero).CopyTo(savings.Slice(i, Lanes));
            }
        }
        Adjust(situation, standing, consequences);
    }

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

    private void Add(Situation? situation, int slot, Occasion occasion, bool without, bool with, Reason against = Reason.None,
        bool withoutFile = false)
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
        Add(slot, occasion, outcome, with ? Reason.None : against, withoutFile);
    }

    private void Add(int slot, Occasion occasion, Outcome outcome, Reason against = Reason.None, bool withoutFile = false)
    {
        if (_count == _met.Length)
        {
            Array.Resize(ref _met, _count * 2);
        }
        _met[_count++] = new Met((ushort)slot, occasion, outcome, against, withoutFile);
    }
}
