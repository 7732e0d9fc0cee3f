using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Observing;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Observing;

/// <summary>
/// What is declared, reported by people near, or entered late is entered as often, and when, as the figures say. Nobody's beliefs move
/// an act here, so that all regimes meet the same acts.
/// </summary>
public sealed class WaysOfEntryTests
{
    // Each figure is held by one two-sided test of fixed seeds.
    private const double Limit = 4;
    private const int Weeks = 104;
    private const string Deed = "volunteering";
    private const string Nuisance = "littering";

    private static readonly ConductTable Conducts = NoFeedback.Tables.Conducts;

    [Fact]
    public void A_declared_share_of_deeds_is_entered_and_no_camera_sees_one()
    {
        var (acts, records) = Count(Regime(
            Row("D-LESS", Deed, declared: 0.3), Row("D-MORE", Deed, declared: 0.6), Row("S", Deed)));
        var n = acts[Deed];
        Assert.True(n > 1000, $"{n} deeds");
        Near(n, 0.3, records["D-LESS"].Count);
        Near(n, 0.6, records["D-MORE"].Count);
        Assert.DoesNotContain("S", records.Keys);
        // Who proves enough for the smaller share proves enough for the larger one.
        Assert.Empty(records["D-LESS"].Except(records["D-MORE"]));
    }

    [Fact]
    public void All_deeds_are_entered_where_all_are_declared()
    {
        var (acts, records) = Count(Regime(Row("D", Deed, declared: 1)));
        Assert.Equal(acts[Deed], records["D"].Count);
        // Where nobody declares any, none is entered, even if everybody sees it.
        var (_, none) = Count(Regime(Row("D", Deed, declared: 0)), s => s with { CoverageUrban = Of(1), Sensitivity = Of(1) });
        Assert.Empty(none);
    }

    [Fact]
    public void People_near_report_what_shows_and_nobody_saw()
    {
        var openness = Conducts.Openness[Conducts.IndexOf(Nuisance)];
        var found = Conducts.FoundByLaw[Conducts.IndexOf(Nuisance)];
        var (acts, reported) = Count(Regime(Row("R", Nuisance)), s => s with { Reports = Of(0.4) });
        Near(acts[Nuisance], 0.4 * openness, reported["R"].Count);
        var (_, both) = Count(Regime(Row("R", Nuisance)), s => s with { Reports = Of(0.4), FromLaw = Of(1) });
        Near(acts[Nuisance], 1 - (1 - found) * (1 - 0.4 * openness), both["R"].Count);
        Assert.Empty(reported["R"].Except(both["R"]));
    }

    [Fact]
    public void A_channel_enters_what_it_sees_so_many_weeks_later()
    {
        var (_, at_once) = Count(Regime(Row("R", Nuisance)), s => s with { Reports = Of(1) });
        var (_, late) = Count(Regime(Row("R", Nuisance)), s => s with { Reports = Of(1), EntryWeeks = Of(5) });
        var expected = at_once["R"].Select(r => (r.Slot, Week: r.Week + 5, r.Expires)).Where(r => r.Week < Start + Weeks).ToList();
        // What somebody did who has moved away meanwhile is not entered; that is rare.
        Assert.Empty(late["R"].Except(expected));
        Assert.InRange(late["R"].Count, expected.Count * 0.97, expected.Count - 1);
    }

    [Fact]
    public void A_term_counts_from_the_act_unless_the_text_counts_it_from_entry()
    {
        Regime regime = Regime(Row("R", Nuisance));
        var (_, fromAct) = Count(regime, s => s with { Reports = Of(1), EntryWeeks = Of(5) });
        var (_, fromEntry) = Count(
            regime with { Validity = regime.Validity! with { FromEntry = "a" } }, s => s with { Reports = Of(1), EntryWeeks = Of(5) });
        Assert.All(fromAct["R"], r => Assert.Equal(r.Week - 5 + Calendar.FromMonths(6), r.Expires));
        Assert.All(fromEntry["R"], r => Assert.Equal(r.Week + Calendar.FromMonths(6), r.Expires));
        // A term that is over before the entry leaves no record.
        var (_, over) = Count(regime, s => s with { Reports = Of(1), EntryWeeks = Of(Calendar.FromMonths(6)) });
        Assert.DoesNotContain("R", over.Keys);
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing()
    {
        var channels = Shipped.Alone.Channels.ToDictionary(c => c.Key, c => c.Value with { Reports = Of(0.1), EntryWeeks = Of(3) });
        var rows = Shipped.Alone.Rows.ToDictionary();
        rows["D"] = Row("D", Deed, declared: 0.5).Value;
        var regime = Shipped.Alone with { Channels = channels, Rows = rows };
        SameBits.Check(Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, regime)));
    }

    private const int Start = Calendar.Year;

    private static void Near(int n, double share, int found)
    {
        var z = (found - n * share) / Math.Sqrt(n * share * (1 - share));
        Assert.True(Math.Abs(z) < Limit, $"{found} of {n}, {share:P1} expected, z = {z:F1}");
    }

    // Acts of both conducts, and records by rule: whose, when, and until when.
    private static (Dictionary<string, int> Acts, Dictionary<string, List<(int Slot, int Week, int Expires)>> Records) Count(
        Regime regime, Func<Sight, Sight>? with = null)
    {
        var blind = regime.Channels.ToDictionary(c => c.Key, c => (with ?? (s => s))(c.Value with
        {
            CoverageUrban = Of(0),
            CoverageRural = Of(0),
            FromLaw = Of(0),
            Invented = Of(0),
            Misattributed = Of(0),
            Misread = Of(0),
        }));
        var tables = Compilation.Compile(
            regime with { Channels = blind }, Conducts, NoFeedback.Society.Living, NoFeedback.Society.Observing);
        var acts = new Dictionary<string, int> { [Deed] = 0, [Nuisance] = 0 };
        var records = new Dictionary<string, List<(int Slot, int Week, int Expires)>>();
        var plan = Shipped.Plan(NoFeedback.Tables, tables, people: 3_700, years: Weeks / Calendar.Year, burnInYears: 1);
        Weekly.Run(plan, 7, (district, week) =>
        {
            if (district.Twins.Count < 2)
            {
                return;
            }
            var twin = district.Twins[1];
            foreach (var conduct in acts.Keys)
            {
                acts[conduct] += twin.Acts.Of(Conducts.IndexOf(conduct)).Length;
            }
            foreach (ref readonly var one in twin.Entering.Records)
            {
                var ledger = twin.Dossiers.Ledger;
                var id = tables.Rules.Rules[ledger.Row(one.Record)].Id;
                records.TryAdd(id, []);
                records[id].Add((ledger.Subject(one.Record), week, ledger.Expires(one.Record)));
                Assert.Equal(Origin.True, twin.Origins.Of(one.Record));
            }
        });
        return (acts, records);
    }

    private static Regime Regime(params KeyValuePair<string, PointRow>[] rows) => NoFeedback.Regime with
    {
        Rows = rows.ToDictionary(),
        DirectGrades = new Dictionary<string, DirectGround>(),
        Repairs = new Dictionary<string, Repair>(),
        Rules = NoFeedback.Regime.Rules! with { LargestMinus = null, LargestPlus = null },
        Validity = NoFeedback.Regime.Validity! with { FromEndOfConduct = null },
        Redress = null,
    };

    private static KeyValuePair<string, PointRow> Row(string id, string conduct, double? declared = null) => new(id, new PointRow
    {
        Text = "t",
        Article = "a",
        Domain = "d",
        Points = conduct == Deed ? new Points(1, 1) : new Points(-1, -1),
        Months = 6,
        On = [new Trigger { Conduct = conduct }],
        Declared = declared is { } share ? Of(share) : null,
    });

    private static Figure Of(double value) => new(value, Provenance.Assumed, "for a test", value, value);
}
