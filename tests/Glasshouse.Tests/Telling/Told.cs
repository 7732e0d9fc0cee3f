using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Lab.Telling;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Glasshouse.Tests.Files;

namespace Glasshouse.Tests.Telling;

/// <summary>One small run that these tests share: Wendeng's rules over the shipped society, two districts, two years.</summary>
internal static class Told
{
    public const ulong Seed = 7;

    private static readonly Lazy<(SocietyTables Society, Regime Regime)> Read = new(ReadFiles);

    private static readonly Lazy<(LoadedRun Run, IReadOnlyList<ulong> Digests)> Made = new(() => Make());

    public static LoadedRun Run => Made.Value.Run;

    /// <summary>Digests of the history at each exchange.</summary>
    public static IReadOnlyList<ulong> Digests => Made.Value.Digests;

    /// <summary>The same run under a regime that sees nothing and does nothing.</summary>
    public static LoadedRun Blind() => Make(blind: true).Run;

    /// <summary>The same run under a changed regime.</summary>
    public static LoadedRun With(Func<Regime, Regime> change) => Make(change: change).Run;

    /// <summary>Everybody who lives in a district.</summary>
    public static IEnumerable<PersonId> People(int district)
    {
        var roster = Run.Replay(new PersonId(district, 0)).District.Roster;
        return Enumerable.Range(0, roster.Slots).Where(roster.Lives).Select(n => new PersonId(district, n));
    }

    private static (LoadedRun Run, IReadOnlyList<ulong> Digests) Make(bool blind = false, Func<Regime, Regime>? change = null)
    {
        var (tables, regime) = Read.Value;
        regime = change?.Invoke(regime) ?? regime;
        var society = tables.Society;
        var lawOnly = RegimeTables.LawOnly(tables.Conducts);
        var plan = new RunPlan
        {
            Society = tables,
            Twins = [lawOnly, blind ? lawOnly : Compilation.Compile(regime, tables.Conducts, society.Living, society.Observing)],
            People = 5000,
            Years = 2,
            BurnInYears = 1,
            Threads = 1,
        };
        using var crew = new Crew(1);
        var history = new History(plan, Seed, crew);
        while (!history.Finished)
        {
            history.Advance();
        }
        return (new LoadedRun(plan, regime, society, Seed, history.Directives, history.Outcome().Marks), history.Digests);
    }

    private static (SocietyTables Society, Regime Regime) ReadFiles()
    {
        var tables = new SocietyTables(FromFile<Society>("societies", "china-urban.yaml"));
        BaseRates.Solve(tables);
        return (tables, Including.Merge(
            FromFile<Regime>("regimes", "wendeng-2020.yaml"), [FromFile<Regime>("regimes", "court-defaulters.yaml")]));
    }

    private static T FromFile<T>(params string[] path)
        where T : class
    {
        using var file = File.OpenRead(Repository.PathOf(path));
        return YamlReader.Read<T>(file, path[^1]).ValueOrThrow();
    }
}
