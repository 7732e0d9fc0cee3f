using Glasshouse.Population;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Population;

/// <summary>Firms by the published counts of units, persons and sectors.</summary>
public class FirmTests
{
    private static readonly List<Roster> Rosters =
        [.. Enumerable.Range(0, 20).Select(d => Synthesis.Build(Shipped.Tables.Marginals, 1, (uint)d, 2500))];

    [Fact]
    public void Units_per_thousand_persons_and_their_sizes_are_the_published_ones()
    {
        var people = Rosters.Sum(r => r.Age.Span.Length - r.Age.Span.Count(Roster.Vacant));
        var (legal, own) = (Sizes(false), Sizes(true));
        // cn_enterprises: about 24 legal units and 62 self-employed ones per 1,000 persons, 12.9 and 2.0 persons each.
        Assert.InRange(1000.0 * legal.Count / people, 18, 28);
        Assert.InRange(1000.0 * own.Count / people, 50, 72);
        Assert.InRange(legal.Average(), 12.9 * 0.97, 12.9 * 1.03);
        Assert.InRange(own.Average(), 2.04 * 0.97, 2.04 * 1.03);
        Assert.True(legal.Max() > 60, "sizes have a tail");
    }

    [Fact]
    public void Sectors_have_their_shares()
    {
        // Two thousand units and more: 4 standard errors are below 4.2 points.
        var figures = Shipped.Society.Firms!.Sectors.Values.ToList();
        var all = Rosters.SelectMany(r => Enumerable.Range(0, r.Firms.Count).Select(f => r.Firms.Sector(f))).ToList();
        for (var s = 0; s < figures.Count; s++)
        {
            Assert.Equal(figures[s].Share.Value, all.Count(x => x == s) / (double)all.Count, 0.042);
        }
    }

    [Fact]
    public void Every_worker_of_a_firm_has_a_head_that_heads_it()
    {
        foreach (var roster in Rosters)
        {
            for (var slot = 0; slot < roster.Slots; slot++)
            {
                int head = roster.Employer[slot];
                Assert.True(head == Roster.NoFirm || (roster.Firms.Of(head) >= 0 && roster.Employer[head] == head));
                Assert.Equal(roster.Is(slot, Role.FirmHead), roster.Firms.Of(slot) >= 0);
            }
        }
    }

    [Fact]
    public void Only_legal_units_are_connected()
    {
        foreach (var firms in Rosters.Select(r => r.Firms))
        {
            Assert.All(Enumerable.Range(0, firms.Count), f => Assert.False(firms.IsConnected(f) && firms.IsOwnAccount(f)));
        }
        Assert.Contains(Rosters, r => Enumerable.Range(0, r.Firms.Count).Any(r.Firms.IsConnected));
    }

    private static List<int> Sizes(bool own) =>
        [.. Rosters.SelectMany(r => Enumerable.Range(0, r.Firms.Count).Where(f => r.Firms.IsOwnAccount(f) == own).Select(r.Firms.Staff))];
}
