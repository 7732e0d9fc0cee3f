namespace Glasshouse.Lab;

/// <summary>How far a run is.</summary>
/// <param name="Phase">What is being done, in words: <c>seed 3 of 10</c>.</param>
/// <param name="Week">Week of the present history, burn-in included.</param>
/// <param name="Weeks">Weeks of a history.</param>
/// <param name="PersonWeeks">
/// Person-weeks done in the whole run, twins and burn-in counted, those of an earlier start included.
/// </param>
/// <param name="PersonWeeksInAll">Person-weeks of the whole run.</param>
/// <param name="Speed">Person-weeks per second since this start; 0 while nothing is known.</param>
public sealed record Progress(string Phase, int Week, int Weeks, long PersonWeeks, long PersonWeeksInAll, double Speed)
{
    /// <summary>Share done, 0 to 1.</summary>
    public double Share => PersonWeeksInAll == 0 ? 0 : Math.Min(1, (double)PersonWeeks / PersonWeeksInAll);

    /// <summary>Seconds that remain at this speed; null while nothing is known.</summary>
    public double? Remaining => Share >= 1 ? 0 : Speed > 0 ? (PersonWeeksInAll - PersonWeeks) / Speed : null;
}
