using Glasshouse.Acting;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Glasshouse.Living;
using Glasshouse.Recording;
using Glasshouse.Regimes;
using Glasshouse.Responding;
using Glasshouse.Scoring;
using Glasshouse.Tallying;

namespace Glasshouse.Engine;

// Engine: the week. It reads like DESIGN 5 and holds no rule of its own; every rule is in the folder of its phase.

/// <summary>A few thousand people with their homes and firms, in all twins: the unit of computation.</summary>
public sealed partial class District
{
    /// <summary>Lets one week pass in all twins.</summary>
    /// <param name="week">Week of the history, from 0.</param>
    /// <param name="sheets">Where each twin's counts go; null during the burn-in and in a replay.</param>
    public void Pass(int week, Sheet[]? sheets)
    {
        foreach (var twin in Twins)
        {
            Turn(twin, week);
        }
        Rank(week);
        Renew(week);
        _candidates.DrawWeek(_seed, Number, week, _temperaments, _scalar);
        for (var t = 0; t < Twins.Count; t++)
        {
            var twin = Twins[t];
            twin.Counting.Open(sheets?[t], Periods.Of(week - _plan.BurnInWeeks, _plan.Years));
            Act(twin);
            Observe(twin, week);
            Record(twin, week);
            Score(twin, week);
            Respond(twin, week);
            Live(twin, week);
            Learn(twin, week);
            Tally(twin, week);
        }
    }

    // Where what is in force changes, and not what is on record, everybody is looked at anew.
    private void Turn(Twin twin, int week)
    {
        var weighed = twin.Regime.Weights is not null;
        twin.MoveTo(Math.Max(0, week - _plan.BurnInWeeks));
        if (!twin.HasTurned)
        {
            return;
        }
        var regime = twin.Regime;
        if (regime.Erases)
        {
            twin.Dossiers.Erase();
        }
        Answering.Mark(regime.Consequences, twin.Standing, Roster, twin.Situation);
        Spilling.Forget(twin.Standing, twin.Situation);
        ReviewSpills(twin);
        Lives.License(Roster, twin.Situation, twin.Standing, regime.Consequences);
        if (!regime.Runs)
        {
            Talk.End(twin.Situation);
        }
        twin.Dossiers.TouchAll();
        if (!weighed)
        {
            Weigh(twin, week);
        }
    }

    private void Act(Twin twin) =>
        Deciding.Decide(Conducts, _candidates, Deciders(twin), twin.Acts, _scalar);

    private void Observe(Twin twin, int week)
    {
        var sights = twin.Regime.Sights;
        twin.Watching.Look(Conducts, sights, twin.Regime.Sensors, twin.Inspected, Roster, twin.Acts, _seed, Number, week, _scalar);
        twin.Watching.Invent(sights, _society.Inventions, _confusables, Conducts, _seed, Number, week);
        twin.Watching.Arrive(twin.Imported, _confusables, Conducts, _seed, Number, week);
        twin.Watching.Close(sights, Conducts, Roster, week);
        twin.Imported = [];
    }

    private void Record(Twin twin, int week)
    {
        var rules = twin.Regime.Rules;
        foreach (var scale in rules.Asked)
        {
            twin.Standing.GradesOn(scale, twin.Entering.Held(scale, Roster.Slots));
        }
        twin.Entering.Open(twin.Dossiers, week);
        twin.Entering.Enter(rules, twin.Dossiers, Roster, twin.Situation, twin.Watching.Sightings.Seen, week);
        twin.Entering.Continue(rules, twin.Dossiers, Roster, twin.Situation, week);
        twin.Entering.Come(rules, twin.Dossiers, Roster, twin.Situation, week);
        if (twin.HasTurned)
        {
            Linking.Standing(LinkTime.While, rules, twin.Dossiers, twin.Standing, Roster, twin.Situation, twin.Entering, week);
        }
        Note(twin, 0, week);
        twin.Bribery.Strike(Conducts, rules, twin.Dossiers, twin.Entering.Records, Deciders(twin), _seed, Number, week);
    }

    private void Note(Twin twin, int first, int week)
    {
        foreach (ref readonly var one in twin.Entering.Records[first..])
        {
            twin.Origins.Note(one.Record, one.Sighting, one.Continues, twin.Watching.Sightings);
        }
        Strike(twin, week);
    }

    private void Score(Twin twin, int week)
    {
        var dates = new Dates(ExchangeFollows(week), YearEnds(week));
        var settling = new Settling(Read(twin), twin.Entering, twin.Reckoning, twin.Linking, dates, week);
        while (settling.Next())
        {
            Note(twin, settling.First, week);
        }
    }

    private Weighed Read(Twin twin) =>
        new(twin.Regime.Rules, twin.Regime.Grades, twin.Dossiers, Roster, twin.Situation, twin.Standing);

    // At a date of its own a scale turns everybody's score into a grade, and a year in a grade brings what it brings.
    private void YearEnd(Twin twin, int week)
    {
        var (rules, grades) = (twin.Regime.Rules, twin.Regime.Grades);
        if (grades.HasDate(new Dates(ExchangeFollows(week), YearEnds(week))))
        {
            twin.Dossiers.TouchAll();
        }
        if (YearEnds(week) && week >= _plan.BurnInWeeks && rules.Links.Length > 0)
        {
            var entered = twin.Entering.Records.Length;
            Linking.Standing(LinkTime.YearEnd, rules, twin.Dossiers, twin.Standing, Roster, twin.Situation, twin.Entering, week);
            Note(twin, entered, week);
        }
    }

    private void Consent(Twin twin, int week)
    {
        twin.Consenting.Open();
        if (ExchangeFollows(week) && twin.Regime.Subjects.Consents.Length > 0)
        {
            twin.Consenting.Month(twin.Regime.Subjects, twin.Regime.Rules, twin.Regime.Grades, twin.Dossiers, twin.Standing, Roster,
                twin.Situation, _seed, Number, week);
            Newcomers.Review(twin.Regime.Grades, twin.Standing, twin.Dossiers, Roster, twin.Situation);
        }
    }

    private void Buy(Twin twin, int week)
    {
        twin.Buying.Open();
        twin.Selling.Open();
        if (ExchangeFollows(week) && twin.Regime.Consequences.Offers.Length > 0)
        {
            twin.Buying.Month(
                twin.Regime.Consequences, twin.Regime.Rules, twin.Regime.Grades, twin.Dossiers, Roster, _seed, Number, week);
            foreach (var bought in twin.Buying.Bought)
            {
                for (var r = bought.Record; r < bought.Record + bought.Records; r++)
                {
                    twin.Origins.Note(r, -1, -1, twin.Watching.Sightings);
                }
            }
        }
        if (ExchangeFollows(week) && twin.Regime.Consequences.Lots.Length > 0)
        {
            twin.Selling.Month(
                twin.Regime.Consequences.Lots, twin.Regime.Rules, twin.Dossiers, Roster, twin.Situation, _seed, Number, week);
            foreach (var sold in twin.Selling.Sold)
            {
                twin.Origins.Note(sold.Record, -1, -1, twin.Watching.Sightings);
            }
        }
    }

    // The exchange after a date has brought cut-offs down: bands by rank are filled anew, from the scores as the date left them.
    private void Rank(int week)
    {
        var dates = new Dates(ExchangeFollows(week - 1), YearEnds(week - 1), Ranking: true);
        foreach (var twin in ExchangeFollows(week - 1) ? Twins : [])
        {
            if (twin.Regime.Grades.Ranks(dates))
            {
                twin.Dossiers.TouchAll();
                twin.Reckoning.Reckon(twin.Regime.Rules, twin.Regime.Grades, twin.Dossiers, twin.Standing, dates);
            }
        }
    }

    private void Weigh(Twin twin, int week)
    {
        foreach (var table in twin.Regime.Weighed)
        {
            twin.WeighingOf(table).Weigh(Read(twin), table, week, Watched);
        }
    }

    // A year's events are noted as they are entered. At its turn a fit of that year begins, and takes a step at every exchange.
    private void Study(Twin twin, Sample sample, int week)
    {
        var tally = twin.SampleTallies;
        if (twin.Regime.Weights is not { Learned: { } learned } weights)
        {
            tally.Clear();
            return;
        }
        sample.Note(twin.Entering.Records, twin.Dossiers.Ledger, learned.Target);
        if (YearEnds(week))
        {
            sample.Turn(Read(twin), weights, week);
        }
        if (ExchangeFollows(week))
        {
            tally.Clear();
            if (week + 1 - _plan.BurnInWeeks >= Calendar.Year && (week + 1) % Calendar.Year / Calendar.Exchange < Learned.Steps)
            {
                sample.Tally(tally, learned.Working);
            }
        }
    }

    private void Respond(Twin twin, int week)
    {
        twin.Answering.Open();
        MarkLives(twin, week);
        var redress = twin.Regime.Consequences.Redress;
        foreach (var (record, luck) in Answering.AppealsDue(twin.Dossiers, Roster, AppealSlots(twin, week), _seed, Number, week))
        {
            // The one question that the regime may ask about what happened.
            var remove = twin.Origins.SecondLook(record, luck, redress.FalseFound, redress.TrueCleared);
            twin.Answering.Decide(twin.Dossiers, Roster, record, remove, _society.Learning.Sources, _seed, Number, week);
        }
        twin.Answering.Return(twin.Dossiers, Roster, week);
        twin.Experience.Contesting.Open(twin.Dossiers, Roster, twin.Situation, week);
        twin.Dossiers.Agenda.Done(week);
        if (twin.Regime.Runs && ExchangeFollows(week))
        {
            twin.Answering.Month(twin.Regime.Consequences, twin.Regime.Rules, twin.Dossiers, twin.Standing, Roster, twin.Situation,
                _seed, Number, week);
            Repaying.Month(_society.Society.Living.Repaying, Conducts, twin.Regime.Consequences, twin.Regime.Rules, twin.Dossiers,
                twin.Answering, Roster, twin.Situation, _seed, Number, week);
            foreach (var (record, replacement) in twin.Answering.Repairs)
            {
                if (replacement >= 0)
                {
                    twin.Origins.Note(replacement, -1, record, twin.Watching.Sightings);
                }
            }
        }
        if (ExchangeFollows(week))
        {
            Newcomers.Month(twin.Regime.Grades, twin.Standing, twin.Dossiers);
        }
        Consent(twin, week);
        Buy(twin, week);
        YearEnd(twin, week);

        if (ExchangeFollows(week))
        {
            Weigh(twin, week);
        }

        // What redress changed counts at once, so that at the end of every week the score is the sum of what counts.
        Score(twin, week);
        MarkLives(twin, week);
    }

    private void MarkLives(Twin twin, int week)
    {
        var consequences = twin.Regime.Consequences;
        Answering.Mark(consequences, twin.Reckoning.Changes, twin.Standing, twin.Situation);
        Lives.License(twin.Reckoning.Changes, Roster, twin.Situation, twin.Standing, consequences);
        if (consequences.Spills.Any)
        {
            twin.Spilling.Follow(consequences, twin.Reckoning.Changes, twin.Standing, Roster, twin.Situation);
            Spread(twin);
        }
        Ties.Shun(_society.Learning.Figures.Ties, consequences, twin.Reckoning.Changes, Roster, twin.Situation, twin.Lives,
            _seed, Number, week);
        Harm.Mark(twin.Past);
        twin.Dossiers.Touched.Clear();
        twin.Reckoning.Clear();
        twin.Linking.Open();
    }

    // Whom the grades of others hit, or hit no more, is a driver or not, and is told the causes of it.
    private void Spread(Twin twin)
    {
        foreach (var slot in twin.Spilling.Moved)
        {
            Lives.License(slot, Roster, twin.Situation, twin.Standing, twin.Regime.Consequences);
            twin.Dossiers.Touched.Add(slot);
        }
    }

    private void Live(Twin twin, int week)
    {
        var life = _society.Living;
        var consequences = twin.Regime.Consequences;
        var findings = twin.Watching.Findings;
        twin.Penalties.Decide(Conducts, Roster, twin.Situation, findings, twin.Bribery, _seed, Number, week);
        twin.Lives.Leave(life, Conducts, Roster, twin.Situation, twin.Acts, findings, twin.Penalties, _seed, Number, week);
        twin.Books.Close(Conducts, Roster, twin.Situation, twin.Acts, twin.Penalties, findings, _seed, Number, week);
        if (ExchangeFollows(week))
        {
            twin.Books.Month(Roster, twin.Situation, twin.Standing, twin.Regime.Grades, consequences);
        }
        foreach (var named in twin.Answering.Public)
        {
            if (named.Effect == Effect.NamedInPublic)
            {
                twin.Lives.Name(Roster, twin.Situation, named.Slot, week);
            }
        }
        Lives.Receive(twin.Situation, twin.Buying.Bought, consequences.Offers);
        Lives.Pay(twin.Situation, twin.Selling.Sold, consequences.Lots);
        var bearing = Bearing(twin);
        twin.Lives.Meet(life, _candidates, Conducts.Count, Roster, twin.Situation, twin.Standing, consequences, bearing);
        twin.Lives.Seek(life, Roster, twin.Situation, twin.Standing, consequences, bearing, _seed, Number, week);
        Lives.Earn(life, twin.Situation, twin.Standing, consequences, _scalar);
        if (ExchangeFollows(week))
        {
            twin.Lives.Month(life, Roster, twin.Situation, _seed, Number, week);
        }
    }

    private void Learn(Twin twin, int week)
    {
        var learning = _society.Learning;
        Experience.Undergo(learning, Conducts, twin.Acts, twin.Watching.Findings, twin.Mind, twin.Blocks);
        twin.Experience.Notice(learning, Conducts, twin.Regime.Rules, twin.Regime.Consequences, twin.Dossiers, twin.Origins,
            twin.Entering.Records, twin.Lives.Met, Roster, twin.Situation, twin.Mind, twin.Blocks, _seed, Number, week);
        Ties.Wear(learning.Figures.Ties, _society.Informing, twin.Acts, twin.Answering.Public, Roster, twin.Situation, twin.Lives,
            _seed, Number, week);
        Strain.ShutOut(learning.Figures, twin.Lives.Met, twin.Mind);
        Experience.Witness(learning, twin.Answering.Public, twin.Mind, twin.Blocks);
        if (twin.Signal.Runs && twin.Regime.Runs && ExchangeFollows(week))
        {
            Talk.Month(learning, Roster, twin.Situation, _seed, Number, week);
            Informing.Heads(_society.Society.Firms, twin.Regime.Grades, Roster, twin.Situation, _seed, Number);
        }
        if (ExchangeFollows(week))
        {
            Distrust.Month(learning, twin.Signal, twin.Situation, twin.Mind, week);
            Opinions.Month(learning, Roster, twin.Mind, _seed, Number, week);
            Crowding.Month(Conducts, twin.Regime.Stakes, twin.Situation, twin.Motives, week);
        }
        if (twin.Defiance is { } defiance && _society.Resistance is { } resistance)
        {
            Protest.Arrest(resistance, Conducts, twin.Watching.Findings, twin.Situation, defiance, _seed, Number, week);
            if (ExchangeFollows(week))
            {
                Protest.Month(resistance, Roster, twin.Situation, twin.Mind, defiance, _scalar);
                Evasion.Month(resistance, learning.LawRisk, Roster, twin.Situation, twin.Mind, defiance, _scalar);
            }
        }
        Example.Follow(Conducts, learning.Figures, twin.Acts, twin.Blocks);
        Feeling.Settle(learning, twin.Signal, Roster, twin.Situation, twin.Mind, twin.Blocks, week, _scalar);
        twin.Books.Hear((float)learning.Figures.WeeklyAdjustment, twin.Signal.IfDone);
    }

    private void Tally(Twin twin, int week)
    {
        twin.Counting.Acts(twin.Acts, twin.Watching.Findings);
        twin.Counting.Regime(twin.Entering.Records, twin.Experience, twin.Answering, twin.Consenting, twin.Buying, twin.Selling);
        twin.Counting.Occasions(twin.Lives.Met);
        twin.Counting.Firms(twin.Acts, twin.Books, twin.Penalties, twin.Bribery);
        if (twin.Sample is { } sample)
        {
            Study(twin, sample, week);
        }
        if (ExchangeFollows(week) && twin.Regime.Grades.AnyRanked)
        {
            Ranking.Tally(
                twin.RankTallies, twin.Regime.Rules, twin.Regime.Grades, twin.Dossiers, twin.Standing, Roster, twin.Situation);
        }
        if (twin.Regime.Sensors is not null)
        {
            GroupRecords.Tally(twin.SensorTallies, twin.Entering.Records, twin.Regime.Rules, Conducts, twin.Dossiers, Roster,
                twin.Situation, week);
        }
        if (ExchangeFollows(week) && twin.Regime.Answers)
        {
            Response.Tally(twin.SupportTallies, Roster, twin.Mind, twin.Situation);
        }
        if ((week + 1) % Calendar.Quarter == 0)
        {
            var sinceFork = week + 1 - _plan.BurnInWeeks;
            twin.Counting.Stocks(sinceFork > 0 && sinceFork % Calendar.Year == 0, _society.Learning.Survey);
        }
    }
}
