using Glasshouse.Files;
using Glasshouse.Kernel;
using Glasshouse.Lab;
using Glasshouse.Lab.Telling;
using Glasshouse.Population;
using Glasshouse.Regimes;
using Xunit;
using Draw = Glasshouse.Kernel.Draw;

namespace Glasshouse.Tests.Telling;

public sealed class AccountTests
{
    [Fact]
    public void The_account_adds_up_for_a_thousand_persons_and_weeks_drawn_at_random()
    {
        var run = Told.Run;
        var people = Told.People(0).ToList();
        var replay = run.Replay(people[0]);
        var draw = new Draw(11, 0, Purpose.Named("tests/account"));
        var (told, withLines, perWeek) = (0, 0, 10);
        replay.Run(past =>
        {
            var week = LifeDate.FromHistory(run.Plan, past);
            for (var i = 0; week >= 1 && i < perWeek; i++)
            {
                // Half of them among those with records, who are few at first.
                var person = Pick(draw.At((uint)i, week).A, i % 2 == 0);
                var account = Account.At(run, replay.District, person, week);
                var standing = replay.District.Twins[^1].Standing;
                Assert.Equal(standing.Score[person.Number], (int)Math.Round(account.Score * 1000));
                Assert.Equal(account.Score, account.Base + account.Lines.Sum(l => l.Points), 6);
                var ground = account.Lines.Any(l => l.Grade is not null);
                Assert.All(account.Lines, l => Assert.True(l.Suspended == 0 || (l.Points == 0 && ground)));
                told++;
                withLines += account.Lines.Count > 0 ? 1 : 0;
            }
        });
        Assert.True(told >= 1000, $"{told} accounts");
        Assert.True(withLines >= 200, $"{withLines} accounts with a record");

        PersonId Pick(uint bits, bool filed)
        {
            var dossiers = replay.District.Twins[^1].Dossiers;
            var from = filed ? people.Where(p => dossiers.Head(p.Number) >= 0).ToList() : people;
            return from.Count == 0 ? people[0] : from[Draw.Below(bits, from.Count)];
        }
    }

    [Fact]
    public void The_account_adds_up_where_a_floor_or_a_ceiling_binds()
    {
        var run = Told.With(regime => regime with
        {
            Score = regime.Score! with { Floor = End(990), Ceiling = End(1005) },
            Rules = regime.Rules! with { SuspendBonuses = null },
        });
        var replay = run.Replay(new PersonId(0, 0));
        replay.Run(_ => { });
        var people = Enumerable.Range(0, replay.District.Roster.Slots).Where(replay.District.Roster.Lives);
        var accounts = people.Select(n => Account.At(run, replay.District, new PersonId(0, n), run.Plan.Weeks)).ToList();
        Assert.All(accounts, a => Assert.Equal(a.Score, a.Base + a.Lines.Sum(l => l.Points), 6));
        foreach (var (end, score) in new[] { ("floor", 990), ("ceiling", 1005) })
        {
            var bound = accounts.Where(a => a.Lines.Any(l => l.Rule == end)).ToList();
            Assert.NotEmpty(bound);
            Assert.All(bound, a => Assert.Equal((score, end), ((int)a.Score, a.Lines[^1].Rule)));
        }

        static Figure End(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
    }

    [Fact]
    public void The_account_of_a_week_asked_for_alone_is_the_same_as_on_the_way()
    {
        var (person, _) = new KindIndex(Told.Seed, Told.Run.Marks).Pick(LifeKind.Named("grade fell"));
        var life = LifeStory.Tell(Told.Run, new LifeWish { Person = person.ToString() });
        foreach (var step in life.With.Where(e => e.Score is not null).Take(3))
        {
            var account = Account.Of(Told.Run, person, step.Week);
            Assert.Equal(step.Score!.After, account.Score);
            Assert.Equal(step.Score.GradeAfter, account.Grade);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(105)]
    public void A_week_outside_the_run_is_refused(int week)
    {
        var refused = Assert.Throws<RefusedException>(() => Account.Of(Told.Run, new PersonId(0, 0), week));
        Assert.Contains("1 to 104", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_others_bring_is_told_while_it_lasts_and_to_nobody_else()
    {
        static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
        var run = Told.With(regime => regime with
        {
            Consequences = new Dictionary<string, Consequence>
            {
                ["home"] = regime.Consequences.Values.First() with
                {
                    Grades = ["D"],
                    Effect = Glasshouse.Responding.Effect.HomeRefused,
                    Size = Of(0.5),
                    AlsoHits = [Reached.Household],
                    AlsoSize = Of(0.25),
                    Applied = null,
                },
            },
        });
        var replay = run.Replay(new PersonId(0, 0));
        var (hit, watched) = (0, -1);
        replay.Run(_ => { });
        var (roster, twin) = (replay.District.Roster, replay.District.Twins[1]);
        for (var slot = 0; slot < roster.Slots; slot++)
        {
            var hits = roster.Lives(slot) && Enumerable.Range(roster.Household[slot], roster.HouseholdSize[slot])
                .Any(other => other != slot && roster.Lives(other) && twin.Regime.Grades.Names[twin.Standing.Grade[other]] == "D");
            var account = Account.At(run, replay.District, new PersonId(0, slot), run.Plan.Weeks);
            Assert.Equal(hits ? ["grade D of somebody at home: home-refused 0.25"] : [],
                account.FromOthers.Where(line => line.Contains("home-refused", StringComparison.Ordinal)));
            (hit, watched) = hits ? (hit + 1, slot) : (hit, watched);
        }
        Assert.True(hit > 0);
        var life = LifeStory.Tell(run, new LifeWish { Person = new PersonId(0, watched).ToString() });
        Assert.Contains(life.With, e => e.Text == "hit by grade D of somebody at home: home-refused 0.25");
    }

    [Fact]
    public void Nobody_under_age_is_scored()
    {
        var child = Told.People(0).First(p => Told.Run.Replay(p).District.Roster is var r && !r.Is(p.Number, Role.Adult));
        Assert.False(Account.Of(Told.Run, child, 1).Scored);
    }
}
