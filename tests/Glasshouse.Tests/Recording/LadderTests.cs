using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Xunit;

namespace Glasshouse.Tests.Recording;

/// <summary>A row may have a tier and a cap: the ladder says what it is worth, the cap how much of it counts.</summary>
public sealed class LadderTests
{
    // An act adds one to three units.
    private static readonly RuleTable Rules = new()
    {
        Rules =
        [
            new Rule { Id = "R-1", Points = 5000, Weeks = 52, Counter = 0, CapId = 0, Cap = 8000 },
            new Rule { Id = "R-2", Points = 12_000, Weeks = 52, Counter = 0, CapId = 0, Cap = 8000 },
        ],
        Catches = [[new Caught(0, 0)], .. new Caught[RuleTable.Levels - 1][]],
        Ladders = [[new LadderTier(3, 5000, 0), new LadderTier(7, 12_000, 1)], []],
        ClassOf = [0, 0],
        AmountMean = [2],
    };

    [Fact]
    public void A_row_with_a_tier_and_a_cap_climbs_up_to_the_cap()
    {
        var roster = new Roster(Roster.BlockSize);
        var slab = new Slab();
        var dossiers = new Dossiers(slab, roster.Slots);
        var situation = new Situation(slab, roster.Slots);
        situation.Roles[0] = RoleBits.Of(Role.Adult);
        var entering = new Entering();
        var entered = new List<(int Week, ushort Row, int Points)>();
        for (var week = 0; week < 10; week++)
        {
            entering.Open(dossiers, week);
            entering.Enter(Rules, dossiers, roster, situation, [new Sighting(0, 0, 0, 0, 0x8000_0000)], week);
            foreach (var one in entering.Records)
            {
                entered.Add((week, dossiers.Ledger.Row(one.Record), dossiers.Ledger.Points(one.Record)));
            }
        }
        var amounts = dossiers.Counters[0][0];
        Assert.True(amounts >= 7, $"{amounts} units");
        Assert.Equal([((ushort)0, 5000), ((ushort)1, 3000)], entered.Select(e => (e.Row, e.Points)));
    }
}
