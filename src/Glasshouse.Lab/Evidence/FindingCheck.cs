using Glasshouse.Files;

namespace Glasshouse.Lab.Evidence;

/// <summary>What an evidence file must hold beyond its form, and what its scenario refers to.</summary>
public static class FindingCheck
{
    /// <summary>The first line's word: the kind of file and the version of its language.</summary>
    public const string SchemaWord = "glasshouse/evidence/v1";

    /// <summary>Reads an evidence file with what its scenario needs.</summary>
    /// <param name="file">The file.</param>
    /// <param name="readings">Societies and regimes.</param>
    /// <param name="society">A society to take in place of the finding's own; null for that.</param>
    internal static (ReadyFinding? Finding, IReadOnlyList<Fault> Faults) Open(InputFile file, Readings readings, string? society = null)
    {
        var reading = Inspection.Read<PublishedFinding>(file);
        var (finding, faults) = Open(reading, file, readings, society);
        return (finding, [.. Fault.InOrder(reading.Faults.Concat(faults), file.Path)]);
    }

    private static (ReadyFinding? Finding, IReadOnlyList<Fault> Faults) Open(
        Reading<PublishedFinding> reading, InputFile file, Readings readings, string? society)
    {
        var faults = new FaultList(reading.File);
        if (reading.Draft is not { } finding)
        {
            return (null, []);
        }
        Head(reading, finding, faults);
        Size(reading, finding, faults);
        if (finding.Scenario is not { } scenario)
        {
            return (reading.Faults.Count + faults.Count == 0 ? new ReadyFinding(finding, file, []) : null, faults.InOrder());
        }
        Years(reading, scenario, faults);
        var checking = new ScenarioCheck(reading, scenario, file, readings, faults);
        var arms = checking.Arms(society ?? finding.Society);
        return (reading.Faults.Count + faults.Count == 0 ? new ReadyFinding(finding, file, arms) : null, faults.InOrder());
    }

    private static void Head(Reading<PublishedFinding> r, PublishedFinding finding, FaultList faults)
    {
        if (finding.Schema != SchemaWord)
        {
            faults.Add(FaultCode.SchemaWord, r.At("schema"), $"schema {Spelling.Quote(finding.Schema)}", SchemaWord);
        }
        var name = Path.GetFileNameWithoutExtension(r.File);
        if (finding.Id != name)
        {
            faults.Add(FaultCode.FileName, r.At("id"), $"id {Spelling.Quote(finding.Id)}", $"the file's name, '{name}'");
        }
        var ways = r.Keys("").Intersect(["scenario", "untestable", "reproduced-by"]).ToList();
        if (ways.Count != 1)
        {
            faults.Add(FaultCode.FindingShape, r.KeyAt(ways.Count > 1 ? ways[1] : "id"),
                ways.Count == 0 ? "a finding that nothing measures" : $"a finding with {string.Join(" and ", ways)}",
                "one of scenario, untestable, reproduced-by");
        }
        if (finding.ReproducedBy is not null && finding.Use != EvidenceUse.Reference)
        {
            faults.Add(FaultCode.FindingShape, r.KeyAt("reproduced-by"), "'reproduced-by' in a finding of another use",
                "use 'reference', or a scenario");
        }
        if (finding.Scenario is not null && finding.Society is null)
        {
            faults.Add(FaultCode.FindingShape, r.KeyAt("scenario"), "a scenario without a society", "the key 'society' in the file");
        }
    }

    private static void Size(Reading<PublishedFinding> r, PublishedFinding finding, FaultList faults)
    {
        var allowed = finding.Allowed;
        var published = finding.Published;
        if (published.Low > published.High || published.Value < published.Low || published.Value > published.High)
        {
            faults.Add(FaultCode.ToleranceShape, r.KeyAt("published"), "a published value outside its own range", "low <= value <= high");
        }
        if (allowed.Of != ToleranceOf.Sign)
        {
            if (published.Centre is null)
            {
                faults.Add(FaultCode.ToleranceShape, r.KeyAt("tolerance"), "a size to hold against, and no value published",
                    "a value, low and high, or the sign");
            }
            if (allowed.Of == ToleranceOf.Absolute && allowed.Size is null)
            {
                faults.Add(FaultCode.ToleranceShape, r.KeyAt("tolerance"), "an absolute tolerance without a size", "the key 'size'");
            }
            if (finding.Scenario is not null && FindingVerdict.HalfWidth(finding) == 0)
            {
                faults.Add(FaultCode.ToleranceShape, r.KeyAt("tolerance"), "a tolerance of 0",
                    "a size above 0, absolute where the value is 0");
            }
            if (allowed is { Of: ToleranceOf.Relative, Size: > 1 })
            {
                faults.Add(FaultCode.ToleranceShape, r.At("tolerance.size"), "a relative size above 1",
                    "a share of the value, such as 0.25");
            }
        }
        else if (finding.Scenario is not null && published.Sign is null
            && (published.Centre is null || published.Centre == FindingVerdict.NoEffect(finding)))
        {
            faults.Add(FaultCode.ToleranceShape, r.KeyAt("published"), "a sign to hold against, and none published",
                "'sign: positive' or 'sign: negative', or a value");
        }
    }

    private static void Years(Reading<PublishedFinding> r, Scenario scenario, FaultList faults)
    {
        var (first, last) = scenario.Window;
        if (first > last || last > scenario.Years)
        {
            faults.Add(FaultCode.Years, r.KeyAt("scenario.measure"), $"years {first} to {last} of a run of {scenario.Years}",
                "from-year <= to-year <= years");
        }
    }
}
