using Glasshouse.Tests.Tidy;
using Xunit;

namespace Glasshouse.Tests.Architecture;

public sealed class OutsideTests
{
    // The model reads streams that it is given and says nothing to anybody.
    static readonly string[] Forbidden =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Console", "System.Diagnostics.Process",
    ];

    static readonly string[] ForbiddenSpaces = ["System.Net."];

    [Fact]
    public void The_model_touches_no_file_console_process_or_network() =>
        Tree.None(from use in Model.Uses
                  where Forbidden.Contains(use.Used)
                      || ForbiddenSpaces.Any(space => use.Used.StartsWith(space, StringComparison.Ordinal))
                  select use.ToString());

    [Fact]
    public void Only_the_files_folder_knows_the_yaml_library() =>
        Tree.None(from use in Model.Uses
                  where use.Folder != "Files" && use.Used.StartsWith("YamlDotNet.", StringComparison.Ordinal)
                  select use.ToString());

    [Fact]
    public void The_model_rests_on_the_base_library_and_the_yaml_library_alone() =>
        Tree.None(from name in Model.Assembly.GetReferencedAssemblies()
                  where name.Name != "YamlDotNet" && !name.Name!.StartsWith("System.", StringComparison.Ordinal)
                  select $"the model references {name.Name}");
}
