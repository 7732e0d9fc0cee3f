using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Population;

/// <summary>People come and go by a schedule that no regime moves, and newcomers bring no past.</summary>
public sealed class DemographyTests
{
    private static readonly uint Past = MarkBits.Of(Mark.Named) | MarkBits.Of(Mark.EverFell) | MarkBits.Of(Mark.EverRose)
        | MarkBits.Of(Mark.EverWronged) | MarkBits.Of(Mark.EverProfited) | MarkBits.Causes;

    [Fact]
    public void The_schedule_is_the_same_under_the_law_alone_and_under_a_regime()
    {
        var plan = Shipped.Plan(people: 2_000, years: 5);
        var with = Rosters(plan);
        var without = Rosters(plan with { Twins = [RegimeTables.LawOnly(Shipped.Tables.Conducts)] });
        Assert.Equal(without, with);
        Assert.Equal(with.Count, with.Distinct().Count());
    }

    [Fact]
    public void Ages_stay_within_bounds_and_every_household_has_an_adult_place() =>
        Weekly.Run(Shipped.Plan(people: 2_000, years: 30), 4, (district, week) =>
        {
            if (week % Calendar.Quarter != 0)
            {
                return;
            }
            var roster = district.Roster;
            for (var slot = 0; slot < roster.Slots; slot++)
            {
                if (roster.Lives(slot))
                {
                    Assert.InRange(roster.Age[slot], 0, 110);
                    Assert.Equal(roster.Age[slot] >= Shipped.Tables.Marginals.AdultFrom, roster.Is(slot, Role.Adult));
                    Assert.True(roster.Is(roster.Household[slot], Role.Adult));
                }
            }
        });

    [Fact]
    public void The_next_occupant_of_a_slot_begins_without_records_and_marks()
    {
        var generations = Array.Empty<ushort>();
        var newcomers = 0;
        Weekly.Run(Shipped.Plan(people: 3_000, years: 6), 6, (district, week) =>
        {
            var roster = district.Roster;
            var before = generations;
            generations = roster.Generation.Span.ToArray();
            if (before.Length == 0 || district.Twins.Count < 2)
            {
                return;
            }
            var twin = district.Twins[1];
            for (var slot = 0; slot < roster.Slots; slot++)
            {
                if (generations[slot] == before[slot])
                {
                    continue;
                }
                newcomers++;

                // What the newcomer did in the first week may be on record already; what the predecessor did may not.
                for (var r = twin.Dossiers.Head(slot); r >= 0; r = twin.Dossiers.Ledger.Previous(r))
                {
                    Assert.Equal(week, twin.Dossiers.Ledger.Week(r));
                }
                if (twin.Dossiers.Head(slot) < 0)
                {
                    Assert.Equal(twin.Regime.Grades.Base, twin.Standing.Score[slot]);
                    Assert.Equal(twin.Regime.Grades.Entry, twin.Standing.Grade[slot]);
                    Assert.Equal(0u, twin.Situation.Marks[slot] & Past);
                }
            }
        });
        Assert.True(newcomers > 500);
    }

    [Fact]
    public void Whoever_is_taken_for_somebody_else_is_not_always_taken_for_the_same_person()
    {
        var roster = Synthesis.Build(Shipped.Tables.Marginals, 8, 0, 3_000);
        var takenFor = Enumerable.Range(0, roster.Slots).Where(roster.Lives).CountBy(slot => roster.Lookalike[slot]).Max(c => c.Value);

        // One adult each is certain; some 700 children fall on some 2,300 adults, and more than 9 on one has a chance below 1e-5.
        Assert.InRange(takenFor, 1, 9);
    }

    private static List<ulong> Rosters(RunPlan plan)
    {
        var digests = new List<ulong>();
        Weekly.Run(plan, 9, (district, week) =>
        {
            if (week % Calendar.Year == 0)
            {
                var roster = district.Roster;
                var traits = Digest.Of<float>(roster.TraitOf(Trait.Stance).Span);
                digests.Add(Digest.Combine(Digest.Combine(Digest.Of<byte>(roster.Age.Span), Digest.Of<uint>(roster.Roles.Span)), traits));
            }
        });
        return digests;
    }
}
