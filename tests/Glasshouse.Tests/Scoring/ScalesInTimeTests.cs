using Glasshouse.Kernel;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Scoring;

/// <summary>Scales beside the main one, lists and links, when what is in force changes.</summary>
public sealed class ScalesInTimeTests
{
    [Fact]
    public void What_holds_while_a_grade_is_held_is_entered_when_it_comes_into_force_for_those_who_stand_in_it()
    {
        // Without the condition of being warned, many come on the list.
        var list = ScalesTests.Regime.Scales["list"];
        var grounds = list.DirectGrades.ToDictionary(g => g.Key, g => g.Value with { After = null });
        var phased = With(("before", PhaseTests.Phase(0, without: ["X-LIST", "X-HOME"])), ("after", PhaseTests.Phase(1))) with
        {
            Scales = ScalesTests.Regime.Scales.ToDictionary(
                s => s.Key, s => s.Key == "list" ? list with { DirectGrades = grounds } : s.Value),
            Redress = null,
        };
        var regime = Shipped.Compiled(Shipped.Tables, phased);
        var rule = (ushort)Array.FindIndex(regime.Rules.Rules, r => r.Id == "X-LIST");
        var listed = regime.Grades.On(1).Names.ToList().IndexOf("listed");
        var stood = 0;
        Weekly.Run(Shipped.Plan(regime: regime, people: 2_400), 3, (district, week) =>
        {
            var twin = district.Twins[^1];
            if (week < Calendar.Year || week > 2 * Calendar.Year + 20)
            {
                return;
            }
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                var on = district.Roster.Lives(slot) && twin.Standing.GradeOn(1, slot) == listed;
                Assert.Equal(on && week >= 2 * Calendar.Year, Counts(twin.Dossiers, slot, rule));
                stood += on && week == 2 * Calendar.Year ? 1 : 0;
            }
        });
        Assert.True(stood > 5, $"{stood} were on the list when the rule came");
    }

    [Fact]
    public void A_scale_goes_out_of_force_by_its_name_and_the_others_stay()
    {
        var regime = Shipped.Compiled(Shipped.Tables, With(("over", PhaseTests.Phase(1, without: ["list/*"]))));
        var (before, after) = (regime.At(51), regime.At(52));
        Assert.True(before.Consequences.Further[0].Any && before.Consequences.Further[0].InForce);
        Assert.False(after.Consequences.Further[0].Any || after.Consequences.Further[0].InForce);
        Assert.True(after.Consequences.InForce && after.Consequences.Further[1].InForce && after.Runs);
        Assert.Equal(["L-1", "L-2"],
            after.Rules.Rules.Where(r => !r.InForce).Select(r => r.Id["list/".Length..]).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>To look at everybody anew moves nothing: not on lists, nor on scales that are evaluated at dates.</summary>
    [Fact]
    public void To_take_out_what_no_act_can_meet_changes_no_bit()
    {
        string[] never = [.. Shipped.Alone.Rows.Where(r => r.Value.NotModelled is not null).Select(r => r.Key).Take(2)];
        var phased = With(("one", PhaseTests.Phase(0.75, without: never)), ("other", PhaseTests.Phase(1)));
        Assert.Equal(Digest(ScalesTests.Regime), Digest(phased));
    }

    private static ulong Digest(Regime regime) =>
        Shipped.Run(Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime), people: 3_000)).Outcome().Digest;

    private static Regime With(params IEnumerable<(string Id, Phase Phase)> phases) => ScalesTests.Regime with
    {
        Phases = phases.ToDictionary(p => p.Id, p => p.Phase),
    };

    private static bool Counts(Dossiers dossiers, int slot, ushort rule)
    {
        var r = dossiers.Head(slot);
        while (r >= 0 && (dossiers.Ledger.State(r) != RecordState.Counting || dossiers.Ledger.Row(r) != rule))
        {
            r = dossiers.Ledger.Previous(r);
        }
        return r >= 0;
    }
}
