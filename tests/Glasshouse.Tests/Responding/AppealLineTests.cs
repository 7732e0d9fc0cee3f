using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Regimes;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Responding;

/// <summary>Appeals for which there is no slot wait for their turn.</summary>
public sealed class AppealLineTests
{
    // Everybody is told and appeals; one slot a week for about ten appeals.
    private static readonly Regime Crowded = Shipped.Alone with
    {
        Redress = Shipped.Alone.Redress! with
        {
            Notice = Of(1),
            AppealIfTrue = Of(1),
            AppealIfFalse = Of(1),
            SlotsPerThousand = Of(30),
            DecisionWeeks = Of(4),
        },
    };

    [Fact]
    public void Appeals_wait_for_a_slot_and_the_oldest_comes_first()
    {
        var (filed, decided, longest, newest, waiting) = (0, 0, 0, 0, 0);
        Weekly.Run(Plan, 3, (district, week) =>
        {
            var twin = district.Twins[^1];
            filed += twin.Experience.Appeals.Count;
            foreach (var decision in twin.Answering.Decisions)
            {
                decided++;
                var since = twin.Dossiers.Ledger.Week(decision.Record);
                Assert.True(since >= newest, $"week {week}: an appeal of week {since} after one of week {newest}");
                newest = since;
                longest = Math.Max(longest, week - since);
            }
            waiting = twin.Dossiers.Appeals.Count;
        });
        Assert.True(filed > decided + 100, $"{filed} filed, {decided} decided");
        Assert.True(waiting > 0);
        Assert.True(longest > 26, $"the longest wait was {longest} weeks");

        // Thirty slots a year for a thousand adults.
        Assert.InRange(decided, 100, 3 * 30 * 3);
    }

    [Fact]
    public void A_line_that_is_saved_and_loaded_goes_on_to_the_same_bits()
    {
        var plan = Plan with { People = 5_000 };
        using var crew = new Crew(1);
        var history = new History(plan, 1, crew);
        using var stream = new MemoryStream();
        while (!history.Finished)
        {
            if (history.Week == plan.BurnInWeeks + Calendar.Year)
            {
                history.Save(stream);
            }
            history.Advance();
        }
        stream.Position = 0;
        var loaded = History.Load(plan, 1, crew, stream);
        Assert.True(loaded.Districts[0].Twins[^1].Dossiers.Appeals.Count > 0);
        while (!loaded.Finished)
        {
            loaded.Advance();
        }
        Assert.Equal(history.Outcome().Digest, loaded.Outcome().Digest);
        Assert.Equal(history.Outcome().Totals, loaded.Outcome().Totals);
        Assert.Equal(history.Outcome().Digest, Shipped.Run(plan with { Threads = 2 }).Outcome().Digest);
    }

    private static RunPlan Plan => Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Crowded), people: 3_000, years: 3);

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
