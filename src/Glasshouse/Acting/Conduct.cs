using Glasshouse.Files;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>A kind of act, as the society's catalogue states it. A regime can refer to a conduct but never add one.</summary>
public sealed record Conduct
{
    [Means("What the act is, in plain words.")]
    public required string Text { get; init; }
    [Means("Where it can be seen.")]
    public required Channel Channel { get; init; }
    [Means("Bad: rules forbid it. Good: a deed for others. Neutral: neither.")]
    public required Valence Valence { get; init; }
    [Means("True if the act harms other people.")]
    public bool HarmsOthers { get; init; }
    [Means("The protected right that it exercises, if any.")]
    public Right Right { get; init; } = Right.None;
    [Means("What a post or a meeting word says of the authorities: a person may withhold it or say the opposite.")]
    public Voice Voice { get; init; } = Voice.None;
    [Means("How far others than those meant hear of the words, 0 among friends to 1 before all eyes; absent: 1.")]
    [Between(0, 1)]
    public Figure? Visible { get; init; }
    [Means("How far fear of the state is felt about the words; absent: 1.")]
    [Between(0, 5)]
    public Figure? Sensitivity { get; init; }
    [Means("Share of the words that platform or authorities take down before others see them; absent: none.")]
    [Between(0, 1)]
    [PartOf(Mechanism.Removal)]
    public Figure? Removed { get; init; }
    [Means("Acts per person who holds the roles and per year, under ordinary law, after burn-in.")]
    [Between(0, 500)]
    public required Figure Rate { get; init; }
    [Means("Roles that a person must hold to do it.")]
    public IReadOnlyList<Role> Who { get; init; } = [Role.Adult];
    [Means("Name of the temperament (a set of trait loadings in the society file) whose people do it more.")]
    public required string Temperament { get; init; }
    [Means("How a person's situation and mind move it: log hazard per unit.")]
    public IReadOnlyDictionary<Leaning, Figure> Leanings { get; init; } = new Dictionary<Leaning, Figure>();
    [Means("Upper hazard as a multiple of the law-only hazard of the same person; candidates are drawn from it.")]
    [Between(1, 2000)]
    public double Ceiling { get; init; } = 4;
    [Means("Levels of gravity by name, lightest first; shares add to 1.")]
    public required IReadOnlyDictionary<string, Level> Levels { get; init; }
    [Means("Mean weeks that the conduct continues; absent: it is over at once.")]
    [Between(1, 520)]
    public Figure? LastsWeeks { get; init; }
    [Means("The mark that the conduct leaves while it lasts; a person so marked does not begin it again.")]
    public Leaves Leaves { get; init; } = Leaves.Nothing;
    [Means("Chance that ordinary law finds it out.")]
    [Between(0, 1)]
    public required Figure FoundByLaw { get; init; }
    [Means("Loss that ordinary law imposes when it finds it out, in weeks of median income.")]
    [Between(0, 520)]
    public required Figure LawLossWeeks { get; init; }
    [Means("Chance that the act shows what it is to a channel that has it in view; absent: always.")]
    [Between(0, 1)]
    public Figure? Openness { get; init; }
    [Means("True if the firm does it, through its head.")]
    public bool ByFirm { get; init; }
    [Means("What one act adds to yearly counters, such as hours; its unit.")]
    public Amount? Amount { get; init; }
}

/// <summary>A state that continuing conduct leaves a person in.</summary>
public enum Leaves { Nothing, LoanArrears, CardArrears, BillArrears, TaxArrears, JudgmentDebt }

/// <summary>Whether rules forbid or praise an act.</summary>
public enum Valence { Bad, Neutral, Good }

/// <summary>A right that an act exercises.</summary>
public enum Right { None, Petition, Speech, Assembly, Belief }

/// <summary>What an act says of the authorities.</summary>
public enum Voice { None, Critical, Supportive }

/// <summary>What moves a hazard beside temperament: situation and mind, each with its unit.</summary>
public enum Leaning
{
    /// <summary>1 while without work, else 0.</summary>
    [PartOf(Mechanism.Hardship)]
    Unemployed,

    /// <summary>1 minus savings in months of spending, between 0 and 1.</summary>
    [PartOf(Mechanism.Hardship)]
    Pressed,

    /// <summary>Stress, 0 to 1.</summary>
    Stress,

    /// <summary>Grievance, 0 to 1.</summary>
    Grievance,

    /// <summary>Trust in institutions, 0 to 1.</summary>
    TrustInstitutions,

    /// <summary>Trust in people, 0 to 1.</summary>
    TrustPeople,

    /// <summary>Support for the authorities, 0 to 1.</summary>
    Support,

    /// <summary>Share of the own motive that a price has taken, 0 to 1: for duties and for deeds apart.</summary>
    [PartOf(Mechanism.CrowdingOut)]
    NormLost,

    /// <summary>How much the act is seen by others because of the regime, times how much the person minds, 0 to 1.</summary>
    [PartOf(Mechanism.Image)]
    Image,

    /// <summary>Rules broken in the neighbourhood, 0 to 1.</summary>
    [PartOf(Mechanism.Example)]
    Disorder,

    /// <summary>Knows of being watched, and the more the higher the felt risk online, 0 to 1.</summary>
    [PartOf(Mechanism.Chill)]
    Watched,

    /// <summary>1 while taking part in open protest, else 0.</summary>
    Protesting,
}

/// <summary>A level of gravity.</summary>
public sealed record Level
{
    [Means("Share of the acts at this level.")]
    [Between(0, 1)]
    public required Figure Share { get; init; }
    [Means("True if a person at this level could not have done otherwise.")]
    public bool Inability { get; init; }
}

/// <summary>An amount that comes with an act.</summary>
public sealed record Amount
{
    [Means("Unit: hours, yuan.")]
    public required string Unit { get; init; }
    [Means("Mean per act at the lightest level.")]
    public required Figure Mean { get; init; }
}
