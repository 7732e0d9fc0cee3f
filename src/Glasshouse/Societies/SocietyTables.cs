using Glasshouse.Acting;
using Glasshouse.Learning;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Tallying;

namespace Glasshouse.Societies;

/// <summary>A society compiled into the tables of the phases.</summary>
public sealed class SocietyTables
{
    /// <summary>The group of conducts that inform on other people.</summary>
    private const string InformingGroup = "reporting-others";

    /// <summary>The group of conducts that cheat the other side of a deal.</summary>
    private const string CheatingGroup = "cheating";

    public SocietyTables(Society written)
    {
        var society = Society = Mechanisms.TurnedOff(written);
        Marginals = new Marginals(society.Population, society.Firms);
        Learning = new LearningTable(
            society.Learning, (float)society.Acting.Speech.SurveyFear, (float)society.Population.UrbanShare, society.Resistance);
        Resistance = society.Resistance is { } resistance ? new ResistanceTable(resistance, society.Learning) : null;
        Living = new LivingTable(society.Living, society.Living.Unemployment.Value);
        Conducts = Catalogue(society);
        if (!ReferenceEquals(society, written))
        {
            Conducts.KeepCeilings(Catalogue(written));
        }
        Informing = society.ConductGroups.TryGetValue(InformingGroup, out var informing) ? [.. informing.Select(Conducts.IndexOf)] : [];
        Cheats = new bool[Conducts.Count];
        foreach (var cheat in society.ConductGroups.TryGetValue(CheatingGroup, out var cheats) ? cheats : [])
        {
            Cheats[Conducts.IndexOf(cheat)] = true;
        }
        Inventions = new Inventions(Conducts);
        Measures = new MeasureSet(
            [.. society.ConductGroups.Select(g => (g.Key, g.Value.Select(Conducts.IndexOf).ToArray()))], Conducts);
    }

    private ConductTable Catalogue(Society society) => new(
        society.Conducts, society.Temperaments, society.Acting, Learning.LawRisk, Learning.LawRiskInnocent, society.Firms);

    public Society Society { get; }

    public Marginals Marginals { get; }

    public ConductTable Conducts { get; private init; }

    public LivingTable Living { get; }

    public LearningTable Learning { get; }

    /// <summary>How people resist; null where they do not.</summary>
    public ResistanceTable? Resistance { get; }

    /// <summary>Conducts that inform on other people.</summary>
    public int[] Informing { get; }

    /// <summary>True for conducts that cheat the other side of a deal.</summary>
    public bool[] Cheats { get; }

    public Inventions Inventions { get; }

    public MeasureSet Measures { get; }

    /// <summary>Temperament of occasions that come to everybody alike.</summary>
    public int Plain => Math.Max(0, Conducts.TemperamentIndex("plain"));

    /// <summary>The sources of candidates: conducts in their order, then occasions that come to everybody alike.</summary>
    public IReadOnlyList<Process> Processes()
    {
        var list = new List<Process>();
        for (var k = 0; k < Conducts.Count; k++)
        {
            list.Add(new Process(Conducts.Ids[k], Conducts.Temperament[k], Conducts.BasePerWeek[k] * Conducts.Ceiling[k]));
        }
        foreach (var occasion in Enum.GetValues<Occasion>().Take(LivingTable.ToEverybody))
        {
            list.Add(new Process("occasion/" + occasion, Plain, Living.PerWeek(occasion)));
        }
        return list;
    }
}
