using Glasshouse.Lab;
using Glasshouse.Lab.Reporting;

namespace Glasshouse.Cli;

/// <summary>One run from request to closing page.</summary>
/// <param name="here">Where it prints, and whether it is to stop.</param>
/// <param name="json">True to print one JSON document.</param>
/// <param name="quiet">True to say nothing but the result.</param>
/// <param name="by">Dimension of strata that the four numbers are told by.</param>
internal sealed class Running(Surroundings here, bool json, bool quiet, string? by)
{
    /// <summary>Starts a new run.</summary>
    public int Start(RunRequest request)
    {
        var setup = Setup.Open(request, Shelf.OfThisMachine());
        var folder = RunFolder.Create(request.Out, setup.Regime.Id, here.Runs);
        var manifest = Manifest.Begin(setup);
        manifest.Write(folder);
        return Run(setup, folder, manifest);
    }

    /// <summary>Goes on with an earlier one.</summary>
    public int Resume(RunFolder folder, int threads, int? checkpointEvery)
    {
        var (setup, manifest) = Resumption.Open(folder, Shelf.OfThisMachine(), threads, checkpointEvery);
        return Run(setup, folder, manifest);
    }

    private int Run(Setup setup, RunFolder folder, Manifest manifest)
    {
        var narration = new Narration(here.Error, here.ErrorIsTerminal, quiet);
        KeptRun kept;
        try
        {
            kept = KeptRun.Finish(setup, folder, manifest, narration, here.Stop);
        }
        catch (InterruptedException)
        {
            narration.End();
            here.Error.WriteLine($"Stopped; what was done is kept. Go on with: ./glasshouse run --resume {folder.Path}");
            return Exit.Interrupted;
        }
        finally
        {
            narration.End();
        }
        if (json)
        {
            here.Out.WriteLine(ReportFiles.Document(kept.Manifest.Json(), kept.Result, kept.Findings));
        }
        else
        {
            ClosingPage.Write(here.Page(), kept.Findings, folder.Path, by);
        }
        return Exit.Done;
    }
}
