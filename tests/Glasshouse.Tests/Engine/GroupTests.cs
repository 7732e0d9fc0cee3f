using Glasshouse.Engine;
using Glasshouse.Population;
using Xunit;

namespace Glasshouse.Tests.Engine;

/// <summary>Groups are drawn independently of everything else, so a gap between them would be the engine's own doing.</summary>
public sealed class GroupTests
{
    // Five histories and two shares: ten two-sided tests at z = 4.0 raise a false alarm once in 1,600 choices of seeds.
    private const double Limit = 4.0;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Groups_with_equal_parameters_differ_by_no_more_than_chance(ulong seed)
    {
        var plan = Shipped.Plan(people: 10_000, years: 3);
        var history = Shipped.Run(plan, seed);
        Assert.InRange(Gap(history, Mark.Penalised), -Limit, Limit);
        Assert.InRange(Gap(history, Mark.EverFell), -Limit, Limit);
    }

    // The difference of two shares in standard errors. Who is penalised is nearly independent between persons.
    private static double Gap(History history, Mark mark)
    {
        Span<double> adults = stackalloc double[2];
        Span<double> marked = stackalloc double[2];
        foreach (var district in history.Districts)
        {
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                if (district.Roster.Lives(slot) && district.Roster.Is(slot, Role.Adult))
                {
                    var group = Math.Min(district.Roster.Group[slot], (byte)1);
                    adults[group]++;
                    marked[group] += (district.Twins[1].Situation.Marks[slot] & MarkBits.Of(mark)) != 0 ? 1 : 0;
                }
            }
        }
        Assert.True(marked[0] > 30 && marked[1] > 10);
        var share = (marked[0] + marked[1]) / (adults[0] + adults[1]);
        return (marked[0] / adults[0] - marked[1] / adults[1]) / Math.Sqrt(share * (1 - share) * (1 / adults[0] + 1 / adults[1]));
    }
}
