using Glasshouse.Files;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Xunit;
using Mark = Glasshouse.Population.Mark;

namespace Glasshouse.Tests.Recording;

/// <summary>Who is scored: from an age on, or by consent.</summary>
public sealed class SubjectTests
{
    // A consequence of the entry grade as well, which must not reach who is not scored.
    private static readonly Regime Regime = Shipped.Alone with
    {
        Consequences = new Dictionary<string, Consequence>(Shipped.Alone.Consequences)
        {
            ["of-the-entry-grade"] = new Consequence
            {
                Text = "t",
                Grades = ["A"],
                Effect = Effect.Hiring,
                Size = Of(-3),
                Documented = true,
            },
        },
    };

    [Fact]
    public void Nobody_below_the_age_is_scored_and_whoever_reaches_it_is()
    {
        const int Age = 40;
        var grown = false;
        var before = new HashSet<(int, int)>();
        Outside(new Subjects { AdultFrom = Of(Age) }, (roster, slot, unscored) =>
        {
            Assert.Equal(roster.Age[slot] < Age, unscored);
            var who = (slot, roster.Generation[slot]);
            grown |= !unscored && before.Contains(who);
            if (unscored)
            {
                before.Add(who);
            }
        });
        Assert.True(grown);
    }

    [Fact]
    public void Under_an_opt_in_only_those_who_joined_are_scored_and_they_stay_the_same()
    {
        var joined = new Dictionary<(int, int), bool>();
        Outside(new Subjects { AdultFrom = Of(18), OptIn = new OptIn { Share = Of(0.4) } }, (roster, slot, unscored) =>
        {
            var who = (slot, roster.Generation[slot]);
            Assert.Equal(joined.GetValueOrDefault(who, !unscored), !unscored);
            joined[who] = !unscored;
        });

        // Some 2,300 people: four standard errors are 0.04.
        Assert.InRange(joined.Values.Average(j => j ? 1 : 0), 0.36, 0.44);
    }

    [Fact]
    public void Nobody_joins_a_share_of_nought()
    {
        var tables = Shipped.Compiled(Shipped.Tables, Regime with
        {
            Subjects = new Subjects { AdultFrom = Of(18), OptIn = new OptIn { Share = Of(0) } },
        });
        var district = Weekly.Run(Shipped.Plan(regime: tables, people: 2_000), 3);
        Assert.Equal(0, district.Twins[1].Dossiers.Ledger.Count);
        Assert.Equal(district.Twins[0].Situation.Roles.Span, district.Twins[1].Situation.Roles.Span);
    }

    [Fact]
    public void An_age_below_that_of_the_models_adults_is_refused()
    {
        var reading = SmallRegime.Read(SmallRegime.With("value: 18", "value: 16"));
        Assert.Equal([FaultCode.OutOfRange], reading.Faults.Select(f => f.Code));
    }

    // Lets the regime run over a district; every week, whoever is not scored has nothing on file, knows of nothing and loses nothing.
    private static void Outside(Subjects subjects, Action<Roster, int, bool> look)
    {
        var tables = Shipped.Compiled(Shipped.Tables, Regime with { Subjects = subjects });
        var byGrade = 0;
        var district = Weekly.Run(Shipped.Plan(regime: tables, people: 3_000), 3, (district, _) =>
        {
            if (district.Twins.Count < 2)
            {
                return;
            }
            var (twin, roster) = (district.Twins[1], district.Roster);
            for (var slot = 0; slot < roster.Slots; slot++)
            {
                if (!roster.Lives(slot) || !roster.Is(slot, Role.Adult))
                {
                    continue;
                }
                var unscored = SubjectTable.LeavesOut(twin.Situation.Marks[slot]);
                look(roster, slot, unscored);
                if (unscored)
                {
                    Assert.Equal(-1, twin.Dossiers.Head(slot));
                    Assert.Equal(tables.Grades.Entry, twin.Standing.Grade[slot]);
                    Assert.Equal(0u, twin.Situation.Marks[slot] & MarkBits.Of(Mark.Aware));
                }
            }
            foreach (var met in twin.Lives.Met)
            {
                var decided = met.Outcome is Outcome.GrantedByGrade or Outcome.RefusedByGrade;
                byGrade += decided ? 1 : 0;
                Assert.False(decided && SubjectTable.LeavesOut(twin.Situation.Marks[met.Slot]));
            }
        });
        Assert.True(byGrade > 0);
        Assert.True(district.Twins[1].Dossiers.Ledger.Count > 100);
    }

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
