using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Acting;

/// <summary>What answers to a regime alone changes no bit of a society without one, turned on or off; under a regime it acts.</summary>
public sealed class OffWithoutRegimeTests
{
    [Theory]
    [InlineData(Mechanism.Image)]
    [InlineData(Mechanism.Shame)]
    [InlineData(Mechanism.Chill)]
    public void Under_ordinary_law_it_makes_no_difference(Mechanism mechanism)
    {
        var without = Shipped.Solved(Mechanisms.Without(Shipped.Society, mechanism));
        Assert.Equal(LawOnly(Shipped.Tables), LawOnly(without));
    }

    // Where standings are shown, who knows gives more and defaults less; where they are not, or for who does not know, nothing moves.
    [Theory]
    [InlineData("volunteering", 1)]
    [InlineData("judgment-debt", -1)]
    public void Being_shown_moves_those_who_know(string id, int sign)
    {
        var conducts = Shipped.Tables.Conducts;
        var k = conducts.IndexOf(id);
        double Factor(float shown, uint marks)
        {
            var weeks = new float[conducts.Count * Stakes.Rungs];
            weeks.AsSpan(k * Stakes.Rungs, Stakes.Rungs).Fill(1e-6f);
            var regime = RegimeTables.LawOnly(conducts) with { Stakes = new Stakes(weeks) { Shown = shown, Honoured = shown } };
            var district = new District(Shipped.Plan(regime: regime, people: 2_500), 3, 0, 2_500);
            district.Fork();
            district.Twins[1].Situation.Marks.Span.Fill(marks);
            return Enumerable.Range(0, district.Roster.Slots)
                .Average(slot => Deciding.Factor(conducts, k, slot, district.Deciders(district.Twins[1])));
        }
        var aware = MarkBits.Of(Mark.Aware);
        Assert.True(sign * (Factor(1, aware) - Factor(0.3f, aware)) > 0.01);
        Assert.True(sign * (Factor(0.3f, aware) - Factor(0, aware)) > 0.01);
        Assert.Equal(Factor(1, 0), Factor(0, 0));
    }

    private static ulong LawOnly(SocietyTables tables) =>
        Shipped.Run(Shipped.Plan(tables, people: 2_500, years: 1)).Districts[0].Twins[0].Digest();
}
