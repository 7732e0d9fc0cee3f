using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Lab;

public sealed class AssumptionsTests
{
    [Fact]
    public void Every_figure_with_a_range_is_drawn_within_it_and_no_other()
    {
        var setup = Tiny.Setup();
        var values = setup.Draw(1).Values;
        Assert.Equal(
            setup.Figures.Where(Assumptions.IsDrawn).Select(f => f.Path).Order(StringComparer.Ordinal),
            values.Keys.Order(StringComparer.Ordinal));
        Assert.All(setup.Figures.Where(Assumptions.IsDrawn), f => Assert.InRange(values[f.Path], f.Low!.Value, f.High!.Value));
        Assert.Contains("tiny-society.acting.deterrence", values.Keys);
        Assert.DoesNotContain("tiny-regime.score.base", values.Keys);
    }

    [Fact]
    public void A_draw_is_the_same_every_time_and_draws_differ()
    {
        var setup = Tiny.Setup();
        Assert.Equal(setup.Draw(1).Values, setup.Draw(1).Values);
        Assert.NotEqual(setup.Draw(1).Values, setup.Draw(2).Values);
    }

    [Fact]
    public void Half_the_draws_lie_below_the_value_and_each_side_is_filled_evenly()
    {
        // 4,000 draws: the chance of a share or a mean further off than five standard errors is below one in a million.
        const int Draws = 4000;
        var figure = new Figure(0.2, Provenance.Assumed, "why", 0.1, 20) { Path = "a.b" };
        var values = Enumerable.Range(1, Draws).Select(n => new Assumptions("x", n, 0).Revalue(figure).Value).ToList();
        Assert.All(values, v => Assert.InRange(v, 0.1, 20));
        var (below, above) = (values.Where(v => v < 0.2).ToList(), values.Where(v => v >= 0.2).ToList());
        Assert.Equal(0.5, below.Count / (double)Draws, 5 * 0.5 / Math.Sqrt(Draws));
        Assert.Equal(0.15, below.Average(), 5 * (0.1 / Math.Sqrt(12)) / Math.Sqrt(below.Count));
        Assert.Equal(10.1, above.Average(), 5 * (19.8 / Math.Sqrt(12)) / Math.Sqrt(above.Count));
    }

    [Fact]
    public void A_published_figure_is_never_drawn()
    {
        var figure = new Figure(2, Provenance.Document, "art. 3", 1, 3) { Path = "a.b" };
        Assert.Same(figure, new Assumptions("x", 1, 0).Revalue(figure));
    }
}
