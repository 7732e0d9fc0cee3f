using System.Text.Json;

namespace Glasshouse.Lab.Evidence;

/// <summary>
/// Values by finding, pass, seed and arm. Where there is a folder they are kept in it, one small file to a finding, so that the same call
/// goes on where an earlier one stopped; what belongs to another model or file is forgotten.
/// </summary>
internal sealed class KeptValues
{
    private readonly string? _folder;
    private readonly Dictionary<string, Content> _byFinding = [];

    // Arms that are not measured yet are missing; what has no value is null.
    private sealed record Content(
        string Fingerprint, SortedDictionary<string, SortedDictionary<int, SortedDictionary<int, double?>>> Passes);

    public KeptValues(string? folder, IEnumerable<ReadyFinding> findings)
    {
        _folder = folder is null ? null : Path.Combine(folder, "values");
        foreach (var finding in findings)
        {
            _byFinding[finding.Finding.Id] = Kept(finding) ?? new Content(finding.Fingerprint, new(StringComparer.Ordinal));
        }
        if (_folder is not null)
        {
            Directory.CreateDirectory(_folder);
        }
    }

    /// <summary>True if an arm has been measured.</summary>
    public bool Has(ReadyFinding finding, Pass pass, int seed, int arm) =>
        _byFinding[finding.Finding.Id].Passes.TryGetValue(pass.Name, out var seeds)
        && seeds.TryGetValue(seed, out var arms) && arms.ContainsKey(arm);

    /// <summary>Notes the value of an arm.</summary>
    public void Note(ReadyFinding finding, Pass pass, int seed, int arm, double value)
    {
        var passes = _byFinding[finding.Finding.Id].Passes;
        passes.TryAdd(pass.Name, []);
        passes[pass.Name].TryAdd(seed, []);
        passes[pass.Name][seed][arm] = double.IsFinite(value) ? value : null;
    }

    /// <summary>Keeps what was noted of a finding.</summary>
    public void Keep(ReadyFinding finding)
    {
        if (_folder is not null)
        {
            Atomic.Write(PathOf(finding), JsonSerializer.Serialize(_byFinding[finding.Finding.Id]) + "\n");
        }
    }

    /// <summary>Measured values of the arms of a finding by seed.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Of(ReadyFinding finding, Pass pass, int seeds) =>
        !_byFinding[finding.Finding.Id].Passes.TryGetValue(pass.Name, out var bySeed)
            ? []
            : [.. bySeed.Where(s => s.Key <= seeds && s.Value.Count == finding.Arms.Count)
                .Select(s => (IReadOnlyList<double>)[.. s.Value.Values.Select(v => v ?? double.NaN)])];

    private Content? Kept(ReadyFinding finding)
    {
        if (_folder is null || !File.Exists(PathOf(finding)))
        {
            return null;
        }
        try
        {
            var kept = JsonSerializer.Deserialize<Content>(File.ReadAllText(PathOf(finding)));
            return kept?.Fingerprint == finding.Fingerprint ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string PathOf(ReadyFinding finding) => Path.Combine(_folder!, finding.Finding.Id + ".json");
}
