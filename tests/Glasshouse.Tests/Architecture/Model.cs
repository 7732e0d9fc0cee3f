using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Glasshouse.Files;

namespace Glasshouse.Tests.Architecture;

/// <summary>The model assembly as a graph: which type uses which.</summary>
static class Model
{
    /// <summary>The assembly that holds the model.</summary>
    public static System.Reflection.Assembly Assembly { get; } = typeof(Figure).Assembly;

    /// <summary>Every use of a type by a type of the model.</summary>
    public static IReadOnlyList<Use> Uses { get; } =
    [
        .. new ArchLoader().LoadAssemblies(Assembly).Build().Types
            .Where(type => FolderOf(type) is not null)
            .SelectMany(type => type.Dependencies)
            .Select(use => new Use(use.Origin.FullName, FolderOf(use.Origin)!, use.Target.FullName, FolderOf(use.Target)))
            .Distinct(),
    ];

    /// <summary>The folders that hold code.</summary>
    public static IReadOnlySet<string> Folders { get; } =
        Assembly.GetTypes().Select(type => FolderOf(type.Namespace)).OfType<string>().ToHashSet();

    static string? FolderOf(IType type) => FolderOf(type.Namespace?.FullName);

    /// <summary>The folder of a namespace of the model; null for a namespace outside it.</summary>
    static string? FolderOf(string? space) =>
        space is not null && space.StartsWith("Glasshouse.", StringComparison.Ordinal) ? space.Split('.')[1] : null;
}

/// <summary>A type of the model and a type that it uses; the folder is null where the used type is not the model's.</summary>
sealed record Use(string Type, string Folder, string Used, string? UsedFolder)
{
    public override string ToString() => $"{Type} uses {Used}";
}
