using Glasshouse.Acting;
using Glasshouse.Engine;
using Glasshouse.Kernel;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Acting;

/// <summary>Words are kept back before others or for fear of the state, and never for both.</summary>
public sealed class SpeechTests
{
    private static readonly ConductTable Conducts = Shipped.Tables.Conducts;
    private static readonly Setting Friends = new(0, 1);
    private static readonly Setting AllEyes = new(1, 1);
    private static readonly Roster People = new District(Shipped.Plan(people: 2_500), 9, 0, 2_500).Roster;

    // 86 percent would say among friends what 42 percent would post (pew_spiral, which informed the figures): within three points.
    [Fact]
    public void Fewer_post_what_they_say_among_friends()
    {
        Assert.Equal(0.86, 1 - Mean(Conducts.Speech, 0, Friends), 0.03);
        Assert.Equal(0.42, 1 - Mean(Conducts.Speech, 0, AllEyes), 0.03);
    }

    [Fact]
    public void Fear_of_the_state_comes_on_top_of_silence_before_others()
    {
        var calm = Outcomes(0, AllEyes);
        var afraid = Outcomes(0.3f, AllEyes);
        Assert.Contains(Said.SilentForState, afraid);
        Assert.Contains(Said.Opposite, afraid);
        Assert.All(calm.Zip(afraid), both => Assert.Equal(
            both.First == Said.SilentForOthers, both.Second == Said.SilentForOthers));
        Assert.All(calm, said => Assert.True(said is Said.AsMeant or Said.SilentForOthers));
        Assert.DoesNotContain(Said.SilentForState, Outcomes(0.3f, Friends));
    }

    [Fact]
    public void Withholding_grows_with_risk_eyes_and_the_sensitivity_of_the_topic()
    {
        float At(float risk, float visible, float sensitivity) => Mean(Conducts.Speech, risk, new Setting(visible, sensitivity));
        Assert.True(At(0.2f, 1, 1) > At(0.1f, 1, 1) && At(0.1f, 1, 1) > At(0, 1, 1));
        Assert.True(At(0, 1, 1) > At(0, 0.5f, 1) && At(0, 0.5f, 1) > At(0, 0, 1));
        Assert.True(At(0.2f, 1, 2) > At(0.2f, 1, 1) && At(0.2f, 1, 1) > At(0.2f, 1, 0));
        Assert.Equal(At(0, 1, 0), At(0.2f, 1, 0));
    }

    [Fact]
    public void Without_fear_of_others_nobody_minds_who_hears()
    {
        var off = new Speech(Mechanisms.TurnedOff(Mechanisms.Without(Shipped.Society, Mechanism.FearOfOthers)).Acting.Speech);
        Assert.Equal(Mean(off, 0, Friends), Mean(off, 0, AllEyes));
        Assert.Equal(Mean(Conducts.Speech, 0.3f, Friends), Mean(off, 0.3f, Friends));
    }

    // Deterrence does not act on the wish to speak, so fear is counted once, when the word is kept back.
    [Fact]
    public void Critical_words_are_deterred_once() => Assert.All(
        Enumerable.Range(0, Conducts.Count).Where(k => Conducts.Critical[k]), k => Assert.Equal(0, Conducts.Deterrence[k]));

    [Fact]
    public void What_is_taken_down_is_not_seen_and_what_friends_hear_is_no_climate()
    {
        Assert.Equal(0, Conducts.SeenByOthers[Conducts.IndexOf("critical-talk")]);
        var (critical, mobilising) = (Conducts.IndexOf("critical-post"), Conducts.IndexOf("mobilising-post"));
        Assert.True(Conducts.SeenByOthers[mobilising] < Conducts.SeenByOthers[critical] && Conducts.SeenByOthers[critical] < 1);
        var off = new SocietyTables(Mechanisms.Without(Shipped.Society, Mechanism.Removal)).Conducts;
        Assert.Equal(1, off.SeenByOthers[mobilising]);
    }

    // Nobody knew, everybody knows at once, then the felt risk rises: a drop, and a slope after it.
    [Fact]
    public void Who_learns_of_being_watched_reads_less_at_once_and_then_less_still()
    {
        var district = new District(Shipped.Plan(people: 2_500), 9, 0, 2_500);
        district.Fork();
        var twin = district.Twins[1];
        var reading = Conducts.IndexOf("sensitive-reading");
        double Reads() => Enumerable.Range(0, district.Roster.Slots)
            .Average(slot => Deciding.Factor(Conducts, reading, slot, district.Deciders(twin)));
        var before = Reads();
        twin.Situation.Marks.Span.Fill(MarkBits.Of(Mark.Aware));
        var after = Reads();
        twin.Mind.RiskIfDone((int)Channel.Online).Span.Fill(Unit16.Narrow(0.25f, Unit16.Nearest));
        var later = Reads();
        Assert.Equal(1, before, 1e-6);
        Assert.InRange(after, 0.75, 0.85);
        Assert.True(later < after - 0.02);
    }

    private static Said[] Outcomes(float fear, Setting setting) => [.. Enumerable.Range(0, People.Slots).Select(slot =>
        Conducts.Speech.Outcome(People, slot, fear, 0.5f, setting, new Draw(3, 0, Purpose.Named("test/words")).At((uint)slot, 0).A))];

    private static float Mean(Speech speech, float fear, Setting setting) => (float)Enumerable.Range(0, People.Slots)
        .Where(slot => People.Is(slot, Role.Adult)).Average(slot => speech.Withholding(People, slot, fear, 0.5f, setting));
}
