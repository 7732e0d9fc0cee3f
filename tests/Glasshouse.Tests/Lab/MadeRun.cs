using System.Runtime.CompilerServices;
using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Lab;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tallying;
using LabDraw = Glasshouse.Lab.Draw;

namespace Glasshouse.Tests.Lab;

/// <summary>
/// A run whose counts are made up by a formula, so that findings, pages and files can be tested without the model.
/// </summary>
internal static class MadeRun
{
    public const int Districts = 3;

    private static readonly MeasureSet Measures = Counting("volunteering", "traffic");

    /// <summary>Measures of a society with these groups of conducts.</summary>
    public static MeasureSet Counting(params IEnumerable<string> groups) => new(
        [.. groups.Select(g => (g, Array.Empty<int>()))],
        new ConductTable(new Dictionary<string, Conduct>(), new Dictionary<string, Temperament>(),
            Engine.Shipped.Society.Acting, new float[4], 0));

    /// <summary>
    /// A run in which harm falls, words are withheld and false records penalise; other counts are plain multiples.
    /// </summary>
    /// <param name="seeds">Histories.</param>
    /// <param name="years">Years.</param>
    /// <param name="draws">Draws of the assumptions, in which the effect on harm grows with one figure.</param>
    /// <param name="people">Adults of each history.</param>
    public static RunResult Of(int seeds = 10, int years = 10, int draws = 0, int people = 2000)
    {
        var yaml = Files.SmallRegime.Text;
        var regime = YamlReader.Read<Regime>(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(yaml)), "small.yaml");
        return new RunResult
        {
            Request = new RunRequest { Regime = "small", Society = "made-up", People = people, Years = years, Seeds = seeds },
            Regime = regime.ValueOrThrow(),
            Society = (Society)RuntimeHelpers.GetUninitializedObject(typeof(Society))
                with
            { Id = "made-up", Title = "A made-up society" },
            Outcomes = [.. Enumerable.Range(1, seeds).Select(s => History((ulong)s, years, people, 0.2))],
            Draws = [.. Enumerable.Range(0, draws).Select(d => new LabDraw(
                new Dictionary<string, double> { ["small.yaml:one"] = d, ["small.yaml:two"] = d * 7 % 11 },
                History(1, years, people, 0.1 + 0.02 * d)))],
            Figures = regime.Figures,
            Grades = ["A", "B", "C"],
            EntryGrade = 0,
            Seconds = 2,
        };
    }

    private static Outcome History(ulong seed, int years, int people, double effect)
    {
        var exchanges = years * Calendar.Year / Calendar.Exchange;
        long[][] series = [Series(0), Series(1)];
        return new Outcome
        {
            Seed = seed,
            Twins = ["law-only", "small"],
            Series = series,
            Totals = [.. series.Select(s => Totals(s, exchanges, years))],
            ByDistrict = [.. series.Select((_, t) => ByDistrict(t))],
            Measures = Measures,
            Districts = Districts,
            Marks = [[], [], []],
            Faults = [0, 0],
            Digest = seed * 0x9E3779B97F4A7C15,
            PersonWeeks = 2L * people * years * Calendar.Year,
        };

        long[] Series(int twin) => [.. from e in Enumerable.Range(0, exchanges)
                                       from m in Enumerable.Range(0, Measures.Count)
                                       select Holds(e, m) ? Count(twin, m, seed * 31 + (ulong)(e * 7 + m), people, effect) : 0];

        long[] ByDistrict(int twin) => [.. from d in Enumerable.Range(0, Districts)
                                           from p in Enumerable.Range(0, Sheet.Periods)
                                           from m in Enumerable.Range(0, Measures.Count)
                                           select (IsStock(m) ? 12 : 39) * Count(twin, m, seed * 31 + (ulong)(d * 7 + m),
                                               people / Districts, effect)];
    }

    // Stocks are counted in the exchange in which a quarter ends, events in all.
    private static bool Holds(int exchange, int measure) => !IsStock(measure)
        || (exchange + 1) * Calendar.Exchange / Calendar.Quarter > exchange * Calendar.Exchange / Calendar.Quarter;

    private static bool IsStock(int measure) =>
        (Measure)measure is < Measure.BadActsFinancial or >= Measure.Grades and < Measure.Transitions;

    // What one exchange counts: a share of the people, a little luck that twins share, and the effect.
    private static long Count(int twin, int measure, ulong luck, int people, double effect)
    {
        var jitter = (long)(luck * 0x9E3779B97F4A7C15 >> 60);
        return (Measure)measure switch
        {
            Measure.Adults or Measure.Workforce => people,
            Measure.Borrowers => people / 2,
            Measure.Employed => people * 9L / 10 + jitter,
            >= Measure.Stress and <= Measure.RiskLegal => Fixed.From(people * (0.5 + 0.001 * jitter + 0.1 * twin * effect)),
            Measure.HarmfulActs => (long)((people / 20 + jitter) * (1 - twin * effect)),
            Measure.Thought => people / 10 + jitter,
            Measure.KeptSilent => people / 50 + twin * (people / 200) + jitter / 4,
            Measure.SaidOpposite => people / 400,
            Measure.SaidInSupport => 0,
            Measure.InLoanArrears => people / 40 + jitter,
            Measure.Applications or Measure.LoanApplications or Measure.Journeys or Measure.Services => people / 30,
            Measure.Hired or Measure.LoansGranted => people / 60,
            Measure.Named or Measure.ByError or Measure.Penalised => twin * (people / 100 + jitter),
            >= Measure.Records and < Measure.Grades => twin * (jitter / 3),
            Measure.Grades => people,
            >= Measure.Groups => people / 100 + jitter,
            _ => twin * (jitter / 8),
        };
    }

    private static long[] Totals(long[] series, int exchanges, int years)
    {
        var strata = Outcome.StrataList.Count;
        var totals = new long[Sheet.Periods * strata * Measures.Count];
        for (var e = 0; e < exchanges; e++)
        {
            var period = Periods.Of(e * Calendar.Exchange, years);
            for (var s = 0; s < strata; s++)
            {
                for (var m = 0; m < Measures.Count; m++)
                {
                    // Every stratum is a fifth of all, which is enough to test tables.
                    totals[(period * strata + s) * Measures.Count + m] += series[e * Measures.Count + m] / (s == 0 ? 1 : 5);
                }
            }
        }
        return totals;
    }
}
