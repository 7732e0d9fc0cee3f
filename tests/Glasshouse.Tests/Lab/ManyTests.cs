using System.Text.Json.Nodes;
using System.Xml.Linq;
using Glasshouse.Cli;
using Glasshouse.Lab;
using Glasshouse.Lab.Many;
using Glasshouse.Lab.Reporting;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Lab;

/// <summary>Many regimes in one command: each as if it were run alone, and an overview that adds nothing up.</summary>
public sealed class ManyTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly string _other;

    public ManyTests() => _other = _scratch.Write("other-regime.yaml",
        File.ReadAllText(Tiny.RegimePath).Replace("id: tiny-regime\n", "id: other-regime\n", StringComparison.Ordinal)
            .Replace("title: ", "title: <b>Other</b> ", StringComparison.Ordinal));

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Each_regime_comes_to_what_it_comes_to_alone()
    {
        var folder = _scratch.In("many");
        var (code, output, error) = Run($"run {Tiny.RegimePath} {_other} {Small} --out {folder} --json");
        Assert.Equal(0, code);
        Assert.Contains("2 of 2: other-regime", error, StringComparison.Ordinal);
        var document = JsonNode.Parse(output)!;
        var runs = document["manifest"]!["runs"]!.AsArray();
        Assert.Equal(["complete", "complete"], runs.Select(r => (string)r!["status"]!));
        foreach (var (regime, run) in new[] { Tiny.RegimePath, _other }.Zip(runs))
        {
            var alone = JsonNode.Parse(Run($"run {regime} {Small} --json").Output)!["manifest"]!;
            Assert.Equal((string)alone["digest"]!, (string)run!["digest"]!);
            var own = Path.Combine(folder, (string)run["regime"]!);
            Assert.Equal((string)alone["digest"]!, Manifest.Read(RunFolder.Open(own)).Digest);
            Assert.All(ReportFiles.Names, name => Assert.True(File.Exists(Path.Combine(own, name)), name));
        }
    }

    [Fact]
    public void The_table_has_every_regime_and_nothing_but_all_adults()
    {
        var folder = _scratch.In("many");
        Assert.Equal(0, Run($"run {Tiny.RegimePath} {_other} {Small} --out {folder} --quiet").Code);
        var lines = File.ReadAllLines(Path.Combine(folder, "overview.csv"));
        Assert.Equal(IndicatorTable.Header, lines[0]);
        Assert.All(lines[1..], l => Assert.Contains(",all,", l, StringComparison.Ordinal));
        var by = lines[1..].CountBy(l => l.Split(',')[0]).ToDictionary();
        Assert.Equal(["other-regime", "tiny-regime"], by.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(by["tiny-regime"], by["other-regime"]);
    }

    [Fact]
    public void The_page_stands_alone_and_gives_hopes_and_fears_the_same_room()
    {
        var folder = _scratch.In("many");
        Assert.Equal(0, Run($"run {Tiny.RegimePath} {_other} {Small} --out {folder} --quiet").Code);
        var page = File.ReadAllText(Path.Combine(folder, "index.html"));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        var (start, end) = (page.IndexOf("<main>", StringComparison.Ordinal), page.IndexOf("</main>", StringComparison.Ordinal));
        var body = XDocument.Parse(page[start..(end + "</main>".Length)]);
        Assert.Contains(Overview.NotAcross, body.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("<b>Other</b>", body.Root!.Value, StringComparison.Ordinal);
        Assert.All(body.Descendants("table"), t => Assert.NotEmpty(t.Element("caption")!.Value));
        Assert.All(body.Descendants("th"), t => Assert.NotNull(t.Attribute("scope")));
        var heads = body.Descendants("table").First().Descendants("thead").Single().Descendants("th").Select(t => t.Value).ToList();
        Assert.Equal(2, heads.Count(h => h.StartsWith("hope: ", StringComparison.Ordinal)));
        Assert.Equal(2, heads.Count(h => h.StartsWith("fear: ", StringComparison.Ordinal)));
        var opened = body.Descendants("summary").Select(s => s.Value).ToList();
        Assert.Equal(opened.Count(s => s.StartsWith("Hope: ", StringComparison.Ordinal)),
            opened.Count(s => s.StartsWith("Fear: ", StringComparison.Ordinal)));
        Assert.All(body.Descendants("a"), a => Assert.True(File.Exists(Path.Combine(folder, a.Attribute("href")!.Value))));
        Assert.DoesNotContain(body.Descendants("th"), t => t.Value.Contains("total", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_stopped_one_goes_on_without_running_again_what_is_finished()
    {
        var whole = Begin(_scratch.In("whole"));
        whole.Run(null, TestContext.Current.CancellationToken);
        var folder = _scratch.In("stopped");
        using var stop = new CancellationTokenSource();
        var many = Begin(folder);
        Assert.Throws<InterruptedException>(() => many.Run(new Watched(p => StopIn(p, stop)), stop.Token));
        Assert.Equal(1, many.Finished);
        var kept = Path.Combine(folder, "tiny-regime", "histories", "seed-1.outcome");
        var before = File.GetLastWriteTimeUtc(kept);

        var (code, output, _) = Run($"run --resume {folder} --json --quiet");
        Assert.Equal(0, code);
        Assert.Equal(before, File.GetLastWriteTimeUtc(kept));
        Assert.Equal(whole.Manifest.Runs.Select(r => r.Digest),
            JsonNode.Parse(output)!["manifest"]!["runs"]!.AsArray().Select(r => (string)r!["digest"]!));
    }

    [Fact]
    public void A_signal_ends_it_with_the_command_that_goes_on()
    {
        var (code, _, error) = Run($"run {Tiny.RegimePath} {_other} {Small}", stopped: true);
        Assert.Equal(130, code);
        Assert.Contains($"0 of 2 regimes are finished", error, StringComparison.Ordinal);
        Assert.Contains($"--resume {_scratch.In("out", "overview-1")}", error, StringComparison.Ordinal);
        Assert.Equal(0, Run("run --resume last --quiet").Code);
        Assert.Equal(3, Run("life last").Code);
    }

    [Fact]
    public void A_run_that_fails_inside_is_named_and_the_others_are_run()
    {
        var many = Begin(_scratch.In("failing"));
        var overview = many.Run(new Watched(p =>
        {
            if (p.Phase.StartsWith("1 of", StringComparison.Ordinal) && p.Week > 0)
            {
                throw new InvalidOperationException("broken on purpose");
            }
        }), TestContext.Current.CancellationToken);
        Assert.Equal("failed", many.Manifest.Status);
        Assert.Equal("other-regime", Assert.Single(overview.Regimes).Run.Regime);
        Assert.Contains("broken on purpose", Assert.Single(overview.Failed).Why, StringComparison.Ordinal);
        OverviewFiles.Write(_scratch.Path, overview, "x");
        Assert.Contains("broken on purpose", File.ReadAllText(_scratch.In("index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_all_regimes_are_told_at_once_and_nothing_is_begun()
    {
        var text = File.ReadAllText(Tiny.RegimePath);
        var one = _scratch.Write("one.yaml", text.Replace("id: tiny-regime", "id: one\nsurprise: 1", StringComparison.Ordinal));
        var two = _scratch.Write("two.yaml", text.Replace("id: tiny-regime", "id: two\nastonishment: 1", StringComparison.Ordinal));
        var (code, _, error) = Run($"run {one} no-such-regime {two} {Small}");
        Assert.Equal(3, code);
        Assert.All(["surprise", "astonishment", "no-such-regime"], word => Assert.Contains(word, error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_scratch.In("out")));
    }

    [Fact]
    public void All_means_every_regime_on_the_shelf() =>
        Assert.Equal(["a", "b"], Opening.Named(["b", "all", "a"], new Shelf([Folder("a", "b")])).Order());

    private string Folder(params string[] regimes)
    {
        foreach (var name in regimes)
        {
            _scratch.Write(Path.Combine("shelf", "regimes", name + ".yaml"), "");
        }
        return _scratch.In("shelf");
    }

    private static void StopIn(Progress progress, CancellationTokenSource stop)
    {
        if (progress.Phase.StartsWith("2 of", StringComparison.Ordinal) && progress.Week > 0)
        {
            stop.Cancel();
        }
    }

    private ManyRun Begin(string folder)
    {
        var like = Tiny.Request with { Regime = "" };
        string[] asked = [Tiny.RegimePath, _other];
        return ManyRun.Begin(like, asked, Opening.Open(like, asked, Tiny.NoShelf), RunFolder.CreateForMany(folder));
    }

    private static string Small => $"--society {Tiny.SocietyPath} --people 1000 --years 1 --seeds 1 --threads 1";

    private (int Code, string Output, string Error) Run(string words, bool stopped = false)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var code = Commands.Run(words.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new Surroundings(output, error, new CancellationToken(stopped)) { Runs = _scratch.In("out") });
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Watched(Action<Progress> told) : IProgress<Progress>
    {
        public void Report(Progress value) => told(value);
    }
}
