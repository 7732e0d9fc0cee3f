using Glasshouse.Engine;
using Glasshouse.Societies;

namespace Glasshouse.Lab;

/// <summary>A run's folder: <c>manifest.json</c>, what is kept of each history, and later the report.</summary>
public sealed class RunFolder
{
    /// <summary>The word that means the newest run.</summary>
    public const string Last = "last";

    private const string Histories = "histories";
    private const string BaseRatesKind = "base-rates/2";

    private RunFolder(string path) => Path = path;

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Where the manifest lies.</summary>
    public string ManifestPath => System.IO.Path.Combine(Path, Manifest.FileName);

    /// <summary>Makes the folder of a new run.</summary>
    /// <param name="asked">The folder asked for; null: the next of the regime's name under <paramref name="under"/>.</param>
    /// <param name="regime">Id of the regime.</param>
    /// <param name="under">Folder of all runs.</param>
    /// <exception cref="RefusedException">It cannot be made or written, or it holds a run.</exception>
    public static RunFolder Create(string? asked, string regime, string under = "out") => Create(asked, regime, under, Histories);

    /// <summary>Makes the folder that holds the folders of many runs.</summary>
    /// <inheritdoc cref="Create(string?, string, string)"/>
    public static RunFolder CreateForMany(string? asked, string under = "out") => Create(asked, "overview", under, "");

    private static RunFolder Create(string? asked, string name, string under, string inner)
    {
        var path = asked ?? Next(under, name);
        if (File.Exists(System.IO.Path.Combine(path, Manifest.FileName)))
        {
            throw new RefusedException(Refusal.Usage, $"{path} already holds a run. Take another folder, or go on with --resume {path}.");
        }
        try
        {
            Directory.CreateDirectory(System.IO.Path.Combine(path, inner));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new RefusedException(Refusal.Failure, $"{path} cannot be written: {fault.Message}");
        }
        return new RunFolder(path);
    }

    /// <summary>The folder of an earlier run, by path or <c>last</c>.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static RunFolder Open(string asked, string under = "out")
    {
        var path = asked == Last ? Newest(under) : asked;
        if (path is null || !File.Exists(System.IO.Path.Combine(path, Manifest.FileName)))
        {
            throw new RefusedException(Refusal.Input,
                path is null ? $"There is no run in {under}/ yet." : $"{path} holds no run: it has no {Manifest.FileName}.");
        }
        return new RunFolder(path);
    }

    /// <summary>What is kept of a seed's history.</summary>
    public Tape Seed(ulong seed, ulong fingerprint) => new(System.IO.Path.Combine(Path, Histories), $"seed-{seed}", fingerprint);

    /// <summary>What is kept of a draw's history.</summary>
    public Tape Draw(int draw, ulong fingerprint) => new(System.IO.Path.Combine(Path, Histories), $"draw-{draw}", fingerprint);

    /// <summary>Keeps base rates, so that a life need not wait for them to be solved.</summary>
    public void KeepBaseRates(SocietyTables society, ulong fingerprint) =>
        SealedFile.Write(BaseRatesPath, BaseRatesKind, fingerprint, writer => BaseRates.Save(society, writer));

    /// <summary>Takes kept base rates over; false if there are none.</summary>
    public bool TakeBaseRates(SocietyTables society, ulong fingerprint) => File.Exists(BaseRatesPath)
        && SealedFile.Read(BaseRatesPath, BaseRatesKind, fingerprint, reader =>
        {
            BaseRates.Load(society, reader);
            return true;
        });

    private string BaseRatesPath => System.IO.Path.Combine(Path, Histories, "base-rates");

    private static string Next(string under, string regime)
    {
        var n = 1;
        while (System.IO.Path.Exists(System.IO.Path.Combine(under, $"{regime}-{n}")))
        {
            n++;
        }
        return System.IO.Path.Combine(under, $"{regime}-{n}");
    }

    private static string? Newest(string under) => !Directory.Exists(under)
        ? null
        : Directory.GetDirectories(under)
            .Select(folder => System.IO.Path.Combine(folder, Manifest.FileName))
            .Where(File.Exists)
            .OrderByDescending(File.GetLastWriteTimeUtc).ThenByDescending(m => m, StringComparer.Ordinal)
            .Select(m => System.IO.Path.GetDirectoryName(m))
            .FirstOrDefault();
}
