using System.Runtime.Intrinsics;
using Glasshouse.Kernel;
using Glasshouse.Learning;
using Xunit;

namespace Glasshouse.Tests.Reference;

/// <summary>
/// News that is told and stifled, by the step that the society uses, comes to the final size of an epidemic (finding sir_final_size).
/// Four runs of 100,000 people: the standard error of their mean is at most 0.003, so that the tolerance of 0.01 is missed by chance
/// in less than one of a thousand tests.
/// </summary>
public sealed class SirTests
{
    private const int People = 100_000;
    private const int Runs = 4;

    [Theory]
    [InlineData(1.5, 0.583)]
    [InlineData(2, 0.797)]
    [InlineData(2.5, 0.893)]
    [InlineData(3, 0.940)]
    public void News_reaches_the_final_share_of_an_epidemic(double r0, double share)
    {
        // A teller stops with chance 0.1 a week; four weeks in one step have four times the contacts and four times the chance to stop.
        Assert.InRange(Mean((float)r0, 0.1f), share - 0.01, share + 0.01);
        Assert.InRange(Mean((float)r0, 0.4f), share - 0.01, share + 0.01);
    }

    [Fact]
    public void News_that_reaches_less_than_one_other_dies_out() => Assert.InRange(Mean(0.8f, 0.1f), 0.0005, 0.02);

    private static double Mean(float r0, float stops) =>
        Enumerable.Range(0, Runs).Average(run => Reached(r0, stops, new Draw((ulong)run, 0, Purpose.Named("tests/sir"))));

    private static double Reached(float r0, float stops, Draw draw)
    {
        var marks = new uint[People];
        marks.AsSpan(0, 50).Fill(Talk.News);
        for (var (step, tellers) = (0, 50); tellers > 0; step++)
        {
            var hears = Talk.Hears(0, r0 * stops, tellers / (float)People);
            tellers = 0;
            for (var i = 0; i < People; i += 16)
            {
                draw.At16(Vector512.CreateSequence((uint)i, 1u), step, 0, out var luck, out _, out _, out _);
                for (var j = 0; j < 16; j++)
                {
                    marks[i + j] = Talk.Step(marks[i + j], hears, stops, luck[j]);
                    tellers += marks[i + j] == Talk.News ? 1 : 0;
                }
            }
        }
        return marks.Count(m => m != 0) / (double)People;
    }
}
