using System.Text.RegularExpressions;
using Glasshouse.Files;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Evidence;

/// <summary>
/// What a finding has really been used for. A finding for validation that informed a figure, itself or through another finding of its
/// study, has been fitted to: it judges nothing any more, whatever its file says.
/// </summary>
/// <param name="Use">The use that counts.</param>
/// <param name="NamedBy">The figure that names it, file first; null if its own file decides.</param>
/// <param name="As">The id by which the figure names it.</param>
public sealed record EffectiveUse(EvidenceUse Use, string? NamedBy = null, string? As = null)
{
    /// <summary>The use of each finding.</summary>
    /// <param name="findings">All findings, also those that are not run: they tell which ids belong to a study.</param>
    /// <param name="figures">Figures of all societies and regimes, paths with the file first.</param>
    internal static IReadOnlyDictionary<string, EffectiveUse> Of(
        IReadOnlyList<PublishedFinding> findings, IReadOnlyList<Figure> figures)
    {
        var named = new Dictionary<string, (string Path, string As)>();
        var ids = findings.SelectMany(f => (string[])[f.Id, f.Study]).Distinct().ToDictionary(Plain);
        foreach (var figure in figures)
        {
            foreach (Match word in Word.Matches(figure.Source))
            {
                if (ids.TryGetValue(Plain(word.Value), out var id))
                {
                    named.TryAdd(id, (figure.Path, word.Value));
                }
            }
        }
        return findings.ToDictionary(f => f.Id, f => Of(f, findings, named));
    }

    /// <summary>Figures of all files on a shelf.</summary>
    internal static IReadOnlyList<Figure> Figures(Shelf shelf) =>
    [
        .. shelf.List(FileKind.Society).SelectMany(f => Of<Society>(FileKind.Society, f)),
        .. shelf.List(FileKind.Regime).SelectMany(f => Of<Regime>(FileKind.Regime, f)),
    ];

    private static readonly Regex Word = new("[a-z0-9]+(?:[-_][a-z0-9]+)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // A figure that a file takes over from one that it extends is told once, where it stands.
    private static IEnumerable<Figure> Of<T>(FileKind kind, ShelvedFile file) where T : class =>
        Inspection.Read<T>(InputFile.Read(kind, file.Path)).Figures.Where(f => f.File is null)
            .Select(f => f with { Path = Assumptions.PathIn(file.Name, f) });

    private static EffectiveUse Of(
        PublishedFinding finding, IReadOnlyList<PublishedFinding> all, Dictionary<string, (string Path, string As)> named)
    {
        if (finding.Use != EvidenceUse.Validation)
        {
            return new(finding.Use);
        }
        var by = all.Where(f => f.Study == finding.Study).Select(f => f.Id).Prepend(finding.Study).Prepend(finding.Id)
            .FirstOrDefault(named.ContainsKey);
        return by is null ? new(finding.Use) : new(EvidenceUse.Calibration, named[by].Path, named[by].As);
    }

    private static string Plain(string id) => id.Replace('_', '-').ToLowerInvariant();
}
