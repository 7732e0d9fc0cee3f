using System.Diagnostics;

namespace Glasshouse.Lab.Many;

/// <summary>Turns how far one run is into how far all are; runs of the same request are of one size.</summary>
/// <param name="count">Runs in all.</param>
/// <param name="outer">Told how far all are.</param>
internal sealed class ManyProgress(int count, IProgress<Progress>? outer) : IProgress<Progress>
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private string _regime = "";
    private int _number;
    private long _size;
    private long _computed;
    private long _last;

    /// <summary>The next run begins.</summary>
    public void Begin(string regime)
    {
        (_regime, _last) = (regime, 0);
        _number++;
        Report(new Progress("", 0, 0, 0, _size, 0));
    }

    public void Report(Progress value)
    {
        if (value.PersonWeeksInAll == 0)
        {
            return;
        }
        _size = value.PersonWeeksInAll;
        // What an earlier start had done comes in one leap before the first exchange of this one.
        if (_last > 0)
        {
            _computed += value.PersonWeeks - _last;
        }
        _last = value.PersonWeeks;
        var seconds = _clock.Elapsed.TotalSeconds;
        var phase = $"{_number} of {count}: {_regime}" + (value.Phase.EndsWith(" 1 of 1", StringComparison.Ordinal) || value.Phase == ""
            ? "" : $", {value.Phase}");
        outer?.Report(value with
        {
            Phase = phase,
            PersonWeeks = (_number - 1) * _size + value.PersonWeeks,
            PersonWeeksInAll = count * _size,
            Speed = seconds < 1 ? 0 : _computed / seconds,
        });
    }
}
