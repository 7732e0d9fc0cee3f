using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Living;
using Glasshouse.Observing;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Scoring;

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
        _timetable = Timetable.Of(regime);
        _catches = new List<Caught>?[conducts.Count * RuleTable.Levels];
    }

    /// <summary>Compiles a regime.</summary>
    /// <param name="regime">A regime without faults, what it includes merged into it.</param>
    /// <param name="conducts">The society's conducts.</param>
    /// <param name="living">The society's living figures, for what effects are worth.</param>
    /// <param name="observing">The society's observing figures.</param>
    /// <param name="documentedOnly">True to leave out consequences that the regime's own text does not name.</param>
    /// <param name="groups">Names of the society's two groups; absent: as the strata tell them.</param>
    public static RegimeTables Compile(Regime regime, ConductTable conducts, LivingFigures living, ObservingFigures observing,
        bool documentedOnly = false, IReadOnlyList<string>? groups = null)
    {
        var compilation = new Compilation(regime, conducts);
        for (var scale = 0; scale < compilation._scales.Count; scale++)
        {
            compilation.AddRows(scale);
            compilation.AddGrounds(scale);
            compilation.AddSpending(scale);
            compilation.AddSale(scale);
        }
        compilation.Resolve();
        compilation.AddSwitches(documentedOnly);
        var repairs = compilation.Repairs();
        var grades = compilation.Grades();
        var rules = compilation.Rules();
        WeightTable?[] weights =
        [
            .. compilation._scales.Select((scale, i) => Weighted.Compile(scale, i, compilation._numbers, rules, conducts)),
        ];
        var lasting = new Lasting(rules, grades, repairs, weights, compilation.Subjects(), living, observing,
            groups ?? Strata.Dimensions[0].Values, documentedOnly);
        return compilation.Epochs(lasting);
    }

    private FurtherScale Text(int scale) => _scales[scale].Text;

    private CombiningRules? Combining(int scale) => Text(scale).Rules ?? _regime.Rules;

    private Validity? Terms(int scale) => Text(scale).Validity ?? _regime.Validity;

    private int GradeOf(int scale, string grade) => Text(scale).Grades.Keys.ToList().IndexOf(grade);

    private SightTable Sights(ObservingFigures observing, IReadOnlyList<string> groups, RuleTable rules)
    {
        var watched = new bool[_conducts.Count];
        var declared = new float[_conducts.Count];
        for (var i = 0; i < rules.Catches.Length; i++)
        {
            foreach (var caught in rules.Catches[i] ?? [])
            {
                ref var share = ref declared[i / RuleTable.Levels];
                share = Math.Max(share, rules.Rules[caught.Rule].Declared ?? 0);
                watched[i / RuleTable.Levels] |= rules.Rules[caught.Rule].Declared is null;
            }
        }
        var sights = new SightTable
        {
            Watched = watched,
            Declared = declared.Any(share => share > 0) ? declared : [],
            Attention = Attention(groups),
            Errors = Errors(groups),
            LawApplies = _regime.OrdinaryLaw,
            CrossDistrict = (float)observing.CrossDistrict,
            FootprintOnline = (float)observing.FootprintOnline,
        };
        foreach (var (channel, sight) in _regime.Channels)
        {
            var c = (int)channel;
            var growth = Timetable.Growth(sight, _week);
            sights.SeenUrban[c] = (float)(Math.Min(1, sight.CoverageUrban.Value * growth) * sight.Sensitivity.Value);
            sights.SeenRural[c] = (float)(Math.Min(1, sight.CoverageRural.Value * growth) * sight.Sensitivity.Value);
            sights.FromLaw[c] = (float)sight.FromLaw;
            sights.Reported[c] = (float)(sight.Reports?.Value ?? 0);
            sights.EntryWeeks[c] = (int)(sight.EntryWeeks?.Value ?? 0);
            sights.Misattributed[c] = (float)sight.Misattributed;
            sights.Misread[c] = (float)sight.Misread;
            sights.Invented[c] = sight.Invented.Value / 1000 / Calendar.Year;
        }
        return sights;
    }

    private float[]? Errors(IReadOnlyList<string> groups)
    {
        if (_regime.Channels.Values.All(s => s.ErrorsByGroup.Count == 0))
        {
            return null;
        }
        var factors = new float[Enum.GetValues<Channel>().Length * 2];
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] = i % 2 < groups.Count && _regime.Channels.TryGetValue((Channel)(i / 2), out var sight)
                && sight.ErrorsByGroup.TryGetValue(groups[i % 2], out var factor) ? (float)factor.Value : 1;
        }
        return factors;
    }

    private float[]? Attention(IReadOnlyList<string> groups)
    {
        var targets = _regime.Governance?.Targets;
        if (targets is null && _regime.Channels.Values.All(s => s.ByGroup.Count == 0 && s.ByConduct.Count == 0))
        {
            return null;
        }
        var factors = new float[_conducts.Count * 2];
        for (var i = 0; i < factors.Length; i++)
        {
            var id = _conducts.Ids[i / 2];
            _regime.Channels.TryGetValue((Channel)_conducts.Channel[i / 2], out var sight);
            var group = i % 2 < groups.Count && sight?.ByGroup.TryGetValue(groups[i % 2], out var ofGroup) == true ? ofGroup.Value : 1;
            var conduct = sight?.ByConduct.TryGetValue(id, out var ofConduct) == true ? ofConduct.Value : 1;
            factors[i] = (float)(group * conduct * (targets?.Conducts.Contains(id) == true ? targets.Factor.Value : 1));
        }
        return factors;
    }
}
