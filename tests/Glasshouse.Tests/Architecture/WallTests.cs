using Glasshouse.Tests.Tidy;
using Xunit;

namespace Glasshouse.Tests.Architecture;

public sealed class WallTests
{
    const string Origins = "Glasshouse.Observing.Origins";

    static readonly string[] BehindTheWall = ["Recording", "Scoring", "Responding"];

    /// <summary>Whoever decides about people does not know which records are true.</summary>
    [Fact]
    public void Recording_scoring_and_responding_do_not_see_the_origin_of_a_record() =>
        Tree.None(from use in Model.Uses
                  where BehindTheWall.Contains(use.Folder) && IsOrigins(use.Used)
                  select use.ToString());

    /// <summary>The wall names a type; if that type were renamed, the wall would guard nothing.</summary>
    [Fact]
    public void The_type_that_the_wall_guards_exists_as_soon_as_records_do()
    {
        if (!Model.Folders.Contains("Recording")) Assert.Skip("Recording holds no code yet.");
        Assert.NotNull(Model.Assembly.GetType(Origins));
    }

    static bool IsOrigins(string name) => name == Origins || name.StartsWith(Origins + "+", StringComparison.Ordinal);
}
