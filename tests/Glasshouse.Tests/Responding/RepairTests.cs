using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Responding;

/// <summary>A record may have several ways out.</summary>
public sealed class RepairTests
{
    private const int Years = 3;
    private const double Pays = 0.4;
    private const double Learns = 0.7;

    /// <summary>Each month in which both are open a record stays with the chance that neither succeeds.</summary>
    [Fact]
    public void Two_ways_out_of_one_record_are_both_tried()
    {
        var (one, two) = (Left(Way("pays", Pays)), Left(Way("pays", Pays), Way("learns", Learns)));
        Assert.Equal(one.Entered, two.Entered);
        Expect(one, m => Math.Pow(1 - Pays / 13, m));
        Expect(two, m => Math.Pow((1 - Pays / 13) * (1 - Learns / 13), m));

        static void Expect((int Entered, IReadOnlyList<(int Months, bool Left)> Records) found, Func<int, double> stays)
        {
            var expected = found.Records.Sum(r => stays(r.Months));
            var error = Math.Sqrt(found.Records.Sum(r => stays(r.Months) * (1 - stays(r.Months))));
            var left = found.Records.Count(r => r.Left);

            // Five standard errors: less than one false alarm in a million.
            Assert.True(found.Records.Count > 500, $"{found.Records.Count} records");
            Assert.InRange(left, expected - 5 * error, expected + 5 * error);
        }
    }

    [Fact]
    public void A_second_way_moves_nothing_in_the_first() =>
        Assert.Subset(Repaired(Way("pays", Pays), Way("learns", Learns)), Repaired(Way("pays", Pays)));

    private static (int Entered, IReadOnlyList<(int Months, bool Left)> Records) Left(params (string Id, Repair Way)[] ways)
    {
        var records = Run(ways);
        return (records.Count, [.. records.Select(r => (r.Months, r.Left))]);
    }

    private static HashSet<(int, int)> Repaired(params (string Id, Repair Way)[] ways) =>
        [.. Run(ways).Where(r => !r.Left).Select(r => (r.Slot, r.Week))];

    // Every record of those who stayed: the months in which it could be repaired, and whether it still counts at the end.
    private static List<(int Slot, int Week, int Months, bool Left)> Run((string Id, Repair Way)[] ways)
    {
        var regime = NoFeedback.Regime with
        {
            Rows = new Dictionary<string, PointRow>
            {
                ["R"] = new()
                {
                    Text = "crosses against the signal",
                    Points = new Points(-100, -100),
                    Months = 200,
                    Article = "a",
                    Domain = "legal",
                    On = [new Trigger { Conduct = "jaywalking" }],
                },
            },
            DirectGrades = new Dictionary<string, DirectGround>(),
            Repairs = ways.ToDictionary(w => w.Id, w => w.Way),
            Redress = null,
        };
        var plan = Shipped.Plan(NoFeedback.Tables, Shipped.Compiled(NoFeedback.Tables, regime), people: 3_700, years: Years);
        var last = plan.BurnInWeeks + plan.Weeks - 1;
        var entered = new List<(int Slot, int Week, ushort Generation)>();
        var found = new List<(int, int, int, bool)>();
        Weekly.Run(plan, 5, (district, week) =>
        {
            var (dossiers, roster) = (district.Twins[^1].Dossiers, district.Roster);
            foreach (ref readonly var one in district.Twins[^1].Entering.Records)
            {
                int slot = dossiers.Ledger.Subject(one.Record);
                entered.Add((slot, week, roster.Generation[slot]));
            }
            foreach (var (slot, since, _) in entered.Where(e => week == last && roster.Generation[e.Slot] == e.Generation))
            {
                var months = (last + 1) / Calendar.Exchange - since / Calendar.Exchange;
                found.Add((slot, since, months, Counts(dossiers, slot, since)));
            }
        });
        return found;
    }

    private static bool Counts(Dossiers dossiers, int slot, int week)
    {
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            if (dossiers.Ledger.Week(r) == week && dossiers.Ledger.State(r) == RecordState.Counting)
            {
                return true;
            }
        }
        return false;
    }

    private static (string, Repair) Way(string id, double chance) => (id, new Repair
    {
        Text = id,
        Of = ["R"],
        Clears = true,
        Article = "a",
        AfterWeeks = Of(0),
        YearlyChance = Of(chance),
    });

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
