using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Observing;

/// <summary>Groups and conducts that are watched more or less than the rest, and those whose records do not stick.</summary>
public sealed class AttentionTests
{
    // A count of records is Poisson and the two societies are twins in their acts; one two-sided test at z = 4.0 raises a false alarm once
    // in 16,000 choices of seeds, and there are six of them.
    private const double Limit = 4.0;

    private static readonly Regime Plain = NoFeedback.Regime with
    {
        Channels = NoFeedback.Regime.Channels.ToDictionary(c => c.Key, c => c.Value with
        {
            // Only the regime's own eyes, which see little and err never, so that factors show as they are.
            FromLaw = NoFeedback.Zero,
            Misattributed = NoFeedback.Zero,
            Misread = NoFeedback.Zero,
            Invented = NoFeedback.Zero,
            CoverageUrban = Of(0.3),
            CoverageRural = Of(0.3),
            Sensitivity = Of(0.3),
        }),
    };

    [Fact]
    public void A_factor_doubles_the_records_of_a_group_and_leaves_the_other_as_it_is()
    {
        var plain = Records(Plain);
        var doubled = Records(Each(s => s with { ByGroup = Map(("b", 2)) }));
        Near(2 * Sum(plain, (_, group) => group == 1), Sum(doubled, (_, group) => group == 1));
        Assert.Equal(Sum(plain, (_, group) => group == 0), Sum(doubled, (_, group) => group == 0));
    }

    [Fact]
    public void Errors_fall_on_a_group_by_its_factor_and_on_the_other_as_before()
    {
        Regime Erring(double factor) => Each(s => s with { Misread = Of(0.1), ErrorsByGroup = Map(("b", factor)) });
        var (plain, more, never) = (Misread(Erring(1)), Misread(Erring(3)), Misread(Erring(0)));
        Assert.Equal(Misread(Each(s => s with { Misread = Of(0.1) })), plain);
        Near(3 * plain[1], more[1]);
        Assert.Equal(plain[0], more[0]);
        Assert.Equal([plain[0], 0], never);
    }

    [Fact]
    public void A_factor_on_a_conduct_halves_it_and_nothing_else_and_zero_blinds()
    {
        var plain = Records(Plain);
        var first = plain.GroupBy(r => r.Key.Conduct).MaxBy(g => g.Sum(r => r.Value))!.Key;
        var id = NoFeedback.Tables.Conducts.Ids[first];
        var channel = (Channel)NoFeedback.Tables.Conducts.Channel[first];
        foreach (var factor in new[] { 0.5, 0 })
        {
            var less = Records(One(channel, s => s with { ByConduct = Map((id, factor)) }));
            Near(factor * Sum(plain, (k, _) => k == first), Sum(less, (k, _) => k == first));
            Assert.Equal(Sum(plain, (k, _) => k != first), Sum(less, (k, _) => k != first));
        }
        var targets = new Governance { Targets = new Targeting { Conducts = [id], Factor = Of(2) } };
        Near(2 * Sum(plain, (k, _) => k == first), Sum(Records(Plain with { Governance = targets }), (k, _) => k == first));
    }

    [Fact]
    public void A_factor_of_one_changes_no_bit()
    {
        var one = Each(s => s with { ByGroup = Map(("a", 1), ("b", 1)) }) with
        {
            Governance = new Governance { Targets = new Targeting { Conducts = ["red-light"], Factor = Of(1) } },
        };
        Assert.Equal(Digest(Plain), Digest(one));
    }

    [Fact]
    public void Of_those_with_connections_a_share_of_bad_records_is_let_go_and_no_good_one()
    {
        var connections = new Connections { Who = [Role.PartyMember], Share = Of(0.5) };
        var with = Plain with { Governance = new Governance { Connections = connections } };
        var (before, after) = (Sticking(Plain), Sticking(with));
        Near(0.5 * before.MembersBad, after.MembersBad);
        Assert.True(before.MembersBad > 100);
        Assert.Equal(before.OthersBad, after.OthersBad);
        Assert.Equal(before.Good, after.Good);
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing()
    {
        var regime = Shipped.Alone with
        {
            Governance = new Governance
            {
                Targets = new Targeting { Conducts = ["red-light"], Factor = Of(3) },
                Connections = new Connections { Who = [Role.PartyMember, Role.PublicStaff], Share = Of(0.4) },
            },
            Channels = Shipped.Alone.Channels.ToDictionary(c => c.Key, c => c.Value with { ByGroup = Map(("b", 1.5)) }),
        };
        SameBits.Check(Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime)));
    }

    [Theory]
    [InlineData("by-group: { c: { value: 2, document: S1 } }", FaultCode.Attention, "b")]
    [InlineData("errors-by-group: { c: { value: 2, document: S1 } }", FaultCode.Attention, "b")]
    [InlineData("by-conduct: { littring: { value: 2, document: S1 } }", FaultCode.UnknownConduct, "littering")]
    public void What_nobody_is_or_does_is_refused_with_the_nearest_word(string key, string code, string nearest)
    {
        var text = SmallRegime.Text.Replace("    invented:", $"    {key}\n    invented:", StringComparison.Ordinal);
        var faults = RegimeCheck.Check(SmallRegime.Read(text), SmallRegime.Conducts, null, ["a", "b"]);
        var fault = Assert.Single(faults);
        Assert.Equal((code, true), (fault.Code, fault.ToString().Contains(nearest, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_check_says_where_a_chance_ends_at_one()
    {
        var sure = Each(s => s with { ByGroup = Map(("b", 10)), Sensitivity = Of(0.5), CoverageUrban = Of(0.5) });
        Assert.Contains(AttentionWords.Clamped(sure, NoFeedback.Society), line => line.Contains("2.5", StringComparison.Ordinal));
        Assert.Empty(AttentionWords.Clamped(Plain, NoFeedback.Society));
    }

    private static void Near(double expected, double counted) => Assert.InRange(
        (counted - expected) / Math.Sqrt(Math.Max(1, expected * 2)), -Limit, Limit);

    private static double Sum(Dictionary<(int Conduct, int Group), long> records, Func<int, int, bool> which) =>
        records.Where(r => which(r.Key.Conduct, r.Key.Group)).Sum(r => r.Value);

    // Sightings of the treated twin by conduct and group.
    private static Dictionary<(int Conduct, int Group), long> Records(Regime regime)
    {
        var records = new Dictionary<(int, int), long>();
        Watch(regime, (district, twin) =>
        {
            foreach (var seen in twin.Watching.Sightings.Seen)
            {
                var key = (seen.Conduct, Math.Min(1, (int)district.Roster.Group[seen.Slot]));
                records[key] = records.GetValueOrDefault(key) + 1;
            }
        });
        return records;
    }

    // Records of the treated twin at a wrong gravity, by group.
    private static double[] Misread(Regime regime)
    {
        var misread = new double[2];
        Watch(regime, (district, twin) =>
        {
            foreach (var one in twin.Entering.Records)
            {
                var subject = twin.Dossiers.Ledger.Subject(one.Record);
                misread[Sensors.GroupOf(district.Roster, subject)] += twin.Origins.Of(one.Record) == Origin.Misread ? 1 : 0;
            }
        });
        return misread;
    }

    private static (long MembersBad, long OthersBad, long Good) Sticking(Regime regime)
    {
        var (members, others, good) = (0L, 0L, 0L);
        Watch(regime, (district, twin) =>
        {
            foreach (var one in twin.Entering.Records)
            {
                var ledger = twin.Dossiers.Ledger;
                var bad = twin.Regime.Rules.Rules[ledger.Row(one.Record)].IsAgainst(ledger.Points(one.Record));
                var member = district.Roster.Is(ledger.Subject(one.Record), Role.PartyMember);
                // Whom a family is charged for does not matter here: connections are those of who acted.
                if (twin.Regime.Rules.Rules[ledger.Row(one.Record)] is { Charged: Glasshouse.Recording.Charged.Actor, CapId: < 0 })
                {
                    members += bad && member ? 1 : 0;
                    others += bad && !member ? 1 : 0;
                    good += bad ? 0 : 1;
                }
            }
        });
        return (members, others, good);
    }

    private static void Watch(Regime regime, Action<District, Twin> look)
    {
        var tables = Shipped.Compiled(NoFeedback.Tables, regime);
        Weekly.Run(Shipped.Plan(NoFeedback.Tables, tables, people: 3_000, years: 2, burnInYears: 1), 5, (district, _) =>
        {
            if (district.Twins.Count == 2)
            {
                look(district, district.Twins[1]);
            }
        });
    }

    private static ulong Digest(Regime regime) => Shipped.Run(Shipped.Plan(
        NoFeedback.Tables, Shipped.Compiled(NoFeedback.Tables, regime), people: 2_000, years: 1)).Outcome().Digest;

    private static Regime Each(Func<Sight, Sight> change) =>
        Plain with { Channels = Plain.Channels.ToDictionary(c => c.Key, c => change(c.Value)) };

    private static Regime One(Channel which, Func<Sight, Sight> change) =>
        Plain with { Channels = Plain.Channels.ToDictionary(c => c.Key, c => c.Key == which ? change(c.Value) : c.Value) };

    private static Dictionary<string, Figure> Map(params (string Key, double Factor)[] factors) =>
        factors.ToDictionary(f => f.Key, f => Of(f.Factor));

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
