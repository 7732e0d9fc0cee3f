namespace Glasshouse.Tests.Files;

/// <summary>The source tree that the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Glasshouse.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
