using Glasshouse.Cli;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Telling;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Telling;

/// <summary>What is in force when, as a reader is told.</summary>
public sealed class TurningTests
{
    [Fact]
    public void Phases_years_and_gains_are_told_in_order_of_time()
    {
        var small = SmallRegime.Read(SmallRegime.Text).ValueOrThrow();
        var regime = small with
        {
            Channels = small.Channels.ToDictionary(c => c.Key, c => c.Value with { YearlyGain = PhaseTests.Of(0.05) }),
            Consequences = small.Consequences.ToDictionary(c => c.Key, c => c.Value with { FromYear = PhaseTests.Of(1) }),
            Phases = new Dictionary<string, Phase>
            {
                ["pilot"] = PhaseTests.Phase(0, 0.2),
                ["extended"] = PhaseTests.Phase(1.5, without: ["R-1"]) with { Text = "extended to all" },
                ["over"] = PhaseTests.Phase(6, without: ["*"]),
            },
        };
        Assert.Equal(
            [
                "from the start: pilot; not in force shamed; in 20% of districts",
                "after 1 year: everything is in force",
                "after 1.5 years: extended to all; not in force R-1; in all districts",
                "after 6 years: over; nothing is in force",
                "each year: coverage of the public channel +5%",
            ], Turning.Of(regime).Select(t => t.Words));
        Assert.Empty(Turning.Of(small));
    }

    [Fact]
    public void Check_and_diff_say_what_is_in_force_when()
    {
        Assert.Contains("  after 2 years: repealed; nothing is in force", Run("check", "repeal"), StringComparison.Ordinal);
        Assert.Contains("\"when\": \"after 2 years\"", Run("check", "repeal", "--json"), StringComparison.Ordinal);
        Assert.Contains("repealed added: from year 2, nothing in force", Run("diff", "single-score", "repeal"), StringComparison.Ordinal);
        Assert.Contains("  after 3 years: the list; in force", Run("list", "regimes", "--reach"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_life_and_an_account_say_when_the_rules_have_changed()
    {
        var run = Told.With(regime => regime with
        {
            Phases = new Dictionary<string, Phase>
            {
                ["less"] = PhaseTests.Phase(0.5, without: ["WD-000"]),
                ["over"] = PhaseTests.Phase(1, without: ["*"]),
            },
        });
        var person = Told.People(0).First();
        var told = LifeStory.Tell(run, new LifeWish { Person = person.ToString() }).With.Select(e => (e.Week, e.Text)).ToList();
        Assert.Contains((27, "the rules change: less; not in force WD-000"), told);
        Assert.Contains((53, "nothing of the regime is in force here now"), told);
        Assert.Null(Account.Of(run, person, 26).NotInForce);
        Assert.Equal("Not in force in this week: WD-000.", Account.Of(run, person, 27).NotInForce);
        Assert.StartsWith("Nothing of the regime is in force", Account.Of(run, person, 53).NotInForce, StringComparison.Ordinal);
    }

    [Fact]
    public void An_included_regime_has_no_phases_of_its_own_and_its_ids_are_known_by_its_name()
    {
        var included = SmallRegime.Read(SmallRegime.Text.Replace("id: small", "id: other", StringComparison.Ordinal)).Draft!;
        string[] Codes(string without, Regime other)
        {
            var phases = $"phases: {{ over: {{ from-year: {{ value: 2, document: S1 }}, without: [{without}] }} }}\n";
            var reading = SmallRegime.Read(SmallRegime.With(
                "title: A small regime\n", "title: A small regime\nincludes: [other]\n" + phases));
            return [.. RegimeCheck.Check(reading, SmallRegime.Conducts, [other]).Select(f => f.Code)];
        }

        Assert.Empty(Codes("other/R-1, other/shamed", included));
        Assert.Equal([FaultCode.UnknownInPhase], Codes("other/R-9", included));
        var phased = included with { Phases = new Dictionary<string, Phase> { ["x"] = PhaseTests.Phase(1, without: ["R-1"]) } };
        Assert.Equal([FaultCode.Includes], Codes("other/R-1", phased));
    }

    private static string Run(params string[] words)
    {
        var output = new StringWriter();
        Assert.Equal(0, Commands.Run(words, new Surroundings(output, TextWriter.Null, default)));
        return output.ToString();
    }
}
