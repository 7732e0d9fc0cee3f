using Glasshouse.Kernel;

namespace Glasshouse.Learning;

/// <summary>
/// The rule of civil violence (Epstein, PNAS 99, 2002, model I): grievance is hardship times lack of legitimacy; who has more of it than
/// the risk is felt to cost, by more than a threshold, is active.
/// </summary>
public static class Epstein
{
    /// <summary>Grievance, 0 to 1, of hardship and legitimacy, both 0 to 1.</summary>
    public static float Grievance(float hardship, float legitimacy) => hardship * (1 - legitimacy);

    /// <summary>Estimated chance of arrest, 1 - exp(-k C / A), with A the active ones including oneself, at least 1.</summary>
    public static float ArrestChance(float constant, float policePerActive) => 1 - Elementary.Exp(-constant * policePerActive);

    /// <summary>True if a person is active.</summary>
    /// <param name="grievance">0 to 1.</param>
    /// <param name="riskAversion">0 to 1.</param>
    /// <param name="arrest">Estimated chance of arrest.</param>
    /// <param name="threshold">Net grievance from which one is active.</param>
    public static bool Active(float grievance, float riskAversion, float arrest, float threshold) =>
        grievance - riskAversion * arrest > threshold;
}
