using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Glasshouse.Tests.Tidy;

public sealed partial class DocsTests
{
    [Fact]
    public void Every_link_to_a_file_leads_to_one() =>
        Tree.None(from file in Tree.Files
                  where file.Path.EndsWith(".md", StringComparison.Ordinal)
                  from line in Tree.Lines(file.Text)
                  from Match link in Link().Matches(line.Line)
                  let target = link.Groups["target"].Value.Split('#')[0]
                  where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
                  let path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Tree.Full(file.Path))!, target))
                  where !Path.Exists(path) && !IsPictureStillToBeDrawn(path)
                  select $"{file.Path}:{line.Number}: {target} does not exist");

    [Fact]
    public void Every_script_that_the_readme_names_exists() =>
        Tree.None(from command in ReadmeCommands()
                  where !File.Exists(Tree.Full(command[0]))
                  select $"README.md: {command[0]} does not exist");

    [Fact]
    public void Every_verb_that_the_readme_names_is_one_of_the_program()
    {
        string[] verbs = [.. ReadmeCommands().Where(command => command[0] == "./glasshouse" && command.Length > 1)
            .Select(command => command[1]).Distinct()];
        Assert.NotEmpty(verbs);
        Tree.None(from verb in verbs
                  let code = Run(verb, "--help")
                  where code != 0
                  select $"README.md: './glasshouse {verb} --help' ends with {code}");
    }

    [Fact]
    public void Every_regime_that_the_readme_runs_comes_with_the_project()
    {
        if (!Tree.Under("regimes", ".yaml").Any()) Assert.Skip("No regime file is here yet.");
        Tree.None(from command in ReadmeCommands()
                  where command.Length > 2 && command[1] is "run" or "life" or "check"
                  let regime = command[2]
                  where !File.Exists(Tree.Full($"regimes/{regime}.yaml"))
                  select $"README.md: regimes/{regime}.yaml does not exist");
    }

    /// <summary>The commands in the README's shell blocks and in its inline code, as words.</summary>
    static IEnumerable<string[]> ReadmeCommands() =>
        from Match match in Command().Matches(File.ReadAllText(Tree.Full("README.md")))
        select match.Groups["words"].Value.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static int Run(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Glasshouse.Cli.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(TimeSpan.FromSeconds(30))) return process.ExitCode;
        process.Kill();
        return -1;
    }

    // Pictures are made by the program; until the first one is committed their folder does not exist.
    static bool IsPictureStillToBeDrawn(string path) =>
        path.EndsWith(".png", StringComparison.Ordinal) && !Directory.Exists(Path.GetDirectoryName(path));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:^|`)\s*(?<words>\./(?:glasshouse|test)\b[^`\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
