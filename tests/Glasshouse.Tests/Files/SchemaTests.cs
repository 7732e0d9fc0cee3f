using System.Text.Json.Nodes;
using Glasshouse.Files;
using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Law;
using Glasshouse.Lab.Testing;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Xunit;

namespace Glasshouse.Tests.Files;

public sealed class SchemaTests
{
    [Fact]
    public void The_committed_schema_of_regimes_is_the_one_that_the_reader_follows() =>
        Matches("regime.v1.json", SchemaWriter.Write<Regime>());

    [Fact]
    public void The_committed_schema_of_societies_is_the_one_that_the_reader_follows() =>
        Matches("society.v1.json", SchemaWriter.Write<Society>());

    [Fact]
    public void The_committed_schema_of_policy_tests_is_the_one_that_the_reader_follows() =>
        Matches("policy-tests.v1.json", SchemaWriter.Write<PolicyTests>());

    [Fact]
    public void The_committed_schema_of_law_is_the_one_that_the_reader_follows() =>
        Matches("law.v1.json", SchemaWriter.Write<LawBook>());

    [Fact]
    public void The_committed_schema_of_evidence_is_the_one_that_the_reader_follows() =>
        Matches("evidence.v1.json", SchemaWriter.Write<PublishedFinding>());

    [Fact]
    public void A_schema_states_ranges_words_and_required_keys()
    {
        var toy = JsonNode.Parse(SchemaWriter.Write<Toy>())!["$defs"]!["toy"]!;
        Assert.Equal("""["title"]""", toy["required"]!.ToJsonString());
        Assert.Equal("""{"minimum":0,"maximum":10,"type":"integer"}""", toy["properties"]!["count"]!.ToJsonString());
        Assert.Equal("""{"enum":["red","dark-blue"]}""", toy["properties"]!["colour"]!.ToJsonString());
        Assert.Equal("#/$defs/toy", toy["properties"]!["toys"]!["additionalProperties"]!["$ref"]!.ToString());
        Assert.Equal("1", toy["properties"]!["share"]!["properties"]!["high"]!["maximum"]!.ToString());
    }

    [Fact]
    public void A_schema_lets_a_variant_state_only_what_differs()
    {
        var schema = JsonNode.Parse(SchemaWriter.Write<Regime>())!;
        Assert.Equal("""{"required":["extends"]}""", schema["if"]!.ToJsonString());
        Assert.Equal("#/$defs/part-of-regime", schema["then"]!["$ref"]!.ToString());
        Assert.Equal("#/$defs/regime", schema["else"]!["$ref"]!.ToString());
        var part = schema["$defs"]!["part-of-regime"]!;
        Assert.Equal("""["extends","schema","id","title"]""", part["required"]!.ToJsonString());
        Assert.Equal("""[{"$ref":"#/$defs/part-of-grade"},{"const":"remove"}]""",
            part["properties"]!["grades"]!["additionalProperties"]!["anyOf"]!.ToJsonString());
        Assert.Null(schema["$defs"]!["part-of-point-row"]!["required"]);
        // Lists and figures are replaced as a whole, so there they stay whole.
        var on = schema["$defs"]!["part-of-point-row"]!["properties"]!["on"]!["anyOf"]![0]!;
        Assert.Equal("#/$defs/trigger", on["items"]!["$ref"]!.ToString());
    }

    /// <summary>To accept a change of the language, run once with GLASSHOUSE_UPDATE_GOLDEN=1.</summary>
    private static void Matches(string name, string schema)
    {
        var path = Repository.PathOf("schemas", name);
        if (Environment.GetEnvironmentVariable("GLASSHOUSE_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, schema);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), schema);
    }
}
