using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glasshouse.Lab.Many;
using Glasshouse.Lab.Reporting;

namespace Glasshouse.Lab;

/// <summary>
/// What a run was made of and what came of it, as <c>manifest.json</c>: enough to repeat it, to go on with it, and to see whether two
/// runs are the same. Equal inputs give equal manifests except for <c>machine</c> and <c>times</c>.
/// </summary>
public sealed record Manifest
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Words of <see cref="Status"/>.</summary>
    public const string Waiting = "waiting", Running = "running", Interrupted = "interrupted", Completed = "complete", Failed = "failed";

    internal static readonly JsonSerializerOptions Style = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NewLine = "\n",
    };

    /// <summary>Version of the program.</summary>
    public required string Glasshouse { get; init; }

    /// <summary>Commit that it was built from, if known.</summary>
    public required string? Commit { get; init; }

    public required string StreamScheme { get; init; }

    /// <summary>
    /// <c>running</c>, <c>interrupted</c> or <c>complete</c>; among many runs also <c>waiting</c> and <c>failed</c>.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>True if everything is there, the report too.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsComplete => Status == Completed;

    /// <summary>The request with all defaults; threads and folders are the machine's.</summary>
    public required RunRequest Request { get; init; }

    public required IReadOnlyList<Input> Inputs { get; init; }

    /// <summary>Finished histories of seeds.</summary>
    public IReadOnlyList<HistoryEntry> Seeds { get; init; } = [];

    /// <summary>Finished draws of the assumptions.</summary>
    public IReadOnlyList<HistoryEntry> Draws { get; init; } = [];

    /// <summary>Digest over all histories, seeds first; null until complete.</summary>
    public string? Digest { get; init; }

    /// <summary>Candidates whose hazard lay above its bound, in all histories: 0 in a result to be relied on.</summary>
    public long Faults { get; init; }

    public required MachineEntry Machine { get; init; }

    public required TimesEntry Times { get; init; }

    /// <summary>An input file. One that is extended follows the one that extends it, with the same kind.</summary>
    public sealed record Input(string Kind, string File, string Sha256);

    /// <summary>A finished history: its seed or the number of its draw.</summary>
    public sealed record HistoryEntry(ulong Number, string Digest, long PersonWeeks);

    /// <summary>Where it ran.</summary>
    public sealed record MachineEntry(
        string System, string Architecture, int Processors, int Threads, int VectorWidth, string Runtime,
        IReadOnlyDictionary<string, string> Paths);

    /// <summary>When it ran; seconds are those of the histories.</summary>
    public sealed record TimesEntry(DateTimeOffset Start, DateTimeOffset? End, double Seconds);

    /// <summary>The manifest of a run that begins.</summary>
    public static Manifest Begin(Setup setup) => new()
    {
        Glasshouse = Version.Number,
        Commit = Version.Commit,
        StreamScheme = Setup.StreamScheme,
        Status = Running,
        Request = setup.Request with { Out = null, Threads = 0 },
        Inputs = [.. setup.Files.Select(f => new Input(Word(f.Kind), f.Name, f.Sha256))],
        Machine = Here(setup),
        Times = new TimesEntry(DateTimeOffset.UtcNow, null, 0),
    };

    /// <summary>The manifest when the run has been stopped.</summary>
    public Manifest Interrupt() => this with { Status = Interrupted, Times = Times with { End = DateTimeOffset.UtcNow } };

    /// <summary>The manifest when the run is complete.</summary>
    public Manifest Complete(RunResult result)
    {
        var histories = result.Outcomes.Concat(result.Draws.Select(d => d.Outcome)).ToList();
        return this with
        {
            Status = Completed,
            Seeds = [.. result.Outcomes.Select(o => new HistoryEntry(o.Seed, Hex(o.Digest), o.PersonWeeks))],
            Draws = [.. result.Draws.Select((d, i) => new HistoryEntry((ulong)i + 1, Hex(d.Outcome.Digest), d.Outcome.PersonWeeks))],
            Digest = Hex(Kernel.Digest.Root(histories.Select(o => o.Digest).ToArray())),
            Faults = histories.Sum(o => o.Faults.Sum()),
            Times = Times with { End = DateTimeOffset.UtcNow, Seconds = result.Seconds },
        };
    }

    /// <summary>As JSON.</summary>
    public JsonObject Json() => (JsonObject)JsonSerializer.SerializeToNode(this, Style)!;

    /// <summary>What two runs of equal inputs have in common, as text.</summary>
    public string Comparable()
    {
        var json = Json();
        json.Remove("machine");
        json.Remove("times");
        return json.ToJsonString(Style);
    }

    /// <summary>Writes it into a run's folder.</summary>
    public void Write(RunFolder folder) => Atomic.Write(folder.ManifestPath, JsonSerializer.Serialize(this, Style) + "\n");

    /// <summary>Reads the manifest of a run.</summary>
    /// <exception cref="RefusedException">It is none.</exception>
    public static Manifest Read(RunFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(File.ReadAllText(folder.ManifestPath), Style)
                ?? throw new JsonException("it is empty");
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Refusal.Input, ManyManifest.In(folder) is { Runs: [var first, ..] }
                ? $"{folder.Path} holds many runs. Name one of them, such as {Path.Combine(folder.Path, first.Regime)}."
                : $"{folder.ManifestPath} is no manifest: {fault.Message}");
        }
    }

    private static MachineEntry Here(Setup setup) => new(
        RuntimeInformation.OSDescription, RuntimeInformation.OSArchitecture.ToString(), Environment.ProcessorCount, setup.Request.Threads,
        ResultDocument.VectorWidth, RuntimeInformation.FrameworkDescription,
        new[] { setup.SocietyFile, setup.RegimeFile }.ToDictionary(f => Word(f.Kind), f => Path.GetFullPath(f.Path)));

    /// <summary>A kind of file in a word.</summary>
    internal static string Word(FileKind kind) => kind == FileKind.Regime ? "regime" : "society";

    private static string Hex(ulong digest) => digest.ToString("x16", CultureInfo.InvariantCulture);
}

/// <summary>Which program this is.</summary>
public static class Version
{
    private static readonly string[] Parts =
        typeof(Version).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+');

    /// <summary>Version of the release.</summary>
    public static string Number => Parts[0];

    /// <summary>Commit that it was built from; null if it was built outside a repository.</summary>
    public static string? Commit => Parts.Length > 1 ? Parts[1] : null;
}
