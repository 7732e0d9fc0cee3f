using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Lab.Telling;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Tallying;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Telling;
using Xunit;

namespace Glasshouse.Tests.Responding;

/// <summary>Points that money buys.</summary>
public sealed class SaleTests
{
    private const double Price = 2;
    private const int Points = 10;

    [Fact]
    public void Whoever_has_saved_the_price_buys_with_the_yearly_chance()
    {
        const double Chance = 0.65;
        var (could, did) = (0, 0);
        Weekly.Run(Plan(Shop(NoFeedback.Regime, Chance), 2), 4, (district, week) =>
        {
            if (district.Twins.Count < 2 || (week + 1) % Calendar.Exchange != 0)
            {
                return;
            }
            var twin = district.Twins[1];
            foreach (var sold in twin.Selling.Sold)
            {
                did++;
                Assert.Equal(Points * 1000, twin.Dossiers.Ledger.Points(sold.Record));
                Assert.Equal(week + Calendar.FromMonths(6), twin.Dossiers.Ledger.Expires(sold.Record));
            }
            var buyers = twin.Selling.Sold.Select(s => (int)s.Slot).ToHashSet();
            could += Enumerable.Range(0, district.Roster.Slots).Count(s => district.Roster.Lives(s) && district.Roster.Is(s, Role.Adult)
                && !Glasshouse.Recording.SubjectTable.LeavesOut(twin.Situation.Marks[s])
                && (buyers.Contains(s) || twin.Situation.Savings[s] >= Price + 0.5));
        });
        var share = Chance * 4 / 52;

        // Those with savings within half a week's spending of the price are left out of the count, which moves it by little.
        Assert.True(could > 10_000);
        Assert.InRange((double)did / could, share - 5 * Math.Sqrt(share / could) - 0.002, share + 5 * Math.Sqrt(share / could) + 0.002);
    }

    [Fact]
    public void Who_pays_for_one_lot_has_less_for_the_next_and_who_cannot_pay_buys_none()
    {
        var tables = Shipped.Compiled(NoFeedback.Tables, Shop(NoFeedback.Regime, 1));
        var lot = tables.Consequences.Lots[0] with { Chance = 1 };
        var (slab, roster) = (new Slab(), new Roster(Roster.BlockSize));
        var (situation, dossiers) = (new Situation(slab, roster.Slots), new Glasshouse.Recording.Dossiers(slab, roster.Slots));
        roster.Age.Span.Fill(Roster.Vacant);
        for (var slot = 0; slot < 4; slot++)
        {
            roster.Age[slot] = 40;
            roster.Roles[slot] = RoleBits.Of(Role.Adult);
            situation.Savings[slot] = 1 + slot;
        }
        var selling = new Selling();
        selling.Month([lot, lot], tables.Rules, dossiers, roster, situation, 1, 0, 3);
        Assert.Equal([1, 2, 3, 3], selling.Sold.Select(s => (int)s.Slot));
        Glasshouse.Living.Lives.Pay(situation, selling.Sold, [lot, lot]);
        Assert.Equal([1f, 0f, 1f, 0f], situation.Savings.Span[..4].ToArray());
    }

    [Fact]
    public void Points_that_were_bought_are_no_merit_and_move_nobodys_acts()
    {
        // For nothing: money that is paid is missed later, and moves what a debtor can pay.
        var regime = Shop(NoFeedback.Regime, 0.8, price: 0);
        var (with, other) = (Shipped.Run(Plan(regime, 2)).Outcome(), Shipped.Run(Plan(NoFeedback.Regime, 2)).Outcome());
        Assert.True(Total(with, Measure.PointsBought) > 50);
        Assert.Equal(0, Total(other, Measure.PointsBought));
        foreach (var measure in new[] { Measure.Bonuses, Measure.Deductions, Measure.Noticed, Measure.HarmfulActs, Measure.Thought })
        {
            Assert.Equal(Total(other, measure), Total(with, measure));
        }
        var tables = NoFeedback.Tables;
        var (shop, bare) = (Shipped.Compiled(tables, regime), Shipped.Compiled(tables, NoFeedback.Regime));
        Assert.All(Enumerable.Range(0, tables.Conducts.Count), k => Assert.Equal(bare.Stakes.None(k), shop.Stakes.None(k)));
    }

    [Fact]
    public void Sales_are_the_same_on_any_number_of_threads_and_in_a_replay()
    {
        var plan = Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Shop(Shipped.Regime, 0.8)));
        var whole = Shipped.Run(plan);
        Assert.True(Total(whole.Outcome(), Measure.PointsBought) > 50);
        SameBits.Check(plan);
    }

    [Fact]
    public void A_life_and_an_account_tell_what_was_paid_for()
    {
        var run = Told.With(regime => Shop(regime, 1));
        var replay = run.Replay(new PersonId(0, 0));
        var people = Enumerable.Range(0, replay.District.Roster.Slots).Where(s => s % 5 == 0 && replay.District.Roster.Lives(s)).ToList();
        var lives = people.Select(slot => new LifeRecorder(run, replay.District, slot)).ToList();
        replay.Run(week => lives.ForEach(life => life.AfterWeek(week)));
        var told = lives.SelectMany(life => life.With.Events).Select(e => e.Text).ToList();
        Assert.Contains("buys 10 points for 2 weeks of income: sponsors the village fund", told);
        var lines = people.Select(slot => Account.At(run, replay.District, new PersonId(0, slot), run.Plan.Weeks))
            .SelectMany(a => a.Lines).Where(l => l.Rule == "sale fund").ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.Equal(("sponsors the village fund", "art. 9", "true"), (l.Text, l.Article, l.Origin)));
    }

    private static RunPlan Plan(Regime regime, int years) =>
        Shipped.Plan(NoFeedback.Tables, Shipped.Compiled(NoFeedback.Tables, regime), people: 2_500, years: years);

    private static long Total(Outcome outcome, Measure measure) => outcome.Total(1, Periods.RollOut, 0, (int)measure)
        + outcome.Total(1, Periods.Mature, 0, (int)measure);

    private static Regime Shop(Regime regime, double chance, double price = Price) => regime with
    {
        Score = regime.Score! with
        {
            Sale = new Dictionary<string, Sale>
            {
                ["fund"] = new()
                {
                    Text = "sponsors the village fund",
                    Price = Of(price),
                    Points = Of(Points),
                    Months = Of(6),
                    YearlyChance = Of(chance),
                    Article = "art. 9",
                },
            },
        },
    };

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
