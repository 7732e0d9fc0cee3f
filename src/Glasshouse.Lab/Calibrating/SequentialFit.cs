using Glasshouse.Kernel;

namespace Glasshouse.Lab.Calibrating;

/// <summary>How a fit is done.</summary>
public sealed record FitPlan
{
    /// <summary>Particles of a cloud, from 20.</summary>
    public int Particles { get; init; } = 100;

    /// <summary>Rounds after the first, each with a smaller distance.</summary>
    public int Rounds { get; init; } = 6;

    /// <summary>Share of a round's particles whose distance becomes the next round's limit.</summary>
    public double Keep { get; init; } = 0.5;

    /// <summary>
    /// Distance, in tolerances, below which nothing is gained by going on: chance and the studies' errors are of that size.
    /// </summary>
    public double Enough { get; init; } = 0.5;

    /// <summary>Proposals for one particle after which a fit stops: the data allow no less.</summary>
    public int Proposals { get; init; } = 100;

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = 1;
}

/// <summary>What came of one round.</summary>
/// <param name="Limit">Greatest distance that was let in.</param>
/// <param name="Simulations">Simulations that it took.</param>
/// <param name="Cloud">The particles.</param>
public sealed record FitRound(double Limit, int Simulations, Cloud Cloud);

/// <summary>
/// Approximate Bayesian computation by sequential Monte Carlo: Toni, Welch, Strelkowa, Ipsen and Stumpf (Journal of the Royal Society
/// Interface 6, 2009), with each round's limit a quantile of the last round's distances (Del Moral, Doucet and Jasra, Statistics and
/// Computing 22, 2012) and a normal kernel of twice the weighted variance (Beaumont, Cornuet, Marin and Robert, Biometrika 96, 2009). It
/// works on prior shares, so that the prior is flat on the unit cube. Every random number is a function of seed, round, particle and
/// proposal: threads change no bit.
/// </summary>
public static class SequentialFit
{
    private static readonly Purpose Proposing = Purpose.Named("calibrating/proposal");

    /// <summary>Runs a fit.</summary>
    /// <param name="sides">Number of coefficients.</param>
    /// <param name="distance">
    /// Simulates at a place of the unit cube under a seed, and gives the distance to the data; any thread may call it.
    /// </param>
    /// <param name="plan">How.</param>
    /// <param name="told">Told after every round.</param>
    /// <param name="stop">Asks it to stop between two simulations.</param>
    public static IReadOnlyList<FitRound> Run(
        int sides, Func<double[], ulong, double> distance, FitPlan plan, Action<FitRound>? told = null, CancellationToken stop = default)
    {
        var rounds = new List<FitRound>();
        var cloud = First(sides, distance, plan, stop);
        Tell(new FitRound(double.PositiveInfinity, plan.Particles, cloud));
        for (var round = 1; round <= plan.Rounds && cloud.DistanceAt(plan.Keep) > plan.Enough; round++)
        {
            var limit = Math.Max(plan.Enough, cloud.DistanceAt(plan.Keep));
            if (Next(cloud, round, limit, distance, plan, stop) is not { } next)
            {
                break;
            }
            cloud = next.Cloud;
            Tell(next);
        }
        return rounds;

        void Tell(FitRound round)
        {
            rounds.Add(round);
            told?.Invoke(round);
        }
    }

    private static Cloud First(int sides, Func<double[], ulong, double> distance, FitPlan plan, CancellationToken stop)
    {
        var particles = new Particle[plan.Particles];
        Share(plan, i =>
        {
            var draw = new Kernel.Draw(plan.Seed, 0, Proposing);
            var at = Enumerable.Range(0, sides).Select(s => Unit(draw.At((uint)i, 0, s))).ToArray();
            particles[i] = new Particle(at, distance(at, SeedOf(plan, 0, i, 0)), 1.0 / plan.Particles);
        }, stop);
        return new Cloud(particles);
    }

    private static FitRound? Next(
        Cloud cloud, int round, double limit, Func<double[], ulong, double> distance, FitPlan plan, CancellationToken stop)
    {
        var sides = cloud.Particles[0].At.Length;
        var spread = Enumerable.Range(0, sides).Select(s => Math.Sqrt(2) * Math.Max(1e-3, cloud.Spread(s))).ToArray();
        var found = new Particle?[plan.Particles];
        var simulations = 0;
        Share(plan, i =>
        {
            for (var attempt = 0; attempt < plan.Proposals && found[i] is null; attempt++)
            {
                stop.ThrowIfCancellationRequested();
                var at = Propose(cloud, spread, round, i, attempt, plan.Seed);
                Interlocked.Increment(ref simulations);
                var gap = distance(at, SeedOf(plan, round, i, attempt));
                if (gap <= limit)
                {
                    found[i] = new Particle(at, gap, 1 / Density(cloud, spread, at));
                }
            }
        }, stop);
        if (found.Any(p => p is null))
        {
            return null;
        }
        var sum = found.Sum(p => p!.Weight);
        return new FitRound(limit, simulations, new Cloud([.. found.Select(p => p! with { Weight = p.Weight / sum })]));
    }

    // A particle by its weight, moved by the kernel; moves that leave the cube are drawn again, and cost no simulation.
    private static double[] Propose(Cloud cloud, double[] spread, int round, int particle, int attempt, ulong seed)
    {
        var draw = new Kernel.Draw(seed, (uint)attempt + 1, Proposing);
        for (var ordinal = 0; ; ordinal += spread.Length + 1)
        {
            var from = cloud.Particles[Chosen(cloud, Unit(draw.At((uint)particle, round, ordinal)))];
            var at = new double[spread.Length];
            for (var s = 0; s < at.Length; s++)
            {
                at[s] = from.At[s] + spread[s] * Kernel.Draw.Normal(draw.At((uint)particle, round, ordinal + 1 + s));
            }
            if (at.All(u => u is >= 0 and <= 1))
            {
                return at;
            }
        }
    }

    private static int Chosen(Cloud cloud, double luck)
    {
        var sum = 0.0;
        for (var i = 0; i < cloud.Particles.Count; i++)
        {
            sum += cloud.Particles[i].Weight;
            if (luck < sum)
            {
                return i;
            }
        }
        return cloud.Particles.Count - 1;
    }

    private static double Density(Cloud cloud, double[] spread, double[] at) => cloud.Particles.Sum(p =>
    {
        var exponent = 0.0;
        for (var s = 0; s < at.Length; s++)
        {
            var gap = (at[s] - p.At[s]) / spread[s];
            exponent -= gap * gap / 2;
        }
        return p.Weight * Math.Exp(exponent);
    });

    private static double Unit(Block block) => Kernel.Draw.UnitDouble(block.A, block.B);

    private static ulong SeedOf(FitPlan plan, int round, int particle, int attempt)
    {
        var bits = new Kernel.Draw(plan.Seed, (uint)attempt + 1, Purpose.Named("calibrating/seed")).At((uint)particle, round);
        return (ulong)bits.A << 32 | bits.B;
    }

    private static void Share(FitPlan plan, Action<int> work, CancellationToken stop) => Parallel.For(0, plan.Particles,
        new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, plan.Threads), CancellationToken = stop }, work);
}
