using Glasshouse.Kernel;

namespace Glasshouse.Learning;

/// <summary>The resistance figures as plain numbers.</summary>
public sealed class ResistanceTable(ResistanceFigures figures, LearningFigures learning)
{
    /// <summary>True if anybody can protest.</summary>
    public bool Protests { get; } = figures.Protest.Threshold.Value < 1;

    /// <summary>True if anybody can evade.</summary>
    public bool Evades { get; } = figures.Evasion.Most.Value > 0 && figures.Evasion.PerRisk.Value > 0;

    public float StressRest { get; } = (float)learning.StressRest;

    public float HardshipStress { get; } = (float)figures.Protest.HardshipStress;

    public float HardshipPenalty { get; } = (float)figures.Protest.HardshipPenalty;

    public float Threshold { get; } = (float)figures.Protest.Threshold;

    /// <summary>Police to one adult.</summary>
    public float Police { get; } = (float)figures.Protest.Police / 1000;

    public float ArrestConstant { get; } = (float)figures.Protest.ArrestConstant;

    public float RiskAversionSpread { get; } = (float)figures.Protest.RiskAversionSpread;

    public float FollowAt { get; } = (float)figures.Protest.FollowAt;

    public float FollowSpread { get; } = (float)figures.Protest.FollowSpread;

    public float SeenFar { get; } = (float)figures.Protest.SeenFar;

    /// <summary>Longest time held, exchanges.</summary>
    public int HeldLongest { get; } = Math.Min(255, (int)(figures.Protest.HeldWeeks.Value / Calendar.Exchange));

    public float EvasionPerRisk { get; } = (float)figures.Evasion.PerRisk;

    public float EvasionPerGrievance { get; } = (float)figures.Evasion.PerGrievance;

    public float EvasionMost { get; } = (float)figures.Evasion.Most;

    public float EvasionLearning { get; } = (float)figures.Evasion.Learning;

    public float EvasionUnlearning { get; } = (float)figures.Evasion.Unlearning;

    public float EvasionCost { get; } = (float)figures.Evasion.Cost;

    public float DisputingPerGrievance { get; } = (float)figures.DisputingPerGrievance;

    /// <summary>Risk aversion, 0 to 1, of a normal score.</summary>
    public float RiskAversion(float score) => Math.Clamp(0.5f + RiskAversionSpread * score, 0, 1);
}
