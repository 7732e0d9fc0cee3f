using System.Diagnostics;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Many;

/// <summary>
/// Many regimes one after the other, each with its twin over the society that it belongs to, each in a folder of its own that can
/// be opened like any run. A society's base rates are solved once.
/// </summary>
public sealed class ManyRun
{
    private readonly RunFolder _folder;
    private readonly IReadOnlyList<(Setup Setup, RunFolder Folder, Manifest Manifest)> _runs;
    private readonly Dictionary<string, SocietyTables> _solved = [];

    private ManyRun(RunFolder folder, ManyManifest manifest, IReadOnlyList<(Setup, RunFolder, Manifest)> runs) =>
        (_folder, Manifest, _runs) = (folder, manifest, runs);

    /// <summary>What has been done so far.</summary>
    public ManyManifest Manifest { get; private set; }

    /// <summary>Runs that are finished.</summary>
    public int Finished => Manifest.Runs.Count(r => r.Status == Lab.Manifest.Completed);

    /// <summary>Runs in all.</summary>
    public int Count => _runs.Count;

    /// <summary>Begins: every run's folder is there with its manifest, so that each can be gone on with over the same files.</summary>
    public static ManyRun Begin(RunRequest like, IReadOnlyList<string> asked, IReadOnlyList<Setup> setups, RunFolder folder)
    {
        var manifest = ManyManifest.Begin(like, asked, setups);
        var runs = new List<(Setup, RunFolder, Manifest)>();
        foreach (var setup in setups)
        {
            var own = RunFolder.Create(Path.Combine(folder.Path, setup.Regime.Id), setup.Regime.Id);
            var waiting = Lab.Manifest.Begin(setup) with { Status = Lab.Manifest.Waiting };
            waiting.Write(own);
            runs.Add((setup, own, waiting));
        }
        manifest.Write(folder);
        return new ManyRun(folder, manifest, runs);
    }

    /// <summary>Goes on with an earlier one.</summary>
    /// <exception cref="RefusedException">Some of its files are no longer what they were, a line for each.</exception>
    public static ManyRun Resume(RunFolder folder, ManyManifest manifest, Shelf shelf, int threads, int? checkpointEvery)
    {
        var runs = Opening.Each(manifest.Runs, run =>
        {
            var own = RunFolder.Open(Path.Combine(folder.Path, run.Regime));
            var (setup, began) = Resumption.Open(own, shelf, threads, checkpointEvery);
            return (setup, own, began);
        });
        return new ManyRun(folder, manifest with { Status = Lab.Manifest.Running }, runs);
    }

    /// <summary>Runs what is not yet finished, and gathers what all came to.</summary>
    /// <param name="progress">Told how far all of them are.</param>
    /// <param name="stop">Asks it to stop after the exchange that it is in.</param>
    /// <exception cref="InterruptedException">Stopped; what was done is kept.</exception>
    public Overview Run(IProgress<Progress>? progress, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var found = new List<Findings>();
        var all = new ManyProgress(_runs.Count, progress);
        try
        {
            foreach (var (setup, folder, manifest) in _runs)
            {
                all.Begin(setup.Regime.Id);
                if (One(setup, folder, manifest, all, stop) is { } findings)
                {
                    found.Add(findings);
                }
                Manifest.Write(_folder);
            }
        }
        catch (InterruptedException)
        {
            Manifest = Manifest.End(Lab.Manifest.Interrupted, watch.Elapsed.TotalSeconds);
            Manifest.Write(_folder);
            throw new InterruptedException(_folder.Path);
        }
        var failed = Manifest.Runs.Where(r => r.Why is not null).ToList();
        Manifest = Manifest.End(failed.Count == 0 ? Lab.Manifest.Completed : Lab.Manifest.Failed, watch.Elapsed.TotalSeconds);
        Manifest.Write(_folder);
        return new Overview(found, failed);
    }

    // A regime that fails inside is marked, and the others are run; a machine that fails stops everything.
    private Findings? One(Setup setup, RunFolder folder, Manifest manifest, ManyProgress progress, CancellationToken stop)
    {
        var (regime, society) = (setup.Regime.Id, setup.Society.Id);
        try
        {
            ShareBaseRates(setup, folder);
            var kept = KeptRun.Finish(setup, folder, manifest, progress, stop);
            Manifest = Manifest.With(new(regime, society, Lab.Manifest.Completed, kept.Manifest.Digest, kept.Manifest.Faults,
                kept.Result.Outcomes.Sum(o => o.PersonWeeks) + kept.Result.Draws.Sum(d => d.Outcome.PersonWeeks)));
            // Who is better or worse off is in each run's own report; together they would fill the memory.
            return kept.Findings with { Rows = [.. kept.Findings.Rows.Where(r => r.OfAll)] };
        }
        catch (Exception fault) when (fault is not (InterruptedException or RefusedException or IOException
            or UnauthorizedAccessException or OutOfMemoryException))
        {
            var why = $"{fault.GetType().Name}: {fault.Message.Split('\n', 2)[0].Trim()}";
            (manifest with { Status = Lab.Manifest.Failed }).Write(folder);
            Manifest = Manifest.With(new(regime, society, Lab.Manifest.Failed, Why: why));
            return null;
        }
    }

    private void ShareBaseRates(Setup setup, RunFolder folder)
    {
        var files = string.Join('\n', setup.SocietyFile.Chain.Select(f => f.Sha256));
        if (_solved.TryGetValue(files, out var solved))
        {
            folder.KeepBaseRates(solved, setup.Fingerprint(0));
        }
        else
        {
            _solved[files] = setup.Plan(folder).Society;
        }
    }
}
