using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Scoring;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Scoring;

/// <summary>
/// Weighted scores: parts add up exactly, more of a good thing never costs, and the shipped weights are the published ones.
/// </summary>
public sealed class WeighingTests
{
    [Theory]
    [InlineData(550_000, new[] { 28.0, 7, 9, 21, 15, 10, 10 })]
    [InlineData(899_000, new[] { 1.0, 1, 1 })]
    [InlineData(7, new[] { 0.3, 0.3, 0.4 })]
    public void A_range_is_split_without_a_rest(int range, double[] shares)
    {
        var parts = WeightTable.Split(range, shares);
        Assert.Equal(range, parts.Sum());
        Assert.All(parts.Zip(shares), p => Assert.InRange(p.First - range * p.Second / shares.Sum(), -1, 1));
    }

    [Fact]
    public void A_feature_earns_nothing_at_its_worst_all_at_its_best_and_never_less_on_the_way()
    {
        var up = Feature(0, 4);
        var down = Feature(4, 0);
        Assert.Equal((0, 1_001), (up.Earned(-3), up.Earned(9)));
        Assert.Equal((1_001, 0), (down.Earned(-3), down.Earned(9)));
        for (var value = -1f; value < 5; value += 0.01f)
        {
            Assert.True(up.Earned(value) <= up.Earned(value + 0.01f));
            Assert.True(down.Earned(value) >= down.Earned(value + 0.01f));
        }
    }

    [Theory]
    [InlineData("us-fico", "united-states", "300-850", "35 30 15 10 10", "800 740 670 580")]
    [InlineData("us-vantagescore", "united-states", "300-850", "41 20 20 11 6 2", "781 661 601 500")]
    [InlineData("zhima-credit", "china-urban", "350-950", "35 25 20 15 5", "750 700 650 600 550")]
    [InlineData("uk-cra", "united-states", "0-1250", null, "1121 1001 861 641")]
    [InlineData("de-schufa-new", "germany", "100-999", null, null)]
    [InlineData("de-schufa-old", "germany", "0-100", null, "97.5 95 90 80 50")]
    [InlineData("xiamen-bailu", "china-urban", null, null, "680 650 600 530")]
    [InlineData("hangzhou-qianjiang", "china-urban", "0-1000", null, "750 700 600 550")]
    public void Published_ranges_weights_and_bands_stand_in_the_file(
        string id, string society, string? range, string? weights, string? bands)
    {
        var regime = Read<Regime>($"regimes/{id}.yaml");
        Assert.Equal(society, regime.Society);
        var score = regime.Score!;
        var dimensions = score.Weights!.Dimensions.Values;
        Same(range, $"{Shown(score.Floor!)}-{Shown(score.Ceiling!)}");
        Same(weights, string.Join(' ', dimensions.Select(d => Shown(d.Weight))));
        Same(bands, string.Join(' ', regime.Grades.Values.Where(g => g.From is not null).Select(g => Shown(g.From!))));
        var published = (range is null ? [] : new[] { score.Floor!, score.Ceiling! })
            .Concat(weights is null ? [] : dimensions.Select(d => d.Weight))
            .Concat(bands is null ? [] : regime.Grades.Values.Where(g => g.From is not null).Select(g => g.From!));
        Assert.All(published, f => Assert.Equal(Provenance.Reported, f.Provenance));
    }

    [Fact]
    public void A_head_is_weighed_by_the_firm_where_the_file_says_so()
    {
        var text = File.ReadAllText(Path.Combine(Shipped.Root, "regimes/us-fico.yaml")).ReplaceLineEndings("\n").Replace(
            "{ of: credit-lines,", "{ of: firm-standing,", StringComparison.Ordinal);
        var alone = Yaml.Read<Regime>(text, "us-fico.yaml");
        Assert.Contains(FaultCode.Weights, RegimeCheck.Check(alone, Shipped.Society.Conducts).Select(f => f.Code));
        var beside = Yaml.Read<Regime>(text + """

            scales:
              firms:
                label: the firm
                subjects: { of: firms }
                score: { base: { value: 100, document: range } }
                grades: { good: { from: { value: 80, document: range }, label: good, entry: true }, poor: { label: poor } }
                rows:
                  F-1: { text: late, points: -30, months: 24, article: x, domain: business, on: [
                         { conduct: tax-late, who: [firm-head] }, { conduct: card-late, who: [firm-head] },
                         { conduct: instalment-late, who: [firm-head] }, { conduct: bills-late, who: [firm-head] }] }
            """, "us-fico.yaml");
        Assert.Empty(RegimeCheck.Check(beside, Shipped.Society.Conducts));
        var tables = Shipped.Compiled(Shipped.Tables, beside.ValueOrThrow());
        var feature = Array.FindIndex(tables.Weights!.Features, f => f.Reads == Reads.FirmStanding);
        var (good, poor, none) = (0, 0, 0);
        Weekly.Run(Shipped.Plan(regime: tables, people: 2_400, years: 1), 3, (district, week) =>
        {
            if (district.Twins.Count < 2 || (week + 1) % Calendar.Exchange != 0)
            {
                return;
            }
            var twin = district.Twins[1];
            var watched = district.Watched;
            if (watched >= 0)
            {
                var heads = (twin.Situation.Roles[watched] & RoleBits.Of([Role.FirmHead])) == RoleBits.Of([Role.FirmHead]);
                var (value, isGood) = (twin.Weighing.Parts[feature].Value, twin.Standing.GradeOn(1, watched) == 0);
                Assert.Equal(!heads ? 1 : isGood ? 1 : 0, value);
                (good, poor, none) = (good + (heads && isGood ? 1 : 0), poor + (heads && !isGood ? 1 : 0), none + (heads ? 0 : 1));
            }
            // The next to be looked at: a head in the worse grade if there is one, else another head, else anybody.
            var all = Enumerable.Range(0, district.Roster.Slots).Where(s => district.Roster.Lives(s)).ToList();
            var head = RoleBits.Of([Role.FirmHead]);
            var headed = all.Where(s => (twin.Situation.Roles[s] & head) == head).ToList();
            district.Watched = week % 3 == 0
                ? all[week] : headed.OrderByDescending(s => twin.Standing.GradeOn(1, s)).Skip(week % 2).First();
        });
        Assert.True(poor > 0 && none > 0, $"{good} {poor} {none}");
    }

    [Fact]
    public void The_best_of_everything_earns_the_whole_range()
    {
        var weights = Compiled().Weights!;
        Assert.Equal(550_000, weights.Features.Sum(f => f.Earned(f.Best)));
        Assert.Equal(0, weights.Features.Sum(f => f.Earned(f.Worst)));
    }

    [Fact]
    public void Everybody_is_weighed_at_the_fork_and_the_parts_of_a_score_add_up_to_it()
    {
        const int Watched = 11;
        var tables = Compiled();
        var (weighings, atFork) = (0, false);
        Weekly.Run(Shipped.Plan(regime: tables, people: 2_000), 3, (district, week) =>
        {
            district.Watched = Watched;
            if (district.Twins.Count < 2)
            {
                return;
            }
            var twin = district.Twins[1];
            atFork |= twin.Standing.Score.Span.ToArray().Distinct().Count() > 20;
            Assert.True(atFork);
            if ((week + 1) % Calendar.Exchange == 0)
            {
                weighings++;
                Assert.Equal(tables.Weights!.Features.Length, twin.Weighing.Parts.Count);
                Assert.Equal(twin.Standing.Score[Watched], tables.Grades.Base + twin.Weighing.Parts.Sum(p => p.Points));
            }
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                if (twin.Standing.Direct[slot] == Standing.NoGrade && !twin.Standing.IsNew(tables.Grades, slot))
                {
                    Assert.Equal(tables.Grades.Of(twin.Standing.Score[slot]), twin.Standing.Grade[slot]);
                }
            }
        });
        Assert.True(weighings > 20);
    }

    [Fact]
    public void A_record_that_tells_against_somebody_lowers_the_score_and_what_is_lost_is_felt()
    {
        var tables = Compiled();
        var late = Array.FindIndex(tables.Rules.Rules, r => r.Id == "LATE");
        Assert.True(tables.Weights!.AtStake[late] < 0);
        Assert.True(tables.Rules.Rules[late].IsAgainst(0));
        var conduct = tables.Rules.ClassOf[late];
        var rung = Ladder.Rung(tables.Grades, 680_000, Standing.NoGrade);
        Assert.True(tables.Stakes.Of(conduct)[rung] > 0);
    }

    [Fact]
    public void Beside_another_regime_everybody_is_weighed_as_alone()
    {
        var (alone, beside) = Twice();
        var scores = new Dictionary<int, int[]>();
        Weekly.Run(alone with { People = 2_000 }, 3, (district, week) => scores[week] = district.Twins[^1].Standing.Score.Span.ToArray());
        var distinct = new HashSet<int>();
        var scale = Array.FindIndex(beside.Twins[1].Grades.Further, f => f.Weighted) + 1;
        Weekly.Run(beside with { People = 2_000 }, 3, (district, week) =>
        {
            if (district.Twins.Count < 2)
            {
                return;
            }
            var (standing, grades) = (district.Twins[1].Standing, beside.Twins[1].Grades.Further[scale - 1]);
            Assert.Equal(scores[week], standing.Weighed[0].Span.ToArray());
            distinct.UnionWith(scores[week]);
            for (var slot = 0; slot < district.Roster.Slots; slot++)
            {
                if (district.Roster.Lives(slot))
                {
                    Assert.Equal(standing.IsNew(grades, slot) ? grades.Newcomers : grades.Of(standing.Weighed[0][slot]),
                        standing.GradeOn(scale, slot));
                }
            }
        });
        Assert.True(distinct.Count > 200, $"{distinct.Count} scores");
    }

    [Fact]
    public void Threads_kernels_checkpoints_and_replays_change_nothing_beside_another_regime() => SameBits.Check(Twice().Beside);

    // The same weights over the same channels and acts, as the main scale and beside another.
    private static (RunPlan Alone, RunPlan Beside) Twice()
    {
        var main = NoFeedback.Regime with { Redress = null, Repairs = new Dictionary<string, Repair>() };
        var weighed = Read<Regime>("regimes/us-fico.yaml") with
        {
            Redress = null,
            Repairs = new Dictionary<string, Repair>(),
            Consequences = new Dictionary<string, Consequence>(),
            Channels = main.Channels,
        };
        return (Plan(weighed), Plan(Including.Merge(main, [weighed])));

        static RunPlan Plan(Regime regime) => Shipped.Plan(NoFeedback.Tables, Shipped.Compiled(NoFeedback.Tables, regime));
    }

    private static RegimeTables Compiled() => Shipped.Compiled(Shipped.Tables, Read<Regime>("regimes/us-fico.yaml"));

    private static WeightedFeature Feature(float worst, float best) => new("d/f", Reads.Age, worst, best, 1_001, [], false, 0);

    private static void Same(string? published, string found)
    {
        if (published is not null)
        {
            Assert.Equal(published, found);
        }
    }

    private static string Shown(Figure figure) => FormattableString.Invariant($"{figure.Value:0.###}");

    private static T Read<T>(string path)
        where T : class
    {
        using var file = File.OpenRead(Path.Combine(Shipped.Root, path));
        return YamlReader.Read<T>(file, path).ValueOrThrow();
    }
}
