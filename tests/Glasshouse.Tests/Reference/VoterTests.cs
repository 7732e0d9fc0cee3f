using Glasshouse.Learning;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// One copies another, by the society's own exchange: 100 people who can all meet (finding voter_complete). An opinion wins with the
/// share that it starts from, and agreement takes N times the entropy. 10,000 runs: the share is missed by three standard
/// errors, 0.014, the time by four, each in less than one of 300 tests.
/// </summary>
public sealed class VoterTests
{
    [Theory]
    [InlineData(30, 0.611)]
    [InlineData(50, 0.693)]
    public void An_opinion_wins_as_often_as_it_is_held_and_agreement_takes_its_time(int holders, double time)
    {
        const int People = 100;
        const int Runs = 10_000;
        var (wins, sweeps) = (0, 0L);
        for (var run = 0; run < Runs; run++)
        {
            var rounds = new Rounds(People, (ulong)(run + 1));
            rounds.Opinions.AsSpan(0, holders).Fill(1);
            do
            {
                rounds.Pass(OpinionRule.Copying, 1, 1);
                sweeps++;
            }
            while (rounds.Opinions.AsSpan().Contains(0f) && rounds.Opinions.AsSpan().Contains(1f));
            wins += rounds.Opinions[0] == 1 ? 1 : 0;
        }
        Assert.InRange(wins / (double)Runs, holders / 100.0 - 0.015, holders / 100.0 + 0.015);
        // Agreement is seen at the end of its sweep, half a sweep late on average.
        Assert.InRange((sweeps - Runs / 2) / (double)Runs / People, time - 0.025, time + 0.025);
    }
}
