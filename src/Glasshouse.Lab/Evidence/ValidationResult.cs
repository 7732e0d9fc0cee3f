using Glasshouse.Lab.Uncertainty;

namespace Glasshouse.Lab.Evidence;

/// <summary>A finding with what the model gives for it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Use">What it has really been used for.</param>
/// <param name="Values">Simulated value by seed.</param>
/// <param name="Simulated">Mean over seeds; null where nothing is measured.</param>
/// <param name="Chance">95% interval of the mean over seeds; null from one seed.</param>
/// <param name="Assumed">Range over draws of the assumptions; null: not yet examined.</param>
/// <param name="Verdict">How it stands.</param>
/// <param name="Arms">Mean of the measure in each arm.</param>
/// <param name="Draws">Simulated value by draw of the assumptions.</param>
public sealed record ScoredFinding(
    PublishedFinding Finding, EffectiveUse Use, IReadOnlyList<double> Values, double? Simulated, Interval? Chance, AssumedRange? Assumed,
    FindingVerdict Verdict, IReadOnlyList<(string Name, double Value)> Arms, IReadOnlyList<double> Draws)
{
    /// <summary>The same with every mechanism off; null: not asked for.</summary>
    public (double Value, FindingVerdict Verdict)? WithoutMechanisms { get; init; }

    /// <summary>Value and verdict by draw of the coefficients.</summary>
    public IReadOnlyList<(double Value, FindingVerdict Verdict)> Prior { get; init; } = [];

    /// <summary>True if a run measures it.</summary>
    public bool IsTestable => Finding.Scenario is not null;
}

/// <summary>What the model comes to against the evidence.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Findings">Findings by name.</param>
public sealed record ValidationResult(ValidationRequest Request, IReadOnlyList<ScoredFinding> Findings)
{
    /// <summary>Findings by the use that counts, in the order of uses.</summary>
    public IReadOnlyList<(EvidenceUse Use, IReadOnlyList<ScoredFinding> Findings)> ByUse =>
        [.. Enum.GetValues<EvidenceUse>().Select(u => (u, (IReadOnlyList<ScoredFinding>)[.. Findings.Where(f => f.Use.Use == u)]))
            .Where(g => g.Item2.Count > 0)];

    /// <summary>The model beside its null models, by use; empty where nothing is measured.</summary>
    public IReadOnlyList<UseScore> Scores => [.. ByUse.Select(g => UseScore.Of(g.Use, g.Findings)).Where(s => s.Testable > 0)];
}

/// <summary>How many findings of a use lie inside, in the model and in its null models.</summary>
/// <param name="Use">The use.</param>
/// <param name="All">Findings.</param>
/// <param name="Testable">Those that a run measures.</param>
/// <param name="Inside">Those inside in the model.</param>
/// <param name="WithoutMechanisms">Those inside with every mechanism off; null: not asked for.</param>
/// <param name="Prior">Mean number inside over draws of the coefficients; null: not asked for.</param>
public sealed record UseScore(EvidenceUse Use, int All, int Testable, int Inside, int? WithoutMechanisms, double? Prior)
{
    internal static UseScore Of(EvidenceUse use, IReadOnlyList<ScoredFinding> findings)
    {
        var testable = findings.Where(f => f.IsTestable).ToList();
        var draws = testable.Count == 0 ? 0 : testable.Min(f => f.Prior.Count);
        return new UseScore(use, findings.Count, testable.Count, testable.Count(f => IsInside(f.Verdict)),
            testable.Any(f => f.WithoutMechanisms is null) ? null : testable.Count(f => IsInside(f.WithoutMechanisms!.Value.Verdict)),
            draws == 0 ? null : testable.Sum(f => f.Prior.Take(draws).Count(p => IsInside(p.Verdict))) / (double)draws);
    }

    private static bool IsInside(FindingVerdict verdict) => verdict.Kind == VerdictKind.Inside;
}
