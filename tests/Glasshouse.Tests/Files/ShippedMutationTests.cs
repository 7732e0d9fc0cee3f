using System.Globalization;
using System.Text;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Law;
using Glasshouse.Lab.Testing;
using Glasshouse.Regimes;
using Glasshouse.Societies;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Glasshouse.Tests.Files;

/// <summary>
/// Every file that is shipped, damaged in ways that repeat from run to run: it is read or refused with its place, in little time, and no
/// unknown key is taken in silence. GLASSHOUSE_MUTANTS says how many, or which: <c>2451..2452</c>; docs/faults.md tells of a long run.
/// </summary>
public sealed class ShippedMutationTests
{
    private const string Surprise = "zz-surprise";

    // The recorded run, of mutants named by number, tells one that hangs and goes on. Nothing waits by the clock in the everyday test.
    private static readonly TimeSpan Limit =
        Environment.GetEnvironmentVariable("GLASSHOUSE_MUTANTS") is null ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(30);

    private static readonly int[] Range = [.. (Environment.GetEnvironmentVariable("GLASSHOUSE_MUTANTS") ?? "300")
        .Split("..").Select(word => int.Parse(word, CultureInfo.InvariantCulture))];

    private static readonly Dictionary<string, (Reading<Society> Read, SocietyTables Tables)> Societies = [];

    [Fact]
    public async Task A_damaged_file_is_read_or_refused_and_nothing_else()
    {
        var files = Files();
        var bad = new List<string>();
        var (refused, accepted) = (0, 0);
        for (var i = Range is [var first, _] ? first : 0; i < Range[^1] && bad.Count < 20; i++)
        {
            var (path, text) = files[i % files.Count];
            var mutant = Mutant(text, new Random(i));
            var work = Task.Run(() => Read(path, mutant), TestContext.Current.CancellationToken);
            if (await Task.WhenAny(work, Task.Delay(Limit, TestContext.Current.CancellationToken)) != work)
            {
                bad.Add($"mutant {i} of {path}: no answer in {Limit.TotalSeconds} s");
                continue;
            }
            if (work.Exception?.InnerException is { } crash)
            {
                bad.Add($"mutant {i} of {path}: {crash}");
                continue;
            }
            var faults = await work;
            (refused, accepted) = faults.Count > 0 ? (refused + 1, accepted) : (refused, accepted + 1);
            if (Unlike(faults) is { } why)
            {
                bad.Add($"mutant {i} of {path}: {why}");
            }
            if (faults.Count == 0 && mutant.Contains(Surprise, StringComparison.Ordinal) && HasKey(mutant))
            {
                bad.Add($"mutant {i} of {path}: '{Surprise}' was taken in silence");
            }
        }
        TestContext.Current.SendDiagnosticMessage($"{refused:#,0} mutants refused, {accepted:#,0} read, of {files.Count} files");
        Assert.True(bad.Count == 0, string.Join('\n', bad));
        Assert.True(Range is [_, _] || refused > accepted, $"{refused} refused, {accepted} read");
    }

    private static List<(string Path, string Text)> Files() =>
        [.. new[] { "regimes", "societies", "law", Path.Combine("regimes", "tests") }
            .SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.yaml").Order(StringComparer.Ordinal))
            .Select(path => (path, File.ReadAllText(path)))];

    // One in three mutants has a key that no file knows; the others are damaged by one to four small edits.
    private static string Mutant(string text, Random random)
    {
        if (random.Next(3) == 0)
        {
            return WithSurprise(text, random);
        }
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var piece = MutationTests.Pieces[random.Next(MutationTests.Pieces.Length)];
            text = MutationTests.Edit(text, (random.Next(6), random.NextDouble(), random.NextDouble(), piece));
            if (text.Length == 0)
            {
                break;
            }
        }
        return text;
    }

    private static string WithSurprise(string text, Random random)
    {
        if (random.Next(2) == 0)
        {
            var braces = Enumerable.Range(0, text.Length).Where(i => text[i] == '{').ToList();
            if (braces.Count > 0)
            {
                return text.Insert(braces[random.Next(braces.Count)] + 1, $" {Surprise}: 1, ");
            }
        }
        var lines = text.Split('\n').ToList();
        var keys = Enumerable.Range(0, lines.Count).Where(i => lines[i].TrimStart() is [>= 'a' and <= 'z', ..]
            && lines[i].Contains(':', StringComparison.Ordinal)).ToList();
        var line = keys[random.Next(keys.Count)];
        lines.Insert(line, new string(' ', lines[line].Length - lines[line].TrimStart().Length) + Surprise + ": 1");
        return string.Join('\n', lines);
    }

    // All faults of a file; one without any is also compiled.
    private static List<Fault> Read(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        switch (Path.GetFileName(Path.GetDirectoryName(path)))
        {
            case "societies":
                return Done(Inspection.Read<Society>(InputFile.Read(FileKind.Society, path) with { Bytes = bytes }),
                    SocietyCheck.Check, society => _ = new SocietyTables(society));
            case "law":
                return Done(Inspection.Read<LawBook>(new InputFile(FileKind.Law, path, bytes)), LawCheck.Check, _ => { });
            case "tests":
                var tested = Repository.PathOf("regimes", Path.GetFileName(path));
                var original = Inspection.Read<Regime>(InputFile.Read(FileKind.Regime, tested));
                return Done(YamlReader.Read<PolicyTests>(new MemoryStream(bytes), path),
                    r => PolicyTestCheck.Check(r, original.ValueOrThrow(), Over(original).Tables.Society.Conducts), _ => { });
            default:
                var file = InputFile.Read(FileKind.Regime, path) with { Bytes = bytes };
                var regime = Inspection.Read<Regime>(file);
                return Done(regime, r => Inspection.Check(r, Over(r).Read, file),
                    whole => Compile(Inspection.Merged(whole, file), Over(regime).Tables));
        }
    }

    private static List<Fault> Done<T>(Reading<T> reading, Func<Reading<T>, IEnumerable<Fault>> check, Action<T> use)
        where T : class
    {
        Assert.True(reading.Faults.Count > 0 ^ reading.Value is not null);
        List<Fault> faults = [.. reading.Faults, .. check(reading)];
        if (faults.Count == 0)
        {
            use(reading.ValueOrThrow());
        }
        return faults;
    }

    private static void Compile(Regime regime, SocietyTables over) =>
        _ = Compilation.Compile(regime, over.Conducts, over.Society.Living, over.Society.Observing);

    // A society that is not there is for whoever looks it up; the regime is then held against the usual one.
    private static (Reading<Society> Read, SocietyTables Tables) Over(Reading<Regime> regime)
    {
        var asked = regime.Draft?.Society ?? RunRequest.DefaultSociety;
        var name = All.Contains(asked) ? asked : RunRequest.DefaultSociety;
        lock (Societies)
        {
            if (!Societies.TryGetValue(name, out var known))
            {
                var read = Inspection.Read<Society>(InputFile.Read(FileKind.Society, Repository.PathOf("societies", name + ".yaml")));
                Societies[name] = known = (read, new SocietyTables(read.ValueOrThrow()));
            }
            return known;
        }
    }

    private static readonly HashSet<string> All =
        [.. Directory.GetFiles(Repository.PathOf("societies"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    private static string? Unlike(IEnumerable<Fault> faults) => faults.Select(f => f switch
    {
        { Line: < 1 } or { Column: < 1 } => $"a fault without a place: {f}",
        _ when f.ToString() is var told && told.Contains('\n', StringComparison.Ordinal) => $"a fault of several lines: {told}",
        _ when f.ToString().Length > 4000 => $"a fault of {f.ToString().Length} characters: {f.ToString()[..200]}",
        _ => null,
    }).FirstOrDefault(why => why is not null);

    // By another reader: in a comment or within a text the word is no key, and what a law file leaves out bears names of its own.
    private static bool HasKey(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var named = stream.Documents[0].RootNode is YamlMappingNode root && root.Children.TryGetValue("left-out", out var free)
            ? free : null;
        return stream.Documents[0].AllNodes.OfType<YamlMappingNode>().Any(m => m != named && m.Children.ContainsKey(Surprise));
    }
}
