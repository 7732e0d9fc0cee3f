using System.Xml.Linq;
using Xunit;

namespace Glasshouse.Tests.Tidy;

public sealed class PrecompiledTests
{
    /// <summary>A name that went stale would fail nothing and only make starts slower.</summary>
    [Fact]
    public void Every_assembly_to_precompile_exists()
    {
        var project = XDocument.Load(Path.Combine(Tree.Root, "src", "Glasshouse.Cli", "Glasshouse.Cli.csproj"));
        var names = project.Descendants("Precompiled").Single().Attribute("Include")!.Value.Split(';');
        Assert.Contains("Glasshouse", names);
        Assert.All(names, name => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll")), name));
    }
}
