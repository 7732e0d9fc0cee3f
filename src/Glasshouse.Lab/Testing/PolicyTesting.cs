using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Testing;

/// <summary>The answers of all tests of a regime.</summary>
/// <param name="Regime">Id of the regime.</param>
/// <param name="File">Path of the tests; null if the regime has none.</param>
/// <param name="Results">One to a test, in file order.</param>
internal sealed record PolicyTestReport(string Regime, string? File, IReadOnlyList<TrialResult> Results)
{
    public int Passed => Results.Count(r => r.Passed);

    public int Failed => Results.Count - Passed;
}

/// <summary>Runs the policy tests that lie beside a regime: <c>tests/NAME.yaml</c> in its folder, and nothing else.</summary>
internal static class PolicyTesting
{
    /// <summary>Where the tests of a regime lie.</summary>
    public static string PathOf(string regimeFile) => Path.Combine(
        Path.GetDirectoryName(regimeFile) ?? "", "tests", Path.GetFileName(regimeFile));

    /// <summary>Tries all tests of a regime on the society that it belongs to.</summary>
    /// <param name="shelf">Where names are looked up.</param>
    /// <param name="asked">The regime, by name or path.</param>
    /// <exception cref="FaultException">The regime, its society or its tests have faults.</exception>
    public static PolicyTestReport Run(Shelf shelf, string asked)
    {
        var regimePath = shelf.Find(FileKind.Regime, asked);
        var path = PathOf(regimePath);
        if (!File.Exists(path))
        {
            return new PolicyTestReport(Path.GetFileNameWithoutExtension(regimePath), null, []);
        }
        var file = InputFile.Read(FileKind.Regime, regimePath);
        var read = Inspection.Read<Regime>(file);
        var society = Inspection.Read<Society>(InputFile.Read(
            FileKind.Society, shelf.Find(FileKind.Society, read.Draft?.Society ?? RunRequest.DefaultSociety)));
        Refuse(society.Faults, SocietyCheck.Check(society));
        Refuse(read.Faults, Inspection.Check(read, society, file));
        return Try(Inspection.Merged(read.ValueOrThrow(), file), society.ValueOrThrow(),
            YamlReader.Read<PolicyTests>(new MemoryStream(File.ReadAllBytes(path)), path));
    }

    /// <summary>Tries the tests of one file.</summary>
    internal static PolicyTestReport Try(Regime regime, Society society, Reading<PolicyTests> tests)
    {
        Refuse(tests.Faults, PolicyTestCheck.Check(tests, regime, society.Conducts));
        var conducts = new SocietyTables(society).Conducts;
        var tables = Compilation.Compile(Certain(regime), conducts, society.Living, society.Observing);
        var trial = new Trial(regime, tables, conducts);
        return new PolicyTestReport(regime.Id, tests.File,
            [.. tests.ValueOrThrow().Tests.Select(t => trial.Of(t.Key, t.Value, tests.KeyAt($"tests.{t.Key}").Line))]);
    }

    // What happens in a share of cases only is luck in a run; a test that enters a record means that its rule is applied.
    private static Regime Certain(Regime regime) => regime with
    {
        Rows = regime.Rows.ToDictionary(r => r.Key, r => r.Value with { Applies = null }),
        DirectGrades = regime.DirectGrades.ToDictionary(g => g.Key, g => g.Value with { Applies = null }),
        Scales = regime.Scales.ToDictionary(s => s.Key, s => s.Value with
        {
            Rows = s.Value.Rows.ToDictionary(r => r.Key, r => r.Value with { Applies = null }),
            DirectGrades = s.Value.DirectGrades.ToDictionary(g => g.Key, g => g.Value with { Applies = null }),
        }),
    };

    private static void Refuse(IEnumerable<Fault> read, IEnumerable<Fault> check)
    {
        List<Fault> faults = [.. read, .. check];
        if (faults.Count > 0)
        {
            throw new FaultException(faults);
        }
    }
}
