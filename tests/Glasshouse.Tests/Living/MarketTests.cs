using Glasshouse.Living;
using Xunit;

namespace Glasshouse.Tests.Living;

/// <summary>Open, everybody good enough is granted; closed, as many as without any grade, and the order of names decides nothing.</summary>
public sealed class MarketTests
{
    private static readonly float[] Lucks = [0.05f, 0.2f, 0.35f, 0.45f, 0.55f, 0.7f, 0.85f, 0.95f];

    [Theory]
    [InlineData(Supply.Open)]
    [InlineData(Supply.Closed)]
    public void Without_a_grade_both_variants_are_the_same(Supply supply) =>
        Assert.Equal(Lucks.Select(l => l < 0.5f), Clear(supply, _ => 0));

    [Theory]
    [InlineData(-8f)]
    [InlineData(-1f)]
    [InlineData(1f)]
    [InlineData(8f)]
    public void Closed_as_many_are_granted_as_without_a_grade(float shift)
    {
        foreach (var whom in new Func<int, bool>[] { i => i % 2 == 0, i => i < 3, i => i > 4, _ => true })
        {
            Assert.Equal(4, Clear(Supply.Closed, i => whom(i) ? shift : 0).Count(g => g));
        }
    }

    [Fact]
    public void Who_is_shut_out_makes_room_for_whoever_came_closest()
    {
        // The first is shut out; without a grade the fifth (luck 0.55 against a chance of 0.5) had missed by least.
        Assert.Equal([false, true, true, true, true, false, false, false], Clear(Supply.Closed, i => i == 0 ? -20 : 0));
        Assert.Equal([false, true, true, true, false, false, false, false], Clear(Supply.Open, i => i == 0 ? -20 : 0));
    }

    [Fact]
    public void A_grade_that_all_share_moves_nobody_where_there_is_only_so_much() =>
        Assert.Equal(Clear(Supply.Closed, _ => 0), Clear(Supply.Closed, _ => -2));

    [Fact]
    public void The_order_in_which_people_apply_decides_nothing()
    {
        var applicants = Enumerable.Range(0, 40)
            .Select(i => new Applicant((ushort)i, 0, i % 3 - 1, i * 7 % 20 / 20f, (uint)(i * 2654435761), Reason.None)).ToList();
        var granted = Granted(applicants);
        Assert.Equal(applicants.Count(a => a.GrantedPlainly), granted.Count);
        Assert.Equal(granted, Granted([.. applicants.AsEnumerable().Reverse()]));
        Assert.Equal(granted, Granted([.. applicants.OrderBy(a => a.Slot * 17 % 40)]));
    }

    private static SortedSet<ushort> Granted(List<Applicant> applicants)
    {
        var market = new Market();
        applicants.ForEach(a => market.Apply(a));
        var granted = market.Clear(Supply.Closed).ToArray();
        return [.. applicants.Where((_, i) => granted[i]).Select(a => a.Slot)];
    }

    private static bool[] Clear(Supply supply, Func<int, float> shift)
    {
        var market = new Market();
        for (var i = 0; i < Lucks.Length; i++)
        {
            market.Apply(new Applicant((ushort)i, 0, shift(i), Lucks[i], (uint)i, Reason.None));
        }
        return market.Clear(supply).ToArray();
    }
}
