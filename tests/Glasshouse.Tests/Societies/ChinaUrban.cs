using Glasshouse.Files;
using Glasshouse.Societies;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Societies;

/// <summary>The society that comes with the project.</summary>
internal static class ChinaUrban
{
    public static Reading<Society> Read()
    {
        var path = Repository.PathOf("societies", "china-urban.yaml");
        using var yaml = File.OpenRead(path);
        return YamlReader.Read<Society>(yaml, "china-urban.yaml");
    }

    public static Society Load()
    {
        var reading = Read();
        Assert.Empty(reading.Faults);
        return reading.Value!;
    }
}
