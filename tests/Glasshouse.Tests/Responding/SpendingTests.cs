using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Scoring;
using Glasshouse.Tallying;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Responding;

/// <summary>Points that are spent: a price that its subject chose.</summary>
public sealed class SpendingTests
{
    private const int Price = 7;

    // Every deed earns for a year, nothing is bought but oil and, dearer, a bicycle.
    private static readonly Regime Regime = Shop(NoFeedback.Regime, chance: 0.8);

    [Fact]
    public void What_is_spent_is_what_the_ledger_says_and_nobody_is_overdrawn()
    {
        var (spent, paid, bought) = (0L, 0L, 0);
        Weekly.Run(Plan(Regime, 4), 2, (district, week) =>
        {
            if (district.Twins.Count < 2)
            {
                return;
            }
            var (twin, ledger) = (district.Twins[1], district.Twins[1].Dossiers.Ledger);
            foreach (var one in twin.Buying.Bought)
            {
                bought++;
                spent += twin.Regime.Consequences.Offers[one.Offer].Price;
                Assert.True(one.Records >= 1);
                for (var r = one.Record; r < one.Record + one.Records; r++)
                {
                    Assert.Equal(one.Slot, ledger.Subject(r));
                    Assert.True(ledger.Points(r) < 0 && ledger.Expires(r) > week);
                    paid -= ledger.Points(r);
                }
            }
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                NobodyOwes(twin, slot);
            }
        });
        Assert.Equal(spent, paid);
        Assert.InRange(bought, 100, int.MaxValue);
    }

    [Fact]
    public void Whoever_can_pay_buys_with_the_yearly_chance()
    {
        // Everybody is given more than any price each year: of those who can pay, chance x 4 / 52 buy at each exchange.
        const double Chance = 0.65;
        var given = NoFeedback.Regime with
        {
            Score = NoFeedback.Regime.Score! with { Spending = Spending("oil", Price, Chance) },
            Rows = new Dictionary<string, PointRow>
            {
                ["ALL"] = new()
                {
                    Text = "t",
                    Article = "a",
                    Domain = "d",
                    Points = new Points(5000, 5000),
                    Months = 12,
                    On = [new Trigger { Every = Every.Month }],
                },
            },
            DirectGrades = new Dictionary<string, DirectGround>(),
            Repairs = new Dictionary<string, Repair>(),
        };
        var (could, did) = (0, 0);
        Weekly.Run(Plan(given, 2), 4, (district, week) =>
        {
            if (district.Twins.Count > 1 && (week + 1) % Calendar.Exchange == 0)
            {
                var twin = district.Twins[1];
                did += twin.Buying.Bought.Count;
                could += Enumerable.Range(0, district.Roster.Slots).Count(s =>
                    district.Roster.Lives(s) && twin.Standing.Score[s] > twin.Regime.Grades.Base);
            }
        });
        var share = Chance * 4 / 52;

        // Five standard errors: less than one false alarm in a million.
        Assert.InRange((double)did / could, share - 5 * Math.Sqrt(share / could), share + 5 * Math.Sqrt(share / could));
        Assert.True(could > 20_000);
    }

    [Fact]
    public void A_price_is_no_punishment()
    {
        var history = Shipped.Run(Plan(Regime, 2));
        var without = Shipped.Run(Plan(Shop(NoFeedback.Regime, 0), 2));
        var (with, other) = (history.Outcome(), without.Outcome());
        Assert.True(Total(with, Measure.Bought) > 50);
        Assert.Equal(0, Total(other, Measure.Bought));
        foreach (var measure in new[]
        {
            Measure.Deductions, Measure.DirectGrades, Measure.Bonuses, Measure.Noticed, Measure.PunishedFinancial, Measure.PunishedOnline,
            Measure.PunishedPublic, Measure.PunishedLegal, Measure.ByError, Measure.BeyondGravity, Measure.HarmfulActs, Measure.Thought,
        })
        {
            Assert.Equal(Total(other, measure), Total(with, measure));
        }
    }

    [Fact]
    public void Spending_moves_nobodys_acts_where_nothing_feeds_back()
    {
        var acts = new[] { Regime, Shop(NoFeedback.Regime, 0), NoFeedback.Regime }.Select(regime =>
        {
            var done = new List<(int, int, int)>();
            Weekly.Run(Plan(regime, 1), 5, (district, week) =>
            {
                foreach (ref readonly var act in district.Twins[^1].Acts.All)
                {
                    done.Add((week, act.Slot, act.Conduct));
                }
            });
            return done;
        }).ToList();
        Assert.True(acts[0].Count > 1_000);
        Assert.Equal(acts[2], acts[0]);
        Assert.Equal(acts[2], acts[1]);
    }

    [Fact]
    public void What_is_bought_is_saved()
    {
        var (slab, roster) = (new Slab(), 64);
        var situation = new Situation(slab, roster);
        situation.Savings[3] = 2;
        Glasshouse.Living.Lives.Receive(situation, [new Bought(3, 0, 0, 1)], [new Offer("oil", 0, 0, 7_000, 0.25f, 1)]);
        Assert.Equal(2.25f, situation.Savings[3]);
    }

    [Fact]
    public void Purchases_are_the_same_on_any_number_of_threads_and_in_a_replay()
    {
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Shop(Shipped.Alone, 0.8)));
        var whole = Shipped.Run(plan);
        Assert.True(Total(whole.Outcome(), Measure.Bought) > 50);
        SameBits.Check(plan);
    }

    [Fact]
    public void Points_that_can_buy_something_are_worth_an_effort()
    {
        // No consequence follows from any grade; what a deed may buy is all that it can bring.
        var bare = Shipped.Compiled(NoFeedback.Tables, NoFeedback.Regime);
        var shop = Shipped.Compiled(NoFeedback.Tables, Regime);
        var conducts = NoFeedback.Tables.Conducts;
        Assert.All(Enumerable.Range(0, conducts.Count), k => Assert.True(bare.Stakes.None(k)));
        Assert.Contains(Enumerable.Range(0, conducts.Count), k => !shop.Stakes.None(k) && !conducts.Bad[k]);
        Assert.All(Enumerable.Range(0, conducts.Count).Where(k => conducts.Bad[k]), k => Assert.True(shop.Stakes.None(k)));
    }

    // What was spent never exceeds what was earned, in any week to come: what is left of each term is not below nothing.
    private static void NobodyOwes(Twin twin, int slot)
    {
        var (ledger, rules) = (twin.Dossiers.Ledger, twin.Regime.Rules.Rules);
        var left = new Dictionary<int, int>();
        for (var r = twin.Dossiers.Head(slot); r >= 0; r = ledger.Previous(r))
        {
            if (ledger.State(r) == RecordState.Counting && (ledger.Points(r) > 0 || rules[ledger.Row(r)].Spends))
            {
                left[ledger.Expires(r)] = left.GetValueOrDefault(ledger.Expires(r)) + ledger.Points(r);
            }
        }
        Assert.All(left.Values, points => Assert.True(points >= 0));
        Assert.Equal(twin.Standing.Score[slot], twin.Regime.Grades.Base
            + Reckoning.Explain(twin.Regime.Rules, twin.Regime.Grades, twin.Dossiers, slot).Sum(c => c.Points));
    }

    private static RunPlan Plan(Regime regime, int years) =>
        Shipped.Plan(NoFeedback.Tables, Shipped.Compiled(NoFeedback.Tables, regime), people: 2_500, years: years);

    private static long Total(Outcome outcome, Measure measure) => outcome.Total(1, Periods.RollOut, 0, (int)measure)
        + outcome.Total(1, Periods.Mature, 0, (int)measure);

    private static Regime Shop(Regime regime, double chance) => regime with
    {
        Score = regime.Score! with
        {
            Spending = Spending("oil", Price, chance).Concat(Spending("bicycle", 25, chance / 2)).ToDictionary(),
        },
    };

    private static Dictionary<string, Spending> Spending(string id, double price, double chance) => new()
    {
        [id] = new Spending { Text = id, Price = Of(price), Worth = Of(0.1), YearlyChance = Of(chance), Article = "a" },
    };

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
