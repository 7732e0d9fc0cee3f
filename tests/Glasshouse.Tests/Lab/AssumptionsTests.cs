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
    public void Draws_fill_the_range_evenly()
    {
        // 4,000 even draws: the chance of a mean further off than five standard errors is below one in a million.
        var figure = new Figure(0, Provenance.Assumed, "why", -1, 3) { Path = "a.b" };
        var values = Enumerable.Range(1, 4000).Select(n => new Assumptions("x", n, 0).Revalue(figure).Value).ToList();
        Assert.Equal(1, values.Average(), 5 * (4 / Math.Sqrt(12)) / Math.Sqrt(4000));
        Assert.All(values, v => Assert.InRange(v, -1, 3));
    }

    [Fact]
    public void A_published_figure_is_never_drawn()
    {
        var figure = new Figure(2, Provenance.Document, "art. 3", 1, 3) { Path = "a.b" };
        Assert.Same(figure, new Assumptions("x", 1, 0).Revalue(figure));
    }
}
