using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Evidence;

/// <summary>Societies and regimes that scenarios name, each read once.</summary>
/// <param name="shelf">Where they are found.</param>
internal sealed class Readings(Shelf shelf)
{
    private readonly Dictionary<string, (InputFile File, Reading<Society> Reading)> _societies = [];
    private readonly Dictionary<string, (InputFile File, Reading<Regime> Reading)> _regimes = [];

    /// <summary>A society by name or path; it may have faults.</summary>
    /// <exception cref="FaultException">There is none.</exception>
    public (InputFile File, Reading<Society> Reading) Society(string name) => Read(_societies, FileKind.Society, name, null);

    /// <summary>A regime by name or path.</summary>
    /// <param name="name">Its name or path.</param>
    /// <param name="beside">Where it is looked for first.</param>
    /// <exception cref="FaultException">There is none.</exception>
    public (InputFile File, Reading<Regime> Reading) Regime(string name, string beside) => Read(_regimes, FileKind.Regime, name, beside);

    private (InputFile, Reading<T>) Read<T>(
        Dictionary<string, (InputFile, Reading<T>)> known, FileKind kind, string name, string? beside) where T : class
    {
        var path = beside is not null && File.Exists(beside) ? beside : shelf.Find(kind, name);
        if (!known.TryGetValue(path, out var read))
        {
            var file = InputFile.Read(kind, path);
            known[path] = read = (file, Inspection.Read<T>(file));
        }
        return read;
    }
}
