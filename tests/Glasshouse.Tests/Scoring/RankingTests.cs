using Glasshouse.Engine;
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
/// Bands by rank: shares of subjects fill the grades, equals stand together, and where bands begin follows from all districts alone.
/// </summary>
public sealed class RankingTests
{
    private const string Firms = """

        scales:
          firms:
            label: the firm
            subjects: { of: firms }
            score: { base: { value: 100, document: S1 }, evaluated: yearly }
            grades: { best: { top-share: { value: 0.6, document: S1 }, label: best, entry: true }, rest: { label: rest } }
            rows:
              F-1: { text: late, points: -30, months: 24, article: x, domain: business, on: [{ conduct: tax-late, who: [firm-head] }] }
              F-2: { text: a year, points: 1, months: 24, article: x, domain: business, on: [{ every: year }] }

        """;

    private static readonly Lazy<RunPlan> LazyPlan = new(() =>
        Shipped.Plan(regime: Shipped.Compiled(Shipped.Tables, Regime), people: 3_000, years: 3));

    private static RunPlan Plan => LazyPlan.Value;

    /// <summary>The shipped regime with bands by rank, and a scale of firms with others beside it.</summary>
    public static Regime Regime => Read(Text());

    [Fact]
    public void A_known_population_is_cut_where_it_should()
    {
        // Ten at 90, twenty at 80, seventy at 50.
        var cut = Cut([0.1, 0.5], (90, 10), (80, 20), (50, 70));
        Assert.Equal([90_000, 80_000, int.MinValue], cut.From);
        Assert.Equal([0, 1, 1, 2, 2], new[] { 95, 85, 80, 79, 50 }.Select(s => (int)cut.Of(s * 1000)));
    }

    [Fact]
    public void Equals_stand_together_at_the_middle_of_their_ranks()
    {
        Assert.Equal([int.MaxValue, 50_000, int.MinValue], Cut([0.49, 0.5], (50, 100)).From);
        Assert.Equal([50_000, 50_000, int.MinValue], Cut([0.5, 0.6], (50, 100)).From);
        Assert.Equal([90_000, 90_000, int.MinValue], Cut([0.1, 0.3], (90, 10), (50, 90)).From);
    }

    [Fact]
    public void Without_subjects_nothing_moves_and_before_the_first_ranking_all_stand_in_the_entry_grade()
    {
        var cut = Cut([0.1, 0.5]);
        Assert.False(cut.IsCut);
        Assert.All(new[] { -1_000_000, 0, 50_000, 1_000_000 }, s => Assert.Equal(1, cut.Of(s)));
    }

    [Fact]
    public void The_sum_over_districts_decides_and_their_order_does_not()
    {
        var random = new Random(4);
        var table = Table([0.2, 0.5, 0.9]);
        var parts = Enumerable.Range(0, 5).Select(_ =>
            Enumerable.Range(0, Ranking.Bins).Select(_ => (long)random.Next(3)).ToArray()).ToList();
        var sum = Enumerable.Range(0, Ranking.Bins).Select(b => parts.Sum(p => p[b])).ToArray();
        var cut = Ranking.Cut(table, sum);
        for (var grade = 0; grade < 3; grade++)
        {
            var above = Enumerable.Range(0, Ranking.Bins).Where(b => (b - 1000) * 1000 >= cut.From[grade]).Sum(b => sum[b]);
            Assert.Equal(table.TopShares[grade], above / (double)sum.Sum(), 0.001);
        }
    }

    /// <summary>Grades after every ranking are those of a slow and plain sorting of all subjects.</summary>
    [Fact]
    public void In_a_run_everybody_stands_where_a_plain_sorting_puts_them()
    {
        var before = new Dictionary<int, (int Main, int Firm)>();
        var people = Array.Empty<ushort>();
        var (checkedMain, checkedFirms) = (0, 0);
        var held = new HashSet<(int, int)>();
        Weekly.Run(Plan, 3, (district, week) =>
        {
            if (district.Twins.Count < 2)
            {
                return;
            }
            var (twin, since) = (district.Twins[1], week - Plan.BurnInWeeks);
            var (rules, grades) = (twin.Regime.Rules, twin.Regime.Grades);
            if (since < Calendar.Exchange)
            {
                Assert.All(Subjects(district, twin, 0).Where(s => twin.Standing.Direct[s] == Standing.NoGrade),
                    s => Assert.Equal(grades.Entry, twin.Standing.Grade[s]));
            }
            if (since > 0 && since % Calendar.Exchange == 0 && before.Count > 0)
            {
                // Whoever was touched in the week itself may have moved on by points that nobody else had yet.
                var now = before.Keys.Where(s => twin.Standing.Score[s] == before[s].Main && twin.Standing.Direct[s] == Standing.NoGrade
                    && district.Roster.Lives(s)).ToList();
                var all = before.Values.Select(b => b.Main / 1000).Order().ToList();
                foreach (var slot in now)
                {
                    checkedMain++;
                    Assert.Equal(Plain(all, before[slot].Main / 1000, [0.02, 0.1, 0.5, 0.8, 0.9]), twin.Standing.Grade[slot]);
                    held.Add((0, twin.Standing.Grade[slot]));
                }
            }
            if (since > 0 && since % Calendar.Year == 0)
            {
                var firms = before.Where(b => b.Value.Firm != int.MinValue).ToDictionary(b => b.Key, b => b.Value.Firm / 1000);
                var all = firms.Values.Order().ToList();
                foreach (var (slot, score) in firms.Where(f => Stays(f.Key)))
                {
                    checkedFirms++;
                    Assert.Equal(Plain(all, score, [0.6]), twin.Standing.GradeOn(1, slot));
                    held.Add((1, twin.Standing.GradeOn(1, slot)));
                }
            }
            people = [.. Enumerable.Range(0, district.Roster.Slots).Select(s => district.Roster.Generation[s])];
            var heads = Subjects(district, twin, 1).ToHashSet();
            before = Subjects(district, twin, 0).ToDictionary(s => s, s => (twin.Standing.Score[s],
                heads.Contains(s) ? Reckoning.Sum(rules, grades, twin.Dossiers, s, 1).Score : int.MinValue));

            bool Stays(int slot) => district.Roster.Lives(slot) && district.Roster.Generation[slot] == people[slot];
        });
        Assert.True(checkedMain > 10_000 && checkedFirms > 20, $"{checkedMain} and {checkedFirms}");
        Assert.True(held.Count(h => h.Item1 == 0) > 2 && held.Contains((1, 0)) && held.Contains((1, 1)));
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing() => SameBits.Check(Plan with { People = 5_000, Years = 2 });

    [Fact]
    public void What_lies_near_a_band_is_felt_as_the_bands_lie_at_present()
    {
        var district = Weekly.Run(Plan with { Years = 1 }, 3);
        var (start, now) = (Plan.Twins[1], district.Twins[1].Regime);
        var loan = now.Rules.ClassOf[Array.FindIndex(now.Rules.Rules, r => r is { Scale: 0, IsGround: false, Points: < -20_000 })];
        Assert.All(Enumerable.Range(0, Ladder.ScoreRungs), rung => Assert.Equal(0, start.Stakes.Of(loan)[rung]));
        Assert.Contains(Enumerable.Range(0, Ladder.ScoreRungs), rung => now.Stakes.Of(loan)[rung] > 0);
    }

    [Theory]
    [InlineData("top-share: { value: 0.5, document: S1 }", "top-share: { value: 0.05, document: S1 }")]
    [InlineData("top-share: { value: 0.5, document: S1 }", "from: { value: 960, document: S1 }")]
    [InlineData("top-share: { value: 0.5, document: S1 }, ", "")]
    [InlineData("D: { label", "D: { top-share: { value: 1, document: S1 }, label")]
    public void Bands_that_are_no_ladder_of_shares_are_refused(string passage, string replacement)
    {
        var text = Text();
        var at = text.IndexOf(passage, StringComparison.Ordinal);
        Assert.True(at > 0);
        var reading = Yaml.Read<Regime>(text[..at] + replacement + text[(at + passage.Length)..], "wendeng-2020.yaml");
        Assert.Contains(FaultCode.GradeOrder, RegimeCheck.Check(reading, Shipped.Society.Conducts).Select(f => f.Code));
    }

    // The grade whose share the middle of those at a score is within.
    private static int Plain(List<int> sorted, int score, double[] shares)
    {
        var above = sorted.Count(s => s > score);
        var rank = (above + sorted.Count(s => s == score) / 2.0) / sorted.Count;
        var grade = Array.FindIndex(shares, share => rank <= share);
        return grade < 0 ? shares.Length : grade;
    }

    private static List<int> Subjects(District district, Twin twin, int scale) => [.. Enumerable.Range(0, district.Roster.Slots).Where(s =>
        district.Roster.Lives(s) && district.Roster.Is(s, Role.Adult)
        && (scale == 0 ? !SubjectTable.LeavesOut(twin.Situation.Marks[s])
            : (twin.Situation.Roles[s] & RoleBits.Of([Role.FirmHead])) == RoleBits.Of([Role.FirmHead])))];

    private static GradeTable Table(double[] shares) => new()
    {
        Names = [.. shares.Select((_, i) => $"g{i}"), "last"],
        From = [.. shares.Select((_, i) => i < 1 ? int.MaxValue : int.MinValue), int.MinValue],
        TopShares = [.. shares, 1],
        IsCut = false,
        Entry = 1,
    };

    private static GradeTable Cut(double[] shares, params (int Score, int Count)[] people)
    {
        var tally = new long[Ranking.Bins];
        foreach (var (score, count) in people)
        {
            tally[1000 + score] += count;
        }
        return Ranking.Cut(Table(shares), tally);
    }

    private static string Text()
    {
        var text = Shipped.AloneText;
        var (from, to) = (text.IndexOf("\ngrades:\n", StringComparison.Ordinal), text.IndexOf("\nrules:\n", StringComparison.Ordinal));
        var ids = Shipped.Alone.Grades.Keys.ToList();
        Assert.Equal(["AAA", "AA", "A", "B", "C", "D"], ids);
        return text[..from] + """

            grades:
              AAA: { top-share: { value: 0.02, document: S1 }, label: AAA }
              AA: { top-share: { value: 0.1, document: S1 }, label: AA }
              A: { top-share: { value: 0.5, document: S1 }, label: A, entry: true }
              B: { top-share: { value: 0.8, document: S1 }, label: B }
              C: { top-share: { value: 0.9, document: S1 }, label: C }
              D: { label: D }

            """ + text[to..] + Firms;
    }

    private static Regime Read(string text)
    {
        var reading = Yaml.Read<Regime>(text, "wendeng-2020.yaml");
        Assert.Empty(reading.Faults.Concat(RegimeCheck.Check(reading, Shipped.Society.Conducts)));
        return reading.ValueOrThrow();
    }
}
