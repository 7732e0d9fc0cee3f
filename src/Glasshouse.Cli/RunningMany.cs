using System.Globalization;
using Glasshouse.Lab;
using Glasshouse.Lab.Many;
using Glasshouse.Lab.Reporting;

namespace Glasshouse.Cli;

/// <summary>Many regimes from request to overview.</summary>
/// <param name="here">Where it prints, and whether it is to stop.</param>
/// <param name="json">True to print one JSON document.</param>
/// <param name="quiet">True to say nothing but the result.</param>
internal sealed class RunningMany(Surroundings here, bool json, bool quiet)
{
    /// <summary>Starts: everything that can be refused is refused before any work.</summary>
    public int Start(RunRequest like, IReadOnlyList<string> regimes)
    {
        var setups = Opening.Open(like, regimes, Shelf.OfThisMachine());
        var folder = RunFolder.CreateForMany(like.Out, here.Runs);
        return Run(ManyRun.Begin(like, regimes, setups, folder), folder);
    }

    /// <summary>Goes on with an earlier one; what is finished is not run again.</summary>
    public int Resume(RunFolder folder, ManyManifest manifest, int threads, int? checkpointEvery) =>
        Run(ManyRun.Resume(folder, manifest, Shelf.OfThisMachine(), threads, checkpointEvery), folder);

    private int Run(ManyRun many, RunFolder folder)
    {
        var narration = new Narration(here.Error, here.ErrorIsTerminal, quiet);
        Overview overview;
        try
        {
            overview = many.Run(narration, here.Stop);
        }
        catch (InterruptedException)
        {
            narration.End();
            here.Error.WriteLine($"Stopped; {many.Finished} of {many.Count} regimes are finished and what was done of the next is kept. "
                + $"Go on with: ./glasshouse run --resume {folder.Path}");
            return Exit.Interrupted;
        }
        finally
        {
            narration.End();
        }
        var command = Command(many.Manifest);
        OverviewFiles.Write(folder.Path, overview, command);
        if (json)
        {
            here.Out.WriteLine(OverviewFiles.Document(many.Manifest, overview).ToJsonString(Json.Style));
        }
        else
        {
            OverviewClosing.Write(here.Page(), overview, folder.Path, command);
        }
        foreach (var failed in overview.Failed)
        {
            here.Error.WriteLine($"{failed.Regime} over {failed.Society} failed: {failed.Why}");
        }
        return overview.Failed.Count == 0 ? Exit.Done : Exit.SomeFailed;
    }

    private static string Command(ManyManifest manifest)
    {
        var r = manifest.Request;
        return string.Create(CultureInfo.InvariantCulture,
            $"./glasshouse run {string.Join(' ', manifest.Asked)}"
            + $"{(r.Society is { } society ? $" --society {society}" : "")}"
            + $" --people {r.People} --years {r.Years} --seeds {r.Seeds} --seed {r.Seed}"
            + $"{(r.Against == "law-only" ? "" : $" --against {r.Against}")}{(r.Assumptions == 0 ? "" : $" --assumptions {r.Assumptions}")}"
            + $"{(r.DocumentedConsequencesOnly ? " --consequences documented" : "")}");
    }
}
