namespace Glasshouse.Lab;

/// <summary>An earlier run is gone on with: by its own manifest, over the same files, with the same program.</summary>
public static class Resumption
{
    /// <summary>Opens the setup of an earlier run.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="shelf">Where files are looked for if they no longer lie where they lay.</param>
    /// <param name="threads">Threads now; they change no result.</param>
    /// <param name="checkpointEvery">Weeks between checkpoints now; null: as before.</param>
    /// <exception cref="RefusedException">Something is no longer what it was; nothing has been changed.</exception>
    public static (Setup Setup, Manifest Manifest) Open(RunFolder folder, Shelf shelf, int threads, int? checkpointEvery = null)
    {
        var manifest = Manifest.Read(folder);
        if (manifest.Glasshouse != Version.Number || manifest.StreamScheme != Setup.StreamScheme)
        {
            throw Refused($"{folder.Path} was begun with Glasshouse {manifest.Glasshouse} ({manifest.StreamScheme}); "
                + $"this is {Version.Number} ({Setup.StreamScheme}). Go on with that version, or start a new run.");
        }
        var request = manifest.Request with
        {
            Out = folder.Path,
            Threads = threads,
            CheckpointEvery = checkpointEvery ?? manifest.Request.CheckpointEvery,
        };
        return (Setup.Open(request,
            Same(manifest, FileKind.Society, request.Society!, shelf), Same(manifest, FileKind.Regime, request.Regime, shelf)), manifest);
    }

    private static InputFile Same(Manifest manifest, FileKind kind, string asked, Shelf shelf)
    {
        var word = Manifest.Word(kind);
        var before = manifest.Inputs.Where(i => i.Kind == word).ToList();
        if (before.Count == 0)
        {
            throw Refused($"The manifest names no {word}.");
        }
        var path = manifest.Machine.Paths.TryGetValue(word, out var known) && File.Exists(known) ? known : shelf.Find(kind, asked);
        var file = InputFile.Read(kind, path);
        foreach (var (now, then) in file.Chain.Zip(before))
        {
            if (now.Sha256 != then.Sha256)
            {
                throw Refused($"{now.Path} has changed since the run began "
                    + $"(SHA-256 {then.Sha256[..12]}… then, {now.Sha256[..12]}… now). Restore it to go on, or start a new run.");
            }
        }
        return file.Chain.Count == before.Count
            ? file
            : throw Refused($"A file that {path} extends can no longer be found. Restore it to go on, or start a new run.");
    }

    private static RefusedException Refused(string why) => new(Refusal.Input, why);
}
