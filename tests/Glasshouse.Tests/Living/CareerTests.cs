using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Population;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Living;

/// <summary>Hazards of work by time and schooling, and pay after a layoff.</summary>
public sealed class CareerTests
{
    private static readonly CareerFigures Figures = Shipped.Society.Living.Careers!;

    [Fact]
    public void Chances_fall_for_eight_months_without_work_and_then_no_further()
    {
        var careers = new Careers(Figures, 0.05, 0.0076);
        var terms = Enumerable.Range(0, 30).Select(spell => careers.Duration(spell)).ToList();
        var end = (int)Math.Ceiling(Careers.Decline);
        Assert.Equal(0, terms[0]);
        Assert.All(Enumerable.Range(0, end), i => Assert.True(terms[i + 1] < terms[i]));
        Assert.All(terms.Skip(end), t => Assert.Equal(terms[end], t));
    }

    [Fact]
    public void The_loss_is_steeper_where_work_is_easy_to_find()
    {
        var losses = new[] { 0.02, 0.04, 0.06, 0.1 }.Select(u => new Careers(Figures, u, 0.0076).Duration(9)).ToList();
        Assert.All(losses.Zip(losses.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.Equal(-Figures.FindDuration.Value, losses[2], 1e-6);
    }

    [Fact]
    public void New_jobs_end_more_often_and_those_of_the_schooled_less()
    {
        var careers = new Careers(Figures, 0.05, 0.0076);
        Assert.Equal(1 + Figures.LoseNew.Value, careers.LoseFactor(0, 0), 1e-6);
        Assert.Equal(1, careers.LoseFactor(0, (int)Careers.New), 1e-6);
        Assert.Equal(1, careers.LoseFactor(0, 255), 1e-6);
        Assert.True(careers.LoseFactor(1, 10) < careers.LoseFactor(0, 10));
        Assert.True(careers.LoseFactor(0, 11) < careers.LoseFactor(0, 10));
    }

    // Of a share L lost, (1 - r)^13 is lost after a year of work where a share r comes back in four weeks; one unit in 65,535 rounds.
    [Fact]
    public void A_layoff_takes_pay_that_comes_back_over_years_of_work()
    {
        var careers = new Careers(Figures, 0.05, 0.0076);
        var situation = One(RoleBits.Workforce | RoleBits.Of(Role.Employed));
        careers.End(situation, 0, 0.99f);
        Assert.Equal(Situation.FullPay, situation.Pay[0]);
        careers.End(situation, 0, 0);
        Assert.Equal(1 - Figures.Scar.Value, situation.Pay[0] / (double)Situation.FullPay, 1e-4);
        situation.Roles[0] |= RoleBits.Of(Role.Employed);
        for (var month = 0; month < 13; month++)
        {
            careers.Month(situation);
        }
        var left = Enumerable.Repeat(1 - Figures.ScarRecovery.Value / 13, 13).Aggregate(Figures.Scar.Value, (a, b) => a * b);
        Assert.Equal(1 - left, situation.Pay[0] / (double)Situation.FullPay, 1e-3);
        Assert.Equal(13, situation.Spell[0]);
    }

    [Fact]
    public void Without_work_lost_pay_does_not_come_back_and_outside_the_workforce_no_time_counts()
    {
        var careers = new Careers(Figures, 0.05, 0.0076);
        var situation = One(RoleBits.Workforce);
        careers.End(situation, 0, 0);
        var pay = situation.Pay[0];
        careers.Month(situation);
        Assert.Equal((pay, 1), (situation.Pay[0], situation.Spell[0]));
        situation.Roles[0] = 0;
        careers.Month(situation);
        Assert.Equal(0, situation.Spell[0]);
    }

    private static Situation One(uint roles)
    {
        var situation = new Situation(new Slab(), 64);
        situation.Roles[0] = roles;
        situation.Pay[0] = Situation.FullPay;
        return situation;
    }
}
