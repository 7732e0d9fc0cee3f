using Glasshouse.Recording;

namespace Glasshouse.Scoring;

/// <summary>
/// Scores of a week, and the records that changed grades trigger, until nothing changes any more. Each round follows from the last;
/// circles are cut after a few.
/// </summary>
/// <param name="district">What is reckoned, and the standings that are written.</param>
/// <param name="entering">Where triggered records are entered.</param>
/// <param name="reckoning">Turns records into scores.</param>
/// <param name="linking">Turns grades into records.</param>
/// <param name="dates">Dates that the week brings.</param>
/// <param name="week">Week of the history.</param>
public ref struct Settling(in Weighed district, Entering entering, Reckoning reckoning, Linking linking, Dates dates, int week)
{
    private const int Rounds = 8;

    private readonly Weighed _district = district;
    private int _round;

    /// <summary>First of this week's records that the last round entered.</summary>
    public int First { get; private set; }

    /// <summary>Reckons, then lets the changed grades trigger records; false when none was entered.</summary>
    public bool Next()
    {
        var d = _district;
        reckoning.Reckon(d.Rules, d.Grades, d.Dossiers, d.Standing, dates);
        First = entering.Records.Length;
        return d.Rules.Links.Length > 0 && _round++ < Rounds && linking.Follow(
            d.Rules, d.Dossiers, d.Standing, d.Roster, d.Situation, entering, reckoning.Changes, week);
    }
}
