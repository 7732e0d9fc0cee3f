using Glasshouse.Engine;

namespace Glasshouse.Lab.Telling;

/// <summary>
/// Watches one place through a replay, in every twin, and keeps what its last occupant did and met. Give
/// <see cref="AfterWeek"/> to <see cref="Replay.Run"/>.
/// </summary>
internal sealed class LifeRecorder
{
    private readonly LoadedRun _run;
    private readonly District _district;
    private readonly int _slot;
    private readonly RuleWords _words;
    private TwinWatch[] _watches = [];
    private int _generation = -1;

    public LifeRecorder(LoadedRun run, District district, int slot)
    {
        _run = run;
        _district = district;
        _slot = slot;
        _words = new RuleWords(run.Regime, run.Plan.Twins[^1]);
    }

    /// <summary>The life under ordinary law alone.</summary>
    public TwinWatch Without => _watches[0];

    /// <summary>The life under the regime.</summary>
    public TwinWatch With => _watches[^1];

    /// <summary>Events before the fork, the same in all twins.</summary>
    public IReadOnlyList<LifeEvent> Before { get; private set; } = [];

    /// <summary>Week of the regime in which the last occupant came; null for one who was always there.</summary>
    public int? Arrived { get; private set; }

    /// <summary>Takes down a week.</summary>
    /// <param name="week">Week of the history, from 0.</param>
    public void AfterWeek(int week)
    {
        var twins = _district.Twins;
        int generation = _district.Roster.Generation[_slot];
        var fresh = generation != _generation;
        if (_watches.Length != twins.Count)
        {
            var before = _watches.Length == 0 ? null : _watches[0];
            Before = before?.Events ?? [];
            _watches = [.. twins.Select(twin => new TwinWatch(_run, _words, _district, twin, _slot, before))];
        }
        if (fresh)
        {
            _generation = generation;
            Arrived = week == 0 ? null : LifeDate.FromHistory(_run.Plan, week);
            Before = [];
        }
        foreach (var watch in _watches)
        {
            if (fresh)
            {
                watch.Restart();
            }
            watch.Take(week, twins[0].Signal.Climate);
        }
    }
}
