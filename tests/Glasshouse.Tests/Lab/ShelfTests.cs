using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Lab;

public sealed class ShelfTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly Shelf _shelf;

    public ShelfTests()
    {
        _scratch.Write("mine/regimes/red.yaml", "title: \"My red\"\n");
        _scratch.Write("theirs/regimes/red.yaml", "title: Their red\n");
        _scratch.Write("theirs/regimes/blue.yaml", "id: blue\n");
        _scratch.Write("theirs/societies/town.yaml", "title: A town\n");
        _shelf = new Shelf([_scratch.In("mine"), _scratch.In("nowhere"), _scratch.In("theirs")]);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_file_of_ones_own_stands_before_one_that_came_with_the_project() =>
        Assert.Equal(_scratch.In("mine", "regimes", "red.yaml"), _shelf.Find(FileKind.Regime, "red"));

    [Fact]
    public void A_path_is_taken_as_it_is()
    {
        var path = _scratch.In("theirs", "regimes", "red.yaml");
        Assert.Equal(path, _shelf.Find(FileKind.Regime, path));
    }

    [Fact]
    public void What_there_is_is_listed_once_by_name_with_its_title() =>
        Assert.Equal([("blue", ""), ("red", "My red")], _shelf.List(FileKind.Regime).Select(f => (f.Name, f.Title())));

    [Theory]
    [InlineData("blu", "blue")]
    [InlineData("town", null)]
    [InlineData("no/such.yaml", null)]
    public void An_unknown_name_is_a_fault_with_the_nearest_one(string asked, string? nearest)
    {
        var fault = Assert.Single(Assert.Throws<FaultException>(() => _shelf.Find(FileKind.Regime, asked)).Faults);
        Assert.Equal((FaultCode.NotFound, nearest), (fault.Code, fault.Nearest));
    }

    [Fact]
    public void What_comes_with_the_project_is_found_beside_the_program()
    {
        var shelf = new Shelf([AppContext.BaseDirectory]);
        Assert.Contains("china-urban", shelf.List(FileKind.Society).Select(f => f.Name));
        Assert.Contains("wendeng-2020", shelf.List(FileKind.Regime).Select(f => f.Name));
    }
}
