using System.Collections.Concurrent;
using Glasshouse.Engine;
using Glasshouse.Lab;
using Glasshouse.Lab.Testing;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Regimes;

/// <summary>Every shipped regime is sound, has its page and tests, and runs to the same bits on any threads.</summary>
public sealed class ShippedRegimesTests
{
    private static readonly ConcurrentDictionary<string, SocietyTables> Solved = [];

    private static readonly Shelf Shelf = new([Repository.Root]);

    public static TheoryData<string> Names() =>
    [
        .. Directory.GetFiles(Repository.PathOf("regimes"), "*.yaml")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_has_no_faults_and_a_page(string name)
    {
        var file = File(name);
        var society = Inspection.Read<Society>(SocietyFile(Inspection.SocietyOf(file)));
        Assert.Empty(Inspection.OfRegime(file, society).Faults);
        Assert.True(System.IO.File.Exists(Repository.PathOf("docs", "regimes", name + ".md")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void At_least_five_policy_tests_hold(string name)
    {
        var report = PolicyTesting.Run(Shelf, File(name).Path);
        Assert.InRange(report.Results.Count, 5, int.MaxValue);
        Assert.DoesNotContain(report.Results, r => !r.Passed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_thread_or_two_make_the_same_history(string name)
    {
        var file = File(name);
        var society = Solved.GetOrAdd(Inspection.SocietyOf(file), Solve);
        var compiled = Compiled(file, society);
        Assert.Equal(Digest(society, compiled, 1), Digest(society, compiled, 2));
    }

    // A file has one base only, so both futures at once repeat what expansion states.
    [Fact]
    public void Refined_and_expanded_ends_in_what_expanded_ends_in()
    {
        string[] ConsequencesOf(string name) =>
        [
            .. Inspection.Read<Regime>(File(name)).ValueOrThrow().Consequences
                .Select(c => $"{c.Key}: {c.Value.Text} {string.Join(' ', c.Value.Grades)} {c.Value.Effect} {c.Value.Size?.Value}"),
        ];
        Assert.Equal(ConsequencesOf("expansion"), ConsequencesOf("refinement-expansion"));
    }

    // The program keeps its own copy of both baselines; what the files say is what it does.
    [Theory]
    [InlineData("law-only")]
    [InlineData("none")]
    public void A_baseline_differs_from_itself_in_nothing(string name)
    {
        var file = File(name);
        var society = Solved.GetOrAdd(Inspection.SocietyOf(file), Solve);
        var built = name == RegimeTables.NoneName ? RegimeTables.None(society.Conducts) : RegimeTables.LawOnly(society.Conducts);
        var outcome = Outcome(society, [built, Compiled(file, society)]);
        Assert.Equal(outcome.Totals[0], outcome.Totals[1]);
        Assert.Equal(outcome.Series[0], outcome.Series[1]);
        Assert.Equal(outcome.ByDistrict[0], outcome.ByDistrict[1]);
        Assert.Contains(outcome.Totals[0], count => count > 0);
    }

    [Fact]
    public void Without_law_more_is_done_that_law_would_find()
    {
        var society = Solved.GetOrAdd("china-urban", Solve);
        var outcome = Outcome(society, [Compiled(File("law-only"), society), Compiled(File("none"), society)]);
        Assert.NotEqual(outcome.Totals[0], outcome.Totals[1]);
    }

    private static Regime Read(InputFile file) => Inspection.Read<Regime>(file).ValueOrThrow();

    private static RegimeTables Compiled(InputFile file, SocietyTables society) => Compilation.Compile(
        Including.Merge(Read(file), [.. file.Includes.Select(Read)]), society.Conducts, society.Society.Living, society.Society.Observing);

    private static ulong Digest(SocietyTables society, RegimeTables regime, int threads) =>
        Outcome(society, [RegimeTables.LawOnly(society.Conducts), regime], threads).Digest;

    private static Outcome Outcome(SocietyTables society, RegimeTables[] twins, int threads = 2)
    {
        var plan = new RunPlan
        {
            Society = society,
            Twins = twins,
            People = 4_000,
            Years = 1,
            BurnInYears = 1,
            Threads = threads,
        };
        using var crew = new Crew(threads);
        var history = new History(plan, 5, crew);
        while (!history.Finished)
        {
            history.Advance();
        }
        Assert.Equal(0, history.Outcome().Faults.Sum());
        return history.Outcome();
    }

    private static SocietyTables Solve(string name)
    {
        var tables = new SocietyTables(Inspection.Read<Society>(SocietyFile(name)).ValueOrThrow());
        BaseRates.Solve(tables);
        return tables;
    }

    private static InputFile File(string name) => InputFile.Read(FileKind.Regime, Repository.PathOf("regimes", name + ".yaml"));

    private static InputFile SocietyFile(string name) => InputFile.Read(FileKind.Society, Repository.PathOf("societies", name + ".yaml"));
}
