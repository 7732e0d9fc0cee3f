using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Regimes;

/// <summary>Who runs a regime, by what right, and how much of it is done by machines.</summary>
public sealed record SystemFacts
{
    [Means("Who runs it.")]
    public required RunBy Operator { get; init; }
    [Means("Whether it is an AI system in the sense of the AI Act; absent: not known.")]
    public bool? Ai { get; init; }
    [Means("Why it is, or is not, or why it is not known.")]
    public string? AiWhy { get; init; }
    [Means("Whether a public body runs it, or somebody on its behalf.")]
    public required bool PublicBody { get; init; }
    [Means("Whether a human stands between record and consequence.")]
    public required Automation Automated { get; init; }
    [Means("True if third parties draw strongly on the score.")]
    public bool StrongReliance { get; init; }
    [Means("Uses of annex III of the AI Act.")]
    public IReadOnlyList<AnnexUse> AnnexIii { get; init; } = [];
    [Means("What it rests on.")]
    public required Basis Basis { get; init; }
    [Means("Name of that text.")]
    public string? BasisText { get; init; }
    [Means("Law that is asked by default: eu, cn, us.")]
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];
    [Means("Day from which it is in force, as printed.")]
    public string? From { get; init; }
    [Means("Day until which it is in force, as printed.")]
    public string? Until { get; init; }
}

/// <summary>Who runs a regime.</summary>
public enum RunBy { State, Court, Platform, Bureau, Employer, Village, Association }

/// <summary>How much is done by machines.</summary>
public enum Automation { None, Partly, Solely }

/// <summary>High-risk uses of annex III of the AI Act.</summary>
public enum AnnexUse { PublicBenefits, CreditScoring, Insurance, Education, Employment, LawEnforcement }

/// <summary>What a regime rests on.</summary>
public enum Basis
{
    NationalLaw, AdministrativeRegulation,

    /// <summary>A rule or document of a ministry or a national office, which is neither law nor administrative regulation.</summary>
    MinistryRule,
    LocalRegulation, LocalDocument, Contract, Consent,

    /// <summary>What data protection law calls the legitimate interests of whoever runs it.</summary>
    LegitimateInterest,
    None,
}

/// <summary>What a text says about its own limits. What is absent is not stated, which is not the same as no.</summary>
public sealed record Governance
{
    [Means("Whether the rules are published.")]
    public bool? RulesPublished { get; init; }
    [Means("Whether the formula is published.")]
    public bool? FormulaPublished { get; init; }
    [Means("Whether a human can be asked to look again.")]
    public bool? HumanReview { get; init; }
    [Means("Whether a score is explained to who asks.")]
    public bool? ExplainsOnRequest { get; init; }
    [Means("Whether a decision comes with its reasons.")]
    public bool? ReasonsGiven { get; init; }
    [Means("Whether an assessment of impact is asked for.")]
    public bool? ImpactAssessment { get; init; }
    [Means("Whether there is a body to complain to.")]
    public bool? ComplaintBody { get; init; }
    [Means("Whether sensitive data need a consent of their own.")]
    public bool? SeparateConsentSensitive { get; init; }
    [Means("Whether a decision by machines alone may be refused.")]
    public bool? MayRefuseAutomation { get; init; }
    [Means("Whether what is proved wrong is corrected.")]
    public bool? CorrectionOnProof { get; init; }
    [Means("Whether persons are published by name.")]
    public bool? PublishesPersons { get; init; }
    [Means("Whether third parties must use it.")]
    public bool? ThirdPartiesForced { get; init; }
    [Means("Working days until an answer.")]
    [Between(0, 1000)]
    public int? AnswerDays { get; init; }
    [Means("Working days until a dispute is decided.")]
    [Between(0, 1000)]
    public int? DisputeDays { get; init; }
    [Means("Reports a year without a fee.")]
    [Between(0, 1000)]
    public int? FreeReports { get; init; }
    [Means("Data that the text names, and the consent that it asks for.")]
    public IReadOnlyDictionary<Input, Collected> Collects { get; init; } = new Dictionary<Input, Collected>();
    [Means("Data that the text says are never used.")]
    public IReadOnlyList<Input> NeverUses { get; init; } = [];
    [Means("Connections: whose bad records do not stick.")]
    public Connections? Connections { get; init; }
    [Means("Conduct that is watched harder than the text says.")]
    public Targeting? Targets { get; init; }
    [Means("Share of a channel's attention that is moved between the two groups each year, after the records of the year before.")]
    [Between(0, 1)]
    public Figure? SensorsFollow { get; init; }
    [Means("True if they follow all records since the start, and not those of the year before alone.")]
    public bool SensorsRemember { get; init; }
    [Means("True if a record counts the less the more was looked for it, so that attention follows conduct and not itself.")]
    public bool SensorsCorrected { get; init; }
    [Means("Growth of all channels' attention at the turn of a year per share of adults, 0 to 1, who protested in it.")]
    [Between(0, 1000)]
    public Figure? SensorsAfterUnrest { get; init; }
    [Means("To whom data are sold, in a sentence.")]
    public string? Sale { get; init; }
    [Means("What else the data came to be used for, in a sentence.")]
    public string? PurposeCreep { get; init; }
}

/// <summary>Data about a person.</summary>
public enum Input
{
    Religion, Genes, Fingerprints, BloodType, Illness, MedicalHistory, Income, Deposits, Securities, Insurance, RealEstate, TaxAmount,
    Location, Biometric, Identity, Under14, Politics, Ethnicity, Sex, Education, Contacts,
}

/// <summary>On what terms data are collected.</summary>
public sealed record Collected
{
    [Means("Consent that is asked for.")]
    public required ConsentKind Consent { get; init; }
}

/// <summary>How consent is asked for.</summary>
public enum ConsentKind { None, General, Written, Separate }

/// <summary>Whose bad records do not stick.</summary>
public sealed record Connections
{
    [Means("Roles of those who have connections; any one of them is enough.")]
    public required IReadOnlyList<Role> Who { get; init; }
    [Means("Share of their bad records that are let go.")]
    [Between(0, 1)]
    public required Figure Share { get; init; }
}

/// <summary>Conduct that is watched harder than the text says.</summary>
public sealed record Targeting
{
    [Means("Conducts of the society.")]
    public required IReadOnlyList<string> Conducts { get; init; }
    [Means("Factor on what is seen of them.")]
    [Between(0, 100)]
    public required Figure Factor { get; init; }
}

/// <summary>What comes into force and goes out of force at a time.</summary>
public sealed record Phase
{
    [Means("Years after the start; with 'when-support-below' or 'when-protest-above' the earliest, and 0 if absent.")]
    [Between(0, 100)]
    public Figure? FromYear { get; init; }
    [Means("It begins not at a year but once the mean support of adults for the authorities, 0 to 1, is below this.")]
    [Between(0, 1)]
    public Figure? WhenSupportBelow { get; init; }
    [Means("It begins not at a year but once the share of adults in open protest, 0 to 1, is above this.")]
    [Between(0, 1)]
    public Figure? WhenProtestAbove { get; init; }
    [Means("What it is, in our own short words.")]
    public string? Text { get; init; }
    [Means("Share of districts in which the regime runs in this phase; in the others nothing of it is in force. Absent: all.")]
    [Between(0, 1)]
    public Figure? Districts { get; init; }
    [Means("Rows, grounds and consequences not in force in it, by id; those of another scale behind its id and '/'; '*' for all.")]
    public IReadOnlyList<string> Without { get; init; } = [];

    [Means("True if all that is on record is erased when it begins; absent: it stands and runs out by its term.")]
    public bool Erases { get; init; }

    /// <summary>True if it answers to support or protest, and does not come by the calendar.</summary>
    public bool IsAnswer => WhenSupportBelow is not null || WhenProtestAbove is not null;

    /// <summary>First week after the start, or the earliest one.</summary>
    public int FromWeek => Kernel.Calendar.FromYears(FromYear?.Value ?? 0);
}
