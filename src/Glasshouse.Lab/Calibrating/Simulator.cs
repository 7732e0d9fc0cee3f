using System.Collections.Concurrent;
using Glasshouse.Engine;
using Glasshouse.Lab.Evidence;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Calibrating;

/// <summary>Simulates findings with coefficients on trial, and tells how far what comes lies from what was published.</summary>
/// <param name="findings">The findings, of use calibration.</param>
/// <param name="places">Where the coefficients stand.</param>
internal sealed class Simulator(IReadOnlyList<ReadyFinding> findings, IReadOnlyList<string> places)
{
    /// <summary>Distance counted where nobody was left to measure, or where the sign is the other one.</summary>
    private const double Wrong = 10;

    // A coefficient that is no rate moves the solved rates little: they are solved once, at the figures as written.
    private readonly ConcurrentDictionary<string, Lazy<SocietyTables>>? _rates =
        places.Any(p => p.EndsWith(".rate", StringComparison.Ordinal)) ? null : new();

    private IReadOnlyList<double>? _data;

    public IReadOnlyList<ReadyFinding> Findings => findings;

    /// <summary>Fits to these values from now on, one to a finding, in place of what was published.</summary>
    public void Pretend(IReadOnlyList<double> data) => _data = data;

    /// <summary>The simulated value of each finding; any thread may ask.</summary>
    /// <param name="values">Values of the coefficients.</param>
    /// <param name="seed">Seed of the histories.</param>
    public IReadOnlyList<double> Values(IReadOnlyList<double> values, ulong seed)
    {
        var trial = new Trial("trial", places.Zip(values).ToDictionary(p => p.First, p => p.Second), 1 + (int)(seed % 1_000_000), _rates);
        var kept = new KeptValues(null, findings);
        using var crew = new Crew(1);
        new ScenarioRunner(findings, kept, crew, null).Run([trial], null, CancellationToken.None);
        return [.. findings.Select(f => kept.Of(f, trial, int.MaxValue) is [var arms, ..] ? f.Value(arms) : double.NaN)];
    }

    /// <summary>Root mean square of the gaps, in tolerances.</summary>
    public double Distance(IReadOnlyList<double> simulated) =>
        Math.Sqrt(findings.Select((f, i) => Gap(i, simulated[i])).Average(gap => gap * gap));

    /// <summary>How far a simulated value lies from the target of a finding, in tolerances.</summary>
    public double Gap(int finding, double simulated)
    {
        var published = findings[finding].Finding;
        if (!double.IsFinite(simulated))
        {
            return Wrong;
        }
        if (Target(finding) is { } target)
        {
            return Math.Abs(simulated - target) / Tolerance(finding)!.Value;
        }
        return FindingVerdict.Of(published, simulated, null).Kind == VerdictKind.Inside ? 0 : Wrong;
    }

    /// <summary>What is fitted to; null for a sign.</summary>
    public double? Target(int finding) =>
        _data?[finding] ?? (Tolerance(finding) is null ? null : findings[finding].Finding.Published.Centre);

    /// <summary>Its tolerance; null for a sign.</summary>
    public double? Tolerance(int finding) =>
        FindingVerdict.HalfWidth(findings[finding].Finding) is var half && double.IsFinite(half) && half > 0 ? half : null;
}
