using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Tests.Engine;

/// <summary>The shipped regime and society, read once for all tests of the engine.</summary>
internal static class Shipped
{
    private static readonly Lazy<Society> LazySociety = new(() => Read<Society>("societies/china-urban.yaml"));
    private static readonly Lazy<Regime> LazyRegime = new(() => Read<Regime>("regimes/wendeng-2020.yaml"));
    private static readonly Lazy<SocietyTables> LazyTables = new(() => Solved(Society));

    public static Society Society => LazySociety.Value;

    public static Regime Regime => LazyRegime.Value;

    /// <summary>Tables of the society as written, base rates solved.</summary>
    public static SocietyTables Tables => LazyTables.Value;

    /// <summary>Tables of another society, base rates solved.</summary>
    public static SocietyTables Solved(Society society)
    {
        var tables = new SocietyTables(society);
        BaseRates.Solve(tables);
        return tables;
    }

    /// <summary>A regime compiled over tables.</summary>
    public static RegimeTables Compiled(SocietyTables tables, Regime? regime = null) =>
        Compilation.Compile(regime ?? Regime, tables.Conducts, tables.Society.Living, tables.Society.Observing);

    /// <summary>A small plan: ordinary law alone, and the regime.</summary>
    public static RunPlan Plan(
        SocietyTables? tables = null, RegimeTables? regime = null, int people = 5_000, int years = 2, int burnInYears = 1)
    {
        tables ??= Tables;
        return new RunPlan
        {
            Society = tables,
            Twins = [RegimeTables.LawOnly(tables.Conducts), regime ?? Compiled(tables)],
            People = people,
            Years = years,
            BurnInYears = burnInYears,
            Threads = 1,
        };
    }

    /// <summary>Runs a whole history.</summary>
    public static History Run(RunPlan plan, ulong seed = 1)
    {
        using var crew = new Crew(plan.Threads);
        var history = new History(plan, seed, crew);
        while (!history.Finished)
        {
            history.Advance();
        }
        return history;
    }

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    private static T Read<T>(string path)
        where T : class
    {
        using var file = File.OpenRead(Path.Combine(Root, path));
        return YamlReader.Read<T>(file, path).ValueOrThrow();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Glasshouse.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository");
    }
}
