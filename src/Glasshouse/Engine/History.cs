using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Tallying;

namespace Glasshouse.Engine;

/// <summary>
/// One seed's history of a whole society: burn-in under ordinary law, fork into twins, and years side by side. Every four weeks the
/// districts' tallies go up and a directive comes down.
/// </summary>
public sealed partial class History
{
    private readonly RunPlan _plan;
    private readonly District[] _districts;
    private readonly Crew _crew;
    private readonly Sheet[][] _sheets;
    private List<List<Directive>> _directives = [[]];
    private readonly List<ulong> _digests = [];
    private long[][] _series = [];
    private long[][] _byDistrict = [];
    private long _personWeeks;

    /// <summary>Draws the society of a seed.</summary>
    public History(RunPlan plan, ulong seed, Crew crew)
    {
        _plan = plan;
        _crew = crew;
        Seed = seed;
        var sizes = District.Split(plan.People);
        _districts = new District[sizes.Length];
        crew.Share(sizes.Length, (_, d) => _districts[d] = new District(plan, seed, (uint)d, sizes[d]));
        _sheets = [.. Enumerable.Range(0, crew.Workers).Select(_ => plan.Twins.Select(_ => new Sheet(plan.Society.Measures)).ToArray())];
    }

    public ulong Seed { get; }

    /// <summary>Next week to pass, from 0; the fork is at <see cref="RunPlan.BurnInWeeks"/>.</summary>
    public int Week { get; private set; }

    /// <summary>Weeks of the whole history, burn-in included.</summary>
    public int Weeks => _plan.BurnInWeeks + _plan.Weeks;

    public bool Finished => Week >= Weeks;

    /// <summary>The districts, for looking at; what is written there is lost with the history.</summary>
    public IReadOnlyList<District> Districts => _districts;

    /// <summary>Directives by twin (one twin before the fork), one to an exchange.</summary>
    public IReadOnlyList<IReadOnlyList<Directive>> Directives => _directives;

    /// <summary>Digest of all districts at each exchange.</summary>
    public IReadOnlyList<ulong> Digests => _digests;

    /// <summary>Lets four weeks pass in all districts and exchanges tallies for directives.</summary>
    public void Advance()
    {
        if (Week == _plan.BurnInWeeks)
        {
            Fork();
        }
        var forked = Week >= _plan.BurnInWeeks;
        var first = Week;
        var digests = new ulong[_districts.Length];
        _crew.Share(_districts.Length, (worker, d) =>
        {
            for (var week = first; week < first + Calendar.Exchange; week++)
            {
                _districts[d].Pass(week, forked ? _sheets[worker] : null);
                _plan.Watch?.Invoke(_districts[d], week);
            }
            _districts[d].Fold(first + Calendar.Exchange - 1);
            digests[d] = _districts[d].Digest();
        });
        Week += Calendar.Exchange;
        _digests.Add(Kernel.Digest.Root(digests));
        _personWeeks += _districts.Sum(d => (long)d.People * d.Twins.Count) * Calendar.Exchange;
        Exchange(forked);
    }

    /// <summary>Sums up.</summary>
    public Outcome Outcome()
    {
        var sheets = Enumerable.Range(0, _plan.Twins.Count).Select(t =>
        {
            var sum = new Sheet(_plan.Society.Measures);
            foreach (var worker in _sheets)
            {
                sum.Add(worker[t].Counts);
            }
            return sum;
        }).ToArray();
        return new Outcome
        {
            Seed = Seed,
            Twins = [.. _plan.Twins.Select(t => t.Name)],
            Totals = [.. sheets.Select(s => s.Complete())],
            Series = _series,
            ByDistrict = _byDistrict,
            Measures = _plan.Society.Measures,
            Districts = _districts.Length,
            Marks = [.. _districts.Select(d => d.Kinds())],
            Faults = [.. Enumerable.Range(0, _plan.Twins.Count)
                .Select(t => _districts.Sum(d => d.Twins[Math.Min(t, d.Twins.Count - 1)].Acts.Faults))],
            Responses = [.. _districts[0].Twins[^1].Responses],
            Digest = Kernel.Digest.Root(_digests.ToArray()),
            PersonWeeks = _personWeeks,
        };
    }

    private void Fork()
    {
        _crew.Share(_districts.Length, (_, d) => _districts[d].Fork());
        var burnIn = _directives[0];
        _directives.Clear();
        _directives.AddRange(_plan.Twins.Select(_ => new List<Directive>(burnIn)));
        Prepare();
    }

    private void Prepare()
    {
        var measures = _plan.Society.Measures.Count;
        _series = [.. _plan.Twins.Select(_ => new long[_plan.Weeks / Calendar.Exchange * measures])];
        _byDistrict = [.. _plan.Twins.Select(_ => new long[_districts.Length * Sheet.Periods * measures])];
    }

    private void Apply(int twin, int exchange, Signal before)
    {
        var directive = _directives[twin][exchange];
        for (var d = 0; d < _districts.Length; d++)
        {
            Apply(_plan, _districts[d].Twins[twin], directive, before, d, _districts.Length, exchange);
        }
    }

    private void Exchange(bool forked)
    {
        foreach (var district in _districts)
        {
            district.CloseTotals();
        }
        for (var t = 0; t < _directives.Count; t++)
        {
            var directive = Directive.Collect(_districts, t, _plan.Society.Conducts.Count);
            _directives[t].Add(directive);
            if (forked)
            {
                Keep(t);
            }
            Apply(t, _directives[t].Count - 1, _districts[0].Twins[t].Signal);
        }
    }

    /// <summary>Gives a district's twin its directive and starts its counts anew.</summary>
    internal static void Apply(RunPlan plan, Twin twin, Directive directive, Signal before, int district, int districts, int exchange)
    {
        var week = (exchange + 1) * Calendar.Exchange - plan.BurnInWeeks;
        // After a pause the twin stands elsewhere in time than the directive.
        twin.MoveTo(Math.Max(0, week - 1));
        twin.Respond(directive.Support(plan.Society, twin.Regime), week);
        // What comes into force with the next week is heard with it.
        var regime = twin.RegimeAt(week);
        twin.Signal = directive.Signal(plan.Society, regime, before);
        twin.Imported = directive.Imports(plan.Society.Conducts.Count, district, districts, exchange);
        twin.Adopt(directive.Brings(plan.Society, twin.Regime));
        Array.Clear(twin.Counting.Totals);
    }

    private void Keep(int t)
    {
        var measures = _plan.Society.Measures.Count;
        var since = Week - _plan.BurnInWeeks - Calendar.Exchange;
        var period = Periods.Of(since, _plan.Years);
        var series = _series[t].AsSpan(since / Calendar.Exchange * measures, measures);
        for (var d = 0; d < _districts.Length; d++)
        {
            var totals = _districts[d].Twins[t].Counting.Totals;
            var row = _byDistrict[t].AsSpan((d * Sheet.Periods + period) * measures, measures);
            for (var m = 0; m < measures; m++)
            {
                series[m] += totals[m];
                row[m] += totals[m];
            }
        }
    }
}
