using System.Globalization;

namespace Glasshouse.Lab.Telling;

/// <summary>A stretch of weeks in which score or grade differ.</summary>
/// <param name="From">First week of the regime.</param>
/// <param name="To">Last week.</param>
/// <param name="With">Score with the record at the first week, points.</param>
/// <param name="Without">Score without it.</param>
/// <param name="GradeWith">Grade with the record.</param>
/// <param name="GradeWithout">Grade without it.</param>
public sealed record ScoreGap(int From, int To, double With, double Without, string GradeWith, string GradeWithout);

/// <summary>
/// The direct effect of one record: the district is replayed without it at fixed directives. It is not the total effect of a
/// regime, which is the difference between twins.
/// </summary>
/// <param name="Record">Id of the record, <c>week.number</c>.</param>
/// <param name="Gone">What happens with the record and not without it.</param>
/// <param name="New">What happens without the record and not with it.</param>
/// <param name="Scores">Where score or grade differ.</param>
public sealed record DirectEffect(
    string Record, IReadOnlyList<LifeEvent> Gone, IReadOnlyList<LifeEvent> New, IReadOnlyList<ScoreGap> Scores)
{
    /// <summary>Replays a person's district without a record and compares.</summary>
    internal static DirectEffect Of(LoadedRun run, PersonId person, string record, LifeRecorder told)
    {
        var (week, ordinal) = Find(run, record, told.With.Events);
        var replay = run.Replay(person, (week, ordinal));
        var again = new LifeRecorder(run, replay.District, person.Number);
        replay.Run(again.AfterWeek);
        return new DirectEffect(
            record, Except(told.With.Events, again.With.Events), Except(again.With.Events, told.With.Events),
            Gaps(told.With.Scores, again.With.Scores, run.Plan.Weeks));
    }

    /// <summary>Events of one list that the other has not, each as often as it is missing.</summary>
    internal static IReadOnlyList<LifeEvent> Except(IReadOnlyList<LifeEvent> these, IReadOnlyList<LifeEvent> those)
    {
        var there = those.GroupBy(e => e.Key).ToDictionary(g => g.Key, g => g.Count());
        var rest = new List<LifeEvent>();
        foreach (var one in these)
        {
            if (there.GetValueOrDefault(one.Key) is var left && left > 0)
            {
                there[one.Key] = left - 1;
            }
            else
            {
                rest.Add(one);
            }
        }
        return rest;
    }

    private static (int Week, int Ordinal) Find(LoadedRun run, string id, IReadOnlyList<LifeEvent> events)
    {
        var records = events.Select(e => e.Record).OfType<RecordEntry>().ToList();
        if (records.Find(r => r.Id == id) is not { } record)
        {
            throw new RefusedException(Refusal.Usage, records.Count == 0
                ? $"This person has no records, so there is no record {id}."
                : $"This person has no record {id}. Records: "
                    + string.Join(", ", records.Where(r => r.Replaces is null).Select(r => r.Id)) + ".");
        }
        if (record.Replaces is { } before)
        {
            throw new RefusedException(Refusal.Usage, $"Record {id} stands for record {before} since its repair; take away {before}.");
        }
        var parts = id.Split('.');
        return (LifeDate.ToHistory(run.Plan, int.Parse(parts[0], CultureInfo.InvariantCulture)),
            int.Parse(parts[1], CultureInfo.InvariantCulture) - 1);
    }

    // The lists end at the same week; who came during the run has no score before.
    private static List<ScoreGap> Gaps(
        List<(double Score, string Grade)> with, List<(double Score, string Grade)> without, int weeks)
    {
        var gaps = new List<ScoreGap>();
        for (var i = 0; i < with.Count; i++)
        {
            var week = weeks - with.Count + i + 1;
            if (with[i] == without[i])
            {
                continue;
            }
            if (gaps.Count > 0 && gaps[^1] is var last && last.To == week - 1
                && (last.With, last.Without, last.GradeWith, last.GradeWithout)
                    == (with[i].Score, without[i].Score, with[i].Grade, without[i].Grade))
            {
                gaps[^1] = last with { To = week };
            }
            else
            {
                gaps.Add(new ScoreGap(week, week, with[i].Score, without[i].Score, with[i].Grade, without[i].Grade));
            }
        }
        return gaps;
    }
}
