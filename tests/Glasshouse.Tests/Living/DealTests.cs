using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using Glasshouse.Tests.Engine;
using Xunit;
using static Glasshouse.Tests.Learning.StrainTests;

namespace Glasshouse.Tests.Living;

/// <summary>Deals between strangers, with and without a record that all may see.</summary>
public class DealTests
{
    [Fact]
    public void The_better_records_are_known_the_fewer_cheats_pay()
    {
        Assert.Equal(1, Reputation.Keeping(2, 0.8f, 0, 0.5f));
        for (var q = 0f; q < 0.95f; q += 0.05f)
        {
            Assert.True(Reputation.Keeping(2, 0.8f, q + 0.05f, 0.5f) < Reputation.Keeping(2, 0.8f, q, 0.5f));
            Assert.Equal(1, Reputation.Keeping(0, 0.8f, q, 0.5f));
        }
    }

    [Fact]
    public void A_record_prevents_cheats_and_nothing_else_and_only_where_it_can_be_seen()
    {
        var reputation = new Reputation([true, false], Known: 1, Kept: 1);
        Assert.True(reputation.Prevents(0, MarkBits.Of(Mark.Penalised), 7));
        Assert.False(reputation.Prevents(0, 0, 7));
        Assert.False(reputation.Prevents(1, MarkBits.Of(Mark.Penalised), 7));
        Assert.False(default(Reputation).Prevents(0, MarkBits.Of(Mark.Penalised), 7));
    }

    [Fact]
    public void Trust_and_a_known_record_make_people_deal()
    {
        var living = Shipped.Tables.Living;
        for (var trust = 0f; trust < 1; trust += 0.1f)
        {
            Assert.True(living.Enters(trust + 0.05f, false) > living.Enters(trust, false));
            Assert.True(living.Enters(trust, true) > living.Enters(trust, false));
        }
    }

    [Fact]
    public void An_open_grade_makes_deals_and_refusals_a_closed_one_neither()
    {
        var (open, closed) = (Run(Shipped.Tables, SeenBy.Everybody), Run(Shipped.Tables, SeenBy.Subject));
        Assert.True(Total(open, 1, Measure.DealsRefused) > 0);
        Assert.True(Total(open, 1, Measure.DealsByRecord) > 0);
        Assert.Equal(0, Total(closed, 1, Measure.DealsRefused) + Total(closed, 1, Measure.DealsByRecord));
        foreach (var measure in Enum.GetValues<Measure>())
        {
            Assert.Equal(Total(closed, 0, measure), Total(open, 0, measure));
        }
    }

    [Fact]
    public void Without_reputation_an_open_grade_is_as_good_as_a_closed_one()
    {
        var tables = Shipped.Solved(Mechanisms.Without(Shipped.Society, Mechanism.Reputation));
        Assert.Equal(Run(tables, SeenBy.Subject).Totals, Run(tables, SeenBy.Everybody).Totals);
    }

    private static Outcome Run(SocietyTables tables, SeenBy seenBy)
    {
        var regime = Shipped.Alone with
        {
            Grades = Shipped.Alone.Grades.ToDictionary(g => g.Key, g => g.Value with { SeenBy = seenBy }),
        };
        return Shipped.Run(Shipped.Plan(tables, Shipped.Compiled(tables, regime), people: 5000)).Outcome();
    }
}
