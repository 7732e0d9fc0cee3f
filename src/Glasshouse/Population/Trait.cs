namespace Glasshouse.Population;

/// <summary>
/// Lasting traits of a person, as normal scores (mean 0, standard deviation 1), drawn once and shared by twins.
/// </summary>
public enum Trait
{
    /// <summary>Age; taken from the age marginal, not drawn.</summary>
    Age,
    Education,
    IncomePotential,
    Conscientiousness,
    Prosociality,
    Impulsiveness,
    /// <summary>Readiness to speak up.</summary>
    Voice,
    /// <summary>Private opinion of the authorities; high approves.</summary>
    Stance,
    RiskAversion,
    PrivacyConcern,
    /// <summary>How much of life leaves digital traces.</summary>
    DigitalFootprint,
}
