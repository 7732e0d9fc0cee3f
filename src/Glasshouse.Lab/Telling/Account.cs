using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Scoring;

namespace Glasshouse.Lab.Telling;

/// <summary>One record's part in a score, that of a weighed feature, or that of the scale's floor or ceiling.</summary>
/// <param name="Rule">Number or id of the row or ground; <c>floor</c> or <c>ceiling</c>; dimension and feature.</param>
/// <param name="Article">Article or section of the text.</param>
/// <param name="Text">What the rule says.</param>
/// <param name="Since">Week of the regime in which it was entered.</param>
/// <param name="Until">First week in which it no longer counts.</param>
/// <param name="Points">Points that count: 0 for a ground and for a suspended bonus.</param>
/// <param name="Suspended">Points that would count if no direct grade stood; 0 unless suspended.</param>
/// <param name="Grade">Grade that a ground sets.</param>
/// <param name="Origin">How the record came about, which the regime does not know; empty for the scale's ends.</param>
public sealed record AccountLine(
    string Rule, string Article, string Text, int Since, int Until, double Points, double Suspended, string? Grade,
    string Origin);

/// <summary>The account of a scale beside the main one.</summary>
/// <param name="Scale">Its id.</param>
/// <param name="Label">What the text calls it.</param>
/// <param name="Base">Score without records; 0 for a list, which has none.</param>
/// <param name="Lines">One to a record, oldest first; base and points add up to the score.</param>
/// <param name="Score">The score; 0 for a list.</param>
/// <param name="Grade">The grade.</param>
/// <param name="Asked">False for who does not consent to it.</param>
public sealed record FurtherAccount(
    string Scale, string Label, double Base, IReadOnlyList<AccountLine> Lines, double Score, string Grade, bool Asked)
{
    /// <summary>Where bands by rank begin, and that somebody is too new to be judged; null if there is nothing to say.</summary>
    public string? Note { get; init; }
}

/// <summary>The account of a score: base and counted points add up to it.</summary>
/// <param name="Person">The person.</param>
/// <param name="Week">Week of the regime, from 1.</param>
/// <param name="Scored">False for who is under the regime's age or does not consent.</param>
/// <param name="Base">Score without records.</param>
/// <param name="Lines">One to a record, oldest first; then features, or the scale's floor or ceiling where it binds.</param>
/// <param name="Score">The score: base and lines together.</param>
/// <param name="Grade">The grade, with the grade before the fall behind it while a direct grade stands.</param>
/// <param name="Further">The same for every scale beside the main one.</param>
/// <param name="KeptAside">Records kept about a person who does not consent, on all scales: they count for nothing.</param>
public sealed record Account(
    string Person, int Week, bool Scored, double Base, IReadOnlyList<AccountLine> Lines, double Score, string Grade,
    IReadOnlyList<FurtherAccount> Further, int KeptAside)
{
    /// <summary>Where bands by rank begin, and that somebody is too new to be judged; null if there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>The week in words.</summary>
    public string Date { get; } = LifeDate.Of(Week);

    /// <summary>What of the regime is not in force in that week; null if everything is.</summary>
    public string? NotInForce { get; init; }
    /// <summary>What follows for the person from the grades of others.</summary>
    public IReadOnlyList<string> FromOthers { get; init; } = [];

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
    internal static Account At(LoadedRun run, District district, PersonId person, int week)
    {
        var twin = district.Twins[^1];
        var (grades, standing, slot) = (twin.Regime.Grades, twin.Standing, person.Number);
        var words = new RuleWords(run.Regime, twin.Regime);
        var scored = district.Roster.Is(slot, Role.Adult) && !SubjectTable.LeavesOut(twin.Situation.Marks[slot]);
        return new Account(
            person.ToString(), week, scored, RuleWords.Points(grades.Sign * grades.Base),
            [
                .. LinesOf(run, twin, words, slot, 0, week),
                .. Weighed(run, run.Regime.Score, twin.Regime.Weights, twin.Weighing, grades, standing.Score[slot], week),
            ],
            RuleWords.Points(grades.Sign * standing.Score[slot]), words.Grade(standing.Grade[slot], standing.Before[slot]),
            [.. Enumerable.Range(1, grades.Further.Length).Select(scale => On(run, twin, words, slot, scale, week))],
            RecordsAside(twin.Dossiers, slot))
        {
            Note = RuleWords.Note(grades, standing, slot, 0),
            NotInForce = Turning.Missing(
                run.Regime, week - 1, twin.Regime.Runs, twin.Responses.LastOrDefault(r => r.Week < week).Phase),
            FromOthers = twin.Regime.Consequences.Spills.Any ? [.. SpillWords.Of(twin.Regime, standing.Hits[slot])] : [],
        };
    }

    private static int RecordsAside(Dossiers dossiers, int slot)
    {
        var kept = 0;
        for (var r = dossiers.Head(slot); r >= 0; r = dossiers.Ledger.Previous(r))
        {
            kept += dossiers.Ledger.State(r) == RecordState.Aside ? 1 : 0;
        }
        return kept;
    }

    private static FurtherAccount On(LoadedRun run, Twin twin, RuleWords words, int slot, int scale, int week)
    {
        var table = twin.Regime.Grades.On(scale);
        var score = table.Weighted
            ? twin.Standing.ScoresOf(table, scale)[slot]
            : Reckoning.Sum(twin.Regime.Rules, twin.Regime.Grades, twin.Dossiers, slot, scale).Score;
        var parts = table.Weighted
            ? Weighed(run, run.Regime.Scales[table.Id].Score, twin.Regime.FurtherWeights[table.Column],
                twin.FurtherWeighing[table.Column], table, score, week)
            : [];
        return new FurtherAccount(
            table.Id, table.Label, RuleWords.Points(table.Sign * table.Base),
            [.. LinesOf(run, twin, words, slot, scale, week), .. parts],
            RuleWords.Points(table.Sign * score), table.Names[twin.Standing.GradeOn(scale, slot)],
            (twin.Situation.Marks[slot] & twin.Regime.Rules.Books[scale].Refuses) == 0)
        {
            Note = RuleWords.Note(table, twin.Standing, slot, scale),
        };
    }

    private static List<AccountLine> LinesOf(LoadedRun run, Twin twin, RuleWords words, int slot, int scale, int week)
    {
        var grades = twin.Regime.Grades;
        var counted = Reckoning.Explain(twin.Regime.Rules, grades, twin.Dossiers, slot, scale);
        counted.Reverse();
        return [.. counted.Select(c => c.Record < 0 ? EndOfScale(c, grades.On(scale), week) : Line(run, twin, words, c, grades.On(scale)))];
    }

    // The parts of a weighed score; of somebody who came after the last weighing, where the scale lets newcomers stand.
    private static IEnumerable<AccountLine> Weighed(
        LoadedRun run, Scale? text, WeightTable? weights, Weighing weighing, GradeTable grades, int score, int week)
    {
        if (weights is null || text?.Weights is not { } named)
        {
            return [];
        }
        if (grades.Base + weighing.Parts.Sum(p => p.Points) != score)
        {
            return [new AccountLine("start", "", "not weighed yet: the middle of the grade of entry", week, week + 1,
                RuleWords.Points(score - grades.Base), 0, null, "")];
        }
        var since = LifeDate.FromHistory(run.Plan, weighing.WeighedIn);
        var words = new WeightWords(named, weights);
        return weighing.Parts.Select(part =>
        {
            var (rule, text) = words.Of(part);
            return new AccountLine(rule, "", text, since, since + Calendar.Exchange, RuleWords.Points(part.Points), 0, null, "");
        });
    }

    private static AccountLine EndOfScale(Contribution end, GradeTable grades, int week)
    {
        var (name, text) = end.Points > 0 ? ("floor", "no score is below ") : ("ceiling", "no score is above ");
        var at = RuleWords.Points(grades.Sign * (end.Points > 0 ? grades.Floor : grades.Ceiling));
        return new AccountLine(
            name, "", text + FormattableString.Invariant($"{at:0.###}"), week, week + 1, RuleWords.Points(grades.Sign * end.Points), 0,
            null, "");
    }

    private static AccountLine Line(LoadedRun run, Twin twin, RuleWords words, Contribution counted, GradeTable scale)
    {
        var (ledger, record) = (twin.Dossiers.Ledger, counted.Record);
        var (rule, article, text) = words.Of(counted.Rule);
        return new AccountLine(
            rule, article, text,
            LifeDate.FromHistory(run.Plan, ledger.Week(record)), LifeDate.FromHistory(run.Plan, ledger.Expires(record)),
            RuleWords.Points(scale.Sign * counted.Points), counted.Suspended ? RuleWords.Points(ledger.Points(record)) : 0,
            words.GradeOf(counted.Rule), RuleWords.Origin(twin.Origins.Of(record)));
    }
}
