using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Bench;

/// <summary>
/// The full model: Wendeng's rules with the court's list beside them, and ordinary law alone, over china-urban, in nanoseconds per
/// person-week and thread.
/// </summary>
internal static class FullModel
{
    /// <summary>Runs <c>model PEOPLE YEARS THREADS</c>.</summary>
    public static int Run(string[] args)
    {
        var people = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        var years = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        var threads = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
        var solving = Stopwatch.StartNew();
        var plan = Plan(people, years, threads, args.Contains("scalar"));
        var width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        Console.WriteLine($"files and base rates {solving.Elapsed.TotalSeconds:F2} s; vectors of {width} bits");
        using var crew = new Crew(threads);
        var before = Process.GetCurrentProcess().WorkingSet64;
        var building = Stopwatch.StartNew();
        var history = new History(plan, 1, crew);
        Console.WriteLine($"{people:N0} people in {history.Districts.Count} districts drawn in {building.Elapsed.TotalSeconds:F2} s");
        var watch = Stopwatch.StartNew();
        var spent = Environment.CpuUsage.TotalTime;
        while (!history.Finished)
        {
            history.Advance();
        }
        var outcome = history.Outcome();
        var seconds = watch.Elapsed.TotalSeconds;
        spent = Environment.CpuUsage.TotalTime - spent;
        var bytes = (double)(Process.GetCurrentProcess().WorkingSet64 - before) / people;
        Console.WriteLine($"{outcome.PersonWeeks:N0} person-weeks in {seconds:F2} s: "
            + $"{seconds * threads * 1e9 / outcome.PersonWeeks:F1} ns per person-week and thread "
            + $"({spent.TotalSeconds * 1e9 / outcome.PersonWeeks:F1} ns of processor time, compiling included), "
            + $"{outcome.PersonWeeks / seconds / 1e6:F1} million a second; about {bytes:F0} bytes a person resident; "
            + $"digest {outcome.Digest:x16}; faults {string.Join('/', outcome.Faults)}");
        var slab = history.Districts.Sum(d => (long)d.Twins[^1].Slab.Bytes.Length);
        var records = history.Districts.Sum(d => (long)d.Twins[^1].Dossiers.Ledger.Count);
        Console.WriteLine($"state {slab / (double)people:F1} bytes a person and twin; "
            + $"{records:N0} records held, {records / (double)people:F2} a person");
        return 0;
    }

    /// <summary>The plan of the shipped files.</summary>
    public static RunPlan Plan(long people, int years, int threads, bool scalar)
    {
        var society = Read<Society>("societies/china-urban.yaml");
        var regime = Read<Regime>("regimes/wendeng-2020.yaml");
        regime = Including.Merge(regime, [.. regime.Includes.Select(id => Read<Regime>($"regimes/{id}.yaml"))]);
        var tables = new SocietyTables(society);
        BaseRates.Solve(tables);
        var compiled = Compilation.Compile(regime, tables.Conducts, society.Living, society.Observing);
        return new RunPlan
        {
            Society = tables,
            Twins = [RegimeTables.LawOnly(tables.Conducts), compiled],
            People = people,
            Years = years,
            Threads = threads,
            Scalar = scalar,
        };
    }

    private static T Read<T>(string path)
        where T : class
    {
        using var file = File.OpenRead(path);
        return YamlReader.Read<T>(file, path).ValueOrThrow();
    }
}
