using System.Diagnostics;
using Glasshouse.Engine;

namespace Glasshouse.Lab;

/// <summary>
/// Runs a setup: every seed at the figures as written, one history after the other, then every draw of the assumptions with the first
/// seed. What is finished is kept in the run's folder, so that the same call goes on where an earlier one stopped.
/// </summary>
/// <param name="setup">What to run.</param>
/// <param name="folder">Where it is kept; null keeps nothing.</param>
/// <param name="progress">Told after every exchange.</param>
public sealed class Experiment(Setup setup, RunFolder? folder = null, IProgress<Progress>? progress = null)
{
    private readonly RunRequest _request = setup.Request;
    private readonly Stopwatch _clock = new();
    private long _before;
    private long _done;

    /// <summary>Seconds that this start has computed.</summary>
    public double Seconds => _clock.Elapsed.TotalSeconds;

    /// <summary>Runs to the end.</summary>
    /// <exception cref="InterruptedException">Stopped between two exchanges; the history under way has been kept.</exception>
    public RunResult Run(CancellationToken stop = default)
    {
        using var crew = new Crew(_request.Threads);
        Tell("solving base rates", 0, 0, null);
        var plan = folder is null ? setup.Plan() : setup.Plan(folder);
        var seconds = 0.0;
        var outcomes = new List<Outcome>();
        for (var i = 0; i < _request.Seeds; i++)
        {
            var seed = _request.Seed + (ulong)i;
            var tape = folder?.Seed(seed, setup.Fingerprint(0));
            var (outcome, took) = Pass($"seed {i + 1} of {_request.Seeds}", plan, seed, tape, crew, stop);
            outcomes.Add(outcome);
            seconds += took;
        }
        var draws = new List<Draw>();
        for (var n = 1; n <= _request.Assumptions; n++)
        {
            var (drawn, values) = setup.Draw(n);
            var tape = folder?.Draw(n, setup.Fingerprint(n));
            var (outcome, took) = Pass($"assumptions {n} of {_request.Assumptions}", drawn, _request.Seed, tape, crew, stop);
            draws.Add(new Draw(values, outcome));
            seconds += took;
        }
        var grades = setup.Regime.Grades.ToList();
        return new RunResult
        {
            Request = _request,
            Regime = setup.Regime,
            Society = setup.Society,
            Outcomes = outcomes,
            Draws = draws,
            Figures = setup.Figures,
            Grades = [.. grades.Select(g => g.Key)],
            EntryGrade = grades.FindIndex(g => g.Value.Entry),
            Seconds = seconds,
            BytesPerPerson = Memory.StateBytes(plan),
        };
    }

    private (Outcome Outcome, double Seconds) Pass(
        string phase, RunPlan plan, ulong seed, Tape? tape, Crew crew, CancellationToken stop)
    {
        if (tape is { IsFinished: true })
        {
            _before += Done(plan, plan.BurnInWeeks + plan.Weeks);
            return tape.Outcome(plan.Society.Measures);
        }
        var began = _clock.Elapsed;
        _clock.Start();
        var history = tape?.Continue(plan, seed, crew) ?? new History(plan, seed, crew);
        _before += Done(plan, history.Week);
        var kept = history.Week;
        while (!history.Finished)
        {
            if (stop.IsCancellationRequested)
            {
                _clock.Stop();
                tape?.Checkpoint(history);
                throw new InterruptedException(folder?.Path);
            }
            var from = history.Week;
            history.Advance();
            _done += Done(plan, history.Week) - Done(plan, from);
            Tell(phase, history.Week, history.Weeks, plan);
            if (_request.CheckpointEvery > 0 && history.Week - kept >= _request.CheckpointEvery && !history.Finished)
            {
                tape?.Checkpoint(history);
                kept = history.Week;
            }
        }
        var outcome = history.Outcome();
        _clock.Stop();
        var seconds = (_clock.Elapsed - began).TotalSeconds;
        tape?.Finish(history, outcome, seconds);
        return (outcome, seconds);
    }

    // By the size asked for: who lives there changes a little with the years, a progress bar should not.
    private static long Done(RunPlan plan, int week) =>
        plan.People * (Math.Min(week, plan.BurnInWeeks) + (long)Math.Max(0, week - plan.BurnInWeeks) * plan.Twins.Count);

    private void Tell(string phase, int week, int weeks, RunPlan? plan)
    {
        var all = plan is null ? 0 : Done(plan, plan.BurnInWeeks + plan.Weeks) * (_request.Seeds + _request.Assumptions);
        // The first second is spent on compiling and tells nothing about the rest.
        progress?.Report(new Progress(phase, week, weeks, _before + _done, all, Seconds < 1 ? 0 : _done / Seconds));
    }
}
