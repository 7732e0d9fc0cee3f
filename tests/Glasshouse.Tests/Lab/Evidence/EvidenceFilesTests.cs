using System.Text.RegularExpressions;
using Glasshouse.Files;
using Glasshouse.Lab;
using Glasshouse.Lab.Evidence;
using Glasshouse.Societies;
using Glasshouse.Tests.Files;
using Xunit;

namespace Glasshouse.Tests.Lab.Evidence;

/// <summary>Every published finding that comes with the project can be held against the model, or says why not.</summary>
public sealed partial class EvidenceFilesTests
{
    private const int Findings = 114;

    // Their measure names a variable, a figure or a mechanism that is not there yet.
    private static readonly HashSet<string> Waiting =
    [
        "bos-info-employment", "china-cctv-support", "cn-enterprises", "cscs-political", "debt-mental-disorder", "digital-doubters",
        "digital-doubters-germany", "digital-doubters-trust", "digital-doubters-united-states", "dobbie-flag", "dobbie-flag-credit",
        "epa-enforcement-gap", "eviction-effect-filings", "irs-visibility-gradient",
        "irs-visibility-gradient-withheld", "kleven-evasion-self", "kleven-evasion-self-third-party", "kostka-approval",
        "kroft-duration", "list-experiment-china", "pager-callbacks", "pew-spiral", "pew-spiral-in-person",
        "us-tax-gap",
    ];

    // What such a file is refused for, and nothing else.
    private static readonly HashSet<string> Missing =
        [FaultCode.UnknownVariable, FaultCode.UnknownFigure, FaultCode.UnknownWord];

    private static readonly Shelf Project = new([Repository.Root]);

    public static TheoryData<string> Names() =>
        [.. Directory.GetFiles(Repository.PathOf("evidence"), "*.yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_is_in_order(string name)
    {
        var faults = Inspection.OfEvidence(InputFile.Read(FileKind.Evidence, PathOf(name)), Project).Faults;
        if (Waiting.Contains(name))
        {
            Assert.True(faults.Count > 0, $"{name} is in order now: take it out of {nameof(Waiting)}");
            Assert.All(faults, f => Assert.Contains(f.Code, Missing));
            return;
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void Each_finding_is_there_and_what_is_measured_in_parts_comes_of_one_study()
    {
        var findings = Read().ToDictionary(f => f.Id);
        Assert.All(Waiting, id => Assert.True(findings.ContainsKey(id), id));
        // The parts of a finding are called by its name and more.
        Assert.Equal(Findings, findings.Values.Count(f => !findings.Values.Any(o => IsPart(f, o))));
    }

    [Fact]
    public void Every_tolerance_has_a_size_and_a_reason_of_its_own()
    {
        Assert.All(Read(), f =>
        {
            Assert.NotNull(f.Tolerance);
            Assert.True(f.Tolerance.Why.Length > 8, f.Id);
            Assert.True(f.Tolerance.Of == ToleranceOf.Sign || f.Tolerance.Size is not null, f.Id);
            Assert.True(f.Published.Value is not null || f.Published.Sign is not null, f.Id);
        });
    }

    [Fact]
    public void Whatever_is_not_measured_says_why_or_where_it_is_reproduced()
    {
        Assert.All(Read().Where(f => f.Scenario is null), f =>
            Assert.True(f.Untestable is { Length: > 20 } || ReferenceTest().IsMatch(f.ReproducedBy ?? ""), f.Id));
        Assert.All(Read().Where(f => f.ReproducedBy is not null), f => Assert.Equal(EvidenceUse.Reference, f.Use));
    }

    [Fact]
    public void Four_in_five_of_the_findings_that_judge_can_be_tested()
    {
        var judging = Read().Where(f => f.Use == EvidenceUse.Validation).ToList();
        Assert.InRange(judging.Count(f => f.Scenario is not null) / (double)judging.Count, 0.8, 1);
    }

    [Fact]
    public void What_was_not_read_at_its_source_says_so()
    {
        Assert.All(Read().Where(f => !f.Source.Read), f => Assert.False(string.IsNullOrEmpty(f.Source.Note), f.Id));
        Assert.All(Read(), f => Assert.Matches("^[a-z]+(?:-[a-z]+)*(?:-[0-9]{4})?$", f.Study));
    }

    [Fact]
    public void Every_experiment_is_sound_and_tried_by_a_finding()
    {
        var used = Read().SelectMany(f => f.Scenario?.Arms.Values.Select(a => a.Regime) ?? []).ToHashSet();
        var society = Inspection.Read<Society>(InputFile.Read(FileKind.Society, Repository.PathOf("societies", "china-urban.yaml")));
        Assert.All(Directory.GetFiles(Repository.PathOf("evidence", "regimes"), "*.yaml"), path =>
        {
            var name = Path.GetFileNameWithoutExtension(path);
            Assert.Empty(Inspection.OfRegime(InputFile.Read(FileKind.Regime, path), society).Faults);
            Assert.True(used.Contains(name) || Extended().Contains(name), $"{name} is tried by no finding");
            Assert.False(File.Exists(Repository.PathOf("regimes", name + ".yaml")), $"{name} hides a regime of the same name");
        });
    }

    private static bool IsPart(PublishedFinding finding, PublishedFinding of) =>
        finding.Study == of.Study && finding.Id.StartsWith(of.Id + "-", StringComparison.Ordinal);

    private static HashSet<string> Extended() =>
        [.. Directory.GetFiles(Repository.PathOf("evidence", "regimes"), "*.yaml").SelectMany(File.ReadLines)
            .Where(l => l.StartsWith("extends: ", StringComparison.Ordinal)).Select(l => l["extends: ".Length..].Trim())];

    private static IEnumerable<PublishedFinding> Read() => Names().Select(row => Reading(row.Data));

    private static PublishedFinding Reading(string name)
    {
        using var yaml = File.OpenRead(PathOf(name));
        var reading = YamlReader.Read<PublishedFinding>(yaml, name + ".yaml");
        return reading.Draft ?? throw new InvalidDataException(name);
    }

    private static string PathOf(string name) => Repository.PathOf("evidence", name + ".yaml");

    [GeneratedRegex("^Reference/[A-Z][A-Za-z]+Tests$")]
    private static partial Regex ReferenceTest();
}
