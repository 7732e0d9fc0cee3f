using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;
using Outcome = Glasshouse.Living.Outcome;

namespace Glasshouse.Tests.Living;

/// <summary>Work, credit and homes over the years: what a default brings, what its deletion gives back, what an eviction follows.</summary>
public sealed class LifeCourseTests
{
    private const int People = 3_000;

    [Fact]
    public void Limits_rise_when_a_default_is_deleted_and_more_is_borrowed()
    {
        var (rises, deletions) = (0, 0);
        var (asked, granted) = (new int[2], new int[2]);
        var marked = new Dictionary<int, (int Generation, ushort Limit, uint Roles)>();
        Law(Shipped.Tables, 8, (district, twin) =>
        {
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                var roles = twin.Situation.Roles[slot];
                if (marked.TryGetValue(slot, out var was) && was.Generation == district.Roster.Generation[slot]
                    && (roles & RoleBits.Defaulted) == 0 && !SignalTable.IsMarked(twin.Situation, slot)
                    && ((was.Roles ^ roles) & (RoleBits.NoFile | RoleBits.Workforce | RoleBits.Of(Role.Employed))) == 0)
                {
                    deletions++;
                    rises += twin.Situation.Limit[slot] > was.Limit ? 1 : 0;
                }
                marked.Remove(slot);
                if ((roles & RoleBits.Defaulted) != 0)
                {
                    marked[slot] = (district.Roster.Generation[slot], twin.Situation.Limit[slot], roles);
                }
            }
            foreach (var met in twin.Lives.Met)
            {
                if (met.Occasion == Occasion.LoanApplication)
                {
                    var kind = SignalTable.IsMarked(twin.Situation, met.Slot) ? 1 : 0;
                    asked[kind]++;
                    granted[kind] += met.Outcome == Outcome.Granted ? 1 : 0;
                }
            }
        });
        Assert.True(deletions > 50);
        // Whoever has asked for a loan since may have been given more than the last look at the file allowed.
        Assert.True(rises > 0.95 * deletions, $"{rises} of {deletions}");
        // About 4,000 and 400 applications: z = 4 on the difference of shares, one false alarm in 30,000.
        var (clean, defaulted) = (granted[0] / (double)asked[0], granted[1] / (double)asked[1]);
        Assert.True(clean - defaulted > 4 * Math.Sqrt(0.25 / asked[0] + 0.25 / asked[1]), $"{clean:F3} and {defaulted:F3}");
    }

    [Fact]
    public void What_a_mark_costs_at_work_falls_with_the_number_of_other_signals()
    {
        var costs = new[] { 0.0, 2, 8, 50 }.Select(others =>
        {
            var living = Shipped.Society.Living;
            var sight = living.Signals!.Hiring with { Others = living.Signals.Hiring.Others with { Value = others } };
            var table = new LivingTable(living with { Signals = living.Signals with { Hiring = sight } }, 0.05);
            var situation = new Situation(new Slab(), 64);
            var roster = new Roster(64);
            var clean = table.Hiring(roster, situation, 0);
            situation.Roles[0] |= RoleBits.Defaulted;
            var marked = table.Hiring(roster, situation, 0);
            Assert.Equal(Reason.File, marked.Against);
            return clean.Chance - marked.Chance;
        }).ToList();
        Assert.All(costs.Zip(costs.Skip(1)), pair => Assert.True(pair.First > pair.Second));
        Assert.True(costs[^1] > 0 && costs[^1] < costs[0] / 8);
    }

    [Fact]
    public void A_grade_opens_doors_to_people_without_a_file_more_than_to_others()
    {
        var table = Shipped.Tables.Living;
        var situation = new Situation(new Slab(), 64);
        Assert.Equal(1, table.SeenInLending.Grade(1, situation, 0));
        situation.Roles[0] |= RoleBits.NoFile;
        var lending = Shipped.Society.Living.Signals!;
        Assert.Equal(1 + lending.Shared.Value * lending.Lending.Others.Value, table.SeenInLending.Grade(1, situation, 0), 1e-6);
        Assert.Equal(Reason.NoFile, table.Lending(new Roster(64), situation, 0).Against);
    }

    [Fact]
    public void Savings_run_down_in_the_months_before_an_eviction()
    {
        var savings = new Dictionary<int, Queue<float>>();
        var (before, at, evictions) = (0.0, 0.0, 0);
        var often = Shipped.Society.Living.Housing! with { Eviction = Of(0.3) };
        var society = Shipped.Society with { Living = Shipped.Society.Living with { Housing = often } };
        Law(Shipped.Solved(society), 6, (district, twin) =>
        {
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                var past = savings.TryGetValue(slot, out var queue) ? queue : savings[slot] = new();
                past.Enqueue(twin.Situation.Savings[slot]);
                if (past.Count > 27)
                {
                    past.Dequeue();
                }
            }
            foreach (var met in twin.Lives.Met)
            {
                if (met.Occasion == Occasion.Eviction && savings[met.Slot].Count == 27)
                {
                    evictions++;
                    before += savings[met.Slot].Peek();
                    at += twin.Situation.Savings[met.Slot];
                    Assert.True((twin.Situation.Roles[met.Slot] & RoleBits.Defaulted) != 0);
                }
            }
        });
        Assert.True(evictions > 10);
        Assert.True(at / evictions < Housing.Spent);
        Assert.True(before > 2 * at, $"{before / evictions:F2} half a year before, {at / evictions:F2} then");
    }

    [Fact]
    public void What_a_society_turns_off_is_gone()
    {
        var off = Shipped.Solved(Mechanisms.Without(Shipped.Society, Mechanism.WorkHistory, Mechanism.WageScar, Mechanism.CreditFile,
            Mechanism.ThinFiles, Mechanism.Expenses, Mechanism.Screening, Mechanism.Evictions, Mechanism.DebtService));
        var living = off.Living;
        Assert.Equal((1, 1, 0, 1), (living.Careers.LoseFactor(1, 0), living.Careers.Ceiling, living.Careers.Duration(9),
            living.Credit.Price(0)));
        Assert.Equal((0, 0.0), (living.Credit.SetAside, living.Credit.ExpensesPerWeek));
        Law(off, 2, (district, twin) =>
        {
            Assert.DoesNotContain(twin.Situation.Roles.Span.ToArray(), r => (r & (RoleBits.NoFile | RoleBits.Defaulted)) != 0);
            Assert.True(twin.Situation.Pay.Span.ToArray().All(p => p is Situation.FullPay or 0));
            Assert.DoesNotContain(twin.Lives.Met.ToArray(), m => m.Occasion == Occasion.Eviction
                || m is { Occasion: Occasion.Home, Outcome: Outcome.Refused });
        });
    }

    // Who gets a home is counted and moves nothing else, so nothing else may move.
    [Fact]
    public void Landlords_who_do_not_choose_change_nothing_but_homes()
    {
        var without = Shipped.Solved(Mechanisms.Without(Shipped.Society, Mechanism.Screening));
        Assert.Equal(Weekly.Run(Plan(Shipped.Tables, 1), 5).Digest(), Weekly.Run(Plan(without, 1), 5).Digest());
    }

    [Fact]
    public void Closed_markets_hire_and_lend_as_often_as_ordinary_law_would_every_week()
    {
        var (jobs, loans) = (0, 0);
        Weekly.Run(Graded(Supply.Closed) with { People = People }, 4, (district, _) =>
        {
            foreach (var occasion in new[] { Occasion.Application, Occasion.LoanApplication })
            {
                var met = district.Twins[^1].Lives.Met.ToArray().Where(m => m.Occasion == occasion).ToList();
                var lost = met.Count(m => m.Outcome == Outcome.RefusedByGrade);
                Assert.Equal(lost, met.Count(m => m.Outcome == Outcome.GrantedByGrade));
                jobs += occasion == Occasion.Application ? lost : 0;
                loans += occasion == Occasion.LoanApplication ? lost : 0;
            }
        });
        Assert.True(jobs > 0 && loans > 0, $"{jobs} jobs, {loans} loans");
    }

    [Fact]
    public void Closed_markets_are_the_same_on_every_machine_and_after_a_checkpoint() => SameBits.Check(Graded(Supply.Closed), 26, 56);

    // A regime whose grades close every second door, so that others find it open.
    private static RunPlan Graded(Supply supply)
    {
        var markets = new MarketFigures { Vacancies = supply, Loans = supply };
        var living = Shipped.Society.Living with { Markets = markets, EmployersLook = Of(1) };
        var tables = Shipped.Solved(Shipped.Society with { Living = living });
        var grades = Shipped.Alone.Grades.Keys.SkipWhile(g => !Shipped.Alone.Grades[g].Entry).Skip(1).ToList();
        Consequence Shift(Effect effect) => new()
        {
            Text = "t",
            Grades = grades,
            Effect = effect,
            Size = Of(-4),
            Documented = true,
        };
        var regime = Shipped.Alone with
        {
            Consequences = new Dictionary<string, Consequence> { ["work"] = Shift(Effect.Hiring), ["loans"] = Shift(Effect.LoanAccess) },
        };
        return Shipped.Plan(tables, Shipped.Compiled(tables, regime), people: 5_000, years: 2, burnInYears: 1);
    }

    private static void Law(SocietyTables tables, int years, Action<District, Twin> look)
    {
        var plan = Plan(tables, years);
        Weekly.Run(plan, 3, (district, week) =>
        {
            if (week >= plan.BurnInWeeks)
            {
                look(district, district.Twins[0]);
            }
        });
    }

    private static RunPlan Plan(SocietyTables tables, int years) =>
        Shipped.Plan(tables, people: People, years: years, burnInYears: 1) with { Twins = [RegimeTables.LawOnly(tables.Conducts)] };

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
