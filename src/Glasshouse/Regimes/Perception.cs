using Glasshouse.Acting;
using Glasshouse.Living;
using Glasshouse.Recording;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Regimes;

/// <summary>
/// What people who know a regime perceive as at stake: the worth of a grade is the yearly worth of its effects; between the middles of
/// two bands it is interpolated, so that coming nearer to a fall is felt before the fall. In the worst grade there is nothing left to lose.
/// </summary>
internal static class Perception
{
    /// <summary>Stakes of every conduct on every rung.</summary>
    public static Stakes Stakes(RuleTable rules, GradeTable grades, ConsequenceTable consequences, WeightTable? weights,
        ConductTable conducts, LivingFigures living)
    {
        var worth = WorthOf(grades, consequences, living);
        var middles = MiddlesOf(grades);
        var further = grades.Further.Select((g, i) => WorthOf(g, consequences.Further[i], living)).ToArray();
        var stakes = new float[conducts.Count * Acting.Stakes.Rungs];
        for (var k = 0; k < conducts.Count; k++)
        {
            var levels = conducts.Conducts[k].Levels.Values.ToList();
            for (var rung = 0; rung < Acting.Stakes.Rungs; rung++)
            {
                var sum = 0.0;
                for (var level = 0; level < levels.Count; level++)
                {
                    sum += levels[level].Share.Value * AtStake(rules, grades, weights, worth, middles, k, level, rung);
                    for (var i = 0; i < further.Length; i++)
                    {
                        sum += levels[level].Share.Value * OnFurther(rules, grades.Further[i], further[i], k, level, i + 1);
                    }
                }
                stakes[k * Acting.Stakes.Rungs + rung] = (float)Math.Max(0, sum);
            }
        }
        return new Stakes(stakes);
    }

    private static double AtStake(RuleTable rules, GradeTable grades, WeightTable? weights, double[] worth, double[] middles, int conduct,
        int level, int rung)
    {
        if (First(rules, conduct, level, 0) is not { } number)
        {
            return 0;
        }
        var rule = rules.Rules[number];
        var years = rule.Weeks / 52.0;
        var direct = rung - Ladder.ScoreRungs;
        if (direct >= 0)
        {
            var held = worth[Math.Min(direct, worth.Length - 1)];
            return rule.IsGround ? Math.Max(0, held - worth[Sets(grades, rule)]) * years : 0;
        }
        var points = weights?.AtStake[number] ?? rule.Points;
        var score = Ladder.Middle(grades, rung);
        var now = Of(grades, worth, middles, score);
        var then = rule.IsGround ? Math.Min(now, worth[Sets(grades, rule)]) : Of(grades, worth, middles, score + points);
        return Math.Abs(now - then) * years;
    }

    // A further scale is perceived from where everybody starts on it, whatever stands on the main one.
    private static double OnFurther(RuleTable rules, GradeTable grades, double[] worth, int conduct, int level, int scale)
    {
        if (First(rules, conduct, level, scale) is not { } number)
        {
            return 0;
        }
        var rule = rules.Rules[number];
        var now = worth[grades.IsRanked ? grades.Of(grades.Base) : grades.Entry];
        var then = rule.IsGround ? worth[Sets(grades, rule)] : grades.IsList ? now : worth[grades.Of(grades.Base + rule.Points)];
        return Math.Abs(now - then) * rule.Weeks / 52.0;
    }

    private static ushort? First(RuleTable rules, int conduct, int level, int scale)
    {
        foreach (ref readonly var caught in rules.Of(conduct, level))
        {
            if (rules.Rules[caught.Rule].Scale == scale)
            {
                return caught.Rule;
            }
        }
        return null;
    }

    // The grade that a ground brings to somebody in the entry grade.
    private static int Sets(GradeTable grades, Rule rule) => rule.Grade >= 0 ? rule.Grade
        : rule.AtBest >= 0 ? Math.Max(grades.Entry, rule.AtBest)
        : rule.AtLeast >= 0 ? Math.Min(grades.Entry, rule.AtLeast)
        : Math.Min(grades.Entry + rule.Down, grades.Count - 1);

    private static double[] WorthOf(GradeTable grades, ConsequenceTable consequences, LivingFigures living) =>
        [.. Enumerable.Range(0, grades.Count).Select(g => Worth(consequences, living, (byte)g))];

    private static double[] MiddlesOf(GradeTable grades) =>
        grades.IsList || !grades.IsCut ? [] : [.. Enumerable.Range(0, grades.Count).Select(g => Middle(grades, g))];

    // Without bands, and before the first ranking, a score is not yet at stake.
    private static double Of(GradeTable grades, double[] worth, double[] middles, int score)
    {
        if (middles.Length == 0)
        {
            return worth[grades.Entry];
        }
        if (score >= middles[0])
        {
            return worth[0];
        }
        for (var g = 1; g < middles.Length; g++)
        {
            if (score >= middles[g])
            {
                var part = (score - middles[g]) / (middles[g - 1] - middles[g]);
                return worth[g] + part * (worth[g - 1] - worth[g]);
            }
        }
        return worth[^1];
    }

    private static double Middle(GradeTable grades, int grade)
    {
        if (grade == grades.Entry && !grades.IsRanked)
        {
            return grades.Start;
        }
        if (grade == 0)
        {
            return grades.From[0];
        }
        return grade == grades.Count - 1 ? grades.From[grade - 1] - 50_000.0 : (grades.From[grade] + (double)grades.From[grade - 1]) / 2;
    }

    private static double Worth(ConsequenceTable consequences, LivingFigures living, byte grade)
    {
        var sum = 0.0;
        foreach (var (effect, figure) in living.Worth)
        {
            sum += figure.Value * consequences.Of(grade, effect);
        }
        return sum;
    }
}
