using Glasshouse.Engine;
using Glasshouse.Learning;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Reference;
using Xunit;

namespace Glasshouse.Tests.Learning;

/// <summary>Who meets moves the other's opinion a little; nobody beyond the neighbourhood, and nobody who is too far away.</summary>
public sealed class OpinionTests
{
    [Theory]
    [InlineData(OpinionRule.Pairwise)]
    [InlineData(OpinionRule.Averaging)]
    [InlineData(OpinionRule.Copying)]
    public void Opinions_come_nearer_and_their_mean_stays(OpinionRule rule)
    {
        var district = new District(Shipped.Plan(people: 2_500), 9, 0, 2_500);
        var before = Support(district);
        Month(district, rule, 1, 0.3f);
        var after = Support(district);
        Assert.NotEqual(before, after);
        Assert.All(after, s => Assert.InRange(s, 0, 1));
        Assert.Equal(before.Average(), after.Average(), 0.01);
        // Copying takes no view nearer to another; by chance it may spread them a little.
        Assert.True(Spread(after) < Spread(before) * (rule == OpinionRule.Copying ? 1.05 : 0.95));
    }

    [Fact]
    public void Without_pull_no_bit_changes_and_without_confidence_nobody_listens()
    {
        var district = new District(Shipped.Plan(people: 2_500), 9, 0, 2_500);
        var before = Support(district);
        Month(district, OpinionRule.Pairwise, 1, 0);
        Month(district, OpinionRule.Pairwise, 0, 0.5f);
        Assert.Equal(before, Support(district));
    }

    [Fact]
    public void With_the_mechanism_off_support_is_that_of_a_society_without_meetings()
    {
        var off = new SocietyTables(Mechanisms.Without(Shipped.Society, Mechanism.Opinions));
        var absent = new SocietyTables(Shipped.Society with { Learning = Shipped.Society.Learning with { Opinions = null } });
        Assert.Equal(Run(absent).Twins[1].Digest(), Run(off).Twins[1].Digest());
        Assert.NotEqual(Run(absent).Twins[1].Digest(), Run(new SocietyTables(Shipped.Society)).Twins[1].Digest());
    }

    [Theory]
    [InlineData(1f)]
    [InlineData(0.3f)]
    public void Four_weeks_in_one_exchange_come_to_the_spread_of_four_exchanges(float confidence)
    {
        // Pull is small, so that four meetings of a week are one of a month with four times the pull; over 2 years, mean of 200 groups.
        double After(int rounds, float pull) => Enumerable.Range(1, 200).Average(seed =>
        {
            var group = new Rounds(64, (ulong)seed).Uniform();
            for (var r = 0; r < rounds; r++)
            {
                group.Pass(OpinionRule.Pairwise, confidence, pull);
            }
            return Spread(group.Opinions);
        });
        var (monthly, weekly, start) = (After(26, 0.04f), After(104, 0.01f), After(0, 0));
        Assert.InRange((monthly - weekly) / start, -0.01, 0.01);
        Assert.True(monthly < 0.9 * start);
    }

    private static void Month(District district, OpinionRule rule, float confidence, float pull)
    {
        var learning = Shipped.Society.Learning;
        var opinions = learning.Opinions!;
        var table = new LearningTable(learning with
        {
            Opinions = opinions with
            {
                Rule = rule,
                Confidence = opinions.Confidence with { Value = confidence },
                Pull = opinions.Pull with { Value = pull },
            },
        }, 0, 0);
        Opinions.Month(table, district.Roster, district.Twins[0].Mind, 9, 0, 3);
    }

    private static District Run(SocietyTables tables) => Weekly.Run(Shipped.Plan(tables, people: 1_500, years: 1), 2);

    private static float[] Support(District district) =>
        [.. Enumerable.Range(0, district.Roster.Slots).Where(s => district.Roster.Is(s, Role.Adult))
            .Select(s => district.Twins[0].Mind.Support[s])];

    private static double Spread(IReadOnlyCollection<float> values)
    {
        var mean = values.Average(v => (double)v);
        return values.Average(v => (v - mean) * (v - mean));
    }
}
