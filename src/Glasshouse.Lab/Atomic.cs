namespace Glasshouse.Lab;

/// <summary>Files that are there whole or not at all: written beside their place, then renamed.</summary>
public static class Atomic
{
    /// <summary>Writes a file.</summary>
    /// <exception cref="RefusedException">It cannot be written; what stood there before still does.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var part = path + ".part";
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
        }
        catch (Exception fault)
        {
            Forget(part);
            if (fault is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                throw new RefusedException(Refusal.Failure, $"{path} cannot be written: {fault.Message}");
            }
            throw;
        }
    }

    /// <summary>Writes a text file, UTF-8.</summary>
    public static void Write(string path, string text) =>
        Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private static void Forget(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The first fault is the one to tell.
        }
    }
}
