using Glasshouse.Kernel;
using Glasshouse.Lab.Calibrating;
using Xunit;

namespace Glasshouse.Tests.Calibrating;

/// <summary>A fit finds what the data say, says how sure it is, and does not claim more than that.</summary>
public class SequentialFitTests
{
    private static readonly Prior Unit = new("x", 0, 0.5, 1);

    [Fact]
    public void A_fit_finds_the_coefficients_that_made_the_data()
    {
        // Two coefficients, two data: a sum and a product, without noise but for the fit's own tolerance.
        var (sum, product) = (0.3 + 2 * 0.8, 0.3 * 0.8);
        var rounds = Run(
            2, (at, _) => Rms((at[0] + 2 * at[1] - sum) / 0.04, (at[0] * at[1] - product) / 0.02), new FitPlan { Rounds = 16 });
        Assert.All(rounds[^1].Cloud.Particles, p => Assert.True(Math.Abs(p.At[0] - 0.3) < 0.05 && Math.Abs(p.At[1] - 0.8) < 0.05));
        Assert.True(rounds[^1].Cloud.DistanceAt(0.5) <= 0.5);
    }

    [Fact]
    public void The_middle_nine_tenths_hold_the_truth_nine_times_in_ten()
    {
        // Truths from the prior, data with noise of one tolerance: with 200 fits the count has sd 4.2 if the coverage is 90%. The fit's
        // own tolerance widens its intervals a little, so that only too few are an error: fewer than 163 has a chance of 1e-5.
        var held = 0;
        for (var truth = 0; truth < 200; truth++)
        {
            var draw = new Draw(7, (uint)truth, Purpose.Named("tests/truth"));
            var at = Draw.UnitDouble(draw.At(0, 0).A, draw.At(0, 0).B);
            var data = at + 0.1 * Draw.Normal(draw.At(1, 0));
            var cloud = Fit(data, (ulong)truth + 1);
            held += cloud.Quantile(0, 0.05) <= at && at <= cloud.Quantile(0, 0.95) ? 1 : 0;
        }
        Assert.InRange(held, 163, 200);
    }

    [Fact]
    public void A_coefficient_that_the_data_do_not_speak_of_stays_as_wide_as_before()
    {
        var cloud = Run(2, (at, seed) => Math.Abs(Noisy(at[0], seed) - 0.4) / 0.1, new FitPlan { Particles = 200 })[^1].Cloud;
        var (spoken, silent) = (Posterior.Of([Unit, Unit], cloud)[0], Posterior.Of([Unit, Unit], cloud)[1]);
        Assert.True(spoken.IsNarrow);
        Assert.False(silent.IsNarrow);
        Assert.InRange(spoken.Median, 0.3, 0.5);
    }

    [Fact]
    public void Threads_change_no_bit()
    {
        var (one, four) = (Fit(0.3, 5), Fit(0.3, 5, threads: 4));
        Assert.Equal(
            one.Particles.Select(p => (p.At[0], p.Distance, p.Weight)), four.Particles.Select(p => (p.At[0], p.Distance, p.Weight)));
    }

    [Fact]
    public void Data_that_no_coefficient_gives_end_the_fit_instead_of_going_on_for_ever()
    {
        var rounds = Run(1, (at, _) => 10 + Math.Abs(at[0] - 0.5), new FitPlan { Rounds = 100, Proposals = 10, Particles = 30 });
        Assert.True(rounds.Count < 100);
        Assert.True(rounds[^1].Limit >= 10);
    }

    [Fact]
    public void A_fit_that_is_asked_to_stop_stops_within_a_particle()
    {
        using var stop = new CancellationTokenSource();
        var asked = 0;
        Assert.Throws<OperationCanceledException>(() => SequentialFit.Run(1, (at, _) =>
        {
            // From the second round on nothing is near enough, and the first proposal asks for the end.
            if (Interlocked.Increment(ref asked) == 31)
            {
                stop.Cancel();
            }
            return asked <= 30 ? 10 + at[0] : 100;
        }, new FitPlan { Particles = 30, Proposals = 100 }, stop: stop.Token));
        Assert.Equal(31, asked);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.5)]
    [InlineData(0.5, 2)]
    [InlineData(0.75, 6)]
    [InlineData(1, 10)]
    public void A_prior_lies_half_below_its_value(double share, double value)
    {
        var prior = new Prior("x", 1, 2, 10);
        Assert.Equal(value, prior.Quantile(share), 12);
        Assert.Equal(share, prior.Share(value), 12);
    }

    private static Cloud Fit(double data, ulong seed, int threads = 1) => Run(1, (at, s) => Math.Abs(Noisy(at[0], s) - data) / 0.1,
        new FitPlan { Particles = 60, Seed = seed, Threads = threads })[^1].Cloud;

    private static IReadOnlyList<FitRound> Run(int sides, Func<double[], ulong, double> distance, FitPlan plan) =>
        SequentialFit.Run(sides, distance, plan, stop: TestContext.Current.CancellationToken);

    private static double Noisy(double at, ulong seed) => at + 0.1 * Draw.Normal(new Draw(seed, 0, Purpose.Named("tests/noise")).At(0, 0));

    private static double Rms(params double[] gaps) => Math.Sqrt(gaps.Average(g => g * g));
}
