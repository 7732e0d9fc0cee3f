using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Glasshouse.Lab;
using Glasshouse.Lab.Reporting;
using Glasshouse.Lab.Uncertainty;
using Xunit;

namespace Glasshouse.Tests.Lab.Reporting;

public sealed partial class ReportTests
{
    private static readonly RunResult Run = MadeRun.Of(draws: 12);
    private static readonly Findings Found = Findings.From(Run);

    [Fact]
    public void The_heads_of_the_table_do_not_change_unseen() => Golden.Matches("indicators-header.csv", IndicatorTable.Header);

    [Fact]
    public void Every_line_of_the_table_has_every_cell()
    {
        var lines = IndicatorTable.Of(Found).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Found.Rows.Count + 1, lines.Length);
        var cells = IndicatorTable.Header.Split(',').Length;
        Assert.All(lines, line => Assert.Equal(cells, Cell().Count(line)));
    }

    [Fact]
    public void The_document_holds_numbers_or_nothing_where_there_is_none()
    {
        var text = ReportFiles.Document(JsonNode.Parse("""{ "tool": "x" }"""), Run, Found);
        var document = JsonNode.Parse(text)!;
        Assert.Equal(["manifest", "indicators", "digest", "performance"], document.AsObject().Select(p => p.Key));
        var harm = document["indicators"]!.AsArray()
            .First(i => (string?)i!["name"] == "harm-to-others" && (string?)i["period"] == "mature")!;
        Assert.Equal("all", (string?)harm["stratum"]);
        Assert.Equal((double)harm["with"]! - (double)harm["without"]!, (double)harm["difference"]!, 1e-9);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_stands_alone_and_says_what_it_is()
    {
        var page = ReportPage.Of(Found);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.Contains("Invented people in a synthetic society", page, StringComparison.Ordinal);
        Assert.Contains("small over made-up", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_well_formed_and_can_be_read_aloud()
    {
        var page = ReportPage.Of(Found);
        var start = page.IndexOf("<main>", StringComparison.Ordinal);
        var end = page.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length;
        var body = XDocument.Parse(page[start..end]);
        Assert.All(body.Descendants("table"), t => Assert.NotEmpty(t.Element("caption")!.Value));
        Assert.All(body.Descendants("th"), t => Assert.NotNull(t.Attribute("scope")));
        Assert.All(body.Descendants("svg"), s => Assert.NotEmpty(s.Attribute("aria-label")!.Value));
        Assert.Equal(8, body.Descendants("svg").Count());
        Assert.Single(body.Descendants("h1"));
    }

    [Fact]
    public void Text_from_files_cannot_become_markup()
    {
        var sly = Run with { Regime = Run.Regime with { Title = "<script>alert(1)</script>" } };
        Assert.DoesNotContain("<script", ReportPage.Of(Findings.From(sly)), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_what_is_in_force_when_if_that_changes()
    {
        var repealed = Run with
        {
            Regime = Run.Regime with
            {
                Phases = new Dictionary<string, Glasshouse.Regimes.Phase>
                {
                    ["repealed"] = Engine.PhaseTests.Phase(2, without: ["*"]),
                },
            },
        };
        const string Words = "In force after 2 years: repealed; nothing is in force.";
        Assert.Contains(Words, ReportPage.Of(Findings.From(repealed)), StringComparison.Ordinal);
        Assert.DoesNotContain("In force after", ReportPage.Of(Found), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_in_how_many_histories_a_fall_of_support_was_answered()
    {
        var over = new Glasshouse.Regimes.Phase { WhenSupportBelow = Engine.PhaseTests.Of(0.4), Without = ["*"] };
        var answering = Run with
        {
            Regime = Run.Regime with { Phases = new Dictionary<string, Glasshouse.Regimes.Phase> { ["over"] = over } },
        };
        var account = Findings.From(answering).Run;
        Assert.Equal("In force once support is below 40%: over; nothing is in force. "
            + $"Support fell so far that 'over' began in 0 of {Run.Outcomes.Count} histories.", account.InForceWhen);
    }

    [Theory]
    [InlineData("--paper", "--ink", 4.5)]
    [InlineData("--paper", "--quiet", 4.5)]
    [InlineData("--card", "--quiet", 4.5)]
    [InlineData("--paper", "--with", 4.5)]
    public void Text_can_be_read_on_its_ground_in_light_dark_and_print(string ground, string text, double atLeast)
    {
        var styles = Regex.Matches(ReportPage.Of(Found), @":root \{[^}]*--paper[^}]*\}");
        Assert.Equal(3, styles.Count);
        Assert.All(styles, s => Assert.True(Contrast(Colour(s.Value, ground), Colour(s.Value, text)) >= atLeast, s.Value));
    }

    [Fact]
    public void Files_are_written_whole_and_nothing_is_left_beside_them()
    {
        var folder = Directory.CreateTempSubdirectory("glasshouse-report").FullName;
        try
        {
            ReportFiles.Write(folder, Run, Found);
            Assert.Equal(ReportFiles.Names.Order(), Directory.GetFiles(folder).Select(Path.GetFileName).Order());
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(folder, "figure.png"))[..4]);
            var svg = XDocument.Load(Path.Combine(folder, "figure.svg"));
            Assert.Contains("Invented people in a synthetic society", string.Concat(svg.Root!.Descendants()
                .Where(e => e.Name.LocalName == "text").Select(e => e.Value)), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1234.4, "1,234")]
    [InlineData(-38.71, "-38.7")]
    [InlineData(0.0851, "0.085")]
    [InlineData(double.NaN, "-")]
    public void Values_show_three_places_that_carry_meaning(double value, string shown) =>
        Assert.Equal(shown, Shown.Value(value));

    [Theory]
    [InlineData(-0.001, 30, "[0.0; +30.0]")]
    [InlineData(-40, 1200, "[-40; +1,200]")]
    [InlineData(0.01, 0.5, "[+0.010; +0.500]")]
    public void Ranges_show_both_ends_to_the_same_place(double low, double high, string shown) =>
        Assert.Equal(shown, Shown.Range(new Interval(low, high)));

    private static double Contrast(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

    // Relative luminance as WCAG 2.2 defines it.
    private static double Colour(string style, string name)
    {
        var hex = Regex.Match(style, name + ": #([0-9A-Fa-f]+)").Groups[1].Value;
        hex = hex.Length == 3 ? string.Concat(hex.Select(c => $"{c}{c}")) : hex;
        double Part(int at)
        {
            var s = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Part(0) + 0.7152 * Part(2) + 0.0722 * Part(4);
    }

    [GeneratedRegex("(?:^|,)(?:\"(?:[^\"]|\"\")*\"|[^\",]*)")]
    private static partial Regex Cell();
}
