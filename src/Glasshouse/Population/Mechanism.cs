namespace Glasshouse.Population;

/// <summary>What a society's people do because of what happens to them: each can be turned off, and then has no effect at all.</summary>
public enum Mechanism
{
    /// <summary>Punishment that is expected deters.</summary>
    Deterrence,

    /// <summary>Rewards that are expected draw good deeds.</summary>
    Merit,

    /// <summary>Points and fines take the place of one's own motive.</summary>
    CrowdingOut,

    /// <summary>What one undergoes oneself moves the perceived risk.</summary>
    OwnExperience,

    /// <summary>What neighbours undergo moves the perceived risk.</summary>
    NeighbourExperience,

    /// <summary>What is announced and published moves the perceived risk.</summary>
    Announcements,

    /// <summary>People hear of a regime from media and from each other.</summary>
    Hearsay,

    /// <summary>Fear of consequences keeps words back.</summary>
    FearOfSpeaking,

    /// <summary>What others say moves what one says.</summary>
    Climate,

    /// <summary>Answers to a survey are not always what is held.</summary>
    SurveyFear,

    /// <summary>What life brings strains.</summary>
    Strain,

    /// <summary>People differ in how much burdens strain them.</summary>
    Disposition,

    /// <summary>Who worries stays away from where a penalty could begin.</summary>
    Withdrawal,

    /// <summary>Who is worn out looks for work with less force.</summary>
    Exhaustion,

    /// <summary>People look into their file, and find what they were not told of.</summary>
    Checking,

    /// <summary>Disputing costs, and the poor and strained give up.</summary>
    Hurdles,

    /// <summary>What was removed from a file comes back.</summary>
    Reinsertion,

    /// <summary>Naming and informing take ties between people.</summary>
    LossOfTies,

    /// <summary>Friends withdraw from who falls in a grade that hits others or is published.</summary>
    GuiltByAssociation,

    /// <summary>Ties make burdens lighter.</summary>
    Comfort,

    /// <summary>Ties help to find work.</summary>
    Contacts,

    /// <summary>Partners refuse who is seen to have a bad record, so that cheating costs deals to come.</summary>
    Reputation,

    /// <summary>People deal with strangers when they trust them, or can see their record.</summary>
    Assurance,

    /// <summary>What happens takes trust, in institutions and in people.</summary>
    LossOfTrust,

    /// <summary>Gains, losses and felt safety move support.</summary>
    Support,

    /// <summary>Punishment embitters.</summary>
    Grievance,

    /// <summary>Harm to neighbours takes the feeling of safety.</summary>
    FeltSafety,

    /// <summary>Employers and lenders use what they see of a person's credit and standing.</summary>
    Signals,
}
