using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Tests.Engine;

/// <summary>The shipped regime and society, read once for all tests of the engine.</summary>
internal static class Shipped
{
    private static readonly Lazy<Society> LazySociety = new(() => Read<Society>("societies/china-urban.yaml"));
    private static readonly Lazy<Regime> LazyRegime = new(() =>
        Including.Merge(Read<Regime>("regimes/wendeng-2020.yaml"), [Read<Regime>("regimes/court-defaulters.yaml")]));
    private static readonly Lazy<string> LazyText = new(WithoutTheList);
    private static readonly Lazy<Regime> LazyAlone = new(() =>
        Files.Yaml.Read<Regime>(AloneText, "wendeng-2020.yaml").ValueOrThrow());
    private static readonly Lazy<SocietyTables> LazyTables = new(() => Solved(Society));

    public static Society Society => LazySociety.Value;

    /// <summary>Wendeng's rules with the court's list beside them.</summary>
    public static Regime Regime => LazyRegime.Value;

    /// <summary>Wendeng's rules without the list beside them: what leads to the court's list leads to their own grounds.</summary>
    public static Regime Alone => LazyAlone.Value;

    /// <summary>The file of <see cref="Alone"/>.</summary>
    public static string AloneText => LazyText.Value;

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

    private static string WithoutTheList()
    {
        (string, string)[] linked =
        [
            ("includes: [court-defaulters]\n", ""),
            ("scale: court-defaulters/score, grades: [listed]", "conduct: judgment-debt, levels: [refuses]"),
            ("scale: court-defaulters/score, grades: [limited]", "conduct: judgment-debt, levels: [unable]"),
            ("scale: court-defaulters/firms, grades: [listed], whose: head", "conduct: firm-judgment-debt"),
            ("    with: court-defaulters/performed\n", ""),
            ("    with: court-defaulters/order-ends\n", ""),
            ("    with: court-defaulters/firms/firm-performed\n", ""),
        ];
        var text = File.ReadAllText(Path.Combine(Root, "regimes", "wendeng-2020.yaml")).ReplaceLineEndings("\n");
        return linked.Aggregate(text, (t, l) => t.Contains(l.Item1, StringComparison.Ordinal)
            ? t.Replace(l.Item1, l.Item2, StringComparison.Ordinal)
            : throw new InvalidOperationException($"no '{l.Item1}' in wendeng-2020.yaml"));
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
