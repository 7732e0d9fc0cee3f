using Glasshouse.Engine;
using Glasshouse.Learning;
using Glasshouse.Population;
using Glasshouse.Societies;
using Glasshouse.Tests.Engine;
using Xunit;

namespace Glasshouse.Tests.Learning;

/// <summary>What people answer is not what they hold, and what they hold of being scored needs no knowledge of it.</summary>
public sealed class SurveyTests
{
    private static readonly uint Aware = MarkBits.Of(Mark.Aware);
    private static readonly uint Informed = MarkBits.Of(Mark.Informed);
    private static readonly Survey Asked = new SocietyTables(Shipped.Society).Learning.Survey;
    private static readonly District Settled = new(Shipped.Plan(people: 2_500), 4, 0, 2_500);

    [Fact]
    public void Approval_follows_support_trust_concern_gain_loss_and_what_is_known()
    {
        float Of(uint marks = 0, float support = 0.6f, float trust = 0.6f, float safety = 0.8f, float concern = 0, float seen = 0.5f) =>
            Asked.Approval(marks, support, trust, safety, concern, seen);
        Assert.True(Of(support: 0.7f) > Of());
        Assert.True(Of(trust: 0.7f) > Of());
        Assert.True(Of(safety: 0.5f) > Of());
        Assert.True(Of(Aware) < Of());
        Assert.True(Of(Aware, concern: 1) < Of(Aware));
        Assert.True(Of(Aware, seen: 0.9f) < Of(Aware, seen: 0.1f));
        Assert.Equal(Of(seen: 0.1f), Of(seen: 0.9f));
        Assert.True(Of(Aware | MarkBits.Of(Mark.Rewarded)) > Of(Aware));
        Assert.True(Of(MarkBits.Of(Mark.Penalised)) < Of());
        Assert.True(Of(Aware | Informed) < Of(Aware));
        Assert.InRange(Of(support: 0, trust: 0), 0, 0.3f);
    }

    [Fact]
    public void The_young_the_urban_and_the_wealthy_say_more_than_they_hold()
    {
        var roster = Settled.Roster;
        var adults = Adults();
        double Fear(Func<int, bool> who) => adults.Where(who).Average(s => (double)Asked.Fear(roster, s, 0.04f));
        Assert.True(Fear(s => roster.TraitOf(Trait.Age)[s] < -0.5) > Fear(s => roster.TraitOf(Trait.Age)[s] > 0.5));
        Assert.True(Fear(s => roster.Is(s, Role.Urban)) > Fear(s => !roster.Is(s, Role.Urban)));
        Assert.True(Fear(s => roster.TraitOf(Trait.IncomePotential)[s] > 0.5) > Fear(s => roster.TraitOf(Trait.IncomePotential)[s] < -0.5));
        // Larger for some and smaller for others, it stays what it is on average.
        Assert.Equal((double)(float)Shipped.Society.Acting.Speech.SurveyFear * 1.04, Fear(_ => true), 0.03);
        Assert.All(adults, s => Assert.InRange(Asked.Fear(roster, s, 1), 0, 1));
    }

    [Fact]
    public void Without_fear_people_say_what_they_hold()
    {
        var calm = new SocietyTables(Mechanisms.Without(Shipped.Society, Mechanism.SurveyFear)).Learning.Survey;
        Assert.All(Adults(), s => Assert.Equal(0, calm.Fear(Settled.Roster, s, 1)));
        Assert.Equal(0.3f, calm.StatedApproval(0.3f, 0));
        Assert.Equal(0.3f, Survey.Stated(0.3f, 0));
    }

    [Fact]
    public void Learning_of_repressive_use_takes_an_eighth_of_stated_approval_and_four_of_five_say_that_they_approve()
    {
        // Calibrated: xu_repression_info (-12 percent of the mean), kostka_approval (80 percent).
        var (before, after) = (Stated(Asked, 0), Stated(Asked, Informed));
        Assert.InRange((after - before) / before, -0.14, -0.10);
        Assert.InRange(before, 0.75, 0.85);
        var closed = new SocietyTables(Mechanisms.Without(Shipped.Society, Mechanism.News)).Learning.Survey;
        Assert.Equal(Stated(closed, 0), Stated(closed, Informed));
    }

    [Fact]
    public void Without_the_mechanism_all_approve_alike()
    {
        var alike = new SocietyTables(Mechanisms.Without(Shipped.Society, Mechanism.Approval)).Learning.Survey;
        var approval = (float)Shipped.Society.Learning.Survey!.Approval;
        Assert.Equal(approval, alike.Approval(Aware | MarkBits.Of(Mark.Penalised), 0.1f, 0.2f, 0.3f, 2, 1));
    }

    [Theory]
    [InlineData(Mechanism.Approval)]
    [InlineData(Mechanism.SurveyFear)]
    public void To_ask_changes_nothing(Mechanism mechanism)
    {
        ulong Digest(Society society) => Weekly.Run(Shipped.Plan(new SocietyTables(society), people: 1_500, years: 1), 2).Digest();
        Assert.Equal(Digest(Shipped.Society), Digest(Mechanisms.Without(Shipped.Society, mechanism)));
    }

    [Fact]
    public void The_more_sensors_see_the_fewer_support_them()
    {
        var mind = Settled.Twins[0].Mind;
        var before = double.MaxValue;
        foreach (var seen in new[] { 0f, 0.25f, 0.5f, 1f })
        {
            var (held, stated, asked) = Asked.AskAboutSensors(Settled.Roster, mind, Settled.Twins[0].Blocks, seen);
            Assert.Equal(Adults().Count, asked);
            Assert.True(stated > held);
            Assert.True(held / (double)asked < before);
            before = held / (double)asked;
        }
    }

    private static List<int> Adults() =>
        [.. Enumerable.Range(0, Settled.Roster.Slots).Where(s => Settled.Roster.Lives(s) && Settled.Roster.Is(s, Role.Adult))];

    // Mean stated approval of all adults at the start, with marks besides.
    private static double Stated(Survey survey, uint marks)
    {
        var (roster, mind) = (Settled.Roster, Settled.Twins[0].Mind);
        return Adults().Average(s => (double)survey.StatedApproval(
            survey.Approval(marks, mind.Support[s], mind.TrustInstitutions[s], 0.86f, roster.TraitOf(Trait.PrivacyConcern)[s], 0),
            survey.Fear(roster, s, 0.04f)));
    }
}
