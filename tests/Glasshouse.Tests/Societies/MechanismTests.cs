using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Societies;

/// <summary>A mechanism that a society turns off has its coefficients at nothing, and every other figure stays as written.</summary>
public class MechanismTests
{
    public static TheoryData<Mechanism> All => [.. Enum.GetValues<Mechanism>()];

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_turned_off_is_off_and_nothing_else(Mechanism mechanism)
    {
        var society = Shipped.Society;
        var without = Mechanisms.TurnedOff(Mechanisms.Without(society, mechanism));
        var (before, after) = (FiguresOf(society), FiguresOf(without));
        Assert.Equal(before.Keys, after.Keys);
        var changed = before.Where(f => after[f.Key].Value != f.Value.Value).Select(f => f.Value).ToList();
        Assert.All(changed, f => Assert.Equal(Spelling.Kebab(mechanism.ToString()), f.Coefficient!.Value.Mechanism));
        Assert.All(changed, f => Assert.Equal(f.Coefficient!.Value.Off, after[f.Path].Value));
        Assert.Contains(before.Values, f => f.Coefficient?.Mechanism == Spelling.Kebab(mechanism.ToString()));
    }

    [Fact]
    public void A_society_that_turns_nothing_off_is_left_as_it_is()
    {
        var society = Shipped.Society;
        Assert.Same(society, Mechanisms.TurnedOff(society));
    }

    private static Dictionary<string, Figure> FiguresOf(Society society)
    {
        var figures = new Dictionary<string, Figure>();
        Rewriting.With(society, f => figures[f.Path] = f);
        return figures;
    }
}
