using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Glasshouse.Files;
using Glasshouse.Population;
using Glasshouse.Tests.Engine;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.TurnedOff;

/// <summary>The page of all mechanisms is written from the code, the shipped society and the pages that name them.</summary>
public sealed partial class MechanismPageTests
{
    private const string Opening = """
        # Mechanisms

        What a society file can turn off with `off: [word, ...]`. Then the coefficients below count as the value at which they do
        nothing, and everything else stays as it is: people, candidate acts, and what the mechanism does not reach. This page is
        written by a test, from the code and from `societies/china-urban.yaml`, which the other societies extend. *Range* is what is
        thought possible; *rests on* is the kind of source and the published findings that it names.
        """;

    private static readonly string Folder = Repository.PathOf("docs", "model");

    [Fact]
    public void The_committed_page_of_mechanisms_is_written_from_code_and_society()
    {
        var (path, page) = (Path.Combine(Folder, "mechanisms.md"), Page());
        if (Environment.GetEnvironmentVariable("GLASSHOUSE_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, page);
        }
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), page);
    }

    private static string Page()
    {
        var page = new StringBuilder(Opening.ReplaceLineEndings("\n")).Append('\n');
        var figures = new List<Figure>();
        Rewriting.With(Shipped.Society, f => { figures.Add(f); return f; });
        var findings = Directory.GetFiles(Repository.PathOf("evidence"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .ToDictionary(id => id.Replace('-', '_'));
        foreach (var mechanism in Enum.GetValues<Mechanism>())
        {
            var word = Spelling.Kebab(mechanism.ToString());
            var own = figures.Where(f => f.Coefficient?.Mechanism == word).ToList();
            var where = Where(word, own[0].Path.Split('.')[0]);
            page.Append(CultureInfo.InvariantCulture, $"\n## {word}\n\n{Meaning(mechanism)} {where}\n\n");
            page.Append("| coefficient | value | range | off | rests on |\n| --- | --- | --- | --- | --- |\n");
            foreach (var figure in own)
            {
                var named = Finding().Matches(figure.Source).Where(m => findings.ContainsKey(m.Value.Replace('-', '_')))
                    .Select(m => $" [{m.Value}](../../evidence/{findings[m.Value.Replace('-', '_')]}.yaml)").Distinct();
                var kind = Spelling.Kebab(figure.Provenance.ToString()) + string.Concat(named);
                var range = figure.Low is { } low ? $"{Show(low)} to {Show(figure.High!.Value)}" : "";
                page.Append(CultureInfo.InvariantCulture,
                    $"| `{figure.Path}` | {Show(figure.Value)} | {range} | {Show(figure.Coefficient!.Value.Off)} | {kind} |\n");
            }
        }
        return page.ToString();
    }

    // The pages that name it, the one that does so most first, and the page of the section that its first coefficient stands in.
    private static string Where(string word, string section)
    {
        var pages = Directory.GetFiles(Folder, "*.md").Where(p => Path.GetFileName(p) is not ("mechanisms.md" or "README.md"))
            .Select(p => (Name: Path.GetFileNameWithoutExtension(p), Times: Regex.Count(File.ReadAllText(p), $"`{Regex.Escape(word)}`")))
            .Where(p => p.Times > 0).OrderByDescending(p => p.Times).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name);
        var links = pages.Take(2).Append(section == "conducts" ? "acting" : section).Distinct();
        return $"More: {string.Join(" · ", links.Select(l => $"[{l}]({l}.md)"))}.";
    }

    private static string Meaning(Mechanism mechanism)
    {
        var members = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Glasshouse.xml")).Descendants("member");
        var name = $"F:Glasshouse.Population.Mechanism.{mechanism}";
        return members.Single(m => m.Attribute("name")!.Value == name).Element("summary")!.Value.Trim();
    }

    private static string Show(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    [GeneratedRegex("[a-z0-9]+(?:[-_][a-z0-9]+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Finding();
}
