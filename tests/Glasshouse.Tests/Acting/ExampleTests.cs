using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Acting;

/// <summary>People keep rules when others do, and the example of neighbours does not run away.</summary>
public sealed class ExampleTests
{
    private static readonly ConductTable Conducts = Shipped.Tables.Conducts;
    private static readonly int Littering = Conducts.IndexOf("littering");

    [Fact]
    public void Disorder_raises_breaches_and_nothing_else()
    {
        var district = Fresh();
        var twin = district.Twins[0];
        float[] Factors(float disorder)
        {
            twin.Blocks.Disorder.Span.Fill(disorder);
            return [.. Enumerable.Range(0, Conducts.Count).Select(k => Deciding.Factor(Conducts, k, 0, district.Deciders(twin)))];
        }
        var (order, some, all) = (Factors(0), Factors(0.5f), Factors(1));
        Assert.True(all[Littering] > some[Littering] && some[Littering] > order[Littering]);
        var moved = Enumerable.Range(0, Conducts.Count).Where(k => all[k] != order[k]).ToList();
        Assert.Equal(Conducts.Shown, moved);
    }

    // The elasticity of breaches to breaches seen is coefficient x n half / (n + half)^2, at most a quarter of the coefficient.
    [Fact]
    public void The_loop_gains_less_than_one_for_every_coefficient_allowed_by_the_file()
    {
        foreach (var k in Conducts.Shown)
        {
            Assert.True(Conducts.Conducts[k].Leanings[Leaning.Disorder].High / 4 < 1);
        }
    }

    // Two histories of one district, one of which starts out as the worst of streets: after ten years they are alike within the
    // scatter of a year's counts (about 1,500 breaches, so 5 percent is two standard errors; they share candidates, so less).
    [Fact]
    public void From_order_and_from_disorder_the_same_state_is_reached()
    {
        var plan = Shipped.Plan(people: 2_500, years: 4);
        var calm = Seen(plan, 0);
        var wild = Seen(plan, 20);
        Assert.True(wild[0] > calm[0] * 1.05);
        Assert.Equal(1, wild[^1] / calm[^1], 0.05);
    }

    [Fact]
    public void Turned_off_the_example_moves_nothing()
    {
        var tables = new SocietyTables(Mechanisms.Without(Shipped.Society, Mechanism.Example));
        Assert.All(tables.Conducts.Shown,
            k => Assert.Equal(0, tables.Conducts.Leanings[k * ConductTable.LeaningCount + (int)Leaning.Disorder]));
    }

    // Acts seen per resident and year, yearly from the fork on, with a start put in at the fork.
    private static List<float> Seen(RunPlan plan, float start)
    {
        var seen = new List<float>();
        Weekly.Run(plan, 4, (district, week) =>
        {
            var since = week - plan.BurnInWeeks;
            if (since == 0)
            {
                foreach (ref var block in district.Twins[0].Blocks.Seen.Span)
                {
                    block += start;
                }
            }
            if (since >= 4 && (since - 4) % 51 == 0)
            {
                seen.Add(district.Twins[0].Blocks.Seen.Span.ToArray().Average());
            }
        });
        return seen;
    }

    private static District Fresh()
    {
        var district = new District(Shipped.Plan(people: 2_500), 3, 0, 2_500);
        district.Fork();
        return district;
    }
}
