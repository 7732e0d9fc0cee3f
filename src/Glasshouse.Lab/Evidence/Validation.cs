using Glasshouse.Engine;
using Glasshouse.Files;
using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Evidence;

/// <summary>What <c>glasshouse validate</c> is asked for.</summary>
public sealed record ValidationRequest
{
    /// <summary>Uses that are run, as the files state them; empty for all.</summary>
    public IReadOnlyList<EvidenceUse> Uses { get; init; } = [];

    /// <summary>Findings that are run, by name or path; empty for all.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>A society in place of the one that each finding belongs to.</summary>
    public string? Society { get; init; }

    /// <summary>Histories of each scenario; null: as the files say.</summary>
    public int? Seeds { get; init; }

    /// <summary>People of each history; null: as the files say.</summary>
    public long? People { get; init; }

    /// <summary>Draws of all assumed and calibrated figures; 0: not examined.</summary>
    public int Assumptions { get; init; }

    /// <summary>Draws of the null model whose coefficients nobody fitted.</summary>
    public int Prior { get; init; }

    /// <summary>True to run the null model without any mechanism.</summary>
    public bool Nulls { get; init; } = true;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Folder for the results; null keeps nothing.</summary>
    public string? Out { get; init; }
}

/// <summary>Holds the model against published findings.</summary>
public static class Validation
{
    /// <summary>Reads all that is asked for, runs it and judges it.</summary>
    /// <exception cref="FaultException">A file is missing or has faults: all faults of all files.</exception>
    /// <exception cref="RefusedException">What is asked for cannot be done.</exception>
    /// <exception cref="InterruptedException">Stopped; what was finished is kept in the folder.</exception>
    public static ValidationResult Run(
        ValidationRequest request, Shelf shelf, IProgress<Progress>? progress = null, CancellationToken stop = default)
    {
        Check(request);
        var (all, asked) = Open(request, shelf);
        var uses = EffectiveUse.Of(all, EffectiveUse.Figures(shelf));
        var testable = asked.Where(f => f.Finding.Scenario is not null).ToList();
        var kept = new KeptValues(request.Out, testable);
        List<Pass> passes =
        [
            Pass.Written, .. request.Nulls ? [Pass.Off] : Array.Empty<Pass>(),
            .. Enumerable.Range(1, request.Assumptions).Select(Pass.Assumed), .. Enumerable.Range(1, request.Prior).Select(Pass.Prior),
        ];
        using (var crew = new Crew(request.Threads))
        {
            new ScenarioRunner(testable, kept, crew, progress).Run(passes, request.Out, stop);
        }
        return new ValidationResult(request, [.. asked.Select(f => Score(f, uses[f.Finding.Id], kept, request))]);
    }

    // What is not asked for may have faults; its ids still tell which findings belong to a study.
    private static (List<PublishedFinding> All, List<ReadyFinding> Asked) Open(ValidationRequest request, Shelf shelf)
    {
        var facts = request.Facts.Select(name => shelf.Find(FileKind.Evidence, Named(name))).ToList();
        var (all, asked, faults) = (new List<PublishedFinding>(), new List<ReadyFinding>(), new List<Fault>());
        var readings = new Readings(shelf);
        foreach (var path in shelf.List(FileKind.Evidence).Select(f => f.Path).Concat(facts).Distinct())
        {
            var file = InputFile.Read(FileKind.Evidence, path);
            var draft = Inspection.Read<PublishedFinding>(file).Draft;
            all.AddRange(draft is null ? [] : [draft]);
            var named = facts.Count == 0 || facts.Contains(path);
            if (!named || (request.Uses.Count > 0 && draft is not null && !request.Uses.Contains(draft.Use)))
            {
                continue;
            }
            var (finding, found) = FindingCheck.Open(file, readings, request.Society);
            faults.AddRange(found);
            asked.AddRange(finding is null ? [] : [Sized(finding, request)]);
        }
        if (faults.Count > 0)
        {
            throw new FaultException(faults);
        }
        return asked.Count > 0 ? (all, asked)
            : throw new RefusedException(Refusal.Input, "There is no such finding: no file in evidence/ is of that use.");
    }

    // Collections of findings write ids with underscores, files with hyphens.
    private static string Named(string fact) => File.Exists(fact) ? fact : fact.Replace('_', '-');

    private static ReadyFinding Sized(ReadyFinding ready, ValidationRequest request) => ready.Finding.Scenario is not { } scenario
        ? ready
        : new ReadyFinding(ready.Finding with
        {
            Scenario = scenario with { People = request.People ?? scenario.People, Seeds = request.Seeds ?? scenario.Seeds },
        }, ready.File, ready.Arms);

    private static ScoredFinding Score(ReadyFinding ready, EffectiveUse use, KeptValues kept, ValidationRequest request)
    {
        var finding = ready.Finding;
        if (finding.Scenario is not { } scenario)
        {
            var verdict = finding.Untestable is { } why ? new FindingVerdict(VerdictKind.NotTestable, why)
                : new FindingVerdict(VerdictKind.ByTest, $"reproduced by {finding.ReproducedBy}");
            return new ScoredFinding(finding, use, [], null, null, null, verdict, [], []);
        }
        var measured = Measured(Pass.Written, scenario.Seeds);
        var (value, chance) = Mean([.. measured.Select(ready.Value)]);
        var off = request.Nulls ? Mean([.. Measured(Pass.Off, scenario.Seeds).Select(ready.Value)]) : default;
        var draws = Enumerable.Range(1, request.Assumptions).SelectMany(n => Measured(Pass.Assumed(n), 1)).Select(ready.Value).ToArray();
        var prior = Enumerable.Range(1, request.Prior).SelectMany(n => Measured(Pass.Prior(n), 1)).Select(ready.Value).ToArray();
        return new ScoredFinding(finding, use, [.. measured.Select(ready.Value)], value, chance, AssumedRange.Of(draws),
            Judged(value, chance), [.. scenario.Arms.Keys.Select((name, a) => (name, measured.Average(m => m[a])))], draws)
        {
            WithoutMechanisms = request.Nulls ? (off.Value, Judged(off.Value, off.Chance)) : null,
            Prior = [.. prior.Select(p => (p, FindingVerdict.Of(finding, p, null)))],
        };

        IReadOnlyList<IReadOnlyList<double>> Measured(Pass pass, int seeds) => kept.Of(ready, pass, seeds);

        FindingVerdict Judged(double simulated, Interval? range) => range is null && double.IsFinite(simulated)
            ? FindingVerdict.Of(finding, simulated, null) with { Kind = VerdictKind.CannotTell, Reason = "one seed gives no interval" }
            : FindingVerdict.Of(finding, simulated, range);
    }

    private static (double Value, Interval? Chance) Mean(IReadOnlyList<double> values)
    {
        var whole = values.Where(double.IsFinite).ToArray();
        return whole.Length == 0 ? (double.NaN, null) : (whole.Average(), whole.Length < 2 ? null : Student.Of(whole));
    }

    private static void Check(ValidationRequest request)
    {
        List<string> wrong =
        [
            .. Wrong(request.Seeds is < 1 or > 1000, $"--seeds {request.Seeds}: 1 to 1000."),
            .. Wrong(request.People < RunPlan.FewestPeople,
                $"--people {request.People}: a society has at least {RunPlan.FewestPeople:#,0} people."),
            .. Wrong(request.Assumptions is < 0 or > 1000, $"--assumptions {request.Assumptions}: 0 to 1000."),
            .. Wrong(request.Prior is < 0 or > 1000, $"--prior {request.Prior}: 0 to 1000."),
            .. Wrong(request.Threads is < 1 or > 1024, $"--threads {request.Threads}: 1 to 1024."),
        ];
        if (wrong.Count > 0)
        {
            throw new RefusedException(Refusal.Usage, string.Join('\n', wrong));
        }

        static IEnumerable<string> Wrong(bool isWrong, string words) => isWrong ? [words] : [];
    }
}
