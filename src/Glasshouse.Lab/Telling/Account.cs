using Glasshouse.Engine;
using Glasshouse.Population;
using Glasshouse.Recording;

namespace Glasshouse.Lab.Telling;

/// <summary>One record's part in a score.</summary>
/// <param name="Rule">Number or id of the row or ground.</param>
/// <param name="Article">Article or section of the text.</param>
/// <param name="Text">What the rule says.</param>
/// <param name="Since">Week of the regime in which it was entered.</param>
/// <param name="Until">First week in which it no longer counts.</param>
/// <param name="Points">Points that count: 0 for a ground and for a suspended bonus.</param>
/// <param name="Suspended">Points that would count if no direct grade stood; 0 unless suspended.</param>
/// <param name="Grade">Grade that a ground sets.</param>
/// <param name="Origin">How the record came about, which the regime does not know.</param>
public sealed record AccountLine(
    string Rule, string Article, string Text, int Since, int Until, double Points, double Suspended, string? Grade,
    string Origin);

/// <summary>The account of a score: base and counted points add up to the sum; the sum within the scale is the score.</summary>
/// <param name="Person">The person.</param>
/// <param name="Week">Week of the regime, from 1.</param>
/// <param name="Scored">False for a child: nobody under age is scored.</param>
/// <param name="Base">Score without records.</param>
/// <param name="Lines">One to a record, oldest first.</param>
/// <param name="Sum">Base and counted points together.</param>
/// <param name="Score">The score: the sum, held within the scale's floor and ceiling.</param>
/// <param name="Grade">The grade, with the grade before the fall behind it while a direct grade stands.</param>
public sealed record Account(
    string Person, int Week, bool Scored, double Base, IReadOnlyList<AccountLine> Lines, double Sum, double Score, string Grade)
{
    /// <summary>The week in words.</summary>
    public string Date { get; } = LifeDate.Of(Week);

    /// <summary>Replays the person's district and gives the account of that week's score.</summary>
    /// <param name="run">The run.</param>
    /// <param name="person">The person.</param>
    /// <param name="week">Week of the regime, from 1.</param>
    /// <exception cref="RefusedException">There is no such person or week.</exception>
    public static Account Of(LoadedRun run, PersonId person, int week)
    {
        if (week < 1 || week > run.Plan.Weeks)
        {
            throw new RefusedException(Refusal.Usage, $"There is no week {week}: the weeks of the run are 1 to {run.Plan.Weeks}.");
        }
        var replay = run.Replay(person);
        var last = LifeDate.ToHistory(run.Plan, week);
        Account? account = null;
        replay.Run(passed => account = passed == last ? At(run, replay.District, person, week) : account);
        run.Verify(replay.District);
        return account!;
    }

    /// <summary>The account after a week of a replay that has just passed.</summary>
    public static Account At(LoadedRun run, District district, PersonId person, int week)
    {
        var twin = district.Twins[^1];
        var (grades, standing, slot) = (twin.Regime.Grades, twin.Standing, person.Number);
        var words = new RuleWords(run.Regime, twin.Regime);
        var counted = Counted(twin, slot);
        var suspends = grades.SuspendBonuses && counted.Any(r => twin.Regime.Rules.Rules[twin.Dossiers.Ledger.Row(r)].IsGround);
        var sum = grades.Base;
        var lines = new List<AccountLine>();
        foreach (var record in counted)
        {
            var points = twin.Dossiers.Ledger.Points(record);
            var suspended = suspends && points > 0;
            sum += suspended ? 0 : points;
            lines.Add(Line(run, twin, words, record, suspended));
        }
        return new Account(
            person.ToString(), week, district.Roster.Is(slot, Role.Adult), RuleWords.Points(grades.Base), lines,
            RuleWords.Points(sum), RuleWords.Points(standing.Score[slot]),
            words.Grade(standing.Grade[slot], standing.Before[slot]));
    }

    // The records that counted when the week was reckoned: what appeals and repairs changed later in the week counts next week.
    private static List<int> Counted(Twin twin, int slot)
    {
        var ledger = twin.Dossiers.Ledger;
        var later = twin.Answering;
        var counted = new List<int>();
        for (var r = twin.Dossiers.Head(slot); r >= 0; r = ledger.Previous(r))
        {
            var counts = ledger.State(r) switch
            {
                RecordState.Counting => !later.Repairs.Any(p => p.Replacement == r),
                RecordState.Removed => later.Decisions.Any(d => d.Record == r),
                RecordState.Repaired => later.Repairs.Any(p => p.Record == r),
                _ => false,
            };
            if (counts)
            {
                counted.Add(r);
            }
        }
        counted.Reverse();
        return counted;
    }

    private static AccountLine Line(LoadedRun run, Twin twin, RuleWords words, int record, bool suspended)
    {
        var ledger = twin.Dossiers.Ledger;
        var (rule, article, text) = words.Of(ledger.Row(record));
        var points = RuleWords.Points(ledger.Points(record));
        return new AccountLine(
            rule, article, text,
            LifeDate.FromHistory(run.Plan, ledger.Week(record)), LifeDate.FromHistory(run.Plan, ledger.Expires(record)),
            suspended ? 0 : points, suspended ? points : 0, words.GradeOf(ledger.Row(record)),
            RuleWords.Origin(twin.Origins.Of(record)));
    }
}
