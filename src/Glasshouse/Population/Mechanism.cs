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

    /// <summary>Want of money and of work moves what people do.</summary>
    Hardship,

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

    /// <summary>What comes later deters and draws less.</summary>
    Delay,

    /// <summary>What is learned of one channel is believed of the others too.</summary>
    Generalisation,

    /// <summary>A name that is published shows those near that punishment happens.</summary>
    Listings,

    /// <summary>Who has told the news for some weeks stops telling it.</summary>
    Stifling,

    /// <summary>What a regime is used for becomes known, as far as media may say it, and moves support.</summary>
    News,

    /// <summary>Approval of being scored follows from what people hold and undergo.</summary>
    Approval,

    /// <summary>People who meet move each other's private opinion.</summary>
    Opinions,

    /// <summary>A part of the trust that is lost stays lost for decades.</summary>
    LastingDistrust,

    /// <summary>Where everybody may inform on everybody, people trust each other less.</summary>
    Informing,

    /// <summary>A machine is trusted more until it errs, and forgiven less.</summary>
    MachineError,

    /// <summary>Being seen by others moves what one does.</summary>
    Image,

    /// <summary>Who is shown to others as a debtor pays sooner, if there is money to pay with.</summary>
    Shame,

    /// <summary>People keep rules when others do.</summary>
    Example,

    /// <summary>Who knows of being watched looks for less.</summary>
    Chill,

    /// <summary>Fear of others keeps words back that many can see.</summary>
    FearOfOthers,

    /// <summary>Words that are taken down are not part of the climate.</summary>
    Removal,

    /// <summary>Time without work, time in a job and schooling move the chances of finding and losing work.</summary>
    WorkHistory,

    /// <summary>Whoever is laid off earns less for years.</summary>
    WageScar,

    /// <summary>Defaults stay in a credit file for years.</summary>
    CreditFile,

    /// <summary>Of some people lenders have no file.</summary>
    ThinFiles,

    /// <summary>Debts are paid off from what could be saved, and cost more where the lender sees a risk.</summary>
    DebtService,

    /// <summary>Expenses come that nobody planned.</summary>
    Expenses,

    /// <summary>Landlords choose among those who look for a home.</summary>
    Screening,

    /// <summary>Rent weighs, and tenants whose money has run out lose their home.</summary>
    Evictions,

    /// <summary>Who has cause and little to fear protests in the open, and others follow those whom they see.</summary>
    Protest,

    /// <summary>Who fears being recorded moves what is watched out of sight.</summary>
    Evasion,

    /// <summary>The aggrieved dispute more.</summary>
    Disputing,

    /// <summary>Firms offend when the gain exceeds what they fear.</summary>
    FirmGain,

    /// <summary>Customers and neighbours react to the published rating of a firm.</summary>
    Disclosure,

    /// <summary>The office tells heads how their firm is rated.</summary>
    InformedHeads,

    /// <summary>Lost orders, credit and permits drain a firm, and a drained firm fails.</summary>
    FirmMoney,

    /// <summary>A firm that fails takes jobs with it.</summary>
    Closure,

    /// <summary>Political connections bring soft merits.</summary>
    Connections,

    /// <summary>Officials may be bribed to let a finding drop or strike out a record.</summary>
    OfficialBribes,

    /// <summary>Income is hidden when that pays.</summary>
    TaxGain,
}
