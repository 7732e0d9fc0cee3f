using System.Text.Json;
using System.Text.Json.Nodes;

namespace Glasshouse.Lab.Many;

/// <summary>
/// <c>manifest.json</c> of many regimes that were run by one command: what each came to. Each run's own manifest lies in its folder.
/// Equal inputs give equal manifests except for <c>machine</c> and <c>times</c>.
/// </summary>
public sealed record ManyManifest
{
    /// <summary>Version of the program.</summary>
    public required string Glasshouse { get; init; }

    /// <summary>Commit that it was built from, if known.</summary>
    public required string? Commit { get; init; }

    public required string StreamScheme { get; init; }

    /// <summary><c>running</c>, <c>interrupted</c>, <c>complete</c>, or <c>failed</c> when one of the runs failed.</summary>
    public required string Status { get; init; }

    /// <summary>The request that all runs share; it names no regime.</summary>
    public required RunRequest Request { get; init; }

    /// <summary>The regimes as they were asked for, by name, path or <c>all</c>.</summary>
    public required IReadOnlyList<string> Asked { get; init; }

    public required IReadOnlyList<RunEntry> Runs { get; init; }

    public required Manifest.MachineEntry Machine { get; init; }

    public required Manifest.TimesEntry Times { get; init; }

    /// <summary>One of the runs.</summary>
    /// <param name="Regime">Id of the regime, and name of the run's folder.</param>
    /// <param name="Society">Id of the society.</param>
    /// <param name="Status"><c>waiting</c>, <c>complete</c> or <c>failed</c>.</param>
    /// <param name="Digest">Digest over its histories; null until complete.</param>
    /// <param name="Faults">Candidates whose hazard lay above its bound.</param>
    /// <param name="PersonWeeks">Person-weeks lived, twins and burn-in counted.</param>
    /// <param name="Why">Why it failed; null if it did not.</param>
    public sealed record RunEntry(
        string Regime, string Society, string Status, string? Digest = null, long Faults = 0, long PersonWeeks = 0, string? Why = null);

    /// <summary>The manifest when nothing has been run.</summary>
    public static ManyManifest Begin(RunRequest like, IReadOnlyList<string> asked, IReadOnlyList<Setup> setups)
    {
        var first = Manifest.Begin(setups[0]);
        return new ManyManifest
        {
            Glasshouse = first.Glasshouse,
            Commit = first.Commit,
            StreamScheme = first.StreamScheme,
            Status = Manifest.Running,
            Request = like with { Regime = "", Out = null, Threads = 0 },
            Asked = asked,
            Runs = [.. setups.Select(s => new RunEntry(s.Regime.Id, s.Society.Id, Manifest.Waiting))],
            Machine = first.Machine with { Paths = new Dictionary<string, string>() },
            Times = first.Times,
        };
    }

    /// <summary>The manifest with what one run came to.</summary>
    public ManyManifest With(RunEntry entry) => this with { Runs = [.. Runs.Select(r => r.Regime == entry.Regime ? entry : r)] };

    /// <summary>The manifest at the end of this start.</summary>
    public ManyManifest End(string status, double seconds) =>
        this with { Status = status, Times = Times with { End = DateTimeOffset.UtcNow, Seconds = Times.Seconds + seconds } };

    /// <summary>As JSON.</summary>
    public JsonObject Json() => (JsonObject)JsonSerializer.SerializeToNode(this, Manifest.Style)!;

    /// <summary>Writes it into the folder of all runs.</summary>
    public void Write(RunFolder folder) => Atomic.Write(folder.ManifestPath, JsonSerializer.Serialize(this, Manifest.Style) + "\n");

    /// <summary>The manifest in a folder; null if what lies there is none of many runs.</summary>
    public static ManyManifest? In(RunFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize<ManyManifest>(File.ReadAllText(folder.ManifestPath), Manifest.Style);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
