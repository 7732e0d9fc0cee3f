using Glasshouse.Acting;
using Glasshouse.Kernel;

namespace Glasshouse.Learning;

/// <summary>The learning figures as plain numbers.</summary>
public sealed class LearningTable
{
    public LearningTable(LearningFigures figures)
    {
        Figures = figures;
        LawRisk = [.. Enum.GetValues<Channel>().Select(c => figures.LawRisk.TryGetValue(c, out var f) ? (float)f : 0f)];
        LawRiskInnocent = (float)figures.LawRiskInnocent;
        Sources = figures.Redress is { } redress ? new((float)redress.Reinserted, (int)redress.ReinsertedAfter) : default;
        GrievanceKept = (float)Elementary.Exp(-0.6931471805599453 / figures.GrievanceHalfLife.Value);
    }

    public LearningFigures Figures { get; }

    /// <summary>How sources report anew what was removed.</summary>
    public Responding.Redelivery Sources { get; }

    /// <summary>Perceived chance of punishment under ordinary law, by channel.</summary>
    public float[] LawRisk { get; }

    public float LawRiskInnocent { get; }

    /// <summary>Share of grievance left after a week.</summary>
    public float GrievanceKept { get; }
}

/// <summary>What people can hear of a regime: the published part of the directive, for one twin.</summary>
/// <param name="IfDone">Announced chance of being punished for an act, by channel, above ordinary law.</param>
/// <param name="IfNot">Chance heard of being punished in a year for nothing, by channel.</param>
/// <param name="Climate">Share of voiced posts that are critical.</param>
/// <param name="Runs">True while a regime runs that people can become aware of.</param>
public sealed record Signal(float[] IfDone, float[] IfNot, float Climate, bool Runs)
{
    /// <summary>What people hear where no regime runs.</summary>
    public static Signal None(float climate) => new(new float[4], new float[4], climate, false);
}
