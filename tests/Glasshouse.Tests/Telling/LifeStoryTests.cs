using System.Text.Json;
using Glasshouse.Lab;
using Glasshouse.Lab.Telling;
using Xunit;

namespace Glasshouse.Tests.Telling;

public sealed class LifeStoryTests
{
    [Fact]
    public void A_life_tells_every_record_that_was_entered_for_the_person()
    {
        var (person, _) = Index.Pick(LifeKind.Named("grade fell"));
        var entered = new List<string>();
        var replay = Told.Run.Replay(person);
        var generation = -1;
        replay.Run(past =>
        {
            var now = replay.District.Roster.Generation[person.Number];
            if (now != generation)
            {
                entered.Clear();
                generation = now;
            }
            var twin = replay.District.Twins[^1];
            var week = LifeDate.FromHistory(Told.Run.Plan, past);
            var all = twin.Entering.Records.ToArray().Select(e => e.Record)
                .Concat(twin.Answering.Repairs.Select(r => r.Replacement));
            entered.AddRange(all.Select((record, i) => (record, i))
                .Where(e => e.record >= 0 && twin.Dossiers.Ledger.Subject(e.record) == person.Number)
                .Select(e => $"{week}.{e.i + 1}"));
        });
        var life = Tell(person);
        Assert.NotEmpty(entered);
        Assert.Equal(entered, life.With.Select(e => e.Record?.Id).OfType<string>());
    }

    [Fact]
    public void The_steps_of_a_score_follow_each_other()
    {
        var (person, _) = Index.Pick(LifeKind.Named("grade fell"));
        var steps = Tell(person).With.Select(e => e.Score).OfType<ScoreStep>().ToList();
        Assert.NotEmpty(steps);
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(
            (pair.First.After, pair.First.GradeAfter), (pair.Second.Before, pair.Second.GradeBefore)));
        Assert.All(steps, s => Assert.NotEmpty(s.Because));
    }

    [Fact]
    public void A_step_of_a_score_names_the_appeal_or_repair_of_its_week()
    {
        var changed = new HashSet<int>();
        var replay = Told.Run.Replay(new PersonId(0, 0));
        replay.Run(_ =>
        {
            var twin = replay.District.Twins[^1];
            changed.UnionWith(twin.Answering.Decisions.Where(d => d.Removed).Select(d => (int)d.Slot));
            changed.UnionWith(twin.Answering.Repairs.Select(r => (int)twin.Dossiers.Ledger.Subject(r.Record)));
        });
        Assert.NotEmpty(changed);
        foreach (var slot in changed.Order().Take(4))
        {
            var steps = Tell(new PersonId(0, slot)).With.Select(e => e.Score).OfType<ScoreStep>();
            Assert.All(steps, s => Assert.NotEmpty(s.Because));
        }
    }

    [Fact]
    public void Taking_a_record_away_changes_nothing_before_its_week()
    {
        var (person, record) = Filed(kind: "grade fell");
        var life = LifeStory.Tell(Told.Run, new LifeWish { Person = person.ToString(), WithoutRecord = record.Id });
        var effect = life.DirectEffect!;
        var week = int.Parse(record.Id.Split('.')[0]);
        Assert.Contains(effect.Gone, e => e.Record?.Id == record.Id);
        Assert.All(effect.Gone.Concat(effect.New), e => Assert.True(e.Week >= week, $"{e.Week}: {e.Text}"));
        Assert.All(effect.Scores, g => Assert.True(g.From >= week));
        Assert.NotEmpty(effect.Scores);
    }

    [Fact]
    public void Of_a_record_that_was_taken_away_nobody_is_told()
    {
        var people = Told.People(0).Where(p => Told.Run.Marks[0][p.Number] != 0);
        foreach (var person in people)
        {
            var notice = Tell(person).With.FirstOrDefault(e => e.Text.StartsWith("is told", StringComparison.Ordinal));
            if (notice is not null)
            {
                var life = LifeStory.Tell(Told.Run, new LifeWish { Person = person.ToString(), WithoutRecord = notice.About });
                Assert.Contains(life.DirectEffect!.Gone, e => e.Text == notice.Text && e.Week == notice.Week);
                return;
            }
        }
        Assert.Skip("Nobody was told of a record.");
    }

    [Fact]
    public void A_record_that_the_person_has_not_is_refused_with_those_there_are()
    {
        var (person, record) = Filed(kind: "grade fell");
        var wish = new LifeWish { Person = person.ToString(), WithoutRecord = "1.9999" };
        Assert.Contains(record.Id, Assert.Throws<RefusedException>(() => LifeStory.Tell(Told.Run, wish)).Message);
    }

    [Fact]
    public void A_run_that_comes_out_otherwise_now_is_refused()
    {
        var marks = Told.Run.Marks.Select(m => m.ToArray()).ToArray();
        marks[0][5] ^= 1;
        var wish = new LifeWish { Person = Told.People(0).First().ToString() };
        Assert.Throws<RefusedException>(() => LifeStory.Tell(Told.Run with { Marks = marks }, wish));
    }

    [Fact]
    public void Everybody_has_an_invented_name_and_is_marked_as_invented()
    {
        var names = Told.People(0).Take(200).Select(p => InventedName.Of(Told.Seed, p, 0)).ToList();
        Assert.True(names.Distinct().Count() > 50);
        var life = LifeStory.Tell(Told.Run, new LifeWish());
        Assert.Equal("invented person in a synthetic society", life.Notice);
        Assert.Equal(3, life.Summary.Count);
        var json = JsonDocument.Parse(JsonSerializer.Serialize(life, LifeStory.Json));
        Assert.Equal(life.Notice, json.RootElement.GetProperty("notice").GetString());
        Assert.Equal("ordinary", json.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public void Lives_do_not_part_where_the_regime_does_nothing()
    {
        var blind = Told.Blind();
        for (var i = 0; i < 3; i++)
        {
            var life = LifeStory.Tell(blind, new LifeWish { Another = i });
            Assert.Null(life.Parting);
            Assert.Equal(life.Without.Select(e => e.Text), life.With.Select(e => e.Text));
        }
    }

    [Fact]
    public void Where_lives_part_is_the_first_week_in_which_the_two_lists_of_events_differ()
    {
        var parted = Enumerable.Range(0, 40).Select(i => Tell(Index.Pick(LifeKind.Named("grade fell"), i).Person))
            .First(life => life.Parting is not null);
        var parting = parted.Parting!;
        Assert.NotEmpty(parting.With.Concat(parting.Without));
        Assert.NotEmpty(parting.Path);
        Assert.Equal(Deeds(parted.Without, 0, parting.Week - 1), Deeds(parted.With, 0, parting.Week - 1));

        static IEnumerable<string> Deeds(IReadOnlyList<LifeEvent> events, int from, int to) =>
            events.Where(e => e.Lane == Lane.Did && e.Week >= from && e.Week <= to).Select(e => $"{e.Week} {e.Text}");
    }

    [Fact]
    public void What_was_believed_and_what_was_said_stand_in_lanes_of_their_own()
    {
        var life = Tell(Index.Pick(LifeKind.Named("fell silent")).Person);
        Assert.Contains(life.With, e => e.Lane == Lane.Said && !e.Text.StartsWith("as meant: ", StringComparison.Ordinal));
        Assert.All(life.With.Where(e => e.Lane == Lane.Said), e => Assert.Null(e.Mind));
        var minds = life.With.Where(e => e.Mind is not null).ToList();
        Assert.NotEmpty(minds);
        Assert.All(minds, e => Assert.Equal(Lane.Believed, e.Lane));
        Assert.All(minds, e => Assert.InRange(e.Mind!.StatedSupport, e.Mind.Support, 1));
    }

    [Fact]
    public void What_is_entered_weeks_after_the_act_was_not_unseen()
    {
        var late = 0;
        foreach (var life in Enumerable.Range(0, 8).Select(i => Tell(Index.Pick(LifeKind.Named("grade fell"), i).Person)))
        {
            foreach (var seen in life.With.Where(e => e.Lane == Lane.Seen && e.Text.Contains(", 2 weeks after the act")))
            {
                var acts = life.With.Where(e => e.Week == seen.Week - 2 && e.Conduct == seen.Conduct && e.Noticed is not null).ToList();
                late += acts.Count;
                Assert.True(acts.Count == 0 || acts.Any(a => a.Noticed == true), $"{seen.Week}: {seen.Text}");
            }
        }
        Assert.True(late > 0);
    }

    [Fact]
    public void A_refusal_says_what_told_against_the_person()
    {
        var refusals = Told.People(0).Take(120).SelectMany(p => Tell(p).With)
            .Where(e => e.Text.StartsWith("is turned down for work", StringComparison.Ordinal)
                || e.Text.StartsWith("is refused a loan", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(refusals);
        Assert.Contains(refusals, e => e.Text.Contains("what told most against it: "));
    }

    private static KindIndex Index => new(Told.Seed, Told.Run.Marks);

    private static LifeStory Tell(PersonId person) => LifeStory.Tell(Told.Run, new LifeWish { Person = person.ToString() });

    private static (PersonId Person, RecordEntry Record) Filed(string kind)
    {
        var (person, _) = Index.Pick(LifeKind.Named(kind));
        var records = Tell(person).With.Select(e => e.Record).OfType<RecordEntry>();
        return (person, records.First(r => r.Points < 0 || r.Grade is not null));
    }
}
