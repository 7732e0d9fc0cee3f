using Glasshouse.Files;
using Glasshouse.Lab.Telling;
using Glasshouse.Regimes;
using Xunit;

namespace Glasshouse.Tests.Telling;

/// <summary>What people choose is told: that they join and leave a score, and what they spend points on.</summary>
public sealed class ChoiceTests
{
    [Fact]
    public void A_life_tells_consent_records_kept_aside_and_what_was_bought()
    {
        var run = Told.With(regime => regime with
        {
            Subjects = new Subjects
            {
                AdultFrom = Of(18),
                OptIn = new OptIn { Share = Of(0.5), JoinsYearly = Of(0.6), WithdrawsYearly = Of(0.6), RecordedAnyway = true },
            },
            Score = regime.Score! with
            {
                Spending = new Dictionary<string, Spending>
                {
                    ["oil"] = new() { Text = "a bottle of oil", Price = Of(4), Worth = Of(0.1), YearlyChance = Of(1), Article = "a" },
                },
            },
        });
        var replay = run.Replay(new PersonId(0, 0));
        var people = Enumerable.Range(0, replay.District.Roster.Slots).Where(s => s % 3 == 0 && replay.District.Roster.Lives(s)).ToList();
        var lives = people.Select(slot => new LifeRecorder(run, replay.District, slot)).ToList();
        replay.Run(week => lives.ForEach(life => life.AfterWeek(week)));
        var told = lives.SelectMany(life => life.With.Events).Select(e => e.Text).ToList();
        Assert.Contains(told, t => t.StartsWith("asks to be scored", StringComparison.Ordinal));
        Assert.Contains(told, t => t.StartsWith("withdraws consent", StringComparison.Ordinal));
        Assert.Contains(told, t => t.StartsWith("consent is withdrawn, the record is closed", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("kept aside: not scored", StringComparison.Ordinal));
        Assert.Contains("spends 4 points: a bottle of oil", told);

        Assert.DoesNotContain(lives.SelectMany(life => life.Without.Events), e => e.Text.Contains("scored", StringComparison.Ordinal));

        var accounts = people.Select(slot => Account.At(run, replay.District, new PersonId(0, slot), run.Plan.Weeks)).ToList();
        Assert.Contains(accounts, a => a.KeptAside > 0 && !a.Scored);
        Assert.All(accounts, a => Assert.True(a.Scored || a.Lines.Count == 0));
        var prices = accounts.SelectMany(a => a.Lines).Where(l => l.Rule == "spending oil").ToList();
        Assert.NotEmpty(prices);
        Assert.All(prices, p => Assert.Equal(("a bottle of oil", "a", "true"), (p.Text, p.Article, p.Origin)));
    }

    private static Figure Of(double value) => new(value, Provenance.Assumed, "chosen for a test", value, value);
}
