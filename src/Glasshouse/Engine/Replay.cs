using Glasshouse.Kernel;

namespace Glasshouse.Engine;

/// <summary>
/// Any life again: one district is run alone against the stored directives of its history, and comes to the same bits. One record can
/// be taken away on entry, at fixed directives: what changes then is the direct effect of that record.
/// </summary>
public sealed class Replay
{
    private readonly RunPlan _plan;
    private readonly int _number;
    private readonly int _districts;
    private readonly IReadOnlyList<IReadOnlyList<Directive>> _directives;

    /// <summary>Prepares a replay.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="seed">The history's seed.</param>
    /// <param name="number">District.</param>
    /// <param name="directives">Directives by twin, as the history stored them.</param>
    public Replay(RunPlan plan, ulong seed, int number, IReadOnlyList<IReadOnlyList<Directive>> directives)
    {
        var sizes = District.Split(plan.People);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)number, (uint)sizes.Length, nameof(number));
        _plan = plan;
        _number = number;
        _districts = sizes.Length;
        _directives = directives;
        District = new District(plan, seed, (uint)number, sizes[number]);
    }

    public District District { get; }

    /// <summary>
    /// A record to take away on entry in the last twin: week, and its number among the records entered that week.
    /// </summary>
    public (int Week, int Ordinal)? Without { get; init; }

    /// <summary>Digest of the district at each exchange.</summary>
    public List<ulong> Digests { get; } = [];

    /// <summary>Runs the district's whole history.</summary>
    /// <param name="afterWeek">Called after every week with its number.</param>
    public void Run(Action<int>? afterWeek = null)
    {
        District.Striking = Without;
        for (var week = 0; week < _plan.BurnInWeeks + _plan.Weeks; week++)
        {
            if (week == _plan.BurnInWeeks)
            {
                District.Fork();
            }
            District.Pass(week, null);
            afterWeek?.Invoke(week);
            if ((week + 1) % Calendar.Exchange == 0)
            {
                District.Fold(week);
                Digests.Add(District.Digest());
                Exchange((week + 1) / Calendar.Exchange - 1);
            }
        }
    }

    private void Exchange(int exchange)
    {
        for (var t = 0; t < District.Twins.Count; t++)
        {
            var twin = District.Twins[t];
            Array.Clear(twin.Watching.Exported);
            History.Apply(_plan, twin, _directives[t][exchange], twin.Signal, _number, _districts, exchange);
        }
    }
}
