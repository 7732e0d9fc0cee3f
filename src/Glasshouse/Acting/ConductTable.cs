using Glasshouse.Kernel;
using Glasshouse.Population;

namespace Glasshouse.Acting;

/// <summary>
/// The catalogue of conducts and the temperaments as flat arrays, an entry per conduct. Conducts keep the order of the
/// file.
/// </summary>
public sealed class ConductTable
{
    /// <summary>Conducts and occasions are numbered in a byte.</summary>
    public const int MaxConducts = 240;

    /// <summary>Number of leanings.</summary>
    public const int LeaningCount = (int)Leaning.Protesting + 1;

    private readonly string[] _temperaments;

    public ConductTable(
        IReadOnlyDictionary<string, Conduct> conducts,
        IReadOnlyDictionary<string, Temperament> temperaments,
        ActingFigures acting,
        float[] lawRisk,
        float lawRiskInnocent,
        FirmFigures? firms = null)
    {
        Ids = [.. conducts.Keys];
        Conducts = [.. conducts.Values];
        _temperaments = [.. temperaments.Keys];
        Loadings = [.. temperaments.Values.Select(Load)];
        Speech = new Speech(acting.Speech);
        Motives = new MotiveTable(acting.Motives);
        HalfWeight = (float)acting.HalfWeight;
        Merit = (float)acting.Merit;
        var n = Ids.Length;
        // The wish to speak comes undeterred; fear acts on what becomes of it, in Speech.
        Deterrence = [.. Conducts.Select(c => c.Voice == Voice.Critical ? 0 : (float)acting.Deterrence)];
        Temperament = [.. Conducts.Select(c => Array.IndexOf(_temperaments, c.Temperament))];
        Roles = [.. Conducts.Select(c => RoleBits.Of(c.Who) | RoleBits.Of(Role.Adult))];
        Channel = [.. Conducts.Select(c => (byte)c.Channel)];
        Openness = [.. Conducts.Select(c => (float)(c.Openness?.Value ?? 1))];
        FoundByLaw = [.. Conducts.Select(c => (float)c.FoundByLaw)];
        Discount = new Discount(acting.Delay?.Discount.Value ?? 0);
        var late = Discount.After(acting.Delay?.LawWeeks.Value ?? 0);
        LawLoss = [.. Conducts.Select(c => (float)(c.LawLossWeeks.Value * late))];
        LastsWeeks = [.. Conducts.Select(c => (float)(c.LastsWeeks?.Value ?? 0))];
        Leaves = [.. Conducts.Select(c => c.Leaves == Acting.Leaves.Nothing ? 0 : 1u << ((int)c.Leaves - 1))];
        LeaveMarks = [.. Enumerable.Range(0, n).Where(k => Leaves[k] != 0)];
        LevelEnds = [.. Conducts.Select(Ends)];
        Inability = [.. Conducts.Select(c => c.Levels.Values.Select(l => l.Inability).ToArray())];
        Shown = [.. Enumerable.Range(0, n)
            .Where(k => Conducts[k].Valence == Valence.Bad && Conducts[k].Leanings.ContainsKey(Leaning.Disorder))];
        Firms = new FirmTable(firms, Ids, LawLoss, [.. Channel.Select(c => lawRisk[c] - lawRiskInnocent)]);
        LawTerm = new float[n];
        Leanings = new float[n * LeaningCount];
        Ceiling = new float[n];
        BasePerWeek = new double[n];
        var crowding = acting.CrowdingOut.Value != 0;
        Used = [.. Conducts.Select(c => Uses(c, crowding))];
        Quiet = [.. Used.Select(u => u.All(l => l is Leaning.NormLost or Leaning.Image))];
        Bad = [.. Conducts.Select(c => c.Valence == Valence.Bad)];
        Harms = [.. Conducts.Select(c => c.HarmsOthers)];
        Good = [.. Conducts.Select(c => c.Valence == Valence.Good)];
        ByFirm = [.. Conducts.Select(c => c.ByFirm)];
        Prolific = [.. temperaments.Values.Select(t => t.Prolific is { } few ? Few.Of(few.Share.Value, few.Factor.Value) : default)];
        Settings = [.. Conducts.Select(c => new Setting((float)(c.Visible?.Value ?? 1), (float)(c.Sensitivity?.Value ?? 1)))];
        SeenByOthers = [.. Conducts.Select(c => (float)((c.Visible?.Value ?? 1) * (1 - (c.Removed?.Value ?? 0))))];
        Critical = [.. Conducts.Select(c => c.Voice == Voice.Critical)];
        for (var k = 0; k < n; k++)
        {
            var risk = lawRisk[Channel[k]] - lawRiskInnocent;
            LawTerm[k] = risk * Weight(LawLoss[k]);
            foreach (var (leaning, figure) in Conducts[k].Leanings)
            {
                Leanings[k * LeaningCount + (int)leaning] = (float)figure;
            }
            if (IsOwnDeed(Conducts[k]))
            {
                Leanings[k * LeaningCount + (int)Leaning.NormLost] = -(float)acting.CrowdingOut;
            }
            Ceiling[k] = (float)(Math.Min(Conducts[k].Ceiling, Bound(k) * 1.0001) * (Firms.Own[k] ? Firms.Bound(k) * 1.0001 : 1));
            BasePerWeek[k] = Conducts[k].Rate.Value / 52;
        }
    }

    public string[] Ids { get; }

    public Conduct[] Conducts { get; }

    public int Count => Ids.Length;

    /// <summary>Trait loadings by temperament.</summary>
    public float[][] Loadings { get; }

    public int TemperamentCount => _temperaments.Length;

    public Speech Speech { get; }

    /// <summary>What takes the own motives.</summary>
    public MotiveTable Motives { get; }

    /// <summary>What firms do, and why.</summary>
    public FirmTable Firms { get; }

    /// <summary>Response of a conduct's log hazard to a weighted loss; 0 for critical words.</summary>
    public float[] Deterrence { get; }

    public float HalfWeight { get; }

    /// <summary>How much less counts what comes later.</summary>
    public Discount Discount { get; }

    public float Merit { get; init; }

    public int[] Temperament { get; }

    /// <summary>Roles that a person must hold, as bits.</summary>
    public uint[] Roles { get; }

    public byte[] Channel { get; }

    /// <summary>
    /// Hazard per week and unit of the temperament's factor under ordinary law; solved by <c>Engine/BaseRates</c>.
    /// </summary>
    public double[] BasePerWeek { get; }

    /// <summary>Upper hazard as a multiple of the base: the file's, or less where no state can reach it.</summary>
    public float[] Ceiling { get; }

    /// <summary>Chance that an act in view shows what it is.</summary>
    public float[] Openness { get; }

    public float[] FoundByLaw { get; }

    /// <summary>Loss under ordinary law, weeks of median income, as it counts when one acts.</summary>
    public float[] LawLoss { get; }

    /// <summary>Deterrence that ordinary law alone exerts: perceived chance times weight of loss.</summary>
    public float[] LawTerm { get; }

    /// <summary>Mean weeks that the conduct continues, 0 if over at once.</summary>
    public float[] LastsWeeks { get; }

    /// <summary>Marks that a conduct leaves while it lasts, as bits of <see cref="MarkBits"/>.</summary>
    public uint[] Leaves { get; }

    /// <summary>Conducts that leave marks.</summary>
    public int[] LeaveMarks { get; }

    /// <summary>Breaches that neighbours see, and that the example of neighbours moves.</summary>
    public int[] Shown { get; }

    /// <summary>Log hazard per unit of each leaning, <see cref="LeaningCount"/> to a conduct.</summary>
    public float[] Leanings { get; }

    /// <summary>Leanings that a conduct uses, in a fixed order.</summary>
    public Leaning[][] Used { get; }

    /// <summary>True for conduct that no leaning moves as long as nothing has ever put a price on conduct.</summary>
    public bool[] Quiet { get; }

    /// <summary>True for conduct that rules forbid.</summary>
    public bool[] Bad { get; }

    /// <summary>True for conduct that harms others.</summary>
    public bool[] Harms { get; }

    /// <summary>True for good deeds.</summary>
    public bool[] Good { get; }

    /// <summary>True for what a firm does, through its head.</summary>
    public bool[] ByFirm { get; }

    /// <summary>True for critical words, which may come out otherwise than meant.</summary>
    public bool[] Critical { get; }

    /// <summary>What kinds of words are like.</summary>
    public Setting[] Settings { get; }

    /// <summary>Share of words that others see: visible, and not taken down.</summary>
    public float[] SeenByOthers { get; }

    /// <summary>Who does far more than all others, by temperament.</summary>
    public Few[] Prolific { get; }

    /// <summary>Ends of the levels on a scale of 32 bits.</summary>
    public uint[][] LevelEnds { get; }

    /// <summary>By conduct and level: the person could not have done otherwise.</summary>
    public bool[][] Inability { get; }

    /// <summary>Index of a conduct.</summary>
    public int IndexOf(string id) => Array.IndexOf(Ids, id);

    /// <summary>Index of a temperament, -1 if the file names none.</summary>
    public int TemperamentIndex(string id) => Array.IndexOf(_temperaments, id);

    /// <summary>
    /// The weight of a loss: concave, one half at <see cref="HalfWeight"/>, so that severity deters less than certainty.
    /// </summary>
    public float Weight(float weeks) => weeks / (weeks + HalfWeight);

    /// <summary>The level that 32 random bits choose.</summary>
    public byte LevelOf(int conduct, uint bits)
    {
        var ends = LevelEnds[conduct];
        var level = 0;
        while (level < ends.Length - 1 && bits >= ends[level])
        {
            level++;
        }
        return (byte)level;
    }

    /// <summary>
    /// Keeps the upper hazards of the same catalogue with everything turned on, so that turning a mechanism off draws no other candidates.
    /// </summary>
    public void KeepCeilings(ConductTable whole)
    {
        for (var k = 0; k < Count; k++)
        {
            Ceiling[k] = Math.Max(Ceiling[k], whole.Ceiling[k]);
        }
    }

    // Every good deed of a person has a motive of its own that a price may take; of other conducts the file says so.
    private static Leaning[] Uses(Conduct conduct, bool crowding) =>
        [.. (crowding && IsOwnDeed(conduct) ? conduct.Leanings.Keys.Append(Leaning.NormLost).Distinct() : conduct.Leanings.Keys).Order()];

    private static bool IsOwnDeed(Conduct conduct) => conduct.Valence == Valence.Good && !conduct.ByFirm;

    // No state can bring exp(x) above this: every leaning lies between 0 and 1, fear cannot fall below none, hope not above one.
    private double Bound(int k)
    {
        var most = 0.0;
        for (var l = 0; l < LeaningCount; l++)
        {
            most += Math.Max(0, Leanings[k * LeaningCount + l]);
        }
        most += Firms.Gain(k) > 0 ? 0 : Good[k] ? Merit : Deterrence[k] * Math.Max(0, LawTerm[k]);
        return Elementary.Exp(most);
    }

    private static float[] Load(Temperament temperament)
    {
        var loadings = new float[Roster.TraitCount];
        foreach (var (trait, figure) in temperament.Loadings)
        {
            loadings[(int)trait] = (float)figure;
        }
        return loadings;
    }

    private static uint[] Ends(Conduct conduct)
    {
        var total = conduct.Levels.Values.Sum(l => l.Share.Value);
        var sum = 0.0;
        return [.. conduct.Levels.Values.Select(l => (uint)Math.Min(uint.MaxValue, (sum += l.Share.Value) / total * 4294967296.0))];
    }
}
