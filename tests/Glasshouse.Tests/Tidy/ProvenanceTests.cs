using System.Globalization;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Glasshouse.Tests.Tidy;

public sealed class ProvenanceTests
{
    static readonly string[] Kinds = ["document", "reported", "calibrated", "assumed"];

    [Fact]
    public void Every_figure_of_a_shipped_file_says_where_it_comes_from()
    {
        var files = new[] { "regimes", "societies" }.SelectMany(folder => Tree.Under(folder, ".yaml")).ToArray();
        if (files.Length == 0) Assert.Skip("No regime or society file is here yet.");
        Tree.None(files.SelectMany(file => Faults(file.Path, file.Text)));
    }

    [Fact]
    public void A_figure_without_source_or_without_range_is_found()
    {
        Assert.Single(Faults("x.yaml", "rate: { value: 1 }"));
        Assert.Single(Faults("x.yaml", "rate: { value: 1, assumed: because }"));
        Assert.Single(Faults("x.yaml", "rate: { value: 1, document: a, reported: b }"));
        Assert.Single(Faults("x.yaml", "rates: [{ value: 1, low: 2, high: 3, assumed: because }]"));
        Assert.Empty(Faults("x.yaml", "rate: { value: 1, low: 0, high: 3, assumed: because }"));
        Assert.Empty(Faults("x.yaml", "rate: { value: 2, document: art. 3 }"));
    }

    static IEnumerable<string> Faults(string path, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return from figure in stream.Documents.SelectMany(document => document.AllNodes).OfType<YamlMappingNode>()
               where figure.Children.ContainsKey(new YamlScalarNode("value"))
               let fault = FaultOf(figure)
               where fault is not null
               select $"{path}:{figure.Start.Line}: {fault}";
    }

    static string? FaultOf(YamlMappingNode figure)
    {
        var kinds = Kinds.Where(kind => TextOf(figure, kind) is not null).ToArray();
        if (kinds.Length != 1) return $"a figure needs exactly one of {string.Join(", ", Kinds)}";
        if (string.IsNullOrWhiteSpace(TextOf(figure, kinds[0]))) return $"'{kinds[0]}' says nothing";
        if (kinds[0] is "document" or "reported") return null;
        return (NumberOf(figure, "low"), NumberOf(figure, "value"), NumberOf(figure, "high")) is ({ } low, { } value, { } high)
            && low <= value && value <= high
                ? null
                : $"a figure that is {kinds[0]} needs low and high with low <= value <= high";
    }

    static string? TextOf(YamlMappingNode figure, string key) =>
        figure.Children.TryGetValue(new YamlScalarNode(key), out var node) ? (node as YamlScalarNode)?.Value : null;

    static double? NumberOf(YamlMappingNode figure, string key) =>
        double.TryParse(TextOf(figure, key), CultureInfo.InvariantCulture, out double number) ? number : null;
}
