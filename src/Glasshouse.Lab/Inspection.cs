using Glasshouse.Acting;
using Glasshouse.Files;
using Glasshouse.Lab.Evidence;
using Glasshouse.Lab.Law;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab;

/// <summary>What is to be said of a regime, a society, a law or an evidence file: all its faults, or what it holds.</summary>
public sealed record Inspection
{
    public required FileKind Kind { get; init; }

    /// <summary>Name of the file.</summary>
    public required string File { get; init; }

    /// <summary>The files that it extends, the nearest first.</summary>
    public IReadOnlyList<string> Extends { get; init; } = [];

    /// <summary>All faults, in file order.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }

    /// <summary>Full name, if the file could be read.</summary>
    public string? Title { get; init; }

    /// <summary>How much of a regime is modelled; null for a society and for a faulty file.</summary>
    public RuleBook? RuleBook { get; init; }

    /// <summary>What of a regime is in force when; empty if it is the same at all times and places.</summary>
    public IReadOnlyList<Turning> Turnings { get; init; } = [];

    /// <summary>Whom and what a regime watches more or less than the rest, and where a chance ends at 1.</summary>
    public IReadOnlyList<string> Attention { get; init; } = [];

    /// <summary>Figures by where they come from.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Conducts of a society, by channel; empty for a regime.</summary>
    public IReadOnlyList<(Channel Channel, int Count)> Conducts { get; init; } = [];

    /// <summary>Conditions of a law file; none for other files.</summary>
    public int Conditions { get; init; }

    /// <summary>
    /// What a file is, by its schema word; one without it counts as a regime, whose reader says what is missing.
    /// </summary>
    public static FileKind KindOf(InputFile file)
    {
        using var reader = new StreamReader(new MemoryStream(file.Bytes));
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("schema:", StringComparison.Ordinal))
            {
                return line.Contains("society", StringComparison.Ordinal) ? FileKind.Society
                    : line.Contains("/law/", StringComparison.Ordinal) ? FileKind.Law
                    : line.Contains("/evidence/", StringComparison.Ordinal) ? FileKind.Evidence
                    : FileKind.Regime;
            }
        }
        return FileKind.Regime;
    }

    /// <summary>The society that a regime belongs to.</summary>
    public static string SocietyOf(InputFile regime) => Read<Regime>(regime).Draft?.Society ?? RunRequest.DefaultSociety;

    /// <summary>Inspects a society.</summary>
    public static Inspection OfSociety(InputFile file)
    {
        var reading = Read<Society>(file);
        return new Inspection
        {
            Kind = FileKind.Society,
            File = file.Path,
            Extends = [.. file.Extends.Select(f => f.Path)],
            Faults = [.. Fault.InOrder(reading.Faults.Concat(SocietyCheck.Check(reading)), file.Path)],
            Title = reading.Value?.Title,
            Basis = Basis.Of(reading.Figures),
            Conducts =
            [
                .. (reading.Value?.Conducts.Values ?? []).CountBy(c => c.Channel).OrderBy(c => c.Key).Select(c => (c.Key, c.Value)),
            ],
        };
    }

    /// <summary>Inspects a law file.</summary>
    public static Inspection OfLaw(InputFile file)
    {
        var reading = Read<LawBook>(file);
        return new Inspection
        {
            Kind = FileKind.Law,
            File = file.Path,
            Faults = [.. Fault.InOrder(reading.Faults.Concat(LawCheck.Check(reading)), file.Path)],
            Title = reading.Value?.Title,
            Basis = Basis.Of(reading.Figures),
            Conditions = reading.Value?.Conditions.Count ?? 0,
        };
    }

    /// <summary>Inspects an evidence file, with the society and the regimes that its scenario names.</summary>
    public static Inspection OfEvidence(InputFile file, Shelf shelf)
    {
        var (finding, faults) = FindingCheck.Open(file, new Readings(shelf));
        return new Inspection
        {
            Kind = FileKind.Evidence,
            File = file.Path,
            Faults = faults,
            Title = finding?.Finding.Title,
            Basis = Basis.Of([]),
        };
    }

    /// <summary>Inspects a regime over the conducts of a society.</summary>
    public static Inspection OfRegime(InputFile file, Reading<Society> society)
    {
        var reading = Read<Regime>(file);
        List<Fault> faults = [.. Fault.InOrder(reading.Faults.Concat(Check(reading, society, file)), file.Path)];
        return new Inspection
        {
            Kind = FileKind.Regime,
            File = file.Path,
            Extends = [.. file.Extends.Select(f => f.Path)],
            Faults = faults,
            Turnings = faults.Count == 0 ? Turning.Of(Merged(reading.ValueOrThrow(), file)) : [],
            Title = reading.Value?.Title,
            RuleBook = reading.Value is { } regime ? RuleBook.Of(regime) : null,
            Attention = reading.Value is { } valid && society.Value is { } among
                ? [.. AttentionWords.Of(valid), .. AttentionWords.Clamped(valid, among)] : [],
            Basis = Basis.Of(reading.Figures),
        };
    }

    /// <summary>Reads a file strictly.</summary>
    public static Reading<T> Read<T>(InputFile file, Revalue? revalue = null) where T : class =>
        YamlReader.Read<T>(new MemoryStream(file.Bytes), file.Path, revalue, file.Bases);

    /// <summary>
    /// The faults of a regime over a society. While the society has faults of its own, its conducts may be missing for that reason
    /// alone, and the regime is not blamed for it.
    /// </summary>
    internal static IEnumerable<Fault> Check(Reading<Regime> regime, Reading<Society> society, InputFile? file = null)
    {
        var conducts = society.Draft?.Conducts ?? new Dictionary<string, Conduct>();
        var groups = society.Draft?.Population?.Groups?.Keys.ToList();
        var read = file?.Includes.Select(f => Read<Regime>(f)).ToList();
        var faults = RegimeCheck.Check(regime, conducts, read?.Select(r => r.Draft).OfType<Regime>().ToList(), groups)
            .Concat(regime.Draft is { } draft && file is not null ? Missing(regime, draft, file) : [])
            .Concat(read?.SelectMany(r => r.Faults.Concat(RegimeCheck.Check(r, conducts, null, groups))) ?? []);
        return society.Value is null
            ? faults.Where(f => f.Code is not (FaultCode.UnknownConduct or FaultCode.UnknownLevel))
            : faults;
    }

    /// <summary>A regime with the scales of those that it includes. They have been checked before.</summary>
    internal static Regime Merged(Regime regime, InputFile file, Func<InputFile, Reading<Regime>>? read = null) =>
        Including.Merge(regime, [.. file.Includes.Select(f => (read ?? (x => Read<Regime>(x)))(f).ValueOrThrow())]);

    private static IEnumerable<Fault> Missing(Reading<Regime> reading, Regime regime, InputFile file)
    {
        var found = file.Includes.Select(f => System.IO.Path.GetFileNameWithoutExtension(f.Path)).ToHashSet();
        for (var i = 0; i < regime.Includes.Count; i++)
        {
            if (!found.Contains(regime.Includes[i]))
            {
                var at = reading.At($"includes.{i}");
                yield return new Fault(FaultCode.NotFound, at.File ?? reading.File, at.Line, at.Column,
                    $"no '{regime.Includes[i]}' beside this file",
                    "the name, without ending, of another regime in the same folder");
            }
        }
    }
}
