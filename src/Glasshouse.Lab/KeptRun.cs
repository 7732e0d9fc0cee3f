using Glasshouse.Lab.Reporting;

namespace Glasshouse.Lab;

/// <summary>A run whose histories, report and manifest lie in a folder.</summary>
public sealed record KeptRun(RunResult Result, Findings Findings, Manifest Manifest)
{
    /// <summary>Runs to the end, or goes on to it, and writes the report.</summary>
    /// <param name="setup">What to run.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="manifest">Its manifest so far.</param>
    /// <param name="progress">Told after every exchange.</param>
    /// <param name="stop">Asks it to stop after the exchange that it is in.</param>
    /// <exception cref="InterruptedException">Stopped; what was done is kept, and the manifest says so.</exception>
    public static KeptRun Finish(
        Setup setup, RunFolder folder, Manifest manifest, IProgress<Progress>? progress, CancellationToken stop)
    {
        RunResult result;
        try
        {
            result = new Experiment(setup, folder, progress).Run(stop);
        }
        catch (InterruptedException)
        {
            manifest.Interrupt().Write(folder);
            throw;
        }
        var findings = Findings.From(result);
        if (manifest.IsComplete && File.Exists(Path.Combine(folder.Path, ReportFiles.Names[0])))
        {
            return new KeptRun(result, findings, manifest);
        }
        ReportFiles.Write(folder.Path, result, findings);
        var complete = manifest.Complete(result);
        complete.Write(folder);
        return new KeptRun(result, findings, complete);
    }
}
