using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Recording;

namespace Glasshouse.Regimes;

/// <summary>
/// Compiles a regime over a society's conducts into flat tables. The regime has been checked before. Rules of all scales stand in one
/// table; each knows its scale.
/// </summary>
public sealed partial class Compilation
{
    private readonly Regime _regime;
    private readonly ConductTable _conducts;
    private readonly IReadOnlyList<ScaleText> _scales;
    private readonly List<Rule> _rules = [];
    private readonly List<int> _classes = [];
    private readonly Dictionary<string, List<ushort>> _numbers = [];
    private readonly List<string> _counters = [];
    private readonly List<string> _caps = [];
    private readonly Dictionary<int, LadderTier[]> _brackets = [];
    private readonly List<Caught>?[] _catches;
    private readonly List<(ushort Rule, Trigger Trigger)> _byGrade = [];
    private readonly List<(ushort Rule, Trigger Trigger)> _bySelf = [];

    private Compilation(Regime regime, ConductTable conducts)
    {
        _regime = regime;
        _conducts = conducts;
        _scales = ScaleText.Of(regime);
        _catches = new List<Caught>?[conducts.Count * RuleTable.Levels];
    }

    /// <summary>Compiles a regime.</summary>
    /// <param name="regime">A regime without faults, what it includes merged into it.</param>
    /// <param name="conducts">The society's conducts.</param>
    /// <param name="living">The society's living figures, for what effects are worth.</param>
    /// <param name="observing">The society's observing figures.</param>
    /// <param name="documentedOnly">True to leave out consequences that the regime's own text does not name.</param>
    public static RegimeTables Compile(
        Regime regime, ConductTable conducts, LivingFigures living, ObservingFigures observing, bool documentedOnly = false)
    {
        var compilation = new Compilation(regime, conducts);
        for (var scale = 0; scale < compilation._scales.Count; scale++)
        {
            compilation.AddRows(scale);
            compilation.AddGrounds(scale);
        }
        compilation.Resolve();
        var repairs = compilation.Repairs();
        var grades = compilation.Grades();
        var consequences = compilation.Consequences(documentedOnly, grades, repairs);
        var rules = compilation.Rules();
        var sights = compilation.Sights(observing);
        var weights = Weighted.Compile(regime, compilation._numbers, rules, conducts);
        var stakes = Perception.Stakes(rules, grades, consequences, weights, conducts, living);
        var subjects = new SubjectTable(compilation.AdultFrom(0), (float)(regime.Subjects.OptIn?.Share.Value ?? 1))
        {
            Roles = compilation.LastingRoles(0),
        };
        return new RegimeTables(regime.Id, sights, rules, grades, consequences, stakes, [.. sights.SeenUrban])
        {
            Subjects = subjects,
            Weights = weights,
        };
    }

    private FurtherScale Text(int scale) => _scales[scale].Text;

    private CombiningRules? Combining(int scale) => Text(scale).Rules ?? _regime.Rules;

    private Validity? Terms(int scale) => Text(scale).Validity ?? _regime.Validity;

    private int GradeOf(int scale, string grade) => Text(scale).Grades.Keys.ToList().IndexOf(grade);

    private SightTable Sights(ObservingFigures observing)
    {
        var watched = new bool[_conducts.Count];
        for (var i = 0; i < _catches.Length; i++)
        {
            watched[i / RuleTable.Levels] |= _catches[i] is not null;
        }
        var sights = new SightTable
        {
            Watched = watched,
            LawApplies = _regime.OrdinaryLaw,
            CrossDistrict = (float)observing.CrossDistrict,
            FootprintOnline = (float)observing.FootprintOnline,
        };
        foreach (var (channel, sight) in _regime.Channels)
        {
            var c = (int)channel;
            sights.SeenUrban[c] = (float)(sight.CoverageUrban.Value * sight.Sensitivity.Value);
            sights.SeenRural[c] = (float)(sight.CoverageRural.Value * sight.Sensitivity.Value);
            sights.FromLaw[c] = (float)sight.FromLaw;
            sights.Misattributed[c] = (float)sight.Misattributed;
            sights.Misread[c] = (float)sight.Misread;
            sights.Invented[c] = sight.Invented.Value / 1000 / Calendar.Year;
        }
        return sights;
    }
}
