using System.Diagnostics;
using System.Globalization;
using Glasshouse.Lab;

namespace Glasshouse.Cli;

/// <summary>
/// Tells how far a run is: one line that is redrawn on a terminal, a line per history elsewhere, nothing when quiet.
/// </summary>
/// <param name="error">Where to narrate.</param>
/// <param name="isTerminal">True if a line can be redrawn.</param>
/// <param name="quiet">True to say nothing.</param>
internal sealed class Narration(TextWriter error, bool isTerminal, bool quiet) : IProgress<Progress>
{
    private const int BarWidth = 24;
    private const int LineWidth = 79;
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private string? _phase;
    private bool _drawn;

    public void Report(Progress value)
    {
        if (quiet)
        {
            return;
        }
        var isNew = value.Phase != _phase;
        _phase = value.Phase;
        if (!isTerminal)
        {
            if (isNew)
            {
                error.WriteLine(value.Speed > 0 && value.Remaining is { } left ? $"{value.Phase} ({Rest(value, left)})" : value.Phase);
            }
            return;
        }
        if (isNew || value.Week >= value.Weeks || _since.Elapsed >= Redraw)
        {
            _since.Restart();
            _drawn = true;
            error.Write("\r" + Line(value).PadRight(LineWidth)[..LineWidth]);
        }
    }

    /// <summary>Clears the line, so that what follows begins on an empty one.</summary>
    public void End()
    {
        if (_drawn)
        {
            error.Write("\r" + new string(' ', LineWidth) + "\r");
            _drawn = false;
        }
    }

    private static string Line(Progress value)
    {
        var full = (int)(value.Share * BarWidth);
        var bar = new string('#', full) + new string('.', BarWidth - full);
        if (value.Remaining is not { } left)
        {
            return $"[{bar}]  {value.Phase}";
        }
        var whole = $"[{bar}] {value.Share,4:P0}  {value.Phase}, {Rest(value, left)}";
        // Where not all fits, how long it takes matters more than how fast it is.
        return whole.Length <= LineWidth ? whole : $"[{bar}] {value.Share,4:P0}  {value.Phase}, {Time(left)} left";
    }

    private static string Rest(Progress value, double left) => string.Create(CultureInfo.InvariantCulture,
        $"{value.Speed / 1e6:0.0} M person-weeks/s, {Time(left)} left");

    private static string Time(double seconds) => seconds < 99.5
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds):0} s")
        : seconds < 5400
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h");
}
