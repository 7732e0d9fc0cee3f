using System.Text;
using Glasshouse.Files;
using Xunit;

namespace Glasshouse.Tests.Files;

public sealed class LimitTests
{
    [Fact]
    public void A_file_of_more_than_4_MiB_is_refused() =>
        Assert.Equal(FaultCode.Limit, Assert.Single(Yaml.Read<Toy>("title: t\n#" + new string('x', 4 << 20)).Faults).Code);

    [Fact]
    public void A_file_of_4_MiB_is_read()
    {
        var start = "title: t\n#";
        Assert.NotNull(Yaml.Read<Toy>(start + new string('x', (4 << 20) - start.Length)).Value);
    }

    [Fact]
    public void A_key_of_more_than_200_characters_is_refused()
    {
        var text = $"title: t\ntoys:\n  {new string('k', 201)}: {{ title: t }}";
        Assert.Equal(FaultCode.Limit, Assert.Single(Yaml.Read<Toy>(text).Faults).Code);
    }

    [Fact]
    public void At_most_1000_faults_are_shown()
    {
        var text = "title: t\ntoys:\n" + string.Concat(Enumerable.Range(0, 1500).Select(i => $"  t{i}: 1\n"));
        var faults = Yaml.Read<Toy>(text).Faults;
        Assert.Equal(1001, faults.Count);
        Assert.Equal((FaultCode.Limit, "500 more faults are not shown"), (faults[^1].Code, faults[^1].Found));
    }

    /// <summary>Shapes that cost careless parsers the square of the size, or the stack.</summary>
    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("? ", 100_000)]
    [InlineData("&a ", 100_000)]
    [InlineData("*a ", 100_000)]
    [InlineData("a: &a b\n", 100_000)]
    [InlineData("!<", 100_000)]
    [InlineData("\"", 100_000)]
    [InlineData("a\n", 100_000)]
    [InlineData("---\n", 100_000)]
    [InlineData("%YAML 9.9\n", 100_000)]
    [InlineData("|\n", 100_000)]
    [InlineData("{,", 100_000)]
    [InlineData("[],", 100_000)]
    [InlineData("\\x", 100_000)]
    public void A_hostile_file_is_refused_in_a_moment(string piece, int times)
    {
        var text = new StringBuilder().Insert(0, piece, times).ToString();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(Yaml.Read<Toy>(text).Faults);
        _ = Yaml.Read<Toy>("title: " + text);
        _ = Yaml.Read<Toy>("title: t\ntoys:\n  " + text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }
}
