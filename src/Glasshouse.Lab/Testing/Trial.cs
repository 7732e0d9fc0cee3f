using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Lab.Telling;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Scoring;

namespace Glasshouse.Lab.Testing;

/// <summary>One expectation that was not met.</summary>
/// <param name="What">The key.</param>
/// <param name="Expected">What the test expects.</param>
/// <param name="Found">What the rule book made of it.</param>
internal sealed record Miss(string What, string Expected, string Found);

/// <summary>One line of the account of a test.</summary>
/// <param name="Rule">Id of the row or ground; empty for the base and for what no rule caught.</param>
/// <param name="Points">Points that count.</param>
/// <param name="Words">What it is, and whether it counts.</param>
/// <param name="Counts">True if it counts.</param>
internal sealed record TrialLine(string Rule, double Points, string Words, bool Counts);

/// <summary>The answer of a policy test.</summary>
/// <param name="Id">Id of the test.</param>
/// <param name="Says">What it shows.</param>
/// <param name="Line">Line of the test in its file.</param>
/// <param name="Misses">Expectations that were not met; none if the test passes.</param>
/// <param name="Decided">The rule that decided.</param>
/// <param name="Account">The account of the score at the end.</param>
internal sealed record TrialResult(
    string Id, string Says, int Line, IReadOnlyList<Miss> Misses, string Decided, IReadOnlyList<TrialLine> Account)
{
    public bool Passed => Misses.Count == 0;
}

/// <summary>Tries one policy test on a compiled rule book.</summary>
internal sealed class Trial(Regime regime, RegimeTables tables, ConductTable conducts)
{
    /// <summary>The word for a grade that points alone have set.</summary>
    public const string NoGround = "none";

    private readonly RuleWords _words = new(regime, tables);

    /// <summary>Tries a test.</summary>
    public TrialResult Of(string id, PolicyTest test, int line)
    {
        var bench = new Bench(tables, test);
        var caught = new bool[test.Records.Count];
        var repairs = test.Repairs.ToList();
        var buys = test.Buys.ToList();
        for (var week = 0; week <= test.AtWeek; week++)
        {
            var now = test.Records.Select((record, number) => (Sighting: bench.Sighting(record, conducts), Number: number, record.Week))
                .Where(r => r.Week + r.Sighting.Late == week)
                .OrderBy(s => (s.Sighting.Slot, s.Sighting.Conduct)).ToList();
            string[] managed = [.. repairs.Where(r => r.Week <= week).Select(r => r.Repair)];
            string[] wanted = [.. buys.Where(b => b.Week <= week).SelectMany(b => RuleIds(b.Buy))];
            bool? consents = week == test.Joins ? true : week == test.Withdraws ? false : null;
            bench.Pass(week, [.. now.Select(s => s.Sighting)], managed, wanted, consents, week == test.AtWeek);
            foreach (ref readonly var entered in bench.Entered)
            {
                if (entered.Sighting >= 0)
                {
                    caught[now[entered.Sighting].Number] = true;
                }
            }
            foreach (var bought in bench.Bought)
            {
                buys.RemoveAt(buys.FindIndex(b => RuleIds(b.Buy).Contains(bought)));
            }
            repairs.RemoveAll(r => Bench.IsMonthEnd(week) && r.Week <= week);
        }
        var account = Account(bench, test, caught);
        return new TrialResult(id, test.Says, line, Misses(bench, test.Expect, account), Decided(bench, account), account);
    }

    private static string[] RuleIds(string buy) => [Spending.RuleId("", buy), Sale.RuleId("", buy)];

    private List<Miss> Misses(Bench bench, Expectation expect, List<TrialLine> account)
    {
        var misses = new List<Miss>();
        var standing = bench.Standing;
        var grade = standing.Grade[Bench.Self];
        Compare("score", expect.Score is { } score ? Show(score) : null, Show(ScoreOn(bench, 0)));
        Compare("grade", expect.Grade, tables.Grades.Names[grade]);
        Compare("direct", expect.Direct, Ground(bench) ?? NoGround);
        Compare("aside", expect.Aside is { } aside ? Show(aside) : null, Show(Aside(bench)));
        if (expect.Because is { } rule && !account.Exists(l => l.Counts && l.Rule == rule))
        {
            misses.Add(new Miss("because", $"{rule} counts", Counting(account)));
        }
        if (expect.Without is { } absent && account.Exists(l => l.Counts && l.Rule == absent))
        {
            misses.Add(new Miss("without", $"{absent} does not count", Counting(account)));
        }
        foreach (var (id, named) in expect.List)
        {
            Compare(id, named, tables.Grades.On(NumberOf(id)).Names[standing.GradeOn(NumberOf(id), Bench.Self)]);
        }
        foreach (var (id, points) in expect.Scores)
        {
            Compare($"score of {id}", Show(points), Show(ScoreOn(bench, NumberOf(id))));
        }
        foreach (var (effect, size) in expect.Consequences)
        {
            Compare(Spelling.Kebab(effect.ToString()), Show(size), Show(bench.Treated(effect)));
        }
        return misses;

        void Compare(string what, string? expected, string found)
        {
            if (expected is not null && expected != found)
            {
                misses.Add(new Miss(what, expected, found));
            }
        }
    }

    private static int Aside(Bench bench)
    {
        var (aside, ledger) = (0, bench.Dossiers.Ledger);
        for (var r = bench.Dossiers.Head(Bench.Self); r >= 0; r = ledger.Previous(r))
        {
            aside += ledger.State(r) == RecordState.Aside ? 1 : 0;
        }
        return aside;
    }

    private int NumberOf(string scale) => 1 + Array.FindIndex(tables.Grades.Further, g => g.Id == scale);

    private int Scales => 1 + tables.Grades.Further.Length;

    private double ScoreOn(Bench bench, int scale)
    {
        var table = tables.Grades.On(scale);
        var thousandths = scale == 0 || table.Weighted
            ? bench.Standing.ScoresOf(table, scale)[Bench.Self]
            : Reckoning.Sum(tables.Rules, tables.Grades, bench.Dossiers, Bench.Self, scale).Score;
        return table.Sign * thousandths / 1000.0;
    }

    // Figures reach the model in single precision; what a reader wrote with few digits is compared with few digits.
    private static string Show(double value) => FormattableString.Invariant($"{Math.Round(value, 4):0.####}");

    private static string Counting(List<TrialLine> account)
    {
        var rules = account.Where(l => l.Counts && l.Rule.Length > 0).Select(l => l.Rule).ToList();
        return rules.Count == 0 ? "no record counts" : $"{string.Join(", ", rules)} {(rules.Count == 1 ? "counts" : "count")}";
    }

    private string? Ground(Bench bench)
    {
        var (ledger, direct) = (bench.Dossiers.Ledger, bench.Standing.Direct[Bench.Self]);
        for (var r = bench.Dossiers.Head(Bench.Self); direct != Standing.NoGrade && r >= 0; r = ledger.Previous(r))
        {
            var rule = tables.Rules.Rules[ledger.Row(r)];
            if (ledger.State(r) == RecordState.Counting && rule.Scale == 0 && rule.Grade == direct)
            {
                return rule.Id;
            }
        }
        return null;
    }

    private string Decided(Bench bench, List<TrialLine> account)
    {
        var grade = tables.Grades.Names[bench.Standing.Grade[Bench.Self]];
        var score = Show(ScoreOn(bench, 0));
        if (Ground(bench) is { } ground)
        {
            return $"{grade} by {ground} ({Article(ground)}), whatever the points ({score})";
        }
        var most = account.Where(l => l.Counts && l.Rule.Length > 0).MaxBy(l => Math.Abs(l.Points));
        return most is null ? $"{grade} at {score}: no record counts" : $"{grade} at {score}, most by {most.Rule} ({Article(most.Rule)})";
    }

    private string Article(string id) => regime.TextOf(id)?.Article ?? "scale";

    private List<TrialLine> Account(Bench bench, PolicyTest test, bool[] caught)
    {
        var main = tables.Grades;
        var lines = new List<TrialLine> { new("", main.Sign * main.Base / 1000.0, "base", true) };
        if (tables.Weights is { Learned: not null })
        {
            lines.Add(new TrialLine("", 0, "the weights of the file, which stand until some are learned; a test learns nothing", true));
        }
        lines.AddRange(bench.Parts.Where(p => p.Part.Feature >= 0).Select(p =>
            new TrialLine("", p.Part.Points / 1000.0, $"{p.Feature.Id} at {Show(p.Part.Value)}", true)));
        var ledger = bench.Dossiers.Ledger;
        var counted = Enumerable.Range(0, Scales).SelectMany(s =>
            Reckoning.Explain(tables.Rules, main, bench.Dossiers, Bench.Self, s).Select(c => (Scale: s, Part: c))).ToList();
        var records = new List<TrialLine>();
        for (var r = bench.Dossiers.Head(Bench.Self); r >= 0; r = ledger.Previous(r))
        {
            var part = counted.Find(c => c.Part.Record == r).Part;
            var counts = ledger.State(r) == RecordState.Counting && !part.Suspended;
            var rule = tables.Rules.Rules[ledger.Row(r)];
            var points = counts ? main.On(rule.Scale).Sign * part.Points / 1000.0 : 0;
            records.Add(new TrialLine(rule.Id, points, Words(ledger, r, rule, part.Suspended), counts));
        }
        records.Reverse();
        lines.AddRange(records);
        lines.AddRange(counted.Where(c => c.Part.Record < 0 && c.Scale == 0 && !main.Weighted).Select(c =>
            new TrialLine(c.Part.Points > 0 ? "floor" : "ceiling", main.Sign * c.Part.Points / 1000.0, "the scale ends here", true)));
        if (RuleWords.Bands(main) is { } bands)
        {
            lines.Add(new TrialLine("", 0, bands + "; a test ranks nobody", true));
        }
        if (!bench.IsScored)
        {
            lines.Add(new TrialLine("", 0, "the rule book does not score this person", false));
        }
        if (Turning.Missing(regime, test.AtWeek, bench.Runs) is { } missing)
        {
            lines.Add(new TrialLine("", 0, missing, false));
        }
        lines.AddRange(test.Records.Where((_, i) => !caught[i]).Select(r =>
            new TrialLine("", 0, $"week {r.Week}, {r.Conduct}{(r.Level is { } level ? $" ({level})" : "")}: no row enters it", false)));
        return lines;
    }

    private string Words(Ledger ledger, int record, Rule rule, bool suspended)
    {
        var (since, until) = (ledger.Week(record), ledger.Expires(record));
        var sets = rule.IsGround ? _words.Does(ledger.Row(record)) + ", " : "";
        var counts = ledger.State(record) switch
        {
            RecordState.Expired => $"counted until week {until}",
            RecordState.Removed or RecordState.Lifted => "removed",
            RecordState.Repaired => "repaired",
            RecordState.Aside => "kept aside without counting",
            RecordState.Withdrawn => "closed when consent was withdrawn",
            _ when suspended => Show(ledger.Points(record) / 1000.0) + " suspended while a direct grade stands",
            _ => $"counts until week {until}",
        };
        return $"{sets}week {since}, {counts} ({Article(rule.Id)})";
    }
}
