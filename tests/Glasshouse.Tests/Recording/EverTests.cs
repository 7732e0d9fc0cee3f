using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Recording;

/// <summary>Conditions that ask for what was ever on file, whether it counts or not.</summary>
public sealed class EverTests
{
    [Fact]
    public void A_repetition_counts_for_ever_where_the_text_says_so_and_outlives_every_fold()
    {
        var ever = Repetitions(ever: true);
        var standing = Repetitions(ever: false);
        Assert.True(ever.Folded > 100, $"{ever.Folded} records folded");
        // Of n deeds of one person all but the first are repetitions.
        Assert.All(ever.Deeds, d => Assert.Equal(d.Value - 1, ever.Again.GetValueOrDefault(d.Key)));
        Assert.Equal(ever.Deeds, standing.Deeds);
        Assert.All(standing.Again, a => Assert.True(a.Value <= standing.Deeds[a.Key] - 1));
        Assert.True(standing.Again.Values.Sum() < ever.Again.Values.Sum() / 2);
    }

    /// <summary>Of a person's deeds those are repetitions that follow another within the window, be it on the same day.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    public void A_window_counts_what_lies_in_it(int within)
    {
        var tables = Shipped.Compiled(NoFeedback.Tables, Regime(ever: true, within));
        var (deeds, again) = (new Dictionary<(int, int), List<int>>(), 0);
        Weekly.Run(Shipped.Plan(NoFeedback.Tables, tables, people: 3_700, years: 2), 9, (district, week) =>
        {
            foreach (ref readonly var one in district.Twins[^1].Entering.Records)
            {
                var ledger = district.Twins[^1].Dossiers.Ledger;
                var slot = ledger.Subject(one.Record);
                if (tables.Rules.Rules[ledger.Row(one.Record)].Id == "AGAIN")
                {
                    again++;
                    continue;
                }
                var person = (slot, district.Roster.Generation[slot]);
                (deeds.TryGetValue(person, out var weeks) ? weeks : deeds[person] = []).Add(week);
            }
        });
        var expected = deeds.Values.Sum(weeks => weeks.Zip(weeks.Skip(1), (before, week) => week - before <= within ? 1 : 0).Sum());
        Assert.Equal(expected, again);
        Assert.InRange(again, 15, deeds.Values.Sum(weeks => weeks.Count - 1) - 15);
    }

    [Fact]
    public void What_an_appeal_removed_was_never_there()
    {
        var ledger = new Ledger();
        ledger.Open(0);
        foreach (var state in new[] { RecordState.Expired, RecordState.Removed, RecordState.Repaired, RecordState.Expired })
        {
            var row = (ushort)(ledger.Count == 3 ? 1 : 0);
            ledger.Close(ledger.Append(0, row, 4, 0, -5, ledger.Count - 1), state);
        }
        var fold = ledger.Fold(int.MaxValue, [true, false]);
        Assert.Equal([0, -1, 1, -1], fold.To);
        Assert.All([0, 1], r => Assert.Equal(RecordState.Past, ledger.State(r)));
        Assert.All([0, 1], r => Assert.True(new Earlier([0], 1, 0, Ever: true).Takes(ledger.State(r))));
        Assert.False(new Earlier([0], 1, 0).Takes(RecordState.Past));
        Assert.False(new Earlier([0], 1, 0, Ever: true).Takes(RecordState.Removed));
        // A second fold keeps them too.
        Assert.Equal([0, 1], ledger.Fold(int.MaxValue, [true, false]).To);
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing() =>
        SameBits.Check(Shipped.Plan(NoFeedback.Tables, Shipped.Compiled(NoFeedback.Tables, Regime(ever: true))));

    // Deeds and repetitions by place and occupant.
    private static (Dictionary<(int, int), int> Deeds, Dictionary<(int, int), int> Again, long Folded) Repetitions(bool ever)
    {
        var tables = Shipped.Compiled(NoFeedback.Tables, Regime(ever));
        var found = new Dictionary<string, Dictionary<(int, int), int>> { ["DEED"] = [], ["AGAIN"] = [] };
        var district = Weekly.Run(Shipped.Plan(NoFeedback.Tables, tables, people: 3_700, years: 3), 9, (district, week) =>
        {
            foreach (ref readonly var one in district.Twins[^1].Entering.Records)
            {
                var ledger = district.Twins[^1].Dossiers.Ledger;
                var (slot, by) = (ledger.Subject(one.Record), found[tables.Rules.Rules[ledger.Row(one.Record)].Id]);
                var person = (slot, district.Roster.Generation[slot]);
                by[person] = by.GetValueOrDefault(person) + 1;
            }
        });
        return (found["DEED"], found["AGAIN"], district.Twins[1].Dossiers.Ledger.Folded);
    }

    private static Regime Regime(bool ever, int? within = null) => NoFeedback.Regime with
    {
        Rows = new Dictionary<string, PointRow>
        {
            ["DEED"] = Row(null),
            ["AGAIN"] = Row(new After { Rows = ["DEED"], Ever = ever, WithinWeeks = within }),
        },
        DirectGrades = new Dictionary<string, DirectGround>(),
        Repairs = new Dictionary<string, Repair>(),
        Rules = NoFeedback.Regime.Rules! with { LargestMinus = null, LargestPlus = null },
        Redress = null,
    };

    private static PointRow Row(After? after) => new()
    {
        Text = "t",
        Article = "a",
        Domain = "d",
        Points = new Points(-1, -1),
        Months = 1,
        On = [new Trigger { Conduct = "jaywalking" }],
        After = after,
    };
}
