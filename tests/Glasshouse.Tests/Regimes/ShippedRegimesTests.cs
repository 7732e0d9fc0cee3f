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
        var regime = Inspection.Merged(Inspection.Read<Regime>(file).ValueOrThrow(), file);
        var society = Solved.GetOrAdd(Inspection.SocietyOf(file), Solve);
        var compiled = Compilation.Compile(regime, society.Conducts, society.Society.Living, society.Society.Observing);
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

    private static ulong Digest(SocietyTables society, RegimeTables regime, int threads)
    {
        var plan = new RunPlan
        {
            Society = society,
            Twins = [RegimeTables.LawOnly(society.Conducts), regime],
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
        return history.Outcome().Digest;
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
