using System.Diagnostics;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Bench;

/// <summary>
/// Rule books of any number of rows that catch the same acts: every level of every conduct of china-urban stands in one row, so that
/// books of 20 and of 400 rows enter the same records, and only the number of rows differs.
/// </summary>
internal static class RuleBooks
{
    private static readonly Lazy<Society> LazySociety = new(() =>
    {
        using var file = File.OpenRead("societies/china-urban.yaml");
        return YamlReader.Read<Society>(file, "societies/china-urban.yaml").ValueOrThrow();
    });

    public static Society Society => LazySociety.Value;

    /// <summary>Reads, checks and compiles a text; nothing of an earlier time is kept.</summary>
    public static RegimeTables Compiled(byte[] text, ConductTable conducts)
    {
        var reading = YamlReader.Read<Regime>(new MemoryStream(text), "book.yaml");
        var faults = RegimeCheck.Check(reading, Society.Conducts);
        return faults.Count == 0
            ? Compilation.Compile(reading.ValueOrThrow(), conducts, Society.Living, Society.Observing)
            : throw new FaultException(faults);
    }

    /// <summary>The text of a book.</summary>
    public static byte[] Text(int rows)
    {
        var acts = Society.Conducts
            .SelectMany(c => c.Value.Levels.Keys.Select(level => $"{{ conduct: {c.Key}, levels: [{level}] }}")).ToList();
        if (acts.Count < rows)
        {
            throw new ArgumentException($"there are {acts.Count} levels of conducts", nameof(rows));
        }
        var text = new StringBuilder(Head);
        foreach (var channel in Enum.GetValues<Channel>())
        {
            text.Append(Channel.Replace("NAME", Spelling.Kebab(channel.ToString()), StringComparison.Ordinal));
        }
        text.Append("rows:\n");
        for (var row = 0; row < rows; row++)
        {
            var on = acts.Where((_, i) => i % rows == row);
            text.Append(CultureInfo.InvariantCulture, $"  R-{row}: {{ text: row {row}, points: -1, article: art. {row}, ")
                .Append(CultureInfo.InvariantCulture, $"domain: public-behaviour, on: [{string.Join(", ", on)}] }}\n");
        }
        return Encoding.UTF8.GetBytes(text.Append(Tail).ToString());
    }

    /// <summary>Runs <c>rows PEOPLE YEARS TURNS</c>: both books in turn over one society.</summary>
    public static int Run(string[] args)
    {
        var people = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        var years = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var turns = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5;
        var tables = new SocietyTables(Society);
        BaseRates.Solve(tables);
        int[] sizes = [20, 400];
        var books = sizes.Select(rows => Compiled(Text(rows), tables.Conducts)).ToArray();
        var spent = new List<double>[] { [], [] };
        for (var turn = 0; turn <= turns; turn++)
        {
            for (var b = 0; b < books.Length; b++)
            {
                var (nanoseconds, records) = Time(tables, books[b], people, years);
                // The first turn compiles.
                if (turn > 0)
                {
                    spent[b].Add(nanoseconds);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{sizes[b],4} rows: {nanoseconds:F1} ns of processor time per person-week; {records:F2} records held a person"));
                }
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"medians {Median(spent[0]):F1} and {Median(spent[1]):F1}, ratio {Median(spent[1]) / Median(spent[0]):F3}"));
        return 0;
    }

    private static (double Nanoseconds, double Records) Time(SocietyTables tables, RegimeTables book, long people, int years)
    {
        var plan = new RunPlan
        {
            Society = tables,
            Twins = [RegimeTables.LawOnly(tables.Conducts), book],
            People = people,
            Years = years,
            Threads = 1,
        };
        using var crew = new Crew(1);
        var history = new History(plan, 1, crew);
        var before = Environment.CpuUsage.TotalTime;
        while (!history.Finished)
        {
            history.Advance();
        }
        var time = Environment.CpuUsage.TotalTime - before;
        return (time.TotalSeconds * 1e9 / history.Outcome().PersonWeeks,
            history.Districts.Sum(d => (double)d.Twins[^1].Dossiers.Ledger.Count) / people);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private const string Head = """
        schema: glasshouse/regime/v1
        id: book
        title: A book of rows
        jurisdiction: nowhere
        summary: For measuring.
        in-force: never
        sources:
          S1: { title: Nothing, year: 2020 }
        subjects:
          adult-from: { value: 18, document: S1 }
        score:
          base: { value: 1000, document: S1 }
        grades:
          A: { from: { value: 960, document: S1 }, label: high, entry: true }
          B: { label: low }
        rules:
          discretion: { value: 0.5, low: 0, high: 1, assumed: nobody says }
        validity:
          direct-grade-years: {}
          light-months: { value: 12, document: S1 }
          light-up-to: { value: 40, document: S1 }
          heavy-months: { value: 24, document: S1 }
        channels:

        """;

    private const string Channel = """
          NAME:
            coverage-urban: { value: 0.5, low: 0.2, high: 0.8, assumed: nobody counted }
            coverage-rural: { value: 0.2, low: 0.1, high: 0.8, assumed: nobody counted }
            sensitivity: { value: 0.3, low: 0.1, high: 0.6, assumed: nobody counted }
            from-law: { value: 0.9, low: 0.5, high: 1, assumed: nobody counted }
            misattributed: { value: 0.01, low: 0, high: 0.05, assumed: nobody counted }
            misread: { value: 0.01, low: 0, high: 0.05, assumed: nobody counted }
            invented: { value: 1, low: 0, high: 5, assumed: nobody counted }

        """;

    private const string Tail = """
        direct-grades: {}
        repairs: {}
        consequences:
          shamed: { text: named, grades: [B], effect: named-in-public, size: { value: 1, document: S1 }, documented: true }
        redress:
          notice: { value: 0.5, low: 0, high: 1, assumed: nobody counted }
          appeal-if-false: { value: 0.5, low: 0, high: 1, assumed: nobody counted }
          appeal-if-true: { value: 0.1, low: 0, high: 1, assumed: nobody counted }
          false-found: { value: 0.5, low: 0, high: 1, assumed: nobody counted }
          true-cleared: { value: 0.1, low: 0, high: 1, assumed: nobody counted }
          decision-weeks: { value: 4, low: 1, high: 8, assumed: nobody counted }
          slots-per-thousand: { value: 10, low: 1, high: 50, assumed: nobody counted }

        """;
}

/// <summary>Time from the text of a regime to its tables: read, checked, compiled.</summary>
[InProcess]
public class CompileRegime
{
    private byte[] _text = [];
    private ConductTable _conducts = null!;

    [Params(20, 400)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _text = RuleBooks.Text(Rows);
        _conducts = new SocietyTables(RuleBooks.Society).Conducts;
        // What a program that has just started pays.
        var watch = Stopwatch.StartNew();
        _ = RuleBooks.Compiled(_text, _conducts);
        Console.WriteLine($"// first: {watch.Elapsed.TotalMilliseconds:F1} ms");
    }

    [Benchmark]
    public object Compile() => RuleBooks.Compiled(_text, _conducts);
}
