using System.Collections.Concurrent;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Testing;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Testing;

/// <summary>Every policy test that comes with the project.</summary>
public sealed class ShippedPolicyTests
{
    private static readonly Shelf Shelf = new([Path.GetDirectoryName(Repository.PathOf("regimes"))!]);
    private static readonly ConcurrentDictionary<string, PolicyTestReport> Reports = new();

    public static TheoryData<string, string> Shipped()
    {
        var data = new TheoryData<string, string>();
        foreach (var path in Directory.GetFiles(Repository.PathOf("regimes", "tests"), "*.yaml").Order(StringComparer.Ordinal))
        {
            using var yaml = File.OpenRead(path);
            foreach (var id in YamlReader.Read<PolicyTests>(yaml, path).Draft?.Tests.Keys ?? ["unreadable"])
            {
                data.Add(Path.GetFileNameWithoutExtension(path), id);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_rule_book_does_what_its_text_says(string regime, string test)
    {
        var result = Reports.GetOrAdd(regime, name => PolicyTesting.Run(Shelf, name)).Results.Single(r => r.Id == test);
        Assert.True(result.Passed, $"{result.Decided}; "
            + string.Join("; ", result.Misses.Select(m => $"{m.What}: expected {m.Expected}, found {m.Found}")));
    }

    [Fact]
    public void A_file_of_policy_tests_lies_beside_a_regime_and_holds_five_or_more() =>
        Assert.All(Shipped().Select(row => row.Data.Item1).CountBy(name => name), file =>
        {
            Assert.True(File.Exists(Repository.PathOf("regimes", file.Key + ".yaml")), $"{file.Key}: no such regime");
            Assert.True(file.Value >= 5, $"{file.Key}: {file.Value} tests");
        });
}
