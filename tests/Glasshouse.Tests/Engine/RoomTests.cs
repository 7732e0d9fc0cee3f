using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Tallying;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>There is room for what a rule book has: ten grades are told apart, and so are as many counters as it needs.</summary>
public sealed class RoomTests
{
    private static readonly Regime Deciles = Shipped.Alone with
    {
        Grades = Enumerable.Range(1, 10).ToDictionary(
            g => $"g{g}", g => new Grade { Label = $"{g}", TopShare = g < 10 ? Of(g / 10.0) : null, Entry = g == 5 }),
        DirectGrades = new Dictionary<string, DirectGround>(),
        Repairs = new Dictionary<string, Repair>(),
        Consequences = new Dictionary<string, Consequence>(),
        Score = Shipped.Alone.Score! with { Floor = null, Ceiling = null },
        Rows = Enumerable.Range(0, 5).ToDictionary(i => $"L-{i}", i => new PointRow
        {
            Text = "bills paid",
            Points = new Points(i + 1, i + 1),
            Article = "a",
            Domain = "financial",
            On = [new Trigger { Conduct = "bill-on-time" }],
            Tier = new Tier { Counter = $"c{i}", Reach = i + 1 },
        }),
        Rules = Shipped.Alone.Rules! with { LargestMinus = null, LargestPlus = null },
    };

    [Fact]
    public void Ten_grades_and_five_counters_are_told_apart()
    {
        var tables = Shipped.Compiled(Shipped.Tables, Deciles);
        Assert.Equal(5, Room.Of([tables]).Counters);
        var outcome = Shipped.Run(Shipped.Plan(regime: tables)).Outcome();
        var held = Enumerable.Range(0, 10).Select(g => outcome.Total(1, Periods.Mature, 0, (int)Measure.Grades + g)).ToList();
        // Bills fall into some six scores, so that the ends are filled and some decile between is empty.
        Assert.True(held[0] > 0 && held[9] > 0 && held.Count(h => h > 0) >= 4, string.Join(", ", held));
        var moves = Enumerable.Range(0, 100).Select(m => outcome.Total(1, Periods.Mature, 0, (int)Measure.Transitions + m)).ToList();
        Assert.True(moves.Where((_, m) => m % 10 == 9).Sum() > 0);
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing() =>
        SameBits.Check(Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Deciles)));

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
