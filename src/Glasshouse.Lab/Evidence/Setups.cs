using System.Globalization;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Evidence;

/// <summary>A society as an arm has it: its file, figures set anew, mechanisms turned off.</summary>
internal sealed record SocietySetup(
    InputFile File, Reading<Society> Reading, IReadOnlyDictionary<string, double> Set, IReadOnlyList<Mechanism> Off)
{
    private const string Rate = ".rate";
    private const string Unemployment = "living.unemployment";

    /// <summary>Equal for arms that can be twins of one history.</summary>
    public string Key => string.Join('|',
        File.Chain.Select(f => f.Sha256).Concat(Setups.Words(Set)).Concat(Off.Select(m => m.ToString()).Order(StringComparer.Ordinal)));

    /// <summary>
    /// The society whose base rates it lives by. What an arm sets or turns off is an intervention, whose effect must not be solved away;
    /// only where it sets a rate that is solved for, its own rates are solved.
    /// </summary>
    public SocietySetup Plain => Set.Keys.Any(p => p == Unemployment || p.EndsWith(Rate, StringComparison.Ordinal)) ? this
        : this with { Set = new Dictionary<string, double>(), Off = [] };

    /// <summary>Its record with the figures of a pass.</summary>
    public Society Read(Pass pass)
    {
        var id = Path.GetFileNameWithoutExtension(File.Path);
        var society = Setups.Attempt(attempt =>
        {
            var read = Reading.With(Setups.Over(Set, pass.Revalue(id, attempt))).ValueOrThrow();
            return Copula.Holds(read.Population.Correlations) ? read : null;
        }, File);
        return Mechanisms.Without(society, pass.AllOff ? Enum.GetValues<Mechanism>() : Off);
    }
}

/// <summary>A regime as an arm has it; without a file it is ordinary law alone.</summary>
internal sealed record RegimeSetup(
    InputFile? File, Reading<Regime>? Reading, IReadOnlyDictionary<string, double> Set, double? YearsOn)
{
    private const string Ended = "ended-by-scenario";

    private readonly Dictionary<string, Reading<Regime>> _included =
        (File?.Includes ?? []).ToDictionary(f => f.Path, f => Inspection.Read<Regime>(f));

    public string Key { get; } = string.Join('|', (File?.Chain.Select(f => f.Sha256) ?? []).Concat(Setups.Words(Set))
        .Append(YearsOn?.ToString(CultureInfo.InvariantCulture) ?? ""));

    /// <summary>Compiles it over a society, with the figures of a pass.</summary>
    public RegimeTables Compile(SocietyTables society, Pass pass)
    {
        if (File is null || Reading is null)
        {
            return RegimeTables.LawOnly(society.Conducts);
        }
        var id = Path.GetFileNameWithoutExtension(File.Path);
        var regime = Setups.Attempt(attempt =>
        {
            var read = Reading.With(Setups.Over(Set, pass.Revalue(id, attempt)));
            return RegimeCheck.Check(read, society.Society.Conducts, null, [.. society.Society.Population.Groups.Keys])
                .Any(f => f.Code is FaultCode.GradeOrder or FaultCode.TierOrder) ? null : Merged(read.ValueOrThrow(), pass, attempt);
        }, File);
        return Compilation.Compile(Until(regime), society.Conducts, society.Society.Living, society.Society.Observing,
            groups: [.. society.Society.Population.Groups.Keys]);
    }

    private Regime Merged(Regime regime, Pass pass, int attempt) => Inspection.Merged(regime, File!,
        file => _included[file.Path].With(pass.Revalue(Path.GetFileNameWithoutExtension(file.Path), attempt)));

    // From then on nothing of it is in force; what it has left stays.
    private Regime Until(Regime regime)
    {
        if (YearsOn is not { } years)
        {
            return regime;
        }
        var phases = regime.Phases.ToDictionary();
        phases[Ended] = new Phase
        {
            FromYear = new Figure(years, Provenance.Document, "the scenario"),
            Text = "the regime has ended",
            Without = [Timetable.All],
        };
        return regime with { Phases = phases };
    }
}

/// <summary>What setups share.</summary>
internal static class Setups
{
    private const int MostAttempts = 20;

    /// <summary>Figures as a scenario sets them; the others as a pass has them.</summary>
    public static Revalue? Over(IReadOnlyDictionary<string, double> set, Revalue? below) => set.Count == 0
        ? below
        : figure => set.TryGetValue(figure.Path, out var value) ? figure with { Value = value } : below?.Invoke(figure) ?? figure;

    /// <summary>The first of some attempts that does not contradict itself.</summary>
    public static T Attempt<T>(Func<int, T?> make, InputFile file) where T : class =>
        Enumerable.Range(0, MostAttempts).Select(make).FirstOrDefault(made => made is not null)
        ?? throw new RefusedException(Refusal.Input,
            $"The ranges of assumed figures in {file.Name} allow hardly any draw that does not contradict itself.");

    /// <summary>Figures set, as text in a fixed order.</summary>
    public static IEnumerable<string> Words(IReadOnlyDictionary<string, double> set) =>
        set.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}={s.Value}"));
}
