using Glasshouse.Acting;
using Glasshouse.Living;
using Glasshouse.Recording;
using Glasshouse.Responding;
using Glasshouse.Scoring;

namespace Glasshouse.Regimes;

/// <summary>
/// What people who know a regime perceive as at stake: the worth of a grade is the yearly worth of its effects; between the middles of
/// two bands it is interpolated, so that coming nearer to a fall is felt before the fall. In the worst grade there is nothing left to lose.
/// What comes later counts less, where the society says so.
/// </summary>
internal static class Perception
{
    /// <summary>Stakes of every conduct on every rung.</summary>
    public static Stakes Stakes(RuleTable rules, GradeTable grades, ConsequenceTable consequences, WeightTable?[] weights,
        ConductTable conducts, LivingFigures living, int[] entryWeeks)
    {
        var discount = conducts.Discount;
        var exposure = conducts.Firms.Exposure;
        var worth = WorthOf(grades, consequences, living, exposure);
        var curve = CurveOf(grades, worth);
        var further = grades.Further.Select((g, i) => WorthOf(g, consequences.Further[i], living, exposure)).ToArray();
        var stakes = new float[conducts.Count * Acting.Stakes.Rungs];
        for (var k = 0; k < conducts.Count; k++)
        {
            var levels = conducts.Conducts[k].Levels.Values.ToList();
            var late = discount.After(entryWeeks[conducts.Channel[k]]);
            for (var rung = 0; rung < Acting.Stakes.Rungs; rung++)
            {
                var sum = 0.0;
                for (var level = 0; level < levels.Count; level++)
                {
                    sum += levels[level].Share.Value * AtStake(rules, grades, weights[0], worth, curve, discount, k, level, rung);
                    sum += levels[level].Share.Value * Buys(rules, consequences.Offers, k, level, rung);
                    for (var i = 0; i < further.Length; i++)
                    {
                        sum += levels[level].Share.Value * (grades.Further[i].Board is { } board
                            ? OnBoard(rules, grades, board, weights[board.Scale], further[i], discount, k, level, rung)
                            : OnFurther(rules, grades.Further[i], weights[i + 1], further[i], discount, k, level, i + 1));
                    }
                }
                stakes[k * Acting.Stakes.Rungs + rung] = (float)(Math.Max(0, sum) * late);
            }
        }
        return new Stakes(stakes)
        {
            Material = Material(consequences, living),
            Shown = Most(consequences, Effect.NamedInPublic),
            Honoured = Most(consequences, Effect.Honour),
        };
    }

    // How much of what grades are worth is money or chances: all but honour and blame. What points buy is material.
    private static float Material(ConsequenceTable consequences, LivingFigures living)
    {
        double material = consequences.Offers.Length > 0 ? 1 : 0, symbolic = 0.0;
        foreach (var table in consequences.Further.Prepend(consequences))
        {
            for (var i = 0; i < table.Sizes.Length; i++)
            {
                var effect = (Effect)(i % ConsequenceTable.Effects);
                var worth = living.Worth.TryGetValue(effect, out var figure) ? Math.Abs(figure.Value * table.Sizes[i]) : 0;
                material += effect is Effect.Honour or Effect.NamedInPublic ? 0 : worth;
                symbolic += effect is Effect.Honour or Effect.NamedInPublic ? worth : 0;
            }
        }
        return material + symbolic > 0 ? (float)(material / (material + symbolic)) : 1;
    }

    private static float Most(ConsequenceTable consequences, Effect effect)
    {
        var most = 0f;
        foreach (var table in consequences.Further.Prepend(consequences))
        {
            for (var i = (int)effect; i < table.Sizes.Length; i += ConsequenceTable.Effects)
            {
                most = Math.Max(most, Math.Min(1, table.Sizes[i]));
            }
        }
        return most;
    }

    private static double AtStake(RuleTable rules, GradeTable grades, WeightTable? weights, double[] worth, (double, double)[] curve,
        Discount discount, int conduct, int level, int rung)
    {
        if (First(rules, conduct, level, 0) is not { } number)
        {
            return 0;
        }
        var rule = rules.Rules[number];
        var years = discount.Over(rule.Weeks);
        var direct = rung - Ladder.ScoreRungs;
        if (direct >= 0)
        {
            var held = worth[Math.Min(direct, worth.Length - 1)];
            return rule.IsGround ? Math.Max(0, held - worth[Sets(grades, rule)]) * years : 0;
        }
        var points = weights?.AtStake[number] ?? rule.Points;
        var score = Ladder.Middle(grades, rung);
        var now = Of(grades, worth, curve, score);
        var then = rule.IsGround ? Math.Min(now, worth[Sets(grades, rule)]) : Of(grades, worth, curve, score + points);
        return Math.Abs(now - then) * years;
    }

    // A further scale is perceived from where everybody starts on it, whatever stands on the main one.
    private static double OnFurther(RuleTable rules, GradeTable grades, WeightTable? weights, double[] worth, Discount discount,
        int conduct, int level, int scale)
    {
        if (First(rules, conduct, level, scale) is not { } number)
        {
            return 0;
        }
        var rule = rules.Rules[number];
        var now = worth[grades.IsRanked ? grades.Of(grades.Start) : grades.Entry];
        var then = rule.IsGround ? worth[Sets(grades, rule)] : grades.IsList ? now
            : worth[grades.Of(grades.Start + (weights?.AtStake[number] ?? rule.Points))];
        return Math.Abs(now - then) * discount.Over(rule.Weeks);
    }

    // What one more record turns on or off, by itself or by its points.
    private static double OnBoard(RuleTable rules, GradeTable grades, Switchboard board, WeightTable? weights, double[] worth,
        Discount discount, int conduct, int level, int rung)
    {
        if (First(rules, conduct, level, board.Scale) is not { } number)
        {
            return 0;
        }
        var (rule, table) = (rules.Rules[number], grades.On(board.Scale));
        var score = board.Scale > 0 ? table.Start : Ladder.Middle(grades, Math.Min(rung, Ladder.ScoreRungs - 1));
        var points = weights?.AtStake[number] ?? rule.Points;
        var (now, then) = (board.GradeOf(0, score), board.GradeOf(rule.Switches, score + points));
        return Math.Abs(worth[now] - worth[then]) * discount.Over(rule.Weeks);
    }

    // What points that an act brings may buy before they run out, at the offer that is worth most.
    private static double Buys(RuleTable rules, Offer[] offers, int conduct, int level, int rung)
    {
        var sum = 0.0;
        foreach (var scale in rung < Ladder.ScoreRungs ? offers.Select(o => o.Scale).Distinct() : [])
        {
            if (First(rules, conduct, level, scale) is { } number && rules.Rules[number] is { Points: > 0 } rule)
            {
                var exchanges = rule.Weeks / (double)Kernel.Calendar.Exchange;
                sum += offers.Where(o => o.Scale == scale)
                    .Max(o => (double)rule.Points / o.Price * o.Worth * Math.Min(1, o.Chance * exchanges));
            }
        }
        return sum;
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
        : grades.Below(grades.Entry, rule.Down);

    private static double[] WorthOf(GradeTable grades, ConsequenceTable consequences, LivingFigures living, double exposure) =>
        [.. Enumerable.Range(0, grades.Count).Select(g => Worth(consequences, living, (byte)g)
            - (grades.Shown.Length > 0 ? exposure * grades.Shown[g] : 0))];

    // The middles of the bands and what they are worth, best first. A list has none, nor bands by rank before the first ranking.
    private static (double Middle, double Worth)[] CurveOf(GradeTable grades, double[] worth)
    {
        if (grades.IsList || !grades.IsCut)
        {
            return [];
        }
        int[] judged = [.. Enumerable.Range(0, grades.Count).Where(g => g != grades.Newcomers)];
        return [.. judged.Select((g, i) => (Middle(grades, g, i > 0 ? judged[i - 1] : -1), worth[g]))];
    }

    // Where there are no bands a score is not at stake.
    private static double Of(GradeTable grades, double[] worth, (double Middle, double Worth)[] curve, int score)
    {
        if (curve.Length == 0)
        {
            return worth[grades.Entry];
        }
        if (score >= curve[0].Middle)
        {
            return curve[0].Worth;
        }
        for (var i = 1; i < curve.Length; i++)
        {
            if (score >= curve[i].Middle)
            {
                var part = (score - curve[i].Middle) / (curve[i - 1].Middle - curve[i].Middle);
                return curve[i].Worth + part * (curve[i - 1].Worth - curve[i].Worth);
            }
        }
        return curve[^1].Worth;
    }

    private static double Middle(GradeTable grades, int grade, int better)
    {
        if (grade == grades.Entry && !grades.IsRanked)
        {
            return grades.Start;
        }
        if (better < 0)
        {
            return grades.From[grade];
        }
        return grade == grades.Count - 1 ? grades.From[better] - 50_000.0 : (grades.From[grade] + (double)grades.From[better]) / 2;
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
