namespace Glasshouse.Files;

/// <summary>A file that others extend.</summary>
/// <param name="Name">Its name, without folder and ending.</param>
/// <param name="File">Its name for faults.</param>
/// <param name="Yaml">Its content.</param>
public sealed record BaseFile(string Name, string File, byte[] Yaml);

/// <summary>What a file builds on. The reader opens no file itself: what it reads is what was hashed.</summary>
/// <param name="Chain">The files that it extends, the nearest first.</param>
/// <param name="Beside">Names of the files of its kind in its folder, which it could extend.</param>
public sealed record Bases(IReadOnlyList<BaseFile> Chain, IReadOnlyCollection<string> Beside)
{
    /// <summary>The key that names the file to build on.</summary>
    public const string Key = "extends";

    /// <summary>The value that removes an entry of the file below.</summary>
    public const string Remove = "remove";

    /// <summary>Nothing to build on.</summary>
    public static Bases None { get; } = new([], []);

    /// <summary>The name that a file extends; null if it extends none, or none that a file could have.</summary>
    /// <param name="yaml">Its content.</param>
    public static string? NameIn(byte[] yaml) =>
        yaml.AsSpan().IndexOf("extends"u8) >= 0
        && NodeLoader.Load(new MemoryStream(yaml), new FaultList("")) is MapNode root
        && root.Entries.TryGetValue(Key, out var entry) && entry.Value is ScalarNode scalar && Scalars.IsId(scalar.Text)
            ? scalar.Text
            : null;

    /// <summary>The names that a file includes; null if it has no such list.</summary>
    /// <param name="yaml">Its content.</param>
    public static IReadOnlyList<string>? IncludedIn(byte[] yaml) =>
        yaml.AsSpan().IndexOf("includes"u8) >= 0
        && NodeLoader.Load(new MemoryStream(yaml), new FaultList("")) is MapNode root
        && root.Entries.TryGetValue("includes", out var entry)
            ? entry.Value is ListNode list
                ? [.. list.Items.OfType<ScalarNode>().Select(s => s.Text).Where(Scalars.IsId)]
                : []
            : null;
}
