using Glasshouse.Tests.Tidy;
using Xunit;

namespace Glasshouse.Tests.Architecture;

public sealed class FolderOrderTests
{
    // From the bottom to the top; folders on one line do not know each other.
    static readonly string[][] Order =
    [
        ["Kernel"],
        ["Files"],
        ["Population"],
        ["Acting"],
        ["Observing"],
        ["Recording"],
        ["Scoring"],
        ["Responding"],
        ["Living"],
        ["Learning"],
        ["Tallying"],
        ["Regimes", "Societies"],
        ["Engine"],
    ];

    [Fact]
    public void Folders_of_the_model_depend_downwards_only() =>
        Tree.None(from use in Model.Uses
                  where use.UsedFolder is not null && use.UsedFolder != use.Folder && RankOf(use.UsedFolder) >= RankOf(use.Folder)
                  select $"{use}: {use.UsedFolder} is not below {use.Folder}");

    [Fact]
    public void Every_folder_of_the_model_has_its_place_in_the_order() =>
        Tree.None(Model.Folders.Where(folder => RankOf(folder) < 0).Select(folder => $"{folder} has no place in the order"));

    static int RankOf(string folder) => Array.FindIndex(Order, row => row.Contains(folder));
}
