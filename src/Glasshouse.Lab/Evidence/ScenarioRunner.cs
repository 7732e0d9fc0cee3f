using System.Collections.Concurrent;
using System.Diagnostics;
using Glasshouse.Engine;
using Glasshouse.Regimes;
using Glasshouse.Societies;

namespace Glasshouse.Lab.Evidence;

/// <summary>
/// Runs scenarios. Arms over equal societies are twins of one history: the same people with the same luck. Findings whose histories would
/// be equal share them. Arms over societies that differ have histories of their own, with the same seeds.
/// </summary>
/// <param name="findings">Findings with a scenario.</param>
/// <param name="kept">What is known already, and where what comes is kept.</param>
/// <param name="crew">Who works.</param>
/// <param name="progress">Told after every exchange.</param>
internal sealed class ScenarioRunner(
    IReadOnlyList<ReadyFinding> findings, KeptValues kept, Crew crew, IProgress<Progress>? progress)
{
    private readonly Stopwatch _clock = new();
    private long _done;
    private long _all;

    // Arms of findings that one history can hold.
    private sealed record Group(SocietySetup Society, long People, int Years, IReadOnlyList<(ReadyFinding Finding, int[] Arms)> Members)
    {
        public int Seeds(Pass pass) => pass.OneSeed ? 1 : Members.Max(m => m.Finding.Scenario.Seeds);
    }

    /// <summary>Goes through all scenarios once for each pass.</summary>
    /// <exception cref="InterruptedException">Stopped; the histories that were finished are kept.</exception>
    public void Run(IReadOnlyList<Pass> passes, string? folder, CancellationToken stop)
    {
        var groups = Groups();
        _all = passes.Sum(pass => groups.Sum(g => Enumerable.Range(pass.FirstSeed, g.Seeds(pass)).Sum(s => Cost(g, Missing(g, pass, s)))));
        _clock.Start();
        foreach (var pass in passes)
        {
            Run(pass, groups, folder, stop);
        }
    }

    private void Run(Pass pass, IReadOnlyList<Group> groups, string? folder, CancellationToken stop)
    {
        var wanted = groups.Where(g => Enumerable.Range(pass.FirstSeed, g.Seeds(pass)).Any(s => Missing(g, pass, s).Count > 0)).ToList();
        var tables = Solve(wanted, pass);
        for (var g = 0; g < wanted.Count; g++)
        {
            var society = tables[wanted[g].Society.Key];
            var regimes = new Dictionary<string, RegimeTables>();
            for (var seed = pass.FirstSeed; seed < pass.FirstSeed + wanted[g].Seeds(pass); seed++)
            {
                var missing = Missing(wanted[g], pass, seed);
                if (missing.Count > 0)
                {
                    var phase = $"{pass.Name}: {wanted[g].Society.File.Name}, {g + 1} of {wanted.Count}";
                    Pass(pass, wanted[g], society, regimes, seed, missing, phase, folder, stop);
                }
            }
        }
    }

    private void Pass(Pass pass, Group group, SocietyTables society, Dictionary<string, RegimeTables> regimes, int seed,
        IReadOnlyList<(ReadyFinding Finding, int[] Arms)> members, string phase, string? folder, CancellationToken stop)
    {
        var setups = Regimes(members);
        foreach (var (key, setup) in setups)
        {
            regimes.TryAdd(key, regimes.GetValueOrDefault(key) ?? setup.Compile(society, pass));
        }
        var order = setups.Keys.ToList();
        var measurings = new List<(ReadyFinding Finding, Measuring Measuring)>();
        var plan = new RunPlan
        {
            Society = society,
            Twins = [.. order.Select(key => regimes[key])],
            People = group.People,
            Years = group.Years,
            Threads = crew.Workers,
            Watch = (district, week) => measurings.ForEach(m => m.Measuring.Look(district, week)),
        };
        measurings.AddRange(members.Select(m => (m.Finding, new Measuring(m.Finding,
            [.. m.Arms.Select(a => (a, order.IndexOf(m.Finding.Arms[a].Regime.Key)))], plan))));
        var outcome = Live(new History(plan, (ulong)seed, crew), Cost(group, members), phase, folder, stop);
        foreach (var (finding, measuring) in measurings)
        {
            foreach (var (arm, value) in measuring.Values(outcome))
            {
                kept.Note(finding, pass, seed, arm, value);
            }
            kept.Keep(finding);
        }
    }

    private Outcome Live(History history, long cost, string phase, string? folder, CancellationToken stop)
    {
        var before = _done;
        while (!history.Finished)
        {
            if (stop.IsCancellationRequested)
            {
                throw new InterruptedException(folder);
            }
            history.Advance();
            _done = before + cost * history.Week / history.Weeks;
            var seconds = _clock.Elapsed.TotalSeconds;
            progress?.Report(new Progress(phase, history.Week, history.Weeks, _done, _all, seconds < 1 ? 0 : _done / seconds));
        }
        return history.Outcome();
    }

    // Base rates are solved once for each society of a pass; what arms set or turn off lives by the rates of the society without it.
    private static SocietyTables Carried(SocietySetup setup, ConcurrentDictionary<string, Lazy<SocietyTables>> before, Pass pass)
    {
        var from = before.GetOrAdd(setup.Plain.Key, _ => new Lazy<SocietyTables>(() =>
        {
            var tables = new SocietyTables(setup.Plain.Read(Evidence.Pass.Written));
            BaseRates.Solve(tables);
            return tables;
        })).Value;
        var to = new SocietyTables(setup.Read(pass));
        BaseRates.Carry(from, to);
        return to;
    }

    private Dictionary<string, SocietyTables> Solve(IReadOnlyList<Group> groups, Pass pass)
    {
        var setups = groups.Select(g => g.Society).DistinctBy(s => s.Key).ToList();
        if (pass.Solved is { } before)
        {
            return setups.ToDictionary(s => s.Key, s => Carried(s, before, pass));
        }
        progress?.Report(new Progress($"{pass.Name}, solving base rates", 0, 0, _done, _all, 0));
        var plain = setups.Select(s => s.Plain).DistinctBy(s => s.Key).ToList();
        var tables = new SocietyTables[plain.Count];
        crew.Share(plain.Count, (_, i) =>
        {
            tables[i] = new SocietyTables(plain[i].Read(pass));
            BaseRates.Solve(tables[i]);
        });
        var solved = plain.Zip(tables).ToDictionary(p => p.First.Key, p => p.Second);
        foreach (var setup in setups.Where(s => !solved.ContainsKey(s.Key)))
        {
            var changed = new SocietyTables(setup.Read(pass));
            BaseRates.Carry(solved[setup.Plain.Key], changed);
            solved[setup.Key] = changed;
        }
        return solved;
    }

    private List<(ReadyFinding Finding, int[] Arms)> Missing(Group group, Pass pass, int seed) =>
        [.. group.Members
            .Where(m => seed < pass.FirstSeed + (pass.OneSeed ? 1 : m.Finding.Scenario.Seeds)
                && m.Arms.Any(a => !kept.Has(m.Finding, pass, seed, a)))];

    private static OrderedDictionary<string, RegimeSetup> Regimes(IEnumerable<(ReadyFinding Finding, int[] Arms)> members)
    {
        var setups = new OrderedDictionary<string, RegimeSetup>();
        foreach (var regime in members.SelectMany(m => m.Arms.Select(a => m.Finding.Arms[a].Regime)))
        {
            setups.TryAdd(regime.Key, regime);
        }
        return setups;
    }

    private static long Cost(Group group, IReadOnlyList<(ReadyFinding Finding, int[] Arms)> members) => members.Count == 0 ? 0
        : group.People * (4 + (long)group.Years * Regimes(members).Count) * Kernel.Calendar.Year;

    private List<Group> Groups() =>
        [.. (from finding in findings
             from arm in Enumerable.Range(0, finding.Arms.Count)
             group (finding, arm) by (finding.Arms[arm].Society.Key, finding.Scenario.People, finding.Scenario.Years) into alike
             select new Group(alike.First().finding.Arms[alike.First().arm].Society, alike.Key.People, alike.Key.Years,
                 [.. alike.GroupBy(a => a.finding).Select(f => (f.Key, f.Select(a => a.arm).ToArray()))]))];
}
