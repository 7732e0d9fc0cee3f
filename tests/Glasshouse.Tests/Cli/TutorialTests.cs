using System.Diagnostics;
using System.Text.RegularExpressions;
using Glasshouse.Tests.Files;
using Glasshouse.Tests.Fixtures;
using Xunit;

namespace Glasshouse.Tests.Cli;

/// <summary>The tutorial does what it says: every file is saved and every command is run, in the order of the page.</summary>
public sealed partial class TutorialTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Every_snippet_is_read_and_every_command_ends_well()
    {
        var (files, commands) = (0, 0);
        var page = File.ReadAllText(Repository.PathOf("docs", "regimes", "tutorial.md")).ReplaceLineEndings("\n");
        foreach (Match step in Step().Matches(page))
        {
            if (step.Groups["file"].Success)
            {
                _scratch.Write(step.Groups["file"].Value, step.Groups["yaml"].Value);
                files++;
                var name = step.Groups["file"].Value;
                if (!name.Contains("/tests/", StringComparison.Ordinal))
                {
                    Run("check " + Path.GetFileNameWithoutExtension(name));
                }
            }
            else
            {
                Run(step.Groups["words"].Value);
                commands++;
            }
        }
        Assert.Equal((4, 9), (files, commands));
    }

    // A block of YAML with the name of its file in the first line, or an indented line with a command.
    [GeneratedRegex(@"^```yaml\n# (?<file>\S+)\n(?<yaml>.*?)^```$|^ {4,}glasshouse (?<words>[^\n]+)$",
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Step();

    private void Run(string words)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Glasshouse.Cli.dll"), .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _scratch.Path,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"glasshouse {words}:\n{output}\n{error.Result}");
    }
}
