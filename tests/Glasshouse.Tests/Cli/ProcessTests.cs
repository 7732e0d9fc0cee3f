using System.Diagnostics;
using System.Text.Json.Nodes;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Cli;

/// <summary>The program as a process of its own: on other vector widths, and killed at a random moment.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly string[] Small =
        ["run", "wendeng-2020", "--people", "2500", "--years", "1", "--seeds", "1", "--threads", "1", "--json", "--quiet"];

    private readonly string _folder = Directory.CreateTempSubdirectory("glasshouse-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(256, "DOTNET_EnableAVX512")]
    [InlineData(128, "DOTNET_EnableAVX2")]
    public void A_narrower_machine_comes_to_the_same_bits(int width, string switchedOff)
    {
        var wide = Document(Finish(Start([.. Small, "--out", Path.Combine(_folder, "wide")])));
        var own = (int)wide["performance"]!["vectorWidth"]!;
        Assert.SkipUnless(own > width, $"this machine has vectors of {own} bits");
        var narrow = Document(Finish(Start([.. Small, "--out", Path.Combine(_folder, "narrow")], (switchedOff, "0"))));
        Assert.Equal(width, (int)narrow["performance"]!["vectorWidth"]!);
        Assert.Equal(wide["digest"]!.ToJsonString(), narrow["digest"]!.ToJsonString());
    }

    [Fact]
    public void A_run_killed_at_a_random_moment_resumes_to_the_same_bits()
    {
        string[] run = ["run", "wendeng-2020", "--people", "5000", "--years", "5", "--seeds", "2", "--threads", "1", "--json", "--quiet"];
        var whole = Document(Finish(Start([.. run, "--out", Path.Combine(_folder, "whole")])));
        var folder = Path.Combine(_folder, "killed");
        using (var killed = Start([.. run, "--checkpoint-every", "8", "--out", folder]))
        {
            SpinWait.SpinUntil(() => Directory.Exists(Path.Combine(folder, "histories"))
                && Directory.EnumerateFileSystemEntries(Path.Combine(folder, "histories")).Any(), TimeSpan.FromSeconds(60));
            killed.WaitForExit(TimeSpan.FromMilliseconds(Random.Shared.Next(0, 3000)));
            killed.Kill();
            killed.WaitForExit();
        }
        var resumed = Document(Finish(Start(["run", "--resume", folder, "--json", "--quiet"])));
        Assert.Equal(whole["digest"]!.ToJsonString(), resumed["digest"]!.ToJsonString());
        Assert.Equal(whole["indicators"]!.ToJsonString(), resumed["indicators"]!.ToJsonString());
    }

    [Fact]
    public void A_validation_prints_its_document_and_takes_over_what_is_kept()
    {
        var fixtures = Path.Combine("tests", "Glasshouse.Tests", "Fixtures");
        foreach (var (kind, name) in new[] { ("societies", "tiny-society"), ("regimes", "tiny-regime"), ("evidence", "made-up-safety") })
        {
            Directory.CreateDirectory(Path.Combine(_folder, kind));
            File.Copy(Repository.PathOf(fixtures, kind == "evidence" ? kind : "", name + ".yaml"),
                Path.Combine(_folder, kind, name + ".yaml"));
        }
        string[] words = ["validate", "--fact", "made-up-safety", "--threads", "1", "--no-nulls", "--quiet", "--out", "kept"];
        var first = Finish(Start([.. words, "--json"]));
        Assert.Equal("outside", (string?)Document(first)["findings"]![0]!["verdict"]);
        Assert.Equal(first, Finish(Start([.. words, "--json"])));
        var plain = Finish(Start(words, ("NO_COLOR", "1")));
        Assert.Contains("made-up-safety", plain, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', plain);
        Assert.True(File.Exists(Path.Combine(_folder, "kept", "validation.html")));
    }

    private Process Start(string[] words, params (string Name, string Value)[] surroundings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Glasshouse.Cli.dll"), .. words])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _folder,
        };
        foreach (var (name, value) in surroundings)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }

    private static string Finish(Process process)
    {
        using (process)
        {
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return text;
        }
    }

    private static JsonNode Document(string text) => JsonNode.Parse(text)!;
}
