using Glasshouse.Engine;
using Glasshouse.Lab.Indicators;
using Glasshouse.Lab.Uncertainty;
using Glasshouse.Regimes;
using Verdict = Glasshouse.Lab.Uncertainty.Verdict;

namespace Glasshouse.Lab;

/// <summary>Compares the twins of a run, indicator by indicator. In: counts. Out: findings.</summary>
internal static class Comparing
{
    private const int Without = 0;
    private const int With = 1;

    internal static Findings All(RunResult result)
    {
        var run = RunAccount.Of(result);
        var measures = result.Outcomes[0].Measures;
        var strata = Outcome.StrataList;
        var asked = result.Regime.Subjects.OptIn is not null;
        var rows = (from indicator in Catalogue.For(measures, result.Grades, asked,
                        Scores(result.Regime).Any(s => s.Spending.Count > 0), Scores(result.Regime).Any(s => s.Sale.Count > 0))
                    from period in run.Periods
                    from stratum in Enumerable.Range(0, strata.Count)
                    select Compare(result, indicator, period, stratum)).ToArray();
        var headline = Findings.FourNumbers
            .Select(name => rows.Single(r => r.Indicator.Name == name && r.OfAll && r.Period == run.Periods[^1].Name)).ToArray();
        return new Findings
        {
            Run = run,
            Rows = rows,
            Headline = headline,
            Missing = [.. Catalogue.Missing(measures).Select(i => i.Name)],
            RuleBook = RuleBook.Of(result.Regime),
            Basis = Basis.Of(result.Figures),
            Influences = headline.ToDictionary(h => h.Indicator.Name, h => InfluenceOn(result, h.Indicator, run.Periods[^1])),
            Courses = Course.Of(result),
        };
    }

    private static IEnumerable<Scale> Scores(Regime regime) =>
        regime.Scales.Values.Select(s => s.Score).Prepend(regime.Score).OfType<Scale>();

    /// <summary>
    /// An indicator in both twins; without a regime, what only a regime can make is none, and known to be none.
    /// </summary>
    internal static Pair PairOf(Indicator indicator, Func<int, Reckoned> of) => indicator.RegimeOnly
        ? new(new Reckoned(0, 0, double.PositiveInfinity, double.PositiveInfinity), of(With))
        : new(of(Without), of(With));

    private static Finding Compare(RunResult result, Indicator indicator, Period period, int stratum)
    {
        var years = result.Request.Years;
        Pair In(Outcome outcome) => PairOf(indicator, t => Reckoner.Of(indicator, outcome, t, period.Index, stratum, years));
        var found = Difference.Of([.. result.Outcomes.Select(In)], indicator.Scale);
        var assumed = AssumedRange.Of([.. result.Draws.Select(d => In(d.Outcome).Difference)]);
        var (verdict, reason) = Judge(indicator, found, assumed);
        return new Finding(indicator, Outcome.StrataList[stratum].Name, period.Name,
            found.Without, found.With, found.Value, indicator.RegimeOnly ? found.Chance?.FromZero : found.Chance,
            assumed, stratum == 0 ? SpreadOf(result, indicator, period) : null, verdict, reason, ProvenanceOf(result, indicator));
    }

    private static (Verdict Verdict, string Reason) Judge(Indicator indicator, Difference found, AssumedRange? assumed)
    {
        if (found.Verdict is Verdict.CannotTell or Verdict.NoneSeen)
        {
            return (found.Verdict, found.Reason);
        }
        if (indicator.SetBy is { } setting)
        {
            return (Verdict.SetByAssumption, setting);
        }
        if (indicator.RegimeOnly)
        {
            return (Verdict.OnlyWithRegime, found.Reason);
        }
        return found.Verdict != Verdict.NoClearDifference && assumed is not null && assumed.Turns(found.Value)
            ? (Verdict.CannotTell, "the sign changes over the assumptions")
            : (found.Verdict, found.Reason);
    }

    private static Interval? SpreadOf(RunResult result, Indicator indicator, Period period)
    {
        if (result.Outcomes is not [var only] || only.Districts < 2)
        {
            return null;
        }
        var differences = Enumerable.Range(0, only.Districts)
            .Select(d => PairOf(indicator,
                t => Reckoner.OfDistrict(indicator, only, t, period.Index, d, result.Request.Years)).Difference)
            .Where(double.IsFinite).ToArray();
        return differences.Length < 2 ? null : Interval.Middle(differences, 0.1);
    }

    private static IReadOnlyList<Influence> InfluenceOn(RunResult result, Indicator indicator, Period period) => Influence.Rank(
        [.. result.Draws.Select(d => d.Values)],
        [.. result.Draws.Select(d => PairOf(indicator,
            t => Reckoner.Of(indicator, d.Outcome, t, period.Index, 0, result.Request.Years)).Difference)]);

    private static string ProvenanceOf(RunResult result, Indicator indicator)
    {
        if (indicator.SetBy is not { } setting)
        {
            return "computed";
        }
        var kinds = Basis.KindsAt(result.Figures, setting);
        return kinds.Length == 0 ? $"set by {setting}" : $"set by {setting} ({kinds})";
    }
}
