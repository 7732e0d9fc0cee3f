using CsCheck;
using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Scoring;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Scoring;

/// <summary>A score is the base and the sum of what counts, and what counts is what the text says.</summary>
public sealed class ArithmeticTests
{
    private const int Weeks = 130;

    [Fact]
    public void Scores_and_grades_are_those_of_a_plain_reading_of_the_text()
    {
        var bought = 0;
        Gen.Int[0, int.MaxValue - 1].Sample(seed => bought += Compare(new Random(seed)), iter: 400, threads: 1, seed: "0000KRjFdm31");
        Assert.True(bought > 400);
    }

    [Fact]
    public void In_a_run_of_the_shipped_regime_every_score_is_the_sum_that_explains_it()
    {
        var plan = Shipped.Plan(people: 3_000, years: 6);
        var grades = plan.Twins[1].Grades;
        var (adjusted, looked) = (0, 0);
        Weekly.Run(plan, 2, (district, _) =>
        {
            var twin = district.Twins[^1];
            if (district.Twins.Count < 2)
            {
                return;
            }
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                if (twin.Dossiers.Head(slot) >= 0)
                {
                    looked++;
                    var counted = Reckoning.Explain(twin.Regime.Rules, grades, twin.Dossiers, slot);
                    Assert.Equal(grades.Base + counted.Sum(c => c.Points), twin.Standing.Score[slot]);
                    adjusted += counted.Exists(c => c.Suspended) ? 1 : 0;
                }
                else if (district.Roster.Lives(slot))
                {
                    Assert.Equal(grades.Base, twin.Standing.Score[slot]);
                }
            }
        });

        // Far more persons and weeks than the thousand that are asked for, bonuses under suspension among them.
        Assert.True(looked > 1_000);
        Assert.True(adjusted > 0);
    }

    // What was bought over all weeks.
    private static int Compare(Random random)
    {
        var bought = 0;
        var regime = RandomRegime.Draw(random);
        var society = Shipped.Society;
        var conducts = new ConductTable(RandomRegime.Catalogue, new Dictionary<string, Temperament> { ["plain"] = new() },
            society.Acting, new float[4], 0);
        var tables = Compilation.Compile(regime, conducts, society.Living, society.Observing);
        var roster = Household(random);
        var slab = new Slab();
        var dossiers = new Dossiers(slab, roster.Slots);
        var standing = new Standing(slab, roster.Slots);
        var situation = new Situation(slab, roster.Slots);
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            standing.Enter(tables.Grades, slot);
            situation.Roles[slot] = roster.Roles[slot];
            situation.Savings[slot] = random.Next(12);
        }
        var (entering, reckoning, consenting, buying) = (new Entering(), new Reckoning(), new Consenting(), new Buying());
        var selling = new Selling();
        Lot[] lots = [.. tables.Consequences.Lots.Select(l => l with { Chance = 1 })];
        Offer[] offers = [.. tables.Consequences.Offers.Select(o => o with { Chance = 1 })];
        var shop = new ConsequenceTable { Sizes = [], EntryGrade = 0, Offers = offers };
        var plain = new PlainBook(regime, RandomRegime.Catalogue, roster);
        for (var week = 0; week < Weeks; week++)
        {
            var seen = Sightings(random, conducts);
            if (week % Calendar.Year == 0)
            {
                dossiers.NewYear();
            }
            foreach (var scale in tables.Rules.Asked)
            {
                standing.GradesOn(scale, entering.Held(scale, roster.Slots));
            }
            entering.Open(dossiers, week);
            entering.Enter(tables.Rules, dossiers, roster, situation, seen, week);
            entering.Continue(tables.Rules, dossiers, roster, situation, week);
            dossiers.Agenda.Done(week);
            reckoning.Reckon(tables.Rules, tables.Grades, dossiers, standing);
            dossiers.Touched.Clear();
            plain.Pass(week, seen, slot => roster.Roles[slot]);
            if (week % Calendar.Exchange == 3)
            {
                foreach (var slot in Enumerable.Range(0, People).Where(s => roster.Is(s, Role.Adult) && random.Next(8) == 0))
                {
                    var joins = (situation.Marks[slot] & MarkBits.Outside(0)) != 0;
                    consenting.Change(tables.Subjects, tables.Rules, tables.Grades, dossiers, standing, roster, situation, slot, 0, joins);
                    plain.Consent(slot, joins);
                }
                buying.Open();
                buying.Month(shop, tables.Rules, tables.Grades, dossiers, roster, 0, 0, week);
                Assert.Equal(plain.Buy(People), buying.Bought.Count);
                bought += buying.Bought.Count;
                selling.Open();
                selling.Month(lots, tables.Rules, dossiers, roster, situation, 0, 0, week);
                Assert.Equal(Enumerable.Range(0, People).Where(s => roster.Is(s, Role.Adult))
                    .Sum(s => plain.Sell(s, situation.Savings[s], week)), selling.Sold.Count);
                reckoning.Reckon(tables.Rules, tables.Grades, dossiers, standing);
                dossiers.Touched.Clear();
            }
            for (var slot = 0; slot < People; slot++)
            {
                Assert.Equal(plain.Of(slot), (standing.Score[slot], standing.Grade[slot]));
            }
        }
        return bought;
    }

    private const int People = 12;

    // Three households of four: two of an age, an adult who is the child of one of them, and a child.
    private static Roster Household(Random random)
    {
        var roster = new Roster(Roster.BlockSize);
        roster.Age.Span.Fill(Roster.Vacant);
        ReadOnlySpan<byte> ages = [50, 47, 22, 9];
        for (var slot = 0; slot < People; slot++)
        {
            roster.Household[slot] = (ushort)(slot / 4 * 4);
            roster.HouseholdSize[slot] = 4;
            roster.Age[slot] = ages[slot % 4];
            roster.Roles[slot] = (slot % 4 < 3 ? RoleBits.Of(Role.Adult) : 0) | RoleBits.Of(random.Next(2) == 0 ? Role.Urban : Role.Rural);
        }
        return roster;
    }

    private static Sighting[] Sightings(Random random, ConductTable conducts) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ =>
        {
            var conduct = (byte)random.Next(conducts.Count);
            var bits = (uint)random.NextInt64(1L << 32);
            var weeks = Episodes.Weeks(conducts.LastsWeeks[conduct], bits);
            return new Sighting((ushort)random.Next(People), conduct, conducts.LevelOf(conduct, bits), (ushort)weeks, bits);
        }).OrderBy(s => (s.Slot, s.Conduct))];
}
