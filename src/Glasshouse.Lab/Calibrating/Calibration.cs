using System.Globalization;
using System.Text;
using System.Text.Json;
using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Lab.Evidence;

namespace Glasshouse.Lab.Calibrating;

/// <summary>
/// Fits the coefficients that societies and regimes mark with <c>fit-to</c>, to findings of use calibration only. Coefficients that share
/// a finding are fitted together. What the data do not narrow goes back to the value that it had, and the others are fitted again
/// around it.
/// </summary>
public static class Calibration
{
    private const int CheckSeeds = 10;

    /// <summary>Fits what is asked for.</summary>
    /// <param name="request">What.</param>
    /// <param name="shelf">Where files are found.</param>
    /// <param name="told">Told in words what is being done.</param>
    /// <param name="stop">Asks it to stop; groups that are finished are kept.</param>
    /// <exception cref="FaultException">A file has faults, or a figure names a finding that may not be fitted to.</exception>
    /// <exception cref="RefusedException">There is nothing to fit.</exception>
    public static IReadOnlyList<GroupFit> Run(
        CalibrationRequest request, Shelf shelf, Action<string>? told = null, CancellationToken stop = default)
    {
        Check(request);
        var figures = Figures(shelf);
        var groups = FitGroup.Among(figures)
            .Where(g => request.Findings.Count == 0 || g.Findings.Intersect(request.Findings).Any()).ToList();
        if (groups.Count == 0)
        {
            throw new RefusedException(Refusal.Input, "There is nothing to fit: no figure names "
                + (request.Findings.Count == 0 ? "a finding in 'fit-to'." : $"{string.Join(", ", request.Findings)} in 'fit-to'."));
        }
        var findings = Findings(groups, figures, request, shelf);
        Directory.CreateDirectory(request.Out);
        var fits = new List<GroupFit>();
        foreach (var group in groups)
        {
            told?.Invoke($"group {fits.Count + 1} of {groups.Count}: {string.Join(", ", group.Findings)}");
            fits.Add(Fit(group, [.. group.Findings.Select(id => findings[id])], request, told, stop));
        }
        return fits;
    }

    private static void Check(CalibrationRequest request)
    {
        var plan = request.Plan;
        List<string> wrong = [];
        Require(plan.Particles is >= 20 and <= 10_000, $"--particles {plan.Particles}: 20 to 10,000.");
        Require(plan.Rounds is >= 0 and <= 50, $"--rounds {plan.Rounds}: 0 to 50.");
        Require(plan.Threads is >= 1 and <= 1024, $"--threads {plan.Threads}: 1 to 1024.");
        Require(request.People is null or >= RunPlan.FewestPeople,
            $"--people {request.People}: a society has at least {RunPlan.FewestPeople:#,0} people.");
        if (wrong.Count > 0)
        {
            throw new RefusedException(Refusal.Usage, string.Join('\n', wrong));
        }

        void Require(bool holds, string words)
        {
            if (!holds)
            {
                wrong.Add(words);
            }
        }
    }

    private static GroupFit Fit(
        FitGroup group, IReadOnlyList<ReadyFinding> findings, CalibrationRequest request, Action<string>? told, CancellationToken stop)
    {
        var path = Path.Combine(request.Out, $"{(request.Recover ? "recover" : "fit")}-{group.Findings[0]}.json");
        var mark = Mark(group, findings, request);
        if (Kept(path, mark) is { } kept)
        {
            return kept;
        }
        var priors = group.Coefficients.Select(Prior.Of).ToList();
        var simulator = new Simulator(findings, [.. group.Coefficients.Select(f => f.Path)]);
        var truth = request.Recover ? Pretend(simulator, priors, request.Plan.Seed) : [];
        var all = Enumerable.Range(0, priors.Count).ToArray();
        var rounds = Rounds(simulator, priors, all, request.Plan, told, stop);
        var posteriors = Posterior.Of(priors, rounds[^1].Cloud).ToArray();
        var narrow = all.Where(i => posteriors[i].IsNarrow).ToArray();
        if (narrow.Length > 0 && narrow.Length < priors.Count && !request.Recover)
        {
            told?.Invoke($"{narrow.Length} of {priors.Count} coefficients narrowed; fitting them again, the others as they were");
            rounds = Rounds(simulator, priors, narrow, request.Plan, told, stop);
            var again = Posterior.Of([.. narrow.Select(i => priors[i])], rounds[^1].Cloud);
            for (var n = 0; n < narrow.Length; n++)
            {
                posteriors[narrow[n]] = again[n];
            }
        }
        var fit = new GroupFit
        {
            Places = [.. group.Coefficients.Select(f => f.Path)],
            Posteriors = posteriors,
            Rounds =
            [
                .. rounds.Select(r => new RoundAccount(double.IsFinite(r.Limit) ? r.Limit : null, r.Simulations, r.Cloud.DistanceAt(0.5))),
            ],
            EffectiveSize = rounds[^1].Cloud.EffectiveSize,
            Findings = Checked(simulator, priors, posteriors, request.Plan.Threads),
            Truth = truth,
        };
        Atomic.Write(path, JsonSerializer.Serialize(new Content(mark, fit), Indented) + "\n");
        return fit;
    }

    private static IReadOnlyList<FitRound> Rounds(
        Simulator simulator, List<Prior> priors, int[] free, FitPlan plan, Action<string>? told, CancellationToken stop) =>
        SequentialFit.Run(free.Length, (at, seed) =>
        {
            var values = priors.Select(p => p.Value).ToArray();
            for (var i = 0; i < free.Length; i++)
            {
                values[free[i]] = priors[free[i]].Quantile(at[i]);
            }
            return simulator.Distance(simulator.Values(values, seed));
        }, plan, round => told?.Invoke(string.Create(CultureInfo.InvariantCulture,
            $"{round.Simulations} simulations, distances up to {round.Limit:0.00}, median {round.Cloud.DistanceAt(0.5):0.00} tolerances")),
            stop);

    // Data of the model's own: coefficients drawn from the prior, and what several histories give with them on average.
    private static double[] Pretend(Simulator simulator, List<Prior> priors, ulong seed)
    {
        var draw = new Kernel.Draw(seed, 0, Purpose.Named("calibrating/truth"));
        var truth = priors.Select((p, i) => p.Quantile(Kernel.Draw.UnitDouble(draw.At((uint)i, 0).A, draw.At((uint)i, 0).B))).ToArray();
        simulator.Pretend(Mean(simulator, truth, 1));
        return truth;
    }

    private static FittedFinding[] Checked(
        Simulator simulator, List<Prior> priors, Posterior[] posteriors, int threads)
    {
        var before = Mean(simulator, [.. priors.Select(p => p.Value)], threads);
        var after = Mean(simulator, [.. posteriors.Select(p => p.IsNarrow ? p.Median : p.Prior.Value)], threads);
        return
        [
            .. simulator.Findings.Select((f, i) => new FittedFinding(f.Finding.Id, simulator.Target(i), simulator.Tolerance(i),
                Finite(before[i]), Finite(after[i]), Finite(simulator.Gap(i, after[i])))),
        ];

        static double? Finite(double value) => double.IsFinite(value) ? value : null;
    }

    private static double[] Mean(Simulator simulator, IReadOnlyList<double> values, int threads)
    {
        var runs = new IReadOnlyList<double>[CheckSeeds];
        Parallel.For(0, CheckSeeds, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) },
            s => runs[s] = simulator.Values(values, (ulong)s));
        return [.. simulator.Findings.Select((_, i) => runs.Select(r => r[i]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average())];
    }

    // Figures of all files that may be fitted, each once, where it stands; its path begins with the file.
    private static List<Figure> Figures(Shelf shelf) =>
        [.. EffectiveUse.Figures(shelf).Where(f => f is { FitTo.Count: > 0, Low: not null })];

    private static Dictionary<string, ReadyFinding> Findings(
        IReadOnlyList<FitGroup> groups, IReadOnlyList<Figure> figures, CalibrationRequest request, Shelf shelf)
    {
        var faults = new List<Fault>();
        var findings = new Dictionary<string, ReadyFinding>();
        var readings = new Readings(shelf);
        foreach (var id in groups.SelectMany(g => g.Findings).Distinct())
        {
            var (finding, found) = FindingCheck.Open(InputFile.Read(FileKind.Evidence, shelf.Find(FileKind.Evidence, id)), readings);
            faults.AddRange(found);
            if (finding is null)
            {
                continue;
            }
            if (finding.Finding is not { Use: EvidenceUse.Calibration, Scenario: not null })
            {
                var figure = figures.First(f => f.FitTo.Contains(id));
                throw new RefusedException(Refusal.Input, $"{figure.Path} is to be fitted to {id}, which is "
                    + (finding.Finding.Scenario is null ? "not testable." : $"of use {Spelling.Kebab(finding.Finding.Use.ToString())}: "
                    + "only findings of use calibration may be fitted to."));
            }
            findings[id] = finding.Sized(request.People, null);
        }
        return faults.Count == 0 ? findings : throw new FaultException(faults);
    }

    // Identity of all that a fit hangs on.
    private static string Mark(FitGroup group, IReadOnlyList<ReadyFinding> findings, CalibrationRequest request) =>
        Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n',
            findings.Select(f => f.Fingerprint).Concat(group.Coefficients.Select(f => f.Path))
                .Append(JsonSerializer.Serialize(request.Plan with { Threads = 1 }))))).ToString("x16", CultureInfo.InvariantCulture);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private sealed record Content(string Mark, GroupFit Fit);

    private static GroupFit? Kept(string path, string mark)
    {
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<Content>(File.ReadAllText(path)) is { } kept && kept.Mark == mark
                ? kept.Fit
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
