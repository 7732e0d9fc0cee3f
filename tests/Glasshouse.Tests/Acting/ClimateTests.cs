using Glasshouse.Acting;
using Glasshouse.Learning;
using Glasshouse.Population;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Acting;

/// <summary>The climate depends neither on how often it is looked at nor, with the shipped figures, on where it began.</summary>
public sealed class ClimateTests
{
    private static readonly Roster People = new Glasshouse.Engine.District(Shipped.Plan(people: 2_500), 9, 0, 2_500).Roster;

    [Fact]
    public void A_steady_stream_brings_the_same_climate_weekly_and_four_weekly()
    {
        var (weekly, monthly) = (0.9f, 0.9f);
        for (var month = 0; month < 26; month++)
        {
            for (var week = 0; week < 4; week++)
            {
                weekly = Climate.Next(weekly, 30, 70, 2_000);
            }
            monthly = Climate.Next(monthly, 120, 280, 2_000);
            Assert.Equal(weekly, monthly, 1e-5f);
        }
        Assert.InRange(monthly, 0.3f, 0.31f);
        Assert.Equal(0.4f, Climate.Next(0.4f, 0, 0, 200));
    }

    // Speech that answers to the climate, exchanged each week or every four weeks: the paths never part by more than a hundredth of
    // the scale, and end at the same climate.
    [Theory]
    [InlineData(0f, 0.5f)]
    [InlineData(1f, 0.5f)]
    [InlineData(0f, 3f)]
    public void One_and_four_weeks_between_exchanges_agree(float start, float strength)
    {
        var weekly = Path(start, strength, weeks: 1, count: 520);
        var monthly = Path(start, strength, weeks: 4, count: 130);
        for (var month = 0; month < 130; month++)
        {
            Assert.Equal(weekly[month * 4 + 3], monthly[month], 0.01f);
        }
        Assert.Equal(weekly[^1], monthly[^1], 0.001f);
    }

    // With the shipped strength of the climate the silent start and the loud one meet; only a strength many times beyond its range
    // holds a society where it began.
    [Fact]
    public void From_silence_and_from_full_voice_the_same_climate_is_reached_unless_others_count_for_nearly_all()
    {
        var range = Shipped.Society.Acting.Speech.Climate;
        foreach (var strength in new[] { (float)range.Value, (float)(range.High ?? 1.5) })
        {
            Assert.Equal(Path(0, strength, 4, 400)[^1], Path(1, strength, 4, 400)[^1], 0.01f);
        }
        Assert.True(Path(1, 20, 4, 400)[^1] - Path(0, 20, 4, 400)[^1] > 0.2f);
    }

    // The whole society: one district begins with nobody heard, one with nothing but criticism. After four years what is left of the
    // difference is below three hundredths; both have the same candidates, so chance hardly parts them.
    [Fact]
    public void A_society_that_begins_silent_finds_its_voice_again()
    {
        var plan = Shipped.Plan(people: 2_500, years: 4);
        float End(float start)
        {
            var end = Weekly.Run(plan, 6, (district, week) =>
            {
                if (week == plan.BurnInWeeks)
                {
                    district.Twins[0].Signal = Signal.None(start);
                }
            });
            return end.Twins[0].Signal.Climate;
        }
        Assert.Equal(End(0), End(1), 0.03f);
    }

    // Two posts per person wish to be critical for each that is supportive; a thousand people's posts rest on two hundred.
    private static List<float> Path(float start, float strength, int weeks, int count)
    {
        var figures = Shipped.Society.Acting.Speech;
        var speech = new Speech(figures with { Climate = figures.Climate with { Value = strength, Low = null, High = null } });
        var climate = start;
        var path = new List<float>();
        for (var i = 0; i < count; i++)
        {
            var voiced = 1 - Enumerable.Range(0, 500).Average(slot => speech.Withholding(People, slot, 0, climate, new Setting(1, 1)));
            climate = Climate.Next(climate, (long)(2_400 * weeks * voiced), 1_200 * weeks, 40_000);
            path.Add(climate);
        }
        return path;
    }
}
