using Glasshouse.Engine;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Scoring;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>
/// Everything at once: the shipped society with all its mechanisms under a regime that learns whom to score how, publishes lists, names,
/// spills, answers to protest and rates firms.
/// </summary>
public sealed class WholeModelTests
{
    private static readonly RegimeTables Busy = Shipped.Compiled(Shipped.Tables, Regime());

    [Fact]
    public void At_every_exchange_threads_kernels_checkpoints_and_replays_change_no_bit_of_the_whole_model()
    {
        Assert.Empty(Shipped.Society.Off);
        var plan = Shipped.Plan(regime: Busy, people: 4_000, years: 2);
        SameBits.CheckEveryExchange(plan);

        // The bits of a regime that does none of what it says would be the same as well.
        var history = Shipped.Run(plan);
        var twins = history.Districts.Select(d => (District: d, Twin: d.Twins[1])).ToList();
        int With(Mark mark) => twins.Sum(t => t.Twin.Situation.Marks.Span.ToArray().Count(m => (m & MarkBits.Of(mark)) != 0));
        Assert.All(twins, t => Assert.NotNull(t.Twin.Regime.Weights!.Learned!.Adopted));
        Assert.All(twins, t => Assert.Equal(["hush"], t.Twin.Responses.Select(r => r.Phase)));
        Assert.True(With(Mark.Named) > 10);
        Assert.True(With(Mark.BySpillOver) > 10);
        Assert.True(twins.Sum(t => t.District.Roster.Firms.Heads.ToArray().Count(h => t.Twin.Standing.GradeOn(1, h) > 0)) > 0);
        Assert.Equal([0, 0], history.Outcome().Faults);
    }

    [Fact]
    public void Who_is_born_dies_and_moves_and_who_heads_a_firm_is_the_same_whatever_is_in_force_though_firms_fail()
    {
        var (law, busy) = (Alone(RegimeTables.LawOnly(Shipped.Tables.Conducts)), Alone(Busy));
        Assert.True(Failures(law) > 0 && Failures(busy) > 0);
        Assert.NotEqual(law.Twins[0].Digest(), busy.Twins[0].Digest());
        Assert.Equal(People(law), People(busy));
        Assert.Equal(law.Roster.Firms.Heads.ToArray(), busy.Roster.Firms.Heads.ToArray());

        static District Alone(RegimeTables regime) =>
            Weekly.Run(Shipped.Plan(people: 2_500, years: 4) with { Twins = [regime] }, 8);
        static int Failures(District district) => district.Twins[0].Books.Failed.Span.ToArray().Sum(f => f);
        static List<(byte, ushort, ushort, byte, ushort, float)> People(District district)
        {
            var r = district.Roster;
            return [.. Enumerable.Range(0, r.Slots).Select(s =>
                (r.Age[s], r.Generation[s], r.Household[s], r.HouseholdSize[s], r.Lookalike[s], r.Disposition[s]))];
        }
    }

    // A credit score with learned weights beside the colours of firms. Grades of both are public; what follows hits others as well.
    private static Regime Regime()
    {
        var persons = LearnedTests.Regime;
        var firms = Yaml.Read<Regime>(File.ReadAllText(Path.Combine(Shipped.Root, "regimes", "env-jiangsu.yaml")), "env-jiangsu.yaml")
            .ValueOrThrow();
        var (row, lower) = (persons.Rows.Keys.First(), persons.Grades.Keys.Skip(1).ToList());
        return Including.Merge(
            persons with
            {
                Grades = persons.Grades.ToDictionary(g => g.Key, g => g.Value with { SeenBy = SeenBy.Everybody }),
                Phases = new Dictionary<string, Phase> { ["hush"] = new() { WhenProtestAbove = PhaseTests.Of(0), Without = [row] } },
                Consequences = persons.Consequences.Concat(new Dictionary<string, Consequence>
                {
                    ["named"] = Follows(Effect.NamedInPublic, lower),
                    ["school"] = Follows(Effect.SchoolRefused, lower) with { AlsoHits = [Reached.Household, Reached.Staff] },
                    ["home"] = Follows(Effect.HomeRefused, lower) with { AlsoHits = [Reached.Household, Reached.Staff] },
                }).ToDictionary(),
            },
            [firms]);
    }

    private static Consequence Follows(Effect effect, IReadOnlyList<string> grades) => new()
    {
        Text = "for a test",
        Grades = grades,
        Effect = effect,
        Size = PhaseTests.Of(0.5),
        Documented = true,
    };
}
