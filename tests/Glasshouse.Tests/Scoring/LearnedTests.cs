using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Scoring;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Scoring;

/// <summary>
/// Learned scores: the fit is the textbook's, from the regime's own records alone; a score is the sum of what explains it, in points and in
/// log-odds; and it is learned alike on any machine.
/// </summary>
public sealed class LearnedTests
{
    private const int Slots = 40_000;

    private static readonly double[] True = [2, 1.5, -1];

    private static readonly Lazy<RegimeTables> LazyTables = new(() => Shipped.Compiled(Shipped.Tables, Regime));

    private static RegimeTables Tables => LazyTables.Value;

    /// <summary>The shipped credit score with weights that are learned.</summary>
    public static Regime Regime => Read(Text());

    [Fact]
    public void A_fit_finds_the_coefficients_that_made_the_events_and_those_that_a_plain_fit_finds()
    {
        var made = new Made(new Random(5));
        var learned = made.Fit();
        var (plain, errors) = Plain(made.Shares, made.Events);
        for (var i = 0; i < True.Length; i++)
        {
            Assert.Equal(plain[i], learned.Adopted![i], 0.0005);
            Assert.InRange(learned.Adopted[i], True[i] - 4 * errors[i], True[i] + 4 * errors[i]);
            Assert.True(errors[i] < 0.1);
        }
        for (var f = 0; f < 2; f++)
        {
            Assert.Equal(made.Shares.Average(x => x[f]), learned.Means[f], 1e-9);
        }
        Assert.Equal((Slots, made.Events.Count(e => e)), learned.Basis);
    }

    [Fact]
    public void A_year_without_an_event_teaches_nothing()
    {
        var made = new Made(null);
        var learned = made.Fit();
        Assert.Null(learned.Adopted);
        Assert.Equal(0, learned.Step);
        Assert.Same(learned, learned.After(new long[Sample.Length(2)]));
    }

    [Fact]
    public void Odds_become_points_as_the_file_says()
    {
        var learned = Learner() with { Adopted = [3, 1, 0], Means = [0.5, 0.5] };
        // 600 points at odds of 20 to 1, twice the odds for 30 more.
        Assert.Equal(600_000 + 30_000 * (3.5 - Math.Log(20)) / Math.Log(2), learned.Average, 0.51);
        Assert.Equal(30_000, (learned with { Adopted = [3, Math.Log(2), 0] }).Part(0, 1) * 2, 1.0);
        Assert.Equal(0, learned.Part(1, 1));
        Assert.Equal(0, learned.Part(0, 0.5));
    }

    /// <summary>
    /// In a run the parts of every watched score add up to it, and to its log-odds; what is learned comes from records alone.
    /// </summary>
    [Fact]
    public void In_a_run_what_was_recorded_is_learned_and_explains_the_score()
    {
        const int Watched = 11;
        var plan = Shipped.Plan(regime: Tables, people: 2_400, years: 2);
        var inside = new Dictionary<int, int>();
        var had = new HashSet<int>();
        var (prior, learnedWeeks) = (0, 0);
        Weekly.Run(plan, 3, (district, week) =>
        {
            district.Watched = Watched;
            var since = week - plan.BurnInWeeks;
            if (since < 0)
            {
                return;
            }
            var twin = district.Twins[1];
            var (weights, standing) = (twin.Regime.Weights!, twin.Standing);
            if (since == 0)
            {
                // Who came in the first week had not been there at the fork.
                inside = Enumerable.Range(0, district.Roster.Slots).Where(s => district.Roster.Lives(s)
                    && district.Roster.Is(s, Role.Adult) && standing.Tenure[s] == Standing.Established)
                    .ToDictionary(s => s, s => (int)district.Roster.Generation[s]);
            }
            if (since < Calendar.Year)
            {
                foreach (var one in twin.Entering.Records)
                {
                    if (weights.Learned!.Target[twin.Dossiers.Ledger.Row(one.Record)])
                    {
                        had.Add(twin.Dossiers.Ledger.Subject(one.Record));
                    }
                }
                foreach (var slot in inside.Keys.Where(s => district.Roster.Generation[s] != inside[s]).ToList())
                {
                    inside.Remove(slot);
                }
            }
            if ((week + 1) % Calendar.Exchange != 0)
            {
                return;
            }
            Assert.Equal(standing.Score[Watched], twin.Regime.Grades.Base + twin.Weighing.Parts.Sum(p => p.Points));
            if (weights.Learned!.Adopted is null)
            {
                prior++;
                Assert.True(since < 80);
                return;
            }
            learnedWeeks++;
            Assert.Equal((inside.Count, inside.Keys.Count(had.Contains)), weights.Learned.Basis);
            var logOdds = weights.Learned.Adopted[0] + twin.Weighing.Parts.Where(p => p.Feature >= 0)
                .Sum(p => weights.Learned.Adopted[p.Feature + 1] * weights.Features[p.Feature].Share(p.Value));
            var exact = 600_000 + 20_000 * (logOdds - Math.Log(30)) / Math.Log(2);
            Assert.Equal(Math.Clamp(exact, 300_000, 850_000), standing.Score[Watched], weights.Features.Length / 2.0 + 1);
        });
        Assert.Equal((20, 6), (prior, learnedWeeks));
        Assert.True(had.Count > 50, $"{had.Count} with an event");
    }

    [Fact]
    public void People_see_the_stakes_of_the_weights_in_use()
    {
        var district = Weekly.Run(Shipped.Plan(regime: Tables, people: 2_400, years: 2), 3);
        var (weights, late) = (district.Twins[1].Regime.Weights!, Array.FindIndex(Tables.Rules.Rules, r => r.Id == "LATE"));
        var expected = weights.Features.Select((f, i) => !f.Rows[late] ? 0
            : weights.Learned!.PerLogOdds * weights.Learned.Adopted![i + 1]
                * (f.Reads == Reads.MonthsClean ? -0.5 : 1 / (f.Best - f.Worst))).Sum();
        Assert.Equal(expected, weights.AtStake[late], 1.0);
        Assert.NotEqual(Tables.Weights!.AtStake[late], weights.AtStake[late]);
        Assert.NotEqual(Tables.Stakes, district.Twins[1].Regime.Stakes);
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing() =>
        SameBits.Check(Shipped.Plan(regime: Tables, years: 2), 40, 52, 64, 84);

    [Theory]
    [InlineData("counts: learned", "counts: weighted")]
    [InlineData("target: { rows: [LATE, BKR]", "target: { rows: [LATE, BRK]")]
    [InlineData("target: { rows: [LATE, BKR]", "target: { rows: []")]
    [InlineData("odds: { value: 30", "odds: { value: 0")]
    public void A_target_that_is_none_is_refused(string passage, string replacement)
    {
        Assert.Contains(passage, Text(), StringComparison.Ordinal);
        var reading = Yaml.Read<Regime>(Text().Replace(passage, replacement, StringComparison.Ordinal), "us-fico.yaml");
        Assert.Contains(FaultCode.Weights, RegimeCheck.Check(reading, Shipped.Society.Conducts).Select(f => f.Code));
    }

    private static Learned Learner() => new()
    {
        Target = [false, true],
        PointsAt = 600_000,
        LogOdds = Math.Log(20),
        PerLogOdds = 30_000 / Math.Log(2),
        Working = new double[3],
    };

    // Newton's method as in a textbook, in doubles, with the errors of the coefficients.
    private static (double[] Coefficients, double[] Errors) Plain(double[][] shares, bool[] events)
    {
        var b = new double[3];
        var inverse = new double[3, 3];
        for (var round = 0; round < 50; round++)
        {
            var (g, h) = (new double[3], new double[3, 3]);
            for (var n = 0; n < shares.Length; n++)
            {
                double[] x = [1, .. shares[n]];
                var p = 1 / (1 + Math.Exp(-x.Select((v, i) => v * b[i]).Sum()));
                for (var i = 0; i < 3; i++)
                {
                    g[i] += ((events[n] ? 0 : 1) - p) * x[i];
                    for (var j = 0; j < 3; j++)
                    {
                        h[i, j] += p * (1 - p) * x[i] * x[j];
                    }
                }
            }
            for (var i = 1; i < 3; i++)
            {
                g[i] -= Learned.Ridge * b[i];
                h[i, i] += Learned.Ridge;
            }
            inverse = Inverse(h);
            b = [.. b.Select((value, i) => value + Enumerable.Range(0, 3).Sum(j => inverse[i, j] * g[j]))];
        }
        return (b, [.. Enumerable.Range(0, 3).Select(i => Math.Sqrt(inverse[i, i]))]);
    }

    // Of three by three, by cofactors.
    private static double[,] Inverse(double[,] m)
    {
        double Cofactor(int i, int j) => m[(i + 1) % 3, (j + 1) % 3] * m[(i + 2) % 3, (j + 2) % 3]
            - m[(i + 1) % 3, (j + 2) % 3] * m[(i + 2) % 3, (j + 1) % 3];
        var det = Enumerable.Range(0, 3).Sum(j => m[0, j] * Cofactor(0, j));
        var inverse = new double[3, 3];
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                inverse[j, i] = Cofactor(i, j) / det;
            }
        }
        return inverse;
    }

    private static string Text() => File.ReadAllText(Path.Combine(Shipped.Root, "regimes", "us-fico.yaml")).ReplaceLineEndings("\n")
        .Replace("  counts: weighted\n  weights:\n", "  counts: learned\n  weights:\n    target: { rows: [LATE, BKR], points: "
            + Figure(600) + ", odds: " + Figure(30) + ", double-odds: " + Figure(20) + " }\n", StringComparison.Ordinal);

    private static string Figure(int value) => $"{{ value: {value}, low: 1, high: 1000, assumed: for a test }}";

    private static Regime Read(string text)
    {
        var reading = Yaml.Read<Regime>(text, "us-fico.yaml");
        Assert.Empty(reading.Faults.Concat(RegimeCheck.Check(reading, Shipped.Society.Conducts)));
        return reading.ValueOrThrow();
    }

    // A district of adults who differ in age and savings, and events drawn from the true coefficients; none without luck.
    private sealed class Made
    {
        private static readonly WeightTable Weights = new()
        {
            Features = [new("d/age", Reads.Age, 20, 80, 1, [], false, 0), new("d/savings", Reads.Savings, 50, 0, 1, [], false, 0)],
            AtStake = [0, 0],
            Learned = Learner(),
        };

        private readonly Sample _sample = new(Slots, 2);

        public Made(Random? luck)
        {
            var random = new Random(9);
            var roster = new Roster(Slots);
            var slab = new Slab();
            var (dossiers, situation) = (new Dossiers(slab, Slots), new Situation(slab, Slots));
            var standing = new Standing(slab, Slots);
            Shares = new double[Slots][];
            Events = new bool[Slots];
            for (var slot = 0; slot < Slots; slot++)
            {
                roster.Age[slot] = (byte)random.Next(18, 95);
                roster.Roles[slot] = RoleBits.Of(Role.Adult);
                situation.Savings[slot] = (float)(random.NextDouble() * 60);
                Shares[slot] = [Byte((roster.Age[slot] - 20) / 60f), Byte((situation.Savings[slot] - 50) / -50f)];
                var odds = True[0] + True[1] * Shares[slot][0] + True[2] * Shares[slot][1];
                Events[slot] = luck is not null && luck.NextDouble() > 1 / (1 + Math.Exp(-odds));
            }
            var weighed = new Weighed(RuleTable.Empty(1), GradeTable.None, dossiers, roster, situation, standing);
            _sample.Turn(weighed, Weights, 0);
            var entered = new List<Entered>();
            for (var slot = 0; slot < Slots; slot++)
            {
                // Everybody has a record that is no event.
                entered.Add(new Entered(dossiers.Ledger.Append((ushort)slot, 0, 60, 0, 0, -1), -1, -1));
                if (Events[slot])
                {
                    entered.Add(new Entered(dossiers.Ledger.Append((ushort)slot, 1, 60, 0, 0, -1), -1, -1));
                }
            }
            _sample.Note(entered.ToArray(), dossiers.Ledger, Weights.Learned!.Target);
            _sample.Turn(weighed, Weights, 52);
        }

        public double[][] Shares { get; }

        public bool[] Events { get; }

        public Learned Fit()
        {
            var learned = Learner();
            var tally = new long[Sample.Length(2)];
            for (var step = 0; step < Learned.Steps; step++)
            {
                _sample.Tally(tally, learned.Working);
                learned = learned.After(tally);
            }
            return learned;
        }

        private static double Byte(float share) => (int)(Math.Clamp(share, 0, 1) * 255.0 + 0.5) / 255.0;
    }
}
