using Glasshouse.Lab.Telling;
using Glasshouse.Tests.Scoring;
using Xunit;

namespace Glasshouse.Tests.Telling;

/// <summary>What follows from all subjects is told to one: learned weights, bands by rank, and that somebody is too new.</summary>
public sealed class DerivedAccountTests
{
    [Fact]
    public void A_learned_score_adds_up_from_the_mean_of_all_and_says_what_it_learned_from()
    {
        var run = Told.With(_ => LearnedTests.Regime);
        var person = First(run);
        foreach (var (week, learned) in new[] { (60, false), (100, true) })
        {
            var account = Account.Of(run, person, week);
            Assert.Equal(account.Score, account.Base + account.Lines.Sum(l => l.Points), 6);
            Assert.Equal(learned, account.Lines.Any(l => l.Rule == "average" && l.Text.Contains("learned from", StringComparison.Ordinal)));
            Assert.Equal(learned, account.Lines.Any(l => l.Text.Contains("log-odds", StringComparison.Ordinal)));
            Assert.Contains(account.Lines, l => l.Rule == "payment-history/marks");
        }
    }

    [Fact]
    public void Bands_by_rank_are_told_as_they_were_last_cut()
    {
        var run = Told.With(_ => RankingTests.Regime);
        var person = First(run);
        Assert.Contains("not cut yet: points leave everybody in A", Account.Of(run, person, 2).Note, StringComparison.Ordinal);
        var later = Account.Of(run, person, 60);
        Assert.Contains("as last cut: ", later.Note, StringComparison.Ordinal);
        Assert.Contains("as last cut: ", later.Further.Single().Note, StringComparison.Ordinal);
    }

    private static PersonId First(LoadedRun run)
    {
        var roster = run.Replay(new PersonId(0, 0)).District.Roster;
        return new PersonId(0, Enumerable.Range(0, roster.Slots).First(s => roster.Lives(s) && roster.Age[s] is > 30 and < 60));
    }
}
